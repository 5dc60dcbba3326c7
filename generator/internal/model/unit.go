package model

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Unit is a unit of measurement as the report writes it: 亿元, %, 家, 元/吨. The
// empty Unit is no unit at all.
//
// A built-in unit is its name. A unit that a site declares carries its
// declaration behind its name, so that whoever has the unit can write and
// convert it without a table; [Unit.String] is the name of either. Two units
// are equal when they are the same unit of the same site.
type Unit string

// Units that the code itself has to know.
const (
	Percent         Unit = "%"
	Permille        Unit = "‰"
	PercentagePoint Unit = "百分点"
	Times           Unit = "倍"
)

// carried separates the fields of a declared unit: name, English word, family,
// factor, root, power of ten.
const carried = "\x1f"

// unitFacts is what there is to know about a unit. Units of one family convert
// into each other.
type unitFacts struct {
	family string
	factor *big.Rat // one unit in the family's base unit
	root   Unit     // the unit without its word of scale: 元 of 亿元
	power  int32    // one unit is 10 to this power of the root
	en     string   // of the root
	alone  bool     // takes no word of scale: %, 岁
}

// String is the unit's name, as the report writes it.
func (u Unit) String() string {
	name, _, _ := strings.Cut(string(u), carried)
	return name
}

// MarshalText writes the unit's name.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// facts returns what is known about a unit: from its own declaration, or from the
// built-in table for it or its parts.
func (u Unit) facts() (unitFacts, bool) {
	if parts := strings.Split(string(u), carried); len(parts) == 6 {
		factor, ok := new(big.Rat).SetString(parts[3])
		power, err := strconv.ParseInt(parts[5], 10, 32)
		return unitFacts{
			en: parts[1], family: parts[2], factor: factor, root: Unit(parts[4]), power: int32(power),
		}, ok && err == nil
	}
	return factsOf(string(u), builtinFacts)
}

// carrying makes a declared unit of a name and its facts.
func carrying(name string, f unitFacts) Unit {
	return Unit(strings.Join([]string{
		name, f.en, f.family, f.factor.RatString(), f.root.String(), strconv.Itoa(int(f.power)),
	}, carried))
}

// factsOf finds the facts for a name: a root, a root with a word of scale, or one
// unit per another. roots looks a root up.
func factsOf(name string, roots func(string) (unitFacts, bool)) (unitFacts, bool) {
	if f, ok := scaledFacts(name, roots); ok {
		return f, true
	}
	top, bottom, ok := strings.Cut(name, "/")
	if !ok {
		return unitFacts{}, false
	}
	f, ok := scaledFacts(top, roots)
	if !ok {
		return unitFacts{}, false
	}
	n, rest := int64(1), bottom // 10万人
	if more, ok := strings.CutPrefix(bottom, "10"); ok {
		n, rest = 10, more
	}
	per, ok := scaledFacts(rest, roots)
	if !ok {
		return unitFacts{}, false
	}
	f.factor = new(big.Rat).Quo(f.factor, new(big.Rat).Mul(per.factor, big.NewRat(n, 1)))
	f.family += "/" + per.family
	f.root += Unit("/" + bottom)
	f.en = strings.TrimSpace(f.en + " per " + perWords(per, n))
	f.alone = true
	return f, true
}

// perWords is the English text after “per”: tonne, 10 000 persons.
func perWords(per unitFacts, n int64) string {
	words := per.english()
	switch {
	case n > 1 && strings.HasPrefix(words, "10 000 "):
		return "100" + strings.TrimPrefix(words, "10")
	case n > 1:
		return strconv.FormatInt(n, 10) + " " + words
	case per.power == 0:
		return strings.TrimSuffix(words, "s")
	}
	return words
}

// scaledFacts finds a root, or a root with a word of scale before it.
func scaledFacts(name string, roots func(string) (unitFacts, bool)) (unitFacts, bool) {
	if f, ok := roots(name); ok {
		return f, true
	}
	for _, s := range unitScales {
		rest, ok := strings.CutPrefix(name, s.word)
		if !ok {
			continue
		}
		if f, ok := roots(rest); ok && !f.alone && f.power == 0 {
			f.power = s.power
			f.factor = new(big.Rat).Mul(f.factor, tenTo(s.power))
			return f, true
		}
	}
	return unitFacts{}, false
}

func tenTo(power int32) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil))
}

// Known reports whether the unit is built in or carries its declaration.
func (u Unit) Known() bool {
	_, ok := u.facts()
	return ok
}

// Root is the unit without its word of scale: 元 of 亿元, which words such as
// 突破千亿 leave out. A unit that is not known is its own root.
func (u Unit) Root() Unit {
	f, ok := u.facts()
	if !ok || f.power == 0 {
		return u
	}
	if strings.Contains(string(u), carried) {
		f.factor, f.power = new(big.Rat).Quo(f.factor, tenTo(f.power)), 0
		return carrying(f.root.String(), f)
	}
	return f.root
}

// En is the unit in English; units without a word of their own give "".
func (u Unit) En() string {
	f, _ := u.facts()
	return f.english()
}

// english is the English word with its scale: 100 million yuan.
func (f unitFacts) english() string {
	for _, s := range unitScales {
		if s.power == f.power && f.power != 0 {
			return strings.TrimSpace(s.en + " " + f.en)
		}
	}
	return f.en
}

// In returns the unit in a language.
func (u Unit) In(l Lang) string {
	if l == English && u.Known() {
		return u.En()
	}
	return u.String()
}

// PP returns the unit of a difference of two values: percentage points for a
// percentage, otherwise the unit itself.
func (u Unit) PP() Unit {
	if u == Percent {
		return PercentagePoint
	}
	return u
}

// Factor returns what one unit of from is in to, exactly: 1 亩 is 1/15 公顷. ok is
// false when the two are of different kinds.
func Factor(from, to Unit) (_ *big.Rat, ok bool) {
	if from == to {
		return big.NewRat(1, 1), true
	}
	f, fok := from.facts()
	t, tok := to.facts()
	if !fok || !tok || f.family != t.family {
		return nil, false
	}
	return new(big.Rat).Quo(f.factor, t.factor), true
}

// Convert converts a value between two units of one kind, exactly; ok is false when
// the two are of different kinds, or the result is not a finite decimal, as for 10亩
// in 公顷.
func Convert(v decimal.Decimal, from, to Unit) (_ decimal.Decimal, ok bool) {
	if from == to {
		return v, true
	}
	factor, ok := Factor(from, to)
	if !ok {
		return decimal.Decimal{}, false
	}
	if n, ok := powerOfTen(factor); ok {
		if v = v.Shift(n); n < 0 { // 9800万元 is 0.98亿元, not 0.9800
			v = decimal.RequireFromString(v.String())
		}
		return v, true
	}
	return finite(factor.Mul(factor, v.Rat()))
}

// powerOfTen gives n of a factor that is 10ⁿ.
func powerOfTen(r *big.Rat) (n int32, ok bool) {
	for sign, whole := range map[int32]*big.Int{1: r.Num(), -1: r.Denom()} {
		digits := whole.String()
		if strings.TrimRight(digits, "0") != "1" {
			return 0, false
		}
		n += sign * int32(len(digits)-1)
	}
	return n, true
}

// finite converts a fraction into a decimal; ok is false when that is not finite.
func finite(r *big.Rat) (_ decimal.Decimal, ok bool) {
	places, exact := r.FloatPrec()
	if !exact {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(r.FloatString(places))
	return d, err == nil
}
