package model

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

// Measure is what an indicator's figure is: how it may be compared.
type Measure string

// The measures. A level is an amount (亿元), a count a number of things (家), a
// growth a rate of change in % or ‰, a share a part in %, a ratio x:1, an index
// a number on a base of 100, a completion how much of a plan is done in % (it
// adds up over the year), a structure the shares of several parts in %.
const (
	Level  Measure = "level"
	Growth Measure = "growth"
	Share  Measure = "share"
	Count  Measure = "count"
	Ratio  Measure = "ratio"
	Index  Measure = "index"

	Completion Measure = "completion"
	Structure  Measure = "structure"
)

// Measures lists all measures in the order of the documentation.
var Measures = []Measure{Level, Growth, Share, Count, Ratio, Index, Completion, Structure}

// Accrual says how a level or count comes about over the year.
type Accrual string

// A Flow (时期指标) adds up over the year, a Stock (时点指标) is a state at a
// moment. Rates, shares, ratios and indices have neither.
const (
	NoAccrual Accrual = ""
	Flow      Accrual = "flow"
	Stock     Accrual = "stock"
)

// Better is the direction in which a figure improves. There is no default.
type Better string

// Up: more is better. Down: less is better. Band: between two bounds is best.
const (
	Up   Better = "up"
	Down Better = "down"
	Band Better = "band"
)

// Nature is the binding force of a target; the zero value means "not stated".
type Nature string

// Expected (预期性) targets are mostly reached by the market, Binding (约束性)
// ones are a duty of government.
const (
	Expected Nature = "预期性"
	Binding  Nature = "约束性"
)

// Indicator is one figure that the report promises, with all its targets and
// published results.
type Indicator struct {
	ID         string
	Name       Text
	Short      Text // for cards and chart labels; never empty
	Unit       Unit
	Measure    Measure
	Accrual    Accrual
	Better     Better
	Nature     Nature
	Section    *Section // where the newest edition states it; never nil
	Fragment   string   // heading id within the section; may be empty
	Lead       string   // responsible unit
	Support    []string
	Groups     []*Group
	Definition Text
	Scope      Text
	Parts      []Text // of a structure, in the order of its values
	Withheld   Withheld

	// NextRelease is the day that the publisher has announced for the next figure; the
	// zero day where none is known.
	NextRelease Date
	Former      []string // addresses that it had before

	Growth *Indicator // the indicator of its growth; nil: none is named
	Level  *Indicator // of a growth: what grows; nil: not named

	Targets      []*Target      // oldest period first; see CompareTargets
	Observations []*Observation // by period, then basis
	Gaps         []Gap          // figures that are known not to exist, in the order of their table
	CitedBy      []*Section     // sections whose prose cites it, in reading order
	Related      []*Indicator   // same heading or group, in reading order, without itself
}

// Group is a named set of indicators that one chart can show.
type Group struct {
	ID         string
	Name       Text
	Indicators []*Indicator // in reading order
}

// Op compares a result with a target. See docs/format.md for the wordings.
type Op string

// The operators of a target.
const (
	GE          Op = "ge"          // 以上: at least, inclusive
	GT          Op = "gt"          // 超过、突破: more than, strict
	LE          Op = "le"          // 以内: at most, inclusive
	LT          Op = "lt"          // 低于: less than, strict
	EQ          Op = "eq"          // exactly
	Approx      Op = "approx"      // 左右: about; a miss needs a tolerance
	Range       Op = "range"       // low to high, both inclusive
	RelGT       Op = "rel_gt"      // above another indicator's result
	RelGE       Op = "rel_ge"      // not below another indicator's result
	RelSync     Op = "rel_sync"    // in step with another indicator; needs a tolerance
	Flat        Op = "flat"        // 持平: no change
	DeltaPP     Op = "delta_pp"    // base plus Value percentage points
	External    Op = "external"    // set by a higher authority, not judged here
	Qualitative Op = "qualitative" // words only, not judged
)

// Ops lists all operators in the order of the documentation.
var Ops = []Op{GE, GT, LE, LT, EQ, Approx, Range, RelGT, RelGE, RelSync, Flat, DeltaPP, External, Qualitative}

// Relative reports whether the operator compares with another indicator.
func (o Op) Relative() bool { return o == RelGT || o == RelGE || o == RelSync }

// Inverse is the operator with the signs turned round: a fall of at least 3 % is a change
// of at most −3 %. Those that name no direction stay.
func (o Op) Inverse() Op {
	switch o {
	case GE:
		return LE
	case LE:
		return GE
	case GT:
		return LT
	case LT:
		return GT
	}
	return o
}

// Bound is what a target demands: an operator and its figures, all in the
// indicator's unit. Figures that the operator does not use are not valid.
type Bound struct {
	Op       Op
	Value    decimal.NullDecimal // for multiples: Base × Multiple, worked out by check
	Low      decimal.NullDecimal // Range; Approx and DeltaPP of a range
	High     decimal.NullDecimal // likewise
	Ref      *Indicator          // relative operators
	Parts    []decimal.Decimal   // of a structure: its parts
	Base     decimal.NullDecimal // DeltaPP, Flat of a level, multiples
	Multiple decimal.NullDecimal // 翻番 = 2; the target is Base × Multiple

	Tolerance decimal.NullDecimal // in the unit, percentage points for %; no default
	Stretch   decimal.NullDecimal // A、力争B: the higher aim; of a range the end that is reached first
	Further   []decimal.Decimal   // aims beyond Stretch, the nearest first: the far end of 力争B—C, or more layers
	AsWritten Text                // the words of the report, always shown
	Announced Date                // zero: with the report
}

// Target is what an edition demands of an indicator for a period.
type Target struct {
	Indicator *Indicator
	Period    Period
	Bound              // the version in force: the newest one
	Earlier   []Bound  // superseded versions, oldest first
	Hedge     string   // 力争, 确保 …; never changes the operator
	Section   *Section // where that year's edition states it; nil if that edition is not on the site
	Plan      []PlanPoint
	Override  *Override
	Note      Text
	Counts    Counts  // of a plan period; "" of others
	From      Period  // of a plan period: what changes are counted from; zero: not stated
	Reason    Text    // why it was not reached, as a source says it
	ReasonBy  *Source // of Reason; nil without one
}

// Counts is what of a plan period a target's figure is: its state or value at
// the end (到2025年达到), all of it together (累计), or a year's average (年均).
type Counts string

// What a plan's figure counts.
const (
	AtEnd   Counts = "end"
	Total   Counts = "total"
	Average Counts = "average"
)

// AllCounts lists what a plan's figure can count.
var AllCounts = []Counts{AtEnd, Total, Average}

// Versions are all versions of the target, the first one first; a new slice.
func (t *Target) Versions() []Bound { return append(slices.Clone(t.Earlier), t.Bound) }

// Known is the day on which a version of the target became public: when it was
// announced, else when its report was; zero when nobody knows, which counts as
// always.
func (t *Target) Known(b Bound) Date {
	if b.Announced.IsZero() && t.Section != nil {
		return t.Section.Edition.Published
	}
	return b.Announced
}

// PlanPoint is what an editor's own plan expects by the end of a period within
// the year, cumulated, in the indicator's unit.
type PlanPoint struct {
	Period Period
	Value  decimal.Decimal
}

// Override is a verdict given by a person; it is shown next to the computed
// one. All its fields are required.
type Override struct {
	Status string // a status id of package verdict
	Reason Text
	By     string
	Date   Date
}

// Basis is what an observation covers within its period.
type Basis string

// Annual is a whole year, Cumulative (累计) the year to the end of the period,
// Single (当月、当季) the period alone, Point (期末) the state at its end.
const (
	Annual     Basis = "annual"
	Cumulative Basis = "cumulative"
	Single     Basis = "single"
	Point      Basis = "point"
)

// Bases lists the bases in the order in which observations of one period sort.
var Bases = []Basis{Annual, Cumulative, Single, Point}

// Stage is how final a published figure is.
type Stage string

// Stages lists the stages from the least to the most final.
var Stages = []Stage{"快报", "预计", "初步核算", "最终核实", "普查修订"}

// Estimate reports whether the source itself calls the figure a flash or an
// expected one.
func (s Stage) Estimate() bool { return s == "快报" || s == "预计" }

// Observation is one published result.
type Observation struct {
	Indicator *Indicator
	Period    Period
	Basis     Basis
	Value     decimal.Decimal   // in the indicator's unit; 0 for a structure and an inequality without a figure
	Parts     []decimal.Decimal // of a structure: its parts
	Stage     Stage             // "" where the source names none
	Released  Date              // zero: not known
	Source    *Source           // never nil
	Approx    bool              // 约3000: the source gives no exact figure
	Sense     Sense             // the source gives an inequality: 突破9万亿, 近3000; "" for a figure
	Break     Text              // from this figure on the series follows another standard or scope; empty: no break
	Ok        string            // why a figure that looks wrong is right, for the checks; not shown
	Note      Text
	Earlier   []Revision // superseded values, oldest first
}

// Before is a copy of the figure with its n-th superseded value. The note is
// left out, for it may speak of the value in force.
func (o *Observation) Before(n int) *Observation {
	r, old := o.Earlier[n], *o
	old.Value, old.Stage, old.Released = r.Value, r.Stage, r.Released
	old.Earlier, old.Note = o.Earlier[:n:n], Text{}
	return &old
}

// Sense says that a result was published as an inequality.
type Sense string

// Over (突破、超过、余) is more than Value, Under (不足、低于) less, Near (近、接近) a
// little less. Positive (为正) and Negative (为负) have the Value 0.
const (
	Exactly  Sense = ""
	Over     Sense = "over"
	Under    Sense = "under"
	Near     Sense = "near"
	Positive Sense = "positive"
	Negative Sense = "negative"
)

// Senses lists the senses that content can write.
var Senses = []Sense{Over, Under, Near, Positive, Negative}

// Above reports whether the result lies above its Value, and not below.
func (s Sense) Above() bool { return s == Over || s == Positive }

// Gap is a figure that is known not to exist, such as that of January alone.
type Gap struct {
	Period Period
	Basis  Basis
	Reason Text // may be empty
}

// Revision is a value that a later release replaced. One with a Reason is a correction,
// which readers are told of; without one it is the usual way of figures from
// preliminary to final.
type Revision struct {
	Value    decimal.Decimal
	Stage    Stage
	Released Date
	Reason   Text // why it was replaced; may be empty
}

// Target returns the target for a period, or nil.
func (i *Indicator) Target(p Period) *Target {
	for _, t := range i.Targets {
		if t.Period == p {
			return t
		}
	}
	return nil
}

// TargetOf returns the target that the report of a year or plan sets, where there is room
// for one: that for its own period, else the newest for a part of it; nil where it sets
// none.
func (i *Indicator) TargetOf(report Period) *Target {
	var newest *Target
	for _, t := range i.Targets {
		switch {
		case t.Period == report:
			return t
		case t.Period.Edition() == report:
			newest = t
		}
	}
	return newest
}

// CompareTargets orders targets by the year in which their period begins, a plan
// before the years of its time.
func CompareTargets(a, b *Target) int {
	plan := func(t *Target) int {
		if t.Period.Kind == Plan {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Period.From(), b.Period.From()),
		cmp.Compare(plan(a), plan(b)),
		a.Period.Compare(b.Period),
	)
}

// LatestTarget returns the target of the newest period, or nil.
func (i *Indicator) LatestTarget() *Target {
	if len(i.Targets) == 0 {
		return nil
	}
	return i.Targets[len(i.Targets)-1]
}

// Observation returns the observation of a period and basis, or nil.
func (i *Indicator) Observation(p Period, b Basis) *Observation {
	for _, o := range i.Observations {
		if o.Period == p && o.Basis == b {
			return o
		}
	}
	return nil
}

// Covers is what a figure of the indicator covers: the annual figure of a stock is the
// state at the end of the year.
func (i *Indicator) Covers(b Basis) Basis {
	if b == Annual && i.Accrual == Stock {
		return Point
	}
	return b
}

// SortObservations puts observations in the order of period, then basis.
func (i *Indicator) SortObservations() {
	slices.SortFunc(i.Observations, func(a, b *Observation) int {
		if c := a.Period.Compare(b.Period); c != 0 {
			return c
		}
		return slices.Index(Bases, a.Basis) - slices.Index(Bases, b.Basis)
	})
}
