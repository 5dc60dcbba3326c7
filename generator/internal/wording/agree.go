package wording

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

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
	_, err := f.MatchTarget(t)
	return err
}

// MatchTarget compares words with the newest version of a target, and says how they
// agree. The figure of a target is never rounded, except when a conversion is not a
// finite decimal: 667公顷 for 1万亩.
func (f Figure) MatchTarget(t *model.Target) (model.Match, error) {
	f = f.asAmount(t.Indicator.Unit)
	m, err := f.matchTarget(t)
	if err != nil && f.Op != model.DeltaPP && f.counts(t.Indicator) {
		if m, err := f.upright().matchTarget(t); err == nil {
			return m, nil
		}
	}
	return m, err
}

func (f Figure) matchTarget(t *model.Target) (model.Match, error) {
	i := t.Indicator
	if f.Op == model.DeltaPP && i.Unit == model.PercentagePoint {
		f.Op = f.plain
	}
	if f.Op == model.Range && f.Shift && t.Op == model.DeltaPP {
		f.Op = model.DeltaPP // 下降0.5—1个百分点
	}
	if f.Op == model.Range && f.Approx && t.Op == model.Approx && t.Low.Valid {
		f.Op = model.Approx // 5.3%—5.4%左右
	}
	var none model.Match
	switch {
	case f.Parts != nil && t.Parts == nil:
		return none, mismatch("文字写的是结构（几项之比），数据是一个数", "the words name the parts of a structure, the data has one figure")
	case f.Parts == nil && t.Parts != nil:
		return none, mismatch("数据是结构（几项之比），文字没有写出各项", "the data has the parts of a structure, the words do not name them")
	case f.Parts != nil && cmp.Or(f.Op, model.EQ) == t.Op:
		return f.matchParts(t.Parts)
	case f.Parts != nil:
		return none, otherOp(cmp.Or(f.Op, model.EQ), t.Op)
	}
	if !f.means(t.Op, i) {
		return none, otherOp(f.opFor(i), t.Op)
	}
	if f.Multiple.Valid {
		return model.Match{How: model.Exact}, f.sameMultiple(t)
	}
	unit := i.Unit
	if t.Op == model.DeltaPP {
		unit = unit.PP() // 提高1个百分点 is not 提高1%
	}
	pairs := []pair{{f.Value, t.Value}, {f.Low, t.Low}, {f.High, t.High}}
	aims, err := f.aims(t)
	if err != nil {
		return none, err
	}
	all := model.Match{How: model.Exact}
	for _, pair := range append(pairs, aims...) {
		m, err := pair.said.same(pair.data, unit)
		if err != nil {
			return none, err
		}
		if m.How == model.Rounded {
			all.How = m.How
		}
		all.Converted = all.Converted || m.Converted
	}
	return all, nil
}

// otherOp says that words and data have different operators.
func otherOp(words, data model.Op) error {
	said, want := opName(words), opName(data)
	return mismatch(
		"文字的意思是“"+said.Zh+"”，数据写的是“"+want.Zh+"”（"+string(data)+"）",
		"the words mean “"+said.En+"”, the data says “"+want.En+"” ("+string(data)+")")
}

// pair is an amount of the words and its figure in the data.
type pair struct {
	said Amount
	data decimal.NullDecimal
}

// aims pairs the aims beyond the target, the nearest first. The words may leave
// the farther ones out.
func (f Figure) aims(t *model.Target) ([]pair, error) {
	said := append([]Amount{}, f.Stretch)
	if f.StretchHigh.Valid {
		said = append(said, f.StretchHigh)
		if f.fall || t.Indicator.Better == model.Down { // of a fall the larger size is farther
			slices.Reverse(said)
		}
	}
	said = append(said, f.Further...)
	data := []decimal.NullDecimal{t.Stretch}
	for _, aim := range t.Further {
		data = append(data, decimal.NewNullDecimal(aim))
	}
	var pairs []pair
	for n, a := range said {
		switch {
		case !a.Valid:
		case n >= len(data) && n > 0:
			return nil, mismatch("文字写了更多的力争目标，数据没有写 further", "the words name a further aim, the data has no `further`")
		case !data[n].Valid:
			return nil, mismatch("文字写了更高的目标，数据没有写 stretch", "the words name a higher aim, the data has no `stretch`")
		default:
			pairs = append(pairs, pair{a, data[n]})
		}
	}
	return pairs, nil
}

func (f Figure) sameMultiple(t *model.Target) error {
	if !t.Multiple.Valid {
		return mismatch("文字写的是倍数，数据没有写 multiple", "the words name a multiple, the data has no `multiple`")
	}
	if !t.Multiple.Decimal.Equal(f.Multiple.Decimal) {
		return differs(f.Multiple.Decimal.String()+" 倍", t.Multiple.Decimal.String()+" 倍",
			f.Multiple.Decimal.String()+" times", t.Multiple.Decimal.String()+" times")
	}
	return nil
}

// counts reports whether the data has a fall as a figure above zero, so that
// 减少100家 may stand for 100: where it counts things, or where the indicator's
// own name says that it is a fall.
func (f Figure) counts(i *model.Indicator) bool {
	if !f.fall {
		return false
	}
	if i.Measure == model.Level || i.Measure == model.Count {
		return true
	}
	for _, word := range slices.Concat(falls, depths) {
		if utf8.RuneCountInString(word) > 1 && strings.Contains(i.Name.Zh, word) {
			return true
		}
	}
	for _, word := range fallNouns {
		if strings.Contains(strings.ToLower(i.Name.En), word) {
			return true
		}
	}
	return false
}

// upright returns a fall as a positive figure.
func (f Figure) upright() Figure {
	f.Op, f.plain = f.Op.Inverse(), f.plain.Inverse()
	f.Value, f.Stretch = f.Value.signed(-1), f.Stretch.signed(-1)
	f.Low, f.High = f.High.signed(-1), f.Low.signed(-1)
	f.StretchHigh, f.Further = f.StretchHigh.signed(-1), slices.Clone(f.Further)
	for n := range f.Further {
		f.Further[n] = f.Further[n].signed(-1)
	}
	f.fall = false
	return f
}

// same compares an amount of the words, where there is one, with a demand of the
// data, which is in unit u.
func (a Amount) same(data decimal.NullDecimal, u model.Unit) (model.Match, error) {
	m := model.Match{How: model.Exact}
	if !a.Valid {
		return m, nil
	}
	v, exactly := a.in(u)
	factor, related := model.Factor(u, a.unitFor(u))
	switch {
	case !related:
		return m, a.otherUnit(u)
	case !data.Valid:
		said := a.said(u)
		return m, mismatch("文字写的是 "+said+"，数据没有写这个数", "the words say "+said+", the data has no such figure")
	}
	m.Converted = a.converted(u)
	if exactly && v.Equal(data.Decimal) {
		return m, nil
	}
	if _, ends := model.Convert(data.Decimal, u, a.unitFor(u)); !ends {
		c := comparison{said: a.Number.Rat(), data: factor.Mul(factor, data.Decimal.Rat()), step: a.step()}
		if c.rounded() {
			m.How = model.Rounded
			return m, nil
		}
	}
	return m, a.differs(data.Decimal, u)
}

// otherUnit is the mismatch of an amount whose unit is of another kind than u.
func (a Amount) otherUnit(u model.Unit) error {
	if u == "" {
		return mismatch("文字的单位是“"+a.Unit.String()+"”，指标没有单位",
			"the words have the unit "+a.Unit.String()+", the indicator has none")
	}
	return mismatch("文字的单位是“"+a.Unit.String()+"”，指标的单位是“"+u.String()+"”",
		"the words have the unit "+a.Unit.String()+", the indicator has "+u.String())
}

// differs is the mismatch of an amount and a figure of the data. The English text,
// too, has the units of the data file.
func (a Amount) differs(data decimal.Decimal, u model.Unit) error {
	said, want := a.said(u), WriteValue(data, u, model.Chinese)
	return differs(said, want, said, want)
}

// said is the amount in unit u, or in its own unit when the conversion is not a
// finite decimal.
func (a Amount) said(u model.Unit) string {
	if v, ok := a.in(u); ok {
		return WriteValue(v, u, model.Chinese)
	}
	return WriteValue(a.Number, a.unitFor(u), model.Chinese)
}

// converted reports whether the words count in another unit than u.
func (a Amount) converted(u model.Unit) bool {
	if a.Scaled {
		return u.Root() != u
	}
	return a.Unit != "" && a.Unit != u
}

func differs(saidZh, dataZh, saidEn, dataEn string) error {
	return mismatch("文字写的是 "+saidZh+"，数据是 "+dataZh, "the words say "+saidEn+", the data says "+dataEn)
}

// means reports whether the words can express an operator. A bare number means that
// it is reached, in the direction in which the indicator gets better.
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
