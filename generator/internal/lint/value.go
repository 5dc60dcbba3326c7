package lint

import (
	"math"
	"regexp"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// mixLow and mixHigh are the factors between which two amounts look like 万元
// written for 亿元, or the other way round: 10 000, give or take half an order.
// The same again is 元 for 亿元.
var (
	mixLow   = decimal.NewFromInt(3000)
	mixHigh  = decimal.NewFromInt(33000)
	mixTwice = decimal.NewFromInt(10000)
	hundred  = decimal.NewFromInt(100)
	thousand = decimal.NewFromInt(1000)
)

// values checks every figure alone, against the others and against its target.
func (l *linter) values(i *model.Indicator) {
	l.row = newRow(i)
	for _, o := range i.Observations {
		l.alone(o)
	}
	if amounts(i) {
		l.units(i)
	}
	l.slips(i)
	if amounts(i) {
		l.spikes(i)
	}
	l.spans(i)
	for _, t := range i.Targets {
		l.target(t)
		l.words(t)
	}
}

// series names the figures that can be compared: of the same basis, and for amounts
// that add up of the same months, so that June is compared with June.
func series(o *model.Observation) string {
	key := string(o.Basis)
	if o.Indicator.Accrual == model.Flow {
		key += model.Period{Year: 1000, Kind: o.Period.Kind, N: o.Period.N}.String()
	}
	return key
}

// overWhole are the words of rates in % that are no part of a whole: how much of
// a plan is done, one amount beside another.
var overWhole = regexp.MustCompile(`完成|进度|执行率|实现率|兑现率|达产|产销率|充足率|拨备|杠杆|存贷|债务率|负债|依存度|自给|贡献|拉动|回报|收益|利润|周转|毛入学|参保率|电话普及率|增长|增速|增幅|相当于|之比|使用率|利用率|负荷|偿付|(?i:complet|progress|of plan)`)

// alone looks at one figure.
func (l *linter) alone(o *model.Observation) {
	i := o.Indicator
	if l.silenced(o) || !exact(o) {
		return
	}
	if i.Measure == model.Share && noShare(o) {
		l.wrong[o] = true
		l.report(NoShare.At(l.place(o), o.Value.String()))
	}
	if i.Measure == model.Count && o.Value.IsNegative() {
		l.report(NoCount.At(l.place(o), o.Value.String()))
	}
}

// noShare reports whether a figure cannot be a part of a whole. Rates in ‰, such as
// the natural growth of a population, are called shares too and may be below zero;
// a figure whose target is above 100 is none either.
func noShare(o *model.Observation) bool {
	i, whole := o.Indicator, hundred
	if i.Unit != model.Percent {
		return o.Value.GreaterThan(thousand)
	}
	if !o.Value.IsNegative() && !o.Value.GreaterThan(whole) {
		return false // most are parts: the words need not be searched
	}
	for _, text := range []string{i.Name.Zh, i.Name.En, i.Definition.Zh} {
		if overWhole.MatchString(text) {
			return false
		}
	}
	for _, t := range i.Targets {
		for _, n := range []decimal.NullDecimal{t.Value, t.Low, t.High, t.Stretch} {
			if n.Valid && n.Decimal.GreaterThan(whole) {
				return false
			}
		}
		if overWhole.MatchString(t.AsWritten.Zh) {
			return false
		}
	}
	return true
}

// units compares amounts with the one before them.
func (l *linter) units(i *model.Indicator) {
	before := map[string]*model.Observation{}
	for _, o := range i.Observations {
		if _, ok := l.row.size[o]; !ok {
			continue
		}
		key := series(o)
		if prev := before[key]; prev != nil && o.Break.Zh == "" && !l.silenced(o) && mixed(factor(prev.Value, o.Value)) {
			l.wrong[o] = true
			l.report(MixedUnits.At(l.place(o), o.Value.String(), prev.Value.String(), prev.Period.String(), i.Unit.String()))
			continue
		}
		before[key] = o
	}
}

// When an amount stands out of its series: five times the others between two
// ordinary figures, twenty times at the end of the series.
const (
	spikeWithin = 5
	spikeAtEnd  = 20
	calm        = 0.2 // powers of ten: how far the others are from each other
)

// spikes reports figures that stand out of their series without being a slip of the
// decimal point. Real figures grow and jump, but seldom jump and return.
func (l *linter) spikes(i *model.Indicator) {
	rows := map[string][]*model.Observation{}
	for _, o := range i.Observations {
		if _, ok := l.row.pace[o]; ok && !l.wrong[o] {
			key := series(o)
			rows[key] = append(rows[key], o)
		}
	}
	for _, o := range i.Observations {
		if row := rows[series(o)]; len(row) > 3 && o == row[0] {
			l.spikesOf(row)
		}
	}
}

func (l *linter) spikesOf(row []*model.Observation) {
	for n, o := range row[1:] {
		if o.Break.Zh != "" {
			continue
		}
		if prev := row[n]; !l.silenced(o) && l.standsOut(row, n+1) {
			l.report(Jump.At(l.place(o), prev.Value.String(), prev.Period.String(), o.Value.String()))
		}
	}
}

// standsOut reports whether a figure of a row does.
func (l *linter) standsOut(row []*model.Observation, n int) bool {
	o := row[n]
	around := l.row.near(o, row)
	others, sizes, gaps := make([]float64, len(around)), make([]float64, len(around)), make([]float64, len(around))
	for m, p := range around {
		others[m], sizes[m] = l.row.pace[p], l.row.size[p]
	}
	if len(around) < 3 {
		return false // a break is near
	}
	mid := median(others)
	for m, x := range others {
		gaps[m] = math.Abs(x - mid)
	}
	x := l.row.pace[o]
	switch {
	case median(gaps) > calm || o.Indicator.Measure == model.Count && median(sizes) < fewThings:
		return false
	case n == len(row)-1:
		return math.Abs(x-mid) >= math.Log10(spikeAtEnd)
	}
	return math.Abs(x-mid) >= math.Log10(spikeWithin) &&
		math.Abs(l.row.pace[row[n-1]]-mid) < 2*calm && math.Abs(l.row.pace[row[n+1]]-mid) < 2*calm
}

// target compares a target with the newest figure of an amount.
func (l *linter) target(t *model.Target) {
	i := t.Indicator
	if !amounts(i) || !t.Value.Valid || len(l.row.all) == 0 {
		return
	}
	o := l.row.all[len(l.row.all)-1]
	if !l.silenced(o) && !l.wrong[o] && mixed(factor(t.Value.Decimal, o.Value)) {
		l.report(MixedUnits.At(l.at(i, "target", t.Period.String(), "value"),
			t.Value.Decimal.String(), o.Value.String(), o.Period.String(), i.Unit.String()))
	}
}

// amounts reports whether figures can be so many times another.
func amounts(i *model.Indicator) bool { return i.Measure == model.Level || i.Measure == model.Count }

// factor is the larger figure divided by the smaller; 0 when that says nothing: the
// signs differ, or one is zero.
func factor(a, b decimal.Decimal) decimal.Decimal {
	a, b = decimal.Min(a, b), decimal.Max(a, b)
	if b.IsNegative() {
		a, b = b.Neg(), a.Neg()
	}
	if !a.IsPositive() {
		return decimal.Zero
	}
	return b.DivRound(a, 4)
}

func mixed(f decimal.Decimal) bool {
	between := func(f decimal.Decimal) bool {
		return f.GreaterThanOrEqual(mixLow) && f.LessThanOrEqual(mixHigh)
	}
	return between(f) || between(f.DivRound(mixTwice, 4))
}
