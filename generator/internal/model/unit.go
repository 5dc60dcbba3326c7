package model

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Unit is a unit of measurement as the report writes it: 亿元, %, 家. The empty
// Unit is no unit at all.
type Unit string

// Units that the code itself has to know.
const (
	Percent         Unit = "%"
	PercentagePoint Unit = "百分点"
)

// unitScale says that one of a unit is so many of its base unit. Units of the
// same base convert into each other; a unit that is not listed stands alone.
type unitScale struct {
	base  Unit
	scale string
	en    string
}

var unitScales = map[Unit]unitScale{
	"元":    {"元", "1", "yuan"},
	"万元":   {"元", "1e4", "10 000 yuan"},
	"亿元":   {"元", "1e8", "100 million yuan"},
	"万亿元":  {"元", "1e12", "trillion yuan"},
	"美元":   {"美元", "1", "US dollars"},
	"万美元":  {"美元", "1e4", "10 000 US dollars"},
	"亿美元":  {"美元", "1e8", "100 million US dollars"},
	"%":    {"‰", "1e1", "%"},
	"百分点":  {"百分点", "1", "percentage points"},
	"‰":    {"‰", "1", "‰"},
	"人":    {"人", "1", "persons"},
	"万人":   {"人", "1e4", "10 000 persons"},
	"人次":   {"人次", "1", "visits"},
	"万人次":  {"人次", "1e4", "10 000 visits"},
	"吨":    {"吨", "1", "tonnes"},
	"万吨":   {"吨", "1e4", "10 000 tonnes"},
	"亿吨":   {"吨", "1e8", "100 million tonnes"},
	"斤":    {"斤", "1", "jin (0.5 kg)"},
	"亿斤":   {"斤", "1e8", "100 million jin (0.5 kg)"},
	"万亿斤":  {"斤", "1e12", "trillion jin (0.5 kg)"},
	"辆":    {"辆", "1", "vehicles"},
	"万辆":   {"辆", "1e4", "10 000 vehicles"},
	"家":    {"家", "1", "firms"},
	"户":    {"户", "1", "households"},
	"个":    {"个", "1", ""},
	"项":    {"项", "1", "items"},
	"件":    {"件", "1", "items"},
	"条":    {"条", "1", ""},
	"座":    {"座", "1", ""},
	"所":    {"所", "1", ""},
	"处":    {"处", "1", "sites"},
	"亩":    {"亩", "1", "mu (1/15 ha)"},
	"万亩":   {"亩", "1e4", "10 000 mu (1/15 ha)"},
	"公顷":   {"公顷", "1", "hectares"},
	"公里":   {"公里", "1", "km"},
	"平方米":  {"平方米", "1", "m²"},
	"万平方米": {"平方米", "1e4", "10 000 m²"},
	"天":    {"天", "1", "days"},
	"岁":    {"岁", "1", "years"},
	":1":   {":1", "1", ":1"},

	"微克/立方米":  {"微克/立方米", "1", "µg/m³"},
	"吨标准煤/万元": {"吨标准煤/万元", "1", "tce per 10 000 yuan"},
}

// Known reports whether the unit is in the list of units.
func (u Unit) Known() bool {
	_, ok := unitScales[u]
	return ok
}

// En is the unit in English; units without a word of their own give "".
func (u Unit) En() string { return unitScales[u].en }

// In returns the unit in a language.
func (u Unit) In(l Lang) string {
	if l == English && u.Known() {
		return u.En()
	}
	return string(u)
}

// PP returns the unit of a difference of two values: percentage points for a
// percentage, otherwise the unit itself.
func (u Unit) PP() Unit {
	if u == Percent {
		return PercentagePoint
	}
	return u
}

// Convert converts a value between two units of the same base, exactly; ok is
// false where they have none in common.
func Convert(v decimal.Decimal, from, to Unit) (_ decimal.Decimal, ok bool) {
	if from == to {
		return v, true
	}
	f, fok := unitScales[from]
	t, tok := unitScales[to]
	if !fok || !tok || f.base != t.base {
		return decimal.Decimal{}, false
	}
	// Scales are powers of ten, so shifting is exact where dividing is not.
	fs, ts := decimal.RequireFromString(f.scale), decimal.RequireFromString(t.scale)
	n := power(fs) - power(ts)
	if v = v.Shift(n); n < 0 { // 9800万元 is 0.98亿元, not 0.9800
		v = decimal.RequireFromString(v.String())
	}
	return v, true
}

// power is n of a decimal 10ⁿ with n >= 0.
func power(d decimal.Decimal) int32 { return int32(len(d.String()) - 1) }

// Units lists the known units, sorted by their code points, for messages.
func Units() []Unit {
	list := make([]Unit, 0, len(unitScales))
	for u := range unitScales {
		list = append(list, u)
	}
	slices.Sort(list)
	return list
}
