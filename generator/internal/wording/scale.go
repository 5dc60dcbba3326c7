package wording

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Scale is the one way in which the drawing of a chart writes its figures: 140.19万亿元
// and not 1401879亿元, 14.02 trillion yuan and not 100 million yuan. Axis and labels of
// a drawing use the same Scale, and its heading says how that converts. In words, such
// as a title, a table or a tooltip, a figure stands as it was published, as everywhere
// on the site; see [Scale.Exact]. The zero Scale writes figures as they are, without a
// unit.
type Scale struct {
	unit   model.Unit
	lang   model.Lang
	shift  int32  // figures are written times ten to this
	word   string // the unit as it is written: 万亿元, billion yuan
	least  int32  // decimals that a figure has at least in Short, where it is on a larger scale
	places int32  // and at most
}

// ScaleOf is the scale for figures of a unit that stand together. Figures keep
// their own unit where a larger one would make the small ones unreadable.
func ScaleOf(list []decimal.Decimal, u model.Unit, l model.Lang) Scale {
	s := Scale{unit: u, lang: l, word: u.In(l)}
	if l == model.English {
		s.english(list)
	} else {
		s.han(list)
	}
	s.places = s.most(list)
	s.least = s.apart(list)
	return s
}

// han takes the largest of 万, 亿 and 万亿 in which no figure gets lost.
func (s *Scale) han(list []decimal.Decimal) {
	if !s.counts() {
		return
	}
	steps := []string{"", "万", "亿", "万亿"}
	base := s.unit.Root().String()
	at := slices.IndexFunc(steps, func(step string) bool { return step+base == s.unit.String() })
	if at < 0 {
		return // on another scale, such as 百万元
	}
	for n := at + 1; n < len(steps); n++ {
		to := Scale{shift: int32(at-n) * 4, word: steps[n] + base}
		if !to.readable(list) {
			return
		}
		s.shift, s.word = to.shift, to.word
	}
}

// english takes a unit without a number in its name, with thousands separated or
// with million, billion or trillion.
func (s *Scale) english(list []decimal.Decimal) {
	base, power, ok := bare(s.unit)
	if !ok {
		return
	}
	s.shift, s.word = power, base.En()
	for n := 2; n >= 0; n-- {
		to := Scale{shift: power - englishScales[n].power, word: strings.TrimSpace(englishScales[n].word + " " + base.En())}
		if !to.readable(list) {
			return
		}
		s.shift, s.word = to.shift, to.word
	}
}

// bare is the unit that a unit is ten to some power of, in English.
func bare(u model.Unit) (base model.Unit, power int32, ok bool) {
	base = englishBase(u)
	if base == "" {
		return u, 0, false
	}
	in, _ := model.Convert(decimal.NewFromInt(1), u, base)
	return base, int32(in.NumDigits()) + in.Exponent() - 1, true
}

// counts reports whether amounts of the unit may be written in ten thousands.
func (s *Scale) counts() bool {
	return s.unit != "" && !rate(s.unit) && !strings.Contains(s.unit.String(), "/")
}

// rate reports whether figures carry the unit as a sign of their own.
func rate(u model.Unit) bool {
	return u == model.Percent || u == model.Permille || u == ":1" || u == model.PercentagePoint
}

// readable reports whether figures can be written on a scale: the largest is at
// least 1, and none is smaller than 0.01.
func (s Scale) readable(list []decimal.Decimal) bool {
	hundredth, large := decimal.New(1, -2), false
	for _, v := range list {
		v = v.Abs().Shift(s.shift)
		large = large || v.GreaterThanOrEqual(decimal.NewFromInt(1))
		if !v.IsZero() && v.LessThan(hundredth) {
			return false
		}
	}
	return large
}

// most is the number of decimals that the figures have on the scale.
func (s Scale) most(list []decimal.Decimal) int32 {
	var most int32
	for _, v := range list {
		most = max(most, -v.Exponent()-s.shift)
	}
	return max(most, 0)
}

// apart is the number of decimals with which no two of the figures become equal.
func (s Scale) apart(list []decimal.Decimal) int32 {
	for places := int32(0); places < s.places; places++ {
		seen, equal := map[string]decimal.Decimal{}, false
		for _, v := range list {
			round := v.Shift(s.shift).Round(places).String()
			other, ok := seen[round]
			equal = equal || ok && !other.Equal(v)
			seen[round] = v
		}
		if !equal {
			return places
		}
	}
	return s.places
}

// short rounds a figure on the scale as far as that changes it by no more than 1 in
// 20 000; a figure on its own scale stays as it was published.
func (s Scale) short(in decimal.Decimal) decimal.Decimal {
	for places := s.least; places < s.places; places++ {
		round := in.Round(places)
		if in.Sub(round).Abs().Mul(decimal.NewFromInt(20_000)).LessThanOrEqual(in.Abs()) {
			return round
		}
	}
	return in.Round(s.places)
}

// Short writes a figure as a label does, rounded where it is written on a larger
// scale: 140.19, 8.5%. The unit stands on the axis unless it is a sign.
func (s Scale) Short(v decimal.Decimal) string { return s.number(v) + s.sign() }

// Value writes a figure of the drawing with its unit: 140.19万亿元.
func (s Scale) Value(v decimal.Decimal) string { return s.with(s.number(v)) }

// Exact writes a figure in words, with all that was published of it: 1401879亿元.
func (s Scale) Exact(v decimal.Decimal) string { return WriteValue(v, s.unit, s.lang) }

// Tick writes a figure of an axis, with so many decimals as it needs.
func (s Scale) Tick(v decimal.Decimal) string {
	return s.group(decimal.RequireFromString(v.Shift(s.shift).String())) + s.sign()
}

// Unit is the unit that the figures stand in, for the axis: 万亿元; "" where
// every figure carries it.
func (s Scale) Unit() string {
	if s.sign() != "" {
		return ""
	}
	return s.word
}

// Declared is the unit of the drawing with its conversion, for its heading: 万亿元,
// 1万亿元=10000亿元. It is the sign where every figure carries one.
func (s Scale) Declared() string {
	if sign := s.sign(); sign != "" {
		return sign
	}
	if s.shift == 0 || s.lang == model.English { // words are on a scale of their own there
		return s.word
	}
	return s.word + "，1" + s.word + "=" + WriteValue(decimal.New(1, -s.shift), s.unit, s.lang)
}

// Published is the unit that figures in words are counted in, for the heading of a
// table; "" in English where each figure names its own scale.
func (s Scale) Published() string {
	switch sign := s.sign(); {
	case sign != "":
		return sign
	case s.lang != model.English:
		return s.unit.In(s.lang)
	case s.shift != 0:
		return ""
	}
	return s.word
}

// Shift is the power of ten by which figures are multiplied.
func (s Scale) Shift() int32 { return s.shift }

// Sign is what every figure carries behind it: "%", or "".
func (s Scale) Sign() string { return s.sign() }

func (s Scale) sign() string {
	if rate(s.unit) && s.unit != model.PercentagePoint {
		return s.unit.String()
	}
	return ""
}

func (s Scale) with(number string) string {
	switch {
	case s.sign() != "" || s.word == "":
		return number + s.sign()
	case s.lang == model.English:
		return counted(number, s.word)
	case s.unit == model.PercentagePoint:
		return number + "个百分点"
	}
	return number + s.word
}

// number writes the digits of a figure on the scale, rounded where that is a larger one.
func (s Scale) number(v decimal.Decimal) string {
	in := v.Shift(s.shift)
	if s.shift != 0 {
		in = decimal.RequireFromString(s.short(in).String())
	}
	return s.group(in)
}

// group writes digits with a true minus, and in English with commas.
func (s Scale) group(v decimal.Decimal) string {
	text := model.Digits(v)
	if s.lang == model.English {
		text = grouped(v)
	}
	return strings.Replace(text, "-", "−", 1)
}
