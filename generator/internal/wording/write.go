package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Write writes a target in words, from its data.
func Write(t *model.Target, l model.Lang) string { return WriteBound(t.Bound, t.Indicator, l) }

// WriteBound writes a version of a target in words.
func WriteBound(b model.Bound, i *model.Indicator, l model.Lang) string {
	w := boundWriter{b, i, l}
	return w.words() + w.aims()
}

type boundWriter struct {
	model.Bound
	i *model.Indicator
	l model.Lang
}

// aims writes the aims beyond the target: one, a range of two, or one after the
// other.
func (w boundWriter) aims() string {
	if !w.Stretch.Valid {
		return ""
	}
	fall, v := w.fall(w.Stretch.Decimal)
	text := w.pick("，力争", ", at best ") + fall
	if len(w.Further) == 1 { // 力争B—C, the smaller size first
		_, far := w.fall(w.Further[0])
		if far.LessThan(v) {
			v, far = far, v
		}
		return text + WriteValue(v, w.i.Unit, w.l) + w.pick("～", " to ") + WriteValue(far, w.i.Unit, w.l)
	}
	text += WriteValue(v, w.i.Unit, w.l)
	for _, aim := range w.Further {
		fall, v := w.fall(aim)
		text += w.pick("，冲刺", ", then ") + fall + WriteValue(v, w.i.Unit, w.l)
	}
	return text
}

func (w boundWriter) pick(zh, en string) string {
	if w.l == model.English {
		return en
	}
	return zh
}

func (w boundWriter) words() string {
	switch w.Op {
	case model.Range:
		return w.between()
	case model.RelGT, model.RelGE, model.RelSync:
		return w.relative()
	case model.Flat:
		return w.pick("与上年持平", "unchanged")
	case model.External:
		return w.pick("完成上级下达任务", "set by a higher authority")
	case model.Qualitative:
		return w.AsWritten.In(w.l)
	case model.DeltaPP:
		if w.Low.Valid && w.High.Valid {
			return w.shift()
		}
		v := WriteValue(w.Value.Decimal.Abs(), model.PercentagePoint, w.l)
		if w.Value.Decimal.IsNegative() {
			return w.pick("下降", "down by ") + v
		}
		return w.pick("提高", "up by ") + v
	}
	switch {
	case len(w.Parts) > 0 && w.Op == model.Approx:
		return w.pick(parts(w.Parts)+"左右", "about "+parts(w.Parts))
	case len(w.Parts) > 0:
		return parts(w.Parts)
	case w.Op == model.Approx && w.Low.Valid && w.High.Valid:
		return w.pick(w.between()+"左右", "about "+w.between())
	case w.Multiple.Valid:
		return w.multiple()
	}
	return w.simple()
}

// fall splits a negative rate into 下降 and its size. Other figures have no words and
// stay as they are.
func (w boundWriter) fall(v decimal.Decimal) (words string, size decimal.Decimal) {
	if v.IsNegative() && w.i.Measure == model.Growth {
		return w.pick("下降", "down by "), v.Neg()
	}
	return "", v
}

// between writes a range, that of a fall with the smaller one first.
func (w boundWriter) between() string {
	fall, low := w.fall(w.Low.Decimal)
	high := w.High.Decimal
	switch {
	case fall != "" && high.IsNegative():
		low, high = high.Neg(), low
	case fall != "":
		fall, low = "", w.Low.Decimal
	}
	return fall + WriteValue(low, w.i.Unit, w.l) + w.pick("～", " to ") + WriteValue(high, w.i.Unit, w.l)
}

// shift writes a change of a base by a range of percentage points.
func (w boundWriter) shift() string {
	low, high, way := w.Low.Decimal, w.High.Decimal, w.pick("提高", "up by ")
	switch {
	case high.IsNegative():
		low, high, way = high.Neg(), low.Neg(), w.pick("下降", "down by ")
	case low.IsNegative():
		way = w.pick("变动", "changed by ")
	}
	unit := w.i.Unit.PP()
	return way + WriteValue(low, unit, w.l) + w.pick("～", " to ") + WriteValue(high, unit, w.l)
}

// multiple writes a figure that is so many times its base.
func (w boundWriter) multiple() string {
	n := w.Multiple.Decimal.String()
	zh, en := "基数的"+n+"倍", n+" times the base"
	switch w.Op {
	case model.GT:
		return w.pick("超过"+zh, "more than "+en)
	case model.LE:
		return w.pick("不超过"+zh, "no more than "+en)
	case model.LT:
		return w.pick("低于"+zh, "less than "+en)
	case model.Approx:
		return w.pick(zh+"左右", "about "+en)
	}
	return w.pick("达到"+zh, en)
}

func (w boundWriter) relative() string {
	name := ""
	if w.Ref != nil {
		name = w.Ref.Short.In(w.l)
	}
	switch w.Op {
	case model.RelGT:
		return w.pick("高于"+name, "above "+name)
	case model.RelGE:
		return w.pick("不低于"+name, "no lower than "+name)
	}
	return w.pick("与"+name+"同步", "in step with "+name)
}

// simple writes an operator with one figure. A negative rate is written as a fall,
// with the operator inverted.
func (w boundWriter) simple() string {
	fall, v := w.fall(w.Value.Decimal)
	op, amount := w.Op, fall // 降幅超过3%, as 下降超过3% is clumsy
	if fall != "" {
		op, amount = op.Inverse(), w.pick("降幅", fall)
	}
	said := WriteValue(v, w.i.Unit, w.l)
	switch op {
	case model.GE:
		return w.pick(fall+said+"以上", fall+said+" or more")
	case model.GT:
		return amount + w.pick("超过", "more than ") + said
	case model.LE:
		return w.pick(fall+said+"以内", fall+said+" or less")
	case model.LT:
		return amount + w.pick("低于", "less than ") + said
	case model.Approx:
		return w.pick(fall+said+"左右", fall+"about "+said)
	}
	return fall + said
}

// WriteValue writes a figure with its unit: 1921亿元, 8.5%, 192.1 billion yuan.
// Below zero it has a true minus (U+2212), as charts and formulas have it.
func WriteValue(v decimal.Decimal, u model.Unit, l model.Lang) string {
	if v.IsNegative() {
		return "−" + WriteValue(v.Neg(), u, l)
	}
	if l != model.English {
		if u == model.PercentagePoint {
			return model.Digits(v) + "个百分点"
		}
		return model.Digits(v) + u.String()
	}
	return english(v, u)
}

func english(v decimal.Decimal, u model.Unit) string {
	switch u {
	case model.Percent, model.Permille, ":1":
		return model.Digits(v) + u.String()
	case model.PercentagePoint:
		if v.Abs().Equal(decimal.NewFromInt(1)) {
			return model.Digits(v) + " percentage point"
		}
		return model.Digits(v) + " percentage points"
	}
	if base := englishBase(u); base != "" {
		in, _ := model.Convert(v, u, base)
		return counted(scaled(in), base.En())
	}
	return counted(grouped(v), u.En())
}

// counted puts a number before what it counts: 2 firms, 1 firm.
func counted(number, things string) string {
	if number == "1" {
		things = strings.TrimSuffix(things, "s")
	}
	return strings.TrimSpace(number + " " + things)
}

// scaled writes a large number with million, billion or trillion.
func scaled(v decimal.Decimal) string {
	for _, s := range englishScales[:3] {
		if v.Abs().GreaterThanOrEqual(decimal.New(1, s.power)) {
			return v.Shift(-s.power).String() + " " + s.word
		}
	}
	return grouped(v)
}

// grouped writes a number with commas between its thousands.
func grouped(v decimal.Decimal) string {
	sign, digits := "", model.Digits(v)
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, part, hasPart := strings.Cut(digits, ".")
	for n := len(whole) - 3; n > 0; n -= 3 {
		whole = whole[:n] + "," + whole[n:]
	}
	if hasPart {
		whole += "." + part
	}
	return sign + whole
}
