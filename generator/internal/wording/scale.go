package wording

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Scale is the one way in which a chart writes its figures: 140.19万亿元 and not
// 1401879亿元, 14.02 trillion yuan and not 100 million yuan. Axis, labels and
// table of a chart use the same Scale. The zero Scale writes figures as they are,
// without a unit.
type Scale struct {
	unit   model.Unit
	lang   model.Lang
	shift  int32  // figures are written times ten to this
	word   string // the unit as it is written: 万亿元, billion yuan
	places int32  // decimals that a figure has at most in Short
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
	s.places = s.needed(list)
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

// needed is the number of decimals of short figures: enough that rounding changes
// none by more than 1 in 20 000 and no two become equal, but no more than were
// published.
func (s Scale) needed(list []decimal.Decimal) int32 {
	var most int32
	for _, v := range list {
		most = max(most, -v.Exponent()-s.shift)
	}
	if s.shift == 0 {
		return max(most, 0) // as published
	}
	for places := int32(0); places < most; places++ {
		if s.tells(list, places) {
			return places
		}
	}
	return max(most, 0)
}

func (s Scale) tells(list []decimal.Decimal, places int32) bool {
	seen := map[string]decimal.Decimal{}
	for _, v := range list {
		in := v.Shift(s.shift)
		round := in.Round(places)
		if in.Sub(round).Abs().Mul(decimal.NewFromInt(20_000)).GreaterThan(in.Abs()) {
			return false
		}
		if other, ok := seen[round.String()]; ok && !other.Equal(in) {
			return false
		}
		seen[round.String()] = in
	}
	return true
}

// Short writes a figure as a label does, rounded where it is written on a larger
// scale: 140.19, 8.5%. The unit stands on the axis unless it is a sign.
func (s Scale) Short(v decimal.Decimal) string { return s.number(v, true) + s.sign() }

// Value writes a rounded figure with its unit: 140.19万亿元.
func (s Scale) Value(v decimal.Decimal) string { return s.with(s.number(v, true)) }

// Exact writes a figure with its unit and all that was published of it:
// 140.1879万亿元.
func (s Scale) Exact(v decimal.Decimal) string { return s.with(s.number(v, false)) }

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

func (s Scale) number(v decimal.Decimal, short bool) string {
	in := v.Shift(s.shift)
	if s.shift != 0 {
		if short {
			in = in.Round(s.places)
		}
		in = decimal.RequireFromString(in.String())
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
