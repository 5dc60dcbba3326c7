package page

import (
	"html/template"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// row is one target in a list: of an indicator without a target, the
// indicator.
type row struct {
	Name    anchor
	YearID  string // the edition of the target, as in addresses
	Year    string // the same for readers
	Unit    said
	Target  said
	When    string // the target's year in words, where the list has no column for it
	Result  string
	Period  string
	Badge   *badge // nil without a target
	Section anchor
	Lead    said
	Number  string // the result for sorting
	Gap     string // from what the result was compared with, in the indicator's unit; "" where nothing was
	Short   string // the same as a part of the target
	Part    string // Short for sorting: above zero where the target is missed by so much
	Day     string // on which the result was published
	DayISO  string
	New     bool // the newest day on which something changed brought it a result or another verdict

	StatusID  string // values for the filter
	SectionID string

	Picture template.HTML // the result beside its target; see pictures

	indicator *model.Indicator
	target    *model.Target
}

// mostPictures is how long a list may be whose rows have pictures: beyond that they
// would weigh more than they say.
const mostPictures = 500

// pictures gives each row its small drawing: how the target stands, or, for rows of
// whole indicators, what their cards show.
func (f *frame) pictures(rows []row, whole bool) {
	if len(rows) > mostPictures {
		return
	}
	for n := range rows {
		r, b := &rows[n], f.book
		c := chart.ForTarget(r.target, b.Verdicts, b.Lang)
		if whole {
			c = chart.ForRow(r.indicator, b.Verdicts, b.Lang)
		}
		if c != nil {
			r.Picture = template.HTML(svg.Spark(c)) // shapes alone
		}
	}
}

// row shows a target; t is nil for an indicator without one.
func (f *frame) row(i *model.Indicator, t *model.Target) row {
	b := f.book
	r := row{indicator: i, target: t, Name: f.anchor(wording.Title(i), address.Indicator(i)), Unit: said{Text: i.Unit.In(b.Lang)}, Lead: asWritten(i.Lead, b.Lang)}
	s, fragment := i.Section, i.Fragment
	if t != nil && t.Section != nil && t.Section != s {
		s, fragment = t.Section, ""
	}
	r.New = b.isNew(i)
	r.Section = f.anchor(s.Title, address.WithFragment(address.Section(s), fragment))
	r.SectionID = s.Ref()
	if t == nil {
		if o := b.Verdicts.Newest(i).Observation; o != nil {
			r.Result, r.Period, r.Number = b.Observed(o), b.Time(o), sortable(o)
		}
		return r
	}
	v := b.Verdicts.Of(t)
	r.YearID = t.Period.Edition().String()
	r.Year = strings.TrimSuffix(b.Period(t.Period.Edition()), "年")
	r.Target = b.say(v.Bound.AsWritten)
	r.Result, r.Period = b.result(v)
	if o := v.Actual; o != nil {
		r.Number = sortable(o)
		r.Day, r.DayISO = b.Date(o.Released), o.Released.String()
	}
	if percent, ok := v.Short(); ok {
		r.Short, r.Part = b.short(v), percent.Round(6).String()
		if !v.Gap.Decimal.IsZero() {
			r.Gap = v.GapWords().In(b.Lang)
		}
	}
	badge := b.badge(v.Status)
	r.Badge, r.StatusID = &badge, string(v.Status)
	return r
}

// sortable is a result for sorting: that of a structure or of an inequality
// without a figure has no place among numbers.
func sortable(o *model.Observation) string {
	if len(o.Parts) > 0 {
		return ""
	}
	return o.Digits()
}

// rowOfNewest shows the newest target with its year, for lists that have targets
// of several years side by side.
func (f *frame) rowOfNewest(i *model.Indicator) row {
	t := i.LatestTarget()
	r := f.row(i, t)
	if t != nil && len(f.book.Site.Editions) > 1 {
		r.When = f.book.Period(t.Period)
	}
	return r
}

// targets is a list of targets with its filter. Columns that would say nothing
// are left out.
type targets struct {
	Rows       []row
	Filter     filter
	HasYears   bool
	HasLeads   bool
	HasGaps    bool
	HasDays    bool
	HasResults bool
}

// listPage is the list of all indicators.
type listPage struct {
	*frame
	List targets
}

func (b *book) indicators(f *frame) any {
	f.name(said{Text: b.T("indicators")})
	f.Description = b.T("indicators-about")
	f.Answer = b.say(answer.Indicators(b.Site.Indicators))
	f.columnTags(columnData, b.shorts(b.Headlines())...)
	f.crumbs(anchor{said: f.Heading, Current: true})
	rows := make([]row, 0, len(b.Site.Indicators))
	var list []*verdict.Verdict
	for _, i := range b.Site.Indicators {
		rows = append(rows, f.row(i, i.LatestTarget()))
		if v := b.Verdicts.Latest(i); v != nil {
			list = append(list, v)
		}
	}
	f.pictures(rows, true)
	return &listPage{f, f.targets(rows, list)}
}

func (f *frame) targets(rows []row, list []*verdict.Verdict) targets {
	t := targets{Rows: rows, Filter: f.filter(rows, list), HasYears: len(f.book.Site.Editions) > 1}
	for n := range rows {
		r := &rows[n]
		t.HasLeads = t.HasLeads || r.Lead.Text != ""
		t.HasGaps = t.HasGaps || r.Short != ""
		t.HasDays = t.HasDays || r.Day != ""
		t.HasResults = t.HasResults || r.Result != "" || r.Picture != ""
	}
	return t
}

// filter is what the lists can be filtered by. It shows once scripts run.
type filter struct {
	Statuses []choice
	Sections []choice
	Leads    []choice
	Years    []choice
	Total    int
}

// choice is one of a filter, with how many rows it keeps.
type choice struct {
	Value string
	Label string
	Lang  string
	N     int
}

// filter collects the choices that a list offers, each in the order in which
// the list comes to it; statuses in their own order.
func (f *frame) filter(rows []row, list []*verdict.Verdict) filter {
	out := filter{Total: len(rows)}
	sections, leads, years := tally{}, tally{}, tally{}
	for n := range rows {
		r := &rows[n]
		sections.add(choice{Value: r.SectionID, Label: f.sectionLabel(r), Lang: r.Section.Lang})
		leads.add(choice{Value: r.Lead.Text, Label: r.Lead.Text, Lang: r.Lead.Lang})
		years.add(choice{Value: r.YearID, Label: r.Year})
	}
	out.Sections, out.Leads, out.Years = sections.options(), leads.options(), years.options()
	for _, c := range verdict.Counts(list) {
		if c.N > 0 {
			out.Statuses = append(out.Statuses, choice{Value: string(c.Status), Label: c.Status.Name().In(f.book.Lang), N: c.N})
		}
	}
	return out
}

// tally counts options in the order of their first sight.
type tally struct {
	list []choice
	at   map[string]int
}

func (t *tally) add(o choice) {
	if o.Value == "" {
		return
	}
	if t.at == nil {
		t.at = map[string]int{}
	}
	n, seen := t.at[o.Value]
	if !seen {
		n = len(t.list)
		t.at[o.Value] = n
		t.list = append(t.list, o)
	}
	t.list[n].N++
}

// options are the choices; a single one is no choice.
func (t *tally) options() []choice {
	if len(t.list) < 2 {
		return nil
	}
	return t.list
}
