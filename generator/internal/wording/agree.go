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
	i := t.Indicator
	if !f.means(t.Op, i) {
		said, want := opName(f.opFor(i)), opName(t.Op)
		return mismatch(
			"文字的意思是“"+said.Zh+"”，数据写的是“"+want.Zh+"”（"+string(t.Op)+"）",
			"the words mean “"+said.En+"”, the data says “"+want.En+"” ("+string(t.Op)+")")
	}
	if f.Multiple.Valid {
		if !t.Multiple.Valid || !t.Multiple.Decimal.Equal(f.Multiple.Decimal) {
			return f.differs(f.Multiple.Decimal.String()+"×", figureOr(t.Multiple)+"×")
		}
		return nil
	}
	for _, pair := range []struct {
		said Amount
		data decimal.NullDecimal
	}{{f.Value, t.Value}, {f.Low, t.Low}, {f.High, t.High}, {f.Stretch, t.Stretch}} {
		if !pair.said.Valid {
			continue
		}
		if err := f.sameAmount(pair.said, pair.data, i); err != nil {
			return err
		}
	}
	return nil
}

// AgreesResult compares words with a published result.
func (f Figure) AgreesResult(o *model.Observation) error {
	if f.Op != "" && f.Op != model.Approx && f.Op != model.DeltaPP || !f.Value.Valid {
		return mismatch("公布的结果是一个数，文字写的是“"+opName(f.Op).Zh+"”",
			"a published result is one figure, the words say “"+opName(f.Op).En+"”")
	}
	if (f.Approx || f.Op == model.Approx) && !o.Approx { // the other way round, 约 may stand before the link
		return mismatch("文字写的是约数，数据没有标明 approx", "the words say about, the data is not marked `approx`")
	}
	return f.sameAmount(f.Value, decimal.NewNullDecimal(o.Value), o.Indicator)
}

// sameAmount compares an amount of the words with one of the data. A fall may
// be kept as a positive figure where the indicator itself is a fall.
func (f Figure) sameAmount(said Amount, data decimal.NullDecimal, i *model.Indicator) error {
	v, ok := said.in(i.Unit)
	if !ok {
		return mismatch("文字的单位是“"+string(said.Unit)+"”，指标的单位是“"+string(i.Unit)+"”",
			"the words have the unit "+string(said.Unit)+", the indicator has "+string(i.Unit))
	}
	if data.Valid && v.Equal(data.Decimal) {
		return nil
	}
	if data.Valid && v.IsNegative() && i.Measure != model.Growth && v.Neg().Equal(data.Decimal) {
		return nil
	}
	return f.differs(WriteValue(v, i.Unit, model.Chinese), WriteValue(data.Decimal, i.Unit, model.Chinese))
}

func (f Figure) differs(said, data string) error {
	return mismatch("文字写的是 "+said+"，数据是 "+data, "the words say "+said+", the data says "+data)
}

func figureOr(v decimal.NullDecimal) string {
	if !v.Valid {
		return "—"
	}
	return v.Decimal.String()
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
