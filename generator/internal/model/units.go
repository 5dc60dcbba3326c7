package model

import (
	"math/big"
	"slices"
	"strings"
)

// unitScales are the words of scale that may stand before a unit: 万元, 亿千瓦时,
// 千公顷. The longer ones come first.
var unitScales = []struct {
	word  string
	power int32
	en    string
}{
	{"万亿", 12, "trillion"}, {"千亿", 11, "100 billion"}, {"百亿", 10, "10 billion"}, {"十亿", 9, "billion"},
	{"千万", 7, "10 million"}, {"百万", 6, "million"}, {"十万", 5, "100 000"},
	{"亿", 8, "100 million"}, {"万", 4, "10 000"}, {"千", 3, "1 000"}, {"百", 2, "100"},
}

// UnitKind is what units measure. Units of the kind “thing” count things, of
// which there are no size classes: 30家以上企业 are 30.
type UnitKind string

// The kinds of the built-in units, in the order of the documentation.
const (
	Money     UnitKind = "money"
	Parts     UnitKind = "parts"
	Persons   UnitKind = "persons"
	Things    UnitKind = "things"
	Mass      UnitKind = "mass"
	Energy    UnitKind = "energy"
	Area      UnitKind = "area"
	Length    UnitKind = "length"
	Volume    UnitKind = "volume"
	Time      UnitKind = "time"
	OtherKind UnitKind = "other"
)

// builtinUnit is a unit that every site has. Units with the same base are a family;
// factor is one unit in that base.
type builtinUnit struct {
	kind   UnitKind
	base   string // "": itself
	factor string // a fraction; "": 1
	en     string
	alone  bool
}

var builtinUnits = map[string]builtinUnit{
	"元": {kind: Money, en: "yuan"}, "美元": {kind: Money, en: "US dollars"}, "欧元": {kind: Money, en: "euros"},
	"港元": {kind: Money, en: "Hong Kong dollars"}, "日元": {kind: Money, en: "Japanese yen"},

	"%": {kind: Parts, base: "‰", factor: "10", en: "%", alone: true}, "百分点": {kind: Parts, en: "percentage points", alone: true},
	"‰": {kind: Parts, en: "‰", alone: true}, ":1": {kind: Parts, en: ":1", alone: true},
	"倍": {kind: Parts, en: "times", alone: true}, "/10万": {kind: Parts, en: "per 100 000", alone: true},

	"人": {kind: Persons, en: "persons"}, "名": {kind: Persons, base: "人", en: "persons"},
	"人次": {kind: Persons, en: "visits"}, "户": {kind: Persons, en: "households"}, "岁": {kind: Persons, en: "years", alone: true},

	"家": {kind: Things, en: "firms"}, "个": {kind: Things}, "项": {kind: Things, en: "items"}, "件": {kind: Things, en: "items"},
	"条": {kind: Things}, "座": {kind: Things}, "所": {kind: Things}, "处": {kind: Things, en: "sites"},
	"辆": {kind: Things, en: "vehicles"}, "辆次": {kind: Things, en: "vehicle trips"}, "张": {kind: Things}, "头": {kind: Things, en: "head"},
	"套": {kind: Things, en: "sets"}, "台": {kind: Things, en: "sets"}, "床": {kind: Things, en: "beds"}, "班": {kind: Things},
	"部": {kind: Things}, "艘": {kind: Things, en: "vessels"}, "架": {kind: Things, en: "aircraft"}, "株": {kind: Things, en: "plants"},
	"棵": {kind: Things, en: "trees"}, "只": {kind: Things}, "羽": {kind: Things, en: "birds"}, "篇": {kind: Things, en: "papers"},
	"卷": {kind: Things, en: "volumes"}, "册": {kind: Things, en: "copies"}, "本": {kind: Things, en: "copies"}, "场": {kind: Things, en: "events"},
	"次": {kind: Things}, "期": {kind: Things, alone: true}, "级": {kind: Things, alone: true}, "分": {kind: Things, en: "points", alone: true},
	"宗": {kind: Things}, "起": {kind: Things, en: "cases"}, "例": {kind: Things, en: "cases"}, "枚": {kind: Things}, "支": {kind: Things},
	"批": {kind: Things, en: "lots"}, "份": {kind: Things, en: "copies"}, "间": {kind: Things, en: "rooms"}, "栋": {kind: Things, en: "buildings"},
	"幢": {kind: Things, en: "buildings"}, "孔": {kind: Things}, "口": {kind: Things}, "眼": {kind: Things, en: "wells"}, "盏": {kind: Things, en: "lamps"},
	"块": {kind: Things}, "片": {kind: Things}, "位": {kind: Things}, "门": {kind: Things}, "列": {kind: Things, en: "trains"},
	"标箱": {kind: Things, en: "TEU"}, "箱": {kind: Things, en: "boxes"}, "桶": {kind: Things, en: "barrels"}, "站": {kind: Things, en: "stations"},
	"村": {kind: Things, en: "villages"}, "架次": {kind: Things, en: "flights"}, "艘次": {kind: Things, en: "calls"}, "列次": {kind: Things, en: "train runs"},
	"场次": {kind: Things}, "班次": {kind: Things}, "批次": {kind: Things, en: "lots"}, "台套": {kind: Things, en: "sets"},

	"公斤": {kind: Mass, en: "kg"}, "千克": {kind: Mass, base: "公斤", en: "kg"}, "斤": {kind: Mass, base: "公斤", factor: "1/2", en: "jin (0.5 kg)"},
	"吨": {kind: Mass, base: "公斤", factor: "1000", en: "tonnes"}, "克": {kind: Mass, base: "公斤", factor: "1/1000", en: "g"},
	"毫克": {kind: Mass, base: "公斤", factor: "1/1000000", en: "mg"}, "微克": {kind: Mass, base: "公斤", factor: "1/1000000000", en: "µg"},

	"千瓦时": {kind: Energy, en: "kWh"}, "度": {kind: Energy, base: "千瓦时", en: "kWh"}, "兆瓦时": {kind: Energy, base: "千瓦时", factor: "1000", en: "MWh"},
	"千瓦": {kind: Energy, en: "kW"}, "兆瓦": {kind: Energy, base: "千瓦", factor: "1000", en: "MW"}, "吉瓦": {kind: Energy, base: "千瓦", factor: "1000000", en: "GW"},
	"公斤标准煤": {kind: Energy, en: "kgce"}, "千克标准煤": {kind: Energy, base: "公斤标准煤", en: "kgce"},
	"吨标准煤": {kind: Energy, base: "公斤标准煤", factor: "1000", en: "tce"}, "克标准煤": {kind: Energy, base: "公斤标准煤", factor: "1/1000", en: "gce"},

	"平方米": {kind: Area, en: "m²"}, "公顷": {kind: Area, base: "平方米", factor: "10000", en: "hectares"},
	"平方公里": {kind: Area, base: "平方米", factor: "1000000", en: "km²"}, "平方千米": {kind: Area, base: "平方米", factor: "1000000", en: "km²"},
	"亩": {kind: Area, base: "平方米", factor: "2000/3", en: "mu (1/15 ha)"},

	"米": {kind: Length, en: "m"}, "公里": {kind: Length, base: "米", factor: "1000", en: "km"}, "千米": {kind: Length, base: "米", factor: "1000", en: "km"},
	"厘米": {kind: Length, base: "米", factor: "1/100", en: "cm"}, "毫米": {kind: Length, base: "米", factor: "1/1000", en: "mm"},
	"海里": {kind: Length, base: "米", factor: "1852", en: "nautical miles"},

	"立方米": {kind: Volume, en: "m³"}, "升": {kind: Volume, base: "立方米", factor: "1/1000", en: "litres"},

	"天": {kind: Time, en: "days"}, "小时": {kind: Time, en: "hours"}, "分钟": {kind: Time, base: "小时", factor: "1/60", en: "minutes"},
	"年": {kind: Time, en: "years", alone: true}, "个月": {kind: Time, en: "months", alone: true},

	"微克/立方米":  {kind: OtherKind, base: "公斤/立方米", factor: "1/1000000000", en: "µg/m³", alone: true},
	"吨标准煤/万元": {kind: OtherKind, base: "公斤标准煤/元", factor: "1/10", en: "tce per 10 000 yuan", alone: true},
}

// builtinTable has the facts of the built-in roots.
var builtinTable = func() map[string]unitFacts {
	table := make(map[string]unitFacts, len(builtinUnits))
	for name, b := range builtinUnits {
		f := unitFacts{family: b.base, factor: big.NewRat(1, 1), root: Unit(name), en: b.en, alone: b.alone}
		if f.family == "" {
			f.family = name
		}
		if b.factor != "" {
			if _, ok := f.factor.SetString(b.factor); !ok {
				panic("generator: internal error: factor of " + name)
			}
		}
		table[name] = f
	}
	return table
}()

// builtinFacts gives the facts of a built-in root.
func builtinFacts(name string) (unitFacts, bool) {
	f, ok := builtinTable[name]
	return f, ok
}

// Kind is what the unit measures: the kind of its root, or for 元/吨 that of 元.
// Declared units without a base count things.
func (u Unit) Kind() UnitKind {
	f, ok := u.facts()
	if !ok {
		return OtherKind
	}
	if b, ok := builtinUnits[f.root.String()]; ok {
		return b.kind
	}
	family, _, _ := strings.Cut(f.family, "/")
	if b, ok := builtinUnits[family]; ok {
		return b.kind
	}
	return Things
}

// Units lists the built-in units without words of scale, sorted by their code
// points.
func Units() []Unit {
	list := make([]Unit, 0, len(builtinUnits))
	for u := range builtinUnits {
		list = append(list, Unit(u))
	}
	slices.Sort(list)
	return list
}

// UnitsOf lists the built-in units of a kind, sorted by their code points.
func UnitsOf(kind UnitKind) []Unit {
	var list []Unit
	for _, u := range Units() {
		if builtinUnits[u.String()].kind == kind {
			list = append(list, u)
		}
	}
	return list
}

// UnitKinds lists the kinds in the order of the documentation.
var UnitKinds = []UnitKind{Money, Parts, Persons, Things, Mass, Energy, Area, Length, Volume, Time, OtherKind}

// DeclaredUnit is a unit that a site has besides the built-in ones, such as 灶
// or 蒸吨. Words of scale may stand before it, too.
type DeclaredUnit struct {
	Name   string
	En     string   // its English word; may be empty
	Base   Unit     // a built-in unit that it converts into; "": it stands alone
	Factor *big.Rat // one unit in Base; nil when Base is ""
}

// UnitTable is what units a site may use: the built-in ones, and those that it
// declares. The zero value and nil have the built-in ones only.
type UnitTable struct {
	declared map[string]unitFacts
}

// NewUnitTable makes the table of a site. A declaration must have a name of its
// own, and a Base that is known.
func NewUnitTable(list []DeclaredUnit) *UnitTable {
	t := &UnitTable{declared: map[string]unitFacts{}}
	for _, d := range list {
		f := unitFacts{family: d.Name, factor: big.NewRat(1, 1), root: Unit(d.Name), en: d.En}
		if base, ok := d.Base.facts(); ok && d.Factor != nil {
			f.family, f.factor = base.family, new(big.Rat).Mul(base.factor, d.Factor)
		}
		t.declared[d.Name] = f
	}
	return t
}

// Find finds a unit by its name: built in, declared, either with a word of scale
// before it (万头), or one per another (元/吨).
func (t *UnitTable) Find(name string) (_ Unit, ok bool) {
	if strings.Contains(name, carried) {
		return "", false
	}
	if Unit(name).Known() {
		return Unit(name), true
	}
	if t == nil || len(t.declared) == 0 {
		return "", false
	}
	f, ok := factsOf(name, func(name string) (unitFacts, bool) {
		if f, ok := t.declared[name]; ok {
			return f, true
		}
		return builtinFacts(name)
	})
	if !ok {
		return "", false
	}
	return carrying(name, f), true
}

// usualUnits are the units of most figures. When two names are equally near to a
// misspelt one, the first of these is suggested.
var usualUnits = strings.Fields("亿元 万元 元 万亿元 % 万人 人 万户 户 家 个 项 件 万吨 亿吨 吨 亿斤 公斤 万亩 亩 公顷 公里 平方米 立方米 千瓦时 万千瓦 吨标准煤")

// Names lists the candidates for the correction of a misspelt name, the usual ones
// first: the built-in and the declared units, and each of them with 万 and 亿.
func (t *UnitTable) Names() []string {
	list := append(t.Declared(), usualUnits...)
	for _, u := range Units() {
		list = append(list, u.String())
		if !builtinUnits[u.String()].alone {
			list = append(list, "万"+u.String(), "亿"+u.String())
		}
	}
	for _, name := range t.Declared() {
		list = append(list, "万"+name, "亿"+name)
	}
	return list
}

// Declared lists the names of the declared units, sorted by their code points.
func (t *UnitTable) Declared() []string {
	if t == nil {
		return nil
	}
	var list []string
	for name := range t.declared {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}
