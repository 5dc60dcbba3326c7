package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// DefaultBand is how far a flow may be from the elapsed share of the year and
// still be on pace, in percentage points of the year's target.
const DefaultBand = 5

// Options are the settings of a run.
type Options struct {
	AsOf       model.Date      // "today"; zero: the site's newest release date
	OnPaceBand decimal.Decimal // in percentage points of the target, not negative; zero allows no deviation

	grammar *wording.Grammar // of the site's units, for words in the other language
}

// Verdict says how one target stands, and keeps the figures that it was judged by.
type Verdict struct {
	Target *model.Target
	Status Status
	Reason Reason // why it is NotJudged; "" otherwise

	Bound  model.Bound // the version of the target that was used: the one in force
	Others []Other     // the status against each superseded version, the first one first

	// Actual and Reference are the figures that were compared; nil: there is none.
	Actual    *model.Observation
	Reference *model.Observation // relative operators: the other indicator's figure
	Revised   *Revised           // a revision changed the status; nil when none did

	AsOf        model.Date
	Over        bool // the target's period is over on the as-of date
	Final       bool // the period's final figure was judged
	Preliminary bool // Actual is a first estimate (快报, 预计, 初步核算) or came out before the period's end
	Paced       bool // Expected is a part of Goal: by the elapsed share, or by Plan
	Plan        *model.PlanPoint

	// All in the indicator's unit but Completion and Elapsed, which are
	// percentages. Not valid when they do not apply.
	Goal       decimal.NullDecimal // what the whole period demands; of a range the end that was compared
	Expected   decimal.NullDecimal // what Actual is compared with: what is due by now, else the end of the target nearest to it
	Gap        decimal.NullDecimal // Actual − Expected; within a range 0, and Expected is not valid
	Completion decimal.NullDecimal // Actual as a percentage of Goal; amounts only
	Elapsed    decimal.NullDecimal // the part of the period that Actual covers
	Stretch    *Stretch            // nil: the target has no higher aim, or there is no figure

	Override *model.Override // a person's verdict, shown next to the computed one
	Formula  string          // the comparison in figures: "1921 > 1800"

	judged
}

// Other is the status against another version of the target.
type Other struct {
	Bound  model.Bound
	Status Status
}

// Revised says that an earlier value of a figure led to another status.
type Revised struct {
	Of     *model.Observation // Actual or Reference
	Was    model.Revision
	Status Status // with the earlier value
}

// Stretch is the result against the higher aim of "A、力争B".
type Stretch struct {
	Value decimal.Decimal
	Met   bool
	Gap   decimal.Decimal // actual − Value
}

// Set holds the verdicts of a site.
type Set struct {
	opt  Options
	list []*Verdict
	of   map[*model.Target]*Verdict
}

// All judges every target of a site as it is known on the as-of date (package
// known).
func All(site *model.Site, opt Options) *Set {
	if opt.AsOf.IsZero() {
		opt.AsOf = site.NewestRelease()
	}
	opt.grammar = wording.New(site.Units)
	s := &Set{opt: opt, of: map[*model.Target]*Verdict{}}
	for _, i := range site.Indicators {
		for _, t := range i.Targets {
			v := Judge(t, opt)
			s.list = append(s.list, v)
			s.of[t] = v
		}
	}
	return s
}

// Of returns the verdict of a target; never nil for a target of the site.
func (s *Set) Of(t *model.Target) *Verdict { return s.of[t] }

// Latest returns the verdict of the indicator's newest target; nil when it has
// no target.
func (s *Set) Latest(i *model.Indicator) *Verdict { return s.of[i.LatestTarget()] }

// List returns all verdicts in reading order, of one indicator the oldest
// period first.
func (s *Set) List() []*Verdict { return s.list }

// Options returns the settings that were used, the as-of date filled in.
func (s *Set) Options() Options { return s.opt }

// Count says how many verdicts have a status.
type Count struct {
	Status Status
	N      int
}

// Counts counts verdicts by status as supervision bulletins print them: every
// status in the order of [Statuses], with 0 where there is none. Overrides do
// not change the count.
func Counts(list []*Verdict) []Count {
	counts := make([]Count, len(Statuses()))
	for n, i := range Statuses() {
		counts[n].Status = i.ID
		for _, v := range list {
			if v.Status == i.ID {
				counts[n].N++
			}
		}
	}
	return counts
}
