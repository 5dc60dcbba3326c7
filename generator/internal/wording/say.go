package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// In writes a figure in words of a language. ok is false for a comparison with
// another indicator: its name is not in the figure.
func (f Figure) In(l model.Lang) (_ string, ok bool) {
	s := speaker{l}
	words := s.core(f)
	if words == "" {
		return "", false
	}
	if f.Hedge != "" {
		words = s.hedge(f.Hedge) + words
	}
	if f.Stretch.Valid {
		low, high := f.Stretch, f.StretchHigh
		if f.fall { // 下降3%，力争3.5%
			low, high = low.signed(-1), high.signed(-1)
			if high.Valid {
				low, high = high, low
			}
		}
		words += s.pick("，力争", ", striving for ") + s.span(low, high)
		for _, a := range f.Further {
			if f.fall {
				a = a.signed(-1)
			}
			words += s.pick("，冲刺", ", then ") + s.amount(a)
		}
	}
	return words, true
}

// speaker writes in one language.
type speaker struct{ l model.Lang }

func (s speaker) pick(zh, en string) string {
	if s.l == model.English {
		return en
	}
	return zh
}

// hedge is a word of resolve before a figure.
func (s speaker) hedge(zh string) string {
	if s.l != model.English {
		return zh
	}
	switch zh {
	case "冲刺":
		return "push for "
	case "确保":
		return "ensure "
	case "预计", "预期", "有望":
		return "expected "
	case "计划":
		return "planned "
	case "保持", "稳定在":
		return "keep at "
	}
	return "strive for "
}

// core is the figure without hedge and higher aim, or "".
func (s speaker) core(f Figure) string {
	switch {
	case f.Op.Relative():
		return ""
	case f.Op == model.External:
		return s.pick("完成上级下达任务", "set by a higher authority")
	case f.Op == model.Flat && f.Basically:
		return s.pick("与上年基本持平", "basically unchanged")
	case f.Op == model.Flat:
		return s.pick("与上年持平", "unchanged")
	case f.Parts != nil:
		return s.about(f.Op == model.Approx, parts(f.Parts))
	case f.Multiple.Valid:
		return s.times(f)
	case f.Op == model.Range:
		return s.between(f)
	case f.Value.Valid:
		return s.single(f)
	}
	return ""
}

func parts(list []decimal.Decimal) string {
	words := make([]string, len(list))
	for n, part := range list {
		words[n] = model.Digits(part)
	}
	return strings.Join(words, ":")
}

// about adds 左右 when approx is set.
func (s speaker) about(approx bool, words string) string {
	if !approx {
		return words
	}
	return s.pick(words+"左右", "about "+words)
}

// times is a multiple of the base.
func (s speaker) times(f Figure) string {
	n := model.Digits(f.Multiple.Decimal)
	if f.near {
		return s.pick("近基数的"+n+"倍", "nearly "+n+" times the base")
	}
	op := f.Op
	if f.bare {
		op = ""
	}
	if f.more {
		op = model.GT
	}
	return s.bounded(op, s.pick("基数的", ""), n+s.pick("倍", " times the base"))
}

// between is a range, that of a fall with the smaller size first.
func (s speaker) between(f Figure) string {
	low, high, way := f.Low, f.High, ""
	if f.fall {
		low, high, way = f.High.signed(-1), f.Low.signed(-1), s.pick("下降", "down by ")
	} else if f.Shift {
		way = s.pick("提高", "up by ")
	}
	words := s.span(low, high)
	if f.Approx && s.l == model.English {
		return way + "about " + words
	}
	return s.about(f.Approx, way+words)
}

// span is an amount, or a range of two.
func (s speaker) span(low, high Amount) string {
	if !high.Valid {
		return s.amount(low)
	}
	return s.amount(low) + s.pick("～", " to ") + s.amount(high)
}

// single is one amount with its operator.
func (s speaker) single(f Figure) string {
	op, a, way := f.Op, f.Value, ""
	switch sense, _ := f.Sense(); sense {
	case model.Positive:
		return s.pick("为正", "positive")
	case model.Negative:
		return s.pick("为负", "negative")
	}
	if f.Op == model.DeltaPP {
		op, way = f.plain, s.pick("提高", "up by ")
	}
	if f.fall {
		op, a, way = op.Inverse(), a.signed(-1), s.pick("下降", "down by ")
	}
	if f.Reach && way == "" {
		way = s.pick("达到", "reach ")
	}
	switch {
	case f.near:
		return way + s.pick("近", "nearly ") + s.amount(a)
	case f.more && s.l != model.English:
		return way + a.withMore()
	case f.more:
		op = model.GT
	}
	return s.bounded(op, way, s.amount(a))
}

// bounded puts the words of an operator around an amount.
func (s speaker) bounded(op model.Op, way, amount string) string {
	switch op {
	case model.GE:
		return way + s.pick(amount+"以上", amount+" or more")
	case model.LE:
		return way + s.pick(amount+"以内", amount+" or less")
	case model.GT:
		return s.before(way, "超过", "more than ") + amount
	case model.LT:
		return s.before(way, "低于", "less than ") + amount
	case model.Approx:
		return way + s.pick(amount+"左右", "about "+amount)
	}
	return way + amount
}

// before writes an operator before an amount: 降幅超过3%, because 下降超过3% is clumsy, and
// 超过基数的3倍.
func (s speaker) before(way, zh, en string) string {
	switch {
	case s.l == model.English:
		return way + en
	case way == "下降":
		return "降幅" + zh
	case way == "基数的":
		return zh + way
	}
	return way + zh
}

// amount is an amount in words. One that leaves its unit out does so again.
func (s speaker) amount(a Amount) string {
	switch {
	case a.Unit != "":
		return WriteValue(a.Number, a.Unit, s.l)
	case s.l == model.English:
		return scaled(a.Number)
	case !a.Scaled:
		return model.Digits(a.Number)
	}
	n, scale := a.inHan()
	return n + scale
}

// inHan is a number that leaves its unit out, with 万 or 亿.
func (a Amount) inHan() (number, scale string) {
	for _, s := range []struct {
		word  string
		power int32
	}{{"亿", 8}, {"万", 4}} {
		if a.Number.Abs().GreaterThanOrEqual(decimal.New(1, s.power)) {
			return a.Number.Shift(-s.power).String(), s.word
		}
	}
	return model.Digits(a.Number), ""
}

// withMore is 200余家.
func (a Amount) withMore() string {
	if !a.Scaled {
		unit := a.Unit.String()
		if a.Unit == model.PercentagePoint {
			unit = "个" + unit
		}
		return a.Number.String() + "余" + unit
	}
	n, scale := a.inHan()
	return n + "余" + scale
}
