package wording

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Mismatch says what the words say and what the data says.
type Mismatch struct{ Message model.Text }

func (m *Mismatch) Error() string { return m.Message.En }

func mismatch(zh, en string) error { return &Mismatch{model.Text{Zh: zh, En: en}} }

// Agrees compares words with a target: nil when both say the same. Hedges never
// matter, and a higher aim only where the words name one.
func (f Figure) Agrees(t *model.Target) error {
	err := f.agrees(t)
	if err != nil && f.counts(t.Indicator) && f.Op != model.DeltaPP && f.upright().agrees(t) == nil {
		return nil
	}
	return err
}

func (f Figure) agrees(t *model.Target) error {
	i := t.Indicator
	if f.Op == model.DeltaPP && i.Unit == model.PercentagePoint {
		f.Op = f.plain
	}
	if !f.means(t.Op, i) {
		said, want := opName(f.opFor(i)), opName(t.Op)
		return mismatch(
			"文字的意思是“"+said.Zh+"”，数据写的是“"+want.Zh+"”（"+string(t.Op)+"）",
			"the words mean “"+said.En+"”, the data says “"+want.En+"” ("+string(t.Op)+")")
	}
	if f.Multiple.Valid {
		if !t.Multiple.Valid {
			return mismatch("文字写的是倍数，数据没有写 multiple", "the words name a multiple, the data has no `multiple`")
		}
		if !t.Multiple.Decimal.Equal(f.Multiple.Decimal) {
			return differs(f.Multiple.Decimal.String()+" 倍", t.Multiple.Decimal.String()+" 倍",
				f.Multiple.Decimal.String()+" times", t.Multiple.Decimal.String()+" times")
		}
		return nil
	}
	unit := i.Unit
	if t.Op == model.DeltaPP {
		unit = unit.PP() // 提高1个百分点 is not 提高1%
	}
	for _, pair := range []struct {
		said Amount
		data decimal.NullDecimal
	}{{f.Value, t.Value}, {f.Low, t.Low}, {f.High, t.High}} {
		if err := pair.said.same(pair.data, unit); err != nil {
			return err
		}
	}
	if f.Stretch.Valid && !t.Stretch.Valid {
		return mismatch("文字写了更高的目标，数据没有写 stretch", "the words name a higher aim, the data has no `stretch`")
	}
	return f.Stretch.same(t.Stretch, unit)
}

// counts reports whether an indicator counts things, so that 减少100家 may stand
// for a figure of 100.
func (f Figure) counts(i *model.Indicator) bool {
	return f.fall && (i.Measure == model.Level || i.Measure == model.Count)
}

// upright is a fall as a figure above zero.
func (f Figure) upright() Figure {
	f.Op = turned(f.Op)
	f.Value, f.Stretch = f.Value.signed(-1), f.Stretch.signed(-1)
	return f
}

// AgreesResult compares words with a published result.
func (f Figure) AgreesResult(o *model.Observation) error {
	if f.Op == model.DeltaPP {
		f.Op = f.plain
	}
	if f.Op != "" && f.Op != model.Approx || !f.Value.Valid {
		return mismatch("公布的结果是一个数，文字写的是“"+opName(f.Op).Zh+"”",
			"a published result is one figure, the words say “"+opName(f.Op).En+"”")
	}
	if (f.Approx || f.Op == model.Approx) && !o.Approx { // the other way round, 约 may stand before the link
		return mismatch("文字写的是约数，数据没有标明 approx", "the words say about, the data is not marked `approx`")
	}
	data := decimal.NewNullDecimal(o.Value)
	err := f.Value.same(data, o.Indicator.Unit)
	if err != nil && f.counts(o.Indicator) && f.upright().Value.same(data, o.Indicator.Unit) == nil {
		return nil
	}
	return err
}

// same compares an amount of the words, where there is one, with a figure of
// the data, which is in unit u.
func (a Amount) same(data decimal.NullDecimal, u model.Unit) error {
	if !a.Valid {
		return nil
	}
	v, ok := a.in(u)
	switch {
	case !ok && u == "":
		return mismatch("文字的单位是“"+string(a.Unit)+"”，指标没有单位",
			"the words have the unit "+string(a.Unit)+", the indicator has none")
	case !ok:
		return mismatch("文字的单位是“"+string(a.Unit)+"”，指标的单位是“"+string(u)+"”",
			"the words have the unit "+string(a.Unit)+", the indicator has "+string(u))
	case !data.Valid:
		return mismatch("文字写的是 "+WriteValue(v, u, model.Chinese)+"，数据没有写这个数",
			"the words say "+WriteValue(v, u, model.Chinese)+", the data has no such figure")
	case !v.Equal(data.Decimal):
		said, want := WriteValue(v, u, model.Chinese), WriteValue(data.Decimal, u, model.Chinese)
		return differs(said, want, said, want) // in English too: the data file has these units
	}
	return nil
}

func differs(saidZh, dataZh, saidEn, dataEn string) error {
	return mismatch("文字写的是 "+saidZh+"，数据是 "+dataZh, "the words say "+saidEn+", the data says "+dataEn)
}

// means reports whether the words can stand for an operator. A bare number
// stands for reaching it, in the direction in which the indicator gets better.
func (f Figure) means(op model.Op, i *model.Indicator) bool {
	if f.Op == "" {
		switch op {
		case model.GE, model.LE:
			return f.opFor(i) == op || i.Better == model.Band
		case model.EQ, model.DeltaPP:
			return true
		}
		return false
	}
	return f.Op == op
}

// opFor is the operator of the words for an indicator.
func (f Figure) opFor(i *model.Indicator) model.Op {
	switch {
	case f.Op != "":
		return f.Op
	case i.Better == model.Down:
		return model.LE
	}
	return model.GE
}

// opNames are the operators in words.
var opNames = map[model.Op]model.Text{
	model.GE: {Zh: "以上（含本数）", En: "at least"}, model.GT: {Zh: "超过（不含本数）", En: "more than"},
	model.LE: {Zh: "以内（含本数）", En: "at most"}, model.LT: {Zh: "低于（不含本数）", En: "less than"},
	model.EQ: {Zh: "等于", En: "exactly"}, model.Approx: {Zh: "左右", En: "about"}, model.Range: {Zh: "区间", En: "a range"},
	model.RelGT: {Zh: "高于另一指标", En: "above another indicator"}, model.RelGE: {Zh: "不低于另一指标", En: "not below another indicator"},
	model.RelSync: {Zh: "与另一指标同步", En: "in step with another indicator"}, model.Flat: {Zh: "持平", En: "unchanged"},
	model.DeltaPP:  {Zh: "提高或下降若干个百分点", En: "so many percentage points more or less"},
	model.External: {Zh: "上级下达", En: "set by a higher authority"}, model.Qualitative: {Zh: "只有文字", En: "words only"},
}

func opName(op model.Op) model.Text {
	if t, ok := opNames[op]; ok {
		return t
	}
	return model.Text{Zh: "一个数", En: "a figure"}
}
