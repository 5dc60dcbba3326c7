package wording

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// The senses of words that content cannot write: 以上 and 以内 name a bound, and
// about is `approx`.
const (
	AtLeast model.Sense = "at_least"
	AtMost  model.Sense = "at_most"
	About   model.Sense = "about"
)

// Sense is how the words of a result stand to Value, which is negative for a fall:
// 下降超过3% is under −3. Near is a little nearer to zero. ok is false when the words
// do not give one figure, as with a range, a multiple or a comparison with another
// indicator.
func (f Figure) Sense() (s model.Sense, ok bool) {
	if f.Op == model.DeltaPP {
		f.Op = f.plain
	}
	if !f.Value.Valid {
		return "", false
	}
	outer, inner := model.Over, model.Under
	if f.fall {
		outer, inner = model.Under, model.Over
	}
	switch {
	case f.Op == model.GT && f.Value.Number.IsZero():
		return model.Positive, true
	case f.Op == model.LT && f.Value.Number.IsZero():
		return model.Negative, true
	case f.more && f.Op != model.Approx: // 超过200余家 is over 200
		return outer, f.Op == "" || f.Op == senseOps[outer]
	case f.near:
		return model.Near, f.Op == "" || f.Op == senseOps[inner]
	}
	for sense, op := range senseOps {
		if op == f.Op {
			return sense, true
		}
	}
	return "", false
}

// senseOps are the operators of targets that have the same words.
var senseOps = map[model.Sense]model.Op{
	model.Exactly: "", model.Over: model.GT, model.Under: model.LT, AtLeast: model.GE, AtMost: model.LE, About: model.Approx,
}

// MatchResult compares words with a published result, and says how they agree:
// the words may round or cut the figure to the digits that they show, and words
// such as 近, 超, 余 and 约 may say where it lies.
func (f Figure) MatchResult(o *model.Observation) (model.Match, error) {
	if f.Parts != nil && o.Parts != nil {
		return f.matchParts(o.Parts)
	}
	f = f.asAmount(o.Indicator.Unit)
	if f.Op == model.DeltaPP {
		f.Op = f.plain
	}
	if f.Op == model.Flat {
		if m, ok := f.matchFlat(o); ok {
			return m, nil
		}
	}
	sense, ok := f.Sense()
	if !ok || f.Stretch.Valid || o.Parts != nil {
		return model.Match{}, mismatch("公布的结果是一个数，文字写的是“"+opName(f.Op).Zh+"”",
			"a published result is one figure, the words say “"+opName(f.Op).En+"”")
	}
	m, err := f.Value.result(sense, o)
	if err != nil && f.counts(o.Indicator) {
		up := f.upright()
		if sense, ok := up.Sense(); ok {
			if m, err := up.Value.result(sense, o); err == nil {
				return m, nil
			}
		}
	}
	return m, err
}

// matchParts compares a structure with that of the data, each part to the digits
// shown.
func (f Figure) matchParts(data []decimal.Decimal) (model.Match, error) {
	said, want := parts(f.Parts), parts(data)
	if len(f.Parts) != len(data) || f.Op != "" && f.Op != model.Approx {
		return model.Match{}, differs(said, want, said, want)
	}
	m := model.Match{How: model.Exact}
	for n, part := range f.Parts {
		c := comparison{said: part.Rat(), data: data[n].Rat(), step: Amount{Number: part}.step()}
		switch {
		case c.said.Cmp(c.data) == 0:
		case c.rounded():
			m.How = model.Rounded
		default:
			return model.Match{}, differs(said, want, said, want)
		}
	}
	return m, nil
}

// matchFlat compares 持平 with a rate of change: it is zero, or with 基本 about zero.
func (f Figure) matchFlat(o *model.Observation) (model.Match, bool) {
	i := o.Indicator
	if i.Measure != model.Growth {
		return model.Match{}, false
	}
	if o.Value.IsZero() {
		return model.Match{How: model.Exact}, true
	}
	half := decimal.New(5, -1)
	return model.Match{How: model.Approximate}, f.Basically && o.Value.Abs().LessThan(half)
}

// result compares an amount of the words with a result.
func (a Amount) result(sense model.Sense, o *model.Observation) (model.Match, error) {
	u := o.Indicator.Unit
	factor, related := model.Factor(u, a.unitFor(u))
	if !related {
		return model.Match{}, a.otherUnit(u)
	}
	c := comparison{
		said: a.Number.Rat(), data: new(big.Rat).Mul(factor, o.Value.Rat()),
		step: a.step(), place: a.place(),
	}
	m := model.Match{Converted: a.converted(u)}
	if o.Sense != "" {
		return a.inequality(sense, o, c, m)
	}
	if sense == model.Exactly {
		m.How = c.plainly()
		if m.How == "" {
			return model.Match{}, a.differs(o.Value, u)
		}
		if o.Approx && m.How == model.Exact {
			m.How = model.Approximate
		}
		return m, nil
	}
	m.How = model.Approximate
	equal := c.said.Cmp(c.data) == 0
	switch {
	case equal && (sense == AtLeast || sense == AtMost):
		m.How = model.Exact
		return m, nil
	case equal && o.Approx:
		return m, nil // the source has the same word
	case equal && (sense == model.Near || sense == About || a.more):
		return model.Match{}, mismatch("文字写的是约数，数据没有标明 approx", "the words say about, the data is not marked `approx`")
	case c.holds(sense):
		return m, nil
	}
	said, want := a.said(u), WriteValue(o.Value, u, model.Chinese)
	words := senseWords[sense]
	return model.Match{}, mismatch("文字写的是"+words.Zh+" "+said+"，数据是 "+want, "the words say "+words.En+" "+said+", the data says "+want)
}

// inequality compares words with a result that was published as one: both have the
// same word, or the prose has it outside the link, as with 约.
func (a Amount) inequality(sense model.Sense, o *model.Observation, c comparison, m model.Match) (model.Match, error) {
	bare := o.Sense == model.Positive || o.Sense == model.Negative
	if c.said.Cmp(c.data) == 0 && (sense == o.Sense || sense == model.Exactly && !bare) {
		if m.How = model.Exact; sense == model.Exactly {
			m.How = model.Approximate
		}
		return m, nil
	}
	if sense == model.Exactly && c.said.Cmp(c.data) != 0 && !bare {
		return model.Match{}, a.differs(o.Value, o.Indicator.Unit)
	}
	said := senseWords[sense]
	want := model.Text{Zh: Result(o, model.Chinese), En: Result(o, model.English)}
	zh, en := said.Zh+" "+a.said(o.Indicator.Unit), said.En+" "+a.said(o.Indicator.Unit)
	return model.Match{}, mismatch("文字写的是"+zh+"，数据是“"+want.Zh+"”", "the words say "+en+", the data says “"+want.En+"”")
}

// senseWords name a sense in a message.
var senseWords = map[model.Sense]model.Text{
	model.Over: {Zh: "超过", En: "more than"}, model.Under: {Zh: "低于", En: "less than"}, AtLeast: {Zh: "不低于", En: "at least"},
	AtMost: {Zh: "不超过", En: "at most"}, model.Near: {Zh: "接近", En: "nearly"}, About: {Zh: "约", En: "about"},
	model.Positive: {Zh: "大于", En: "above"}, model.Negative: {Zh: "小于", En: "below"},
}

// comparison is a figure of the words and one of the data, in the unit of the
// words. step is one unit of the last digit shown: 0.01 for 13.57. place is one
// unit of the last digit that is not zero: 1000 for 3000.
type comparison struct{ said, data, step, place *big.Rat }

// step is one unit of the last digit that the words show.
func (a Amount) step() *big.Rat { return decimal.New(1, a.Number.Exponent()).Rat() }

// place is one unit of the last digit that is not zero.
func (a Amount) place() *big.Rat {
	digits := a.Number.Coefficient().String()
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	return decimal.New(1, a.Number.Exponent()+int32(zeros)).Rat()
}

// plainly says how the number of the words, taken without 近, 超 or 约, is that of the
// data; "" when it is another one.
func (c comparison) plainly() model.How {
	switch {
	case c.said.Cmp(c.data) == 0:
		return model.Exact
	case c.said.Sign() == 0 && c.step.Cmp(big.NewRat(1, 1)) >= 0:
		return "" // nothing is left of the figure
	case c.rounded():
		return model.Rounded
	case c.said.Sign() == c.data.Sign() && c.size() && c.gap().Cmp(c.step) < 0:
		return model.Cut
	}
	return ""
}

// gap is how far the two are from each other.
func (c comparison) gap() *big.Rat {
	gap := new(big.Rat).Sub(c.said, c.data)
	return gap.Abs(gap)
}

// size reports whether the figure of the data is farther from zero.
func (c comparison) size() bool {
	return new(big.Rat).Abs(c.data).Cmp(new(big.Rat).Abs(c.said)) > 0
}

// rounded reports whether the words round the data to the digits that they show.
func (c comparison) rounded() bool { return c.gap().Cmp(half(c.step)) <= 0 }

func half(r *big.Rat) *big.Rat { return new(big.Rat).Mul(r, big.NewRat(1, 2)) }

// holds reports whether words with a sense are true of the data, and give its
// digits: 突破9万亿 of 9.4万亿, but not of 10万亿. 以上 and 以内 name a bound rather
// than digits, and may be farther away by a tenth.
func (c comparison) holds(s model.Sense) bool {
	tenth := new(big.Rat).Mul(new(big.Rat).Abs(c.said), big.NewRat(1, 10))
	gap, above := c.gap(), c.data.Cmp(c.said) > 0
	near := gap.Cmp(half(c.place)) <= 0 && gap.Cmp(tenth) <= 0
	bound := gap.Cmp(c.place) < 0 || gap.Cmp(tenth) <= 0
	switch s {
	case model.Positive:
		return c.data.Sign() > 0
	case model.Negative:
		return c.data.Sign() < 0
	case model.Over:
		return above && gap.Cmp(c.place) < 0
	case model.Under:
		return !above && gap.Sign() > 0 && gap.Cmp(c.place) < 0
	case AtLeast:
		return above && bound
	case AtMost:
		return !above && bound
	case model.Near:
		return near && !c.size() && gap.Sign() > 0
	case About:
		return near
	}
	return false
}
