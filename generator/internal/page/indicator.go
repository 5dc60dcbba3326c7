package page

import (
	"cmp"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// indicatorPage is the page of one indicator.
type indicatorPage struct {
	*frame
	Citation    string
	Embed       string // the frame for other sites
	Tiles       []tile
	Judged      *judgement // of the newest target; nil without one
	Earlier     []judgement
	Corrections []correction
	Chart       *figure
	Detail      *figure
	Facts       []fact
	Definition  said
	Scope       said
	Beside      *besideTable
	Results     *resultTable // of the newest two years; nil without results
	Older       *resultTable // the others, where they are many
	Terms       []term
	Section     anchor
	CitedBy     []anchor
	Related     []row
	Growth      *anchor // the indicator of its growth
	Level       *anchor // of a growth: what grows
	Sources     []sourceLine
	Files       []anchor
}

// fact is a line of an indicator's particulars.
type fact struct {
	Name  string
	Value said
}

// judgement is a target with its verdict.
type judgement struct {
	Year     string
	Target   said // in the words of the report
	Result   string
	Period   string
	Badge    badge
	Explain  said
	Steps    []stepLine
	AsOf     string
	Versions []version
	Override *override
	Note     said
	Inferred said // what of the report the verdict rests on is inferred
}

type stepLine struct {
	Label, Value said
	Source       *sourceLine
}

// version is a target as it was announced at one time.
type version struct {
	Number    int
	Words     said
	Announced string
	Used      bool // the verdict is against it
	Badge     *badge
}

// override is a verdict that a person gave.
type override struct {
	Badge  badge
	Reason said
	By     string
	Date   string
}

// resultTable is published results. A column that would say nothing is left out.
type resultTable struct {
	Rows                        []resultRow
	HasStages, HasDays, HasKind bool
}

// resultTables are the results of the newest years and the older ones, with the same
// columns.
func resultTables(rows []resultRow) (recent, older *resultTable) {
	var t resultTable
	for _, r := range rows {
		t.HasStages = t.HasStages || r.Stage != ""
		t.HasDays = t.HasDays || r.Released != ""
		t.HasKind = t.HasKind || r.Basis != ""
	}
	of := func(rows []resultRow) *resultTable {
		if len(rows) == 0 {
			return nil
		}
		out := t
		out.Rows = rows
		return &out
	}
	first, others := folded(rows)
	return of(first), of(others)
}

// resultRow is a published result, or a gap: a figure that does not exist.
type resultRow struct {
	year     int
	Period   string
	Basis    string
	Value    string // "" for a gap
	Reason   said   // of a gap; may be empty
	Stage    string
	Released string
	Source   sourceLine
	Note     said
	Earlier  []revisionLine
}

type revisionLine struct {
	Value, Stage, Released string
	Reason                 said
}

func (b *book) indicator(f *frame, i *model.Indicator) any {
	f.name(b.say(wording.Title(i)))
	p := &indicatorPage{
		frame: f, Definition: b.say(i.Definition), Scope: b.say(i.Scope), Facts: b.facts(i),
		Chart:   f.figure(b.Main(i), said{}),
		Section: f.anchor(i.Section.Title, address.WithFragment(address.Section(i.Section), i.Fragment)),
		Sources: f.sourcesOf(i),
		Files:   f.files(i),
	}
	if p.Chart.empty() && len(i.Observations) > 0 {
		p.Chart = nil // too few for a chart; that there is no data would not be true
	}
	if detail := b.Detail(i); b.Chart(detail) != nil {
		p.Detail = f.figure(detail, said{})
	}
	f.crumbs(f.place("indicators", "indicators/"), anchor{said: f.Heading, Current: true})
	p.Citation, p.Embed = f.citation(i), f.embedCode(i)
	for n := len(i.Targets) - 1; n >= 0; n-- {
		j := f.judgement(b.Verdicts.Of(i.Targets[n]))
		if p.Judged == nil {
			p.Judged = &j
			f.Description = j.Explain.Text
		} else {
			p.Earlier = append(p.Earlier, j)
		}
	}
	if f.pictured(address.Picture(i), b.indicatorCard(i), b.pictureAlt(i)) {
		p.Files = append(p.Files, anchor{said: said{Text: "PNG"}, Href: f.href(address.Picture(i))})
	}
	f.Answer = b.say(answer.Indicator(b.Verdicts, i))
	p.Tiles, p.Beside = f.tiles(i), f.beside(i)
	p.Corrections = b.corrections(i)
	p.Results, p.Older = resultTables(f.results(i))
	p.Terms = b.indicatorTerms(i)
	p.CitedBy = f.sectionAnchors(i.CitedBy)
	p.Growth, p.Level = f.kin(i.Growth), f.kin(i.Level)
	for n, other := range i.Related {
		if n == mostRelated {
			break
		}
		p.Related = append(p.Related, f.rowOfNewest(other))
	}
	f.articleTags(f.indicatorArticle(i))
	f.describeDataset(i)
	return p
}

// sectionAnchors link to sections. Where two of different years have the same
// title, the years tell them apart.
func (f *frame) sectionAnchors(list []*model.Section) []anchor {
	times := map[string]int{}
	for _, s := range list {
		times[s.Title.In(f.book.Lang)]++
	}
	anchors := make([]anchor, len(list))
	for n, s := range list {
		anchors[n] = f.anchor(s.Title, address.Section(s))
		if times[s.Title.In(f.book.Lang)] > 1 {
			anchors[n].Text = f.book.T("section-of-year", "Year", f.book.Period(s.Edition.Period), "Title", anchors[n].Text)
		}
	}
	return anchors
}

// citation is a line for whoever quotes the page: it names the state of the data,
// so that a later reader sees whether it is still the same.
func (f *frame) citation(i *model.Indicator) string {
	site := f.SiteTitle.Text
	if s := f.Identity.Sponsor; s != "" {
		site = f.book.T("cite-by", "By", s, "Site", site)
	}
	line := f.book.T("cite-line", "Site", site, "Name", f.Heading.Text, "Date", f.AsOf, "Version", f.book.Data.VersionOf(i))
	if f.Canonical != "" {
		line += " " + f.Canonical
	}
	return line
}

// kin links to the growth or level of an indicator; nil where it has none.
func (f *frame) kin(i *model.Indicator) *anchor {
	if i == nil {
		return nil
	}
	a := f.anchor(wording.Title(i), address.Indicator(i))
	return &a
}

// mostRelated is how many related indicators a page lists.
const mostRelated = 8

// indicatorArticle dates an indicator's page by what it last got to say: the
// newest result, else the report.
func (f *frame) indicatorArticle(i *model.Indicator) article {
	e := i.Section.Edition
	a := article{
		column: f.book.dataColumn(), published: e.Published, source: e.Source,
		keywords: []string{wording.Title(i).In(f.book.Lang), wording.Label(i).In(f.book.Lang), i.Section.Title.In(f.book.Lang)},
	}
	for _, o := range i.Observations {
		if o.Released.After(a.published) {
			a.published, a.source = o.Released, o.Source
		}
	}
	if f.Picture != "" {
		a.image = f.Picture
	} else if f.book.HasSVG(i) {
		a.image = f.book.Linker.Absolute(address.Data(i, ".svg"))
	}
	return a
}

// judgement shows a verdict with all that it rests on.
func (f *frame) judgement(v *verdict.Verdict) judgement {
	b, t := f.book, v.Target
	j := judgement{
		Year: b.Period(t.Period), Target: b.say(v.Bound.AsWritten),
		Badge: b.badge(v.Status), Explain: b.say(v.Explain()), AsOf: b.Date(v.AsOf), Note: b.say(t.Note), Inferred: f.inferred(v),
	}
	j.Result, j.Period = b.result(v)
	for _, s := range v.Steps() {
		line := stepLine{Label: b.say(s.Label), Value: b.say(s.Value)}
		if s.Source != nil {
			source := f.source(s.Source)
			line.Source = &source
		}
		j.Steps = append(j.Steps, line)
	}
	if len(t.Earlier) > 0 {
		j.Versions = f.versions(v)
	}
	if o := v.Override; o != nil {
		j.Override = &override{b.badge(verdict.Status(o.Status)), b.say(o.Reason), o.By, b.Date(o.Date)}
	}
	return j
}

// inferred says what of the report that sets the target is inferred, such as its
// year: the verdict rests on it.
func (f *frame) inferred(v *verdict.Verdict) said {
	if s := v.Target.Section; s != nil {
		return f.book.say(s.Edition.Inferred)
	}
	return said{}
}

// versions lists the versions of a target, the first one first.
func (f *frame) versions(v *verdict.Verdict) []version {
	b, t := f.book, v.Target
	var list []version
	add := func(bound model.Bound, status verdict.Status, used bool) {
		badge := b.badge(status)
		list = append(list, version{len(list) + 1, b.say(bound.AsWritten), b.Date(t.Known(bound)), used, &badge})
	}
	for _, o := range v.Others {
		add(o.Bound, o.Status, false)
	}
	add(v.Bound, v.Status, true)
	return list
}

// results lists what was published and what does not exist, the newest first.
func (f *frame) results(i *model.Indicator) []resultRow {
	type dated struct {
		period model.Period
		basis  model.Basis
		row    resultRow
	}
	var list []dated
	for _, o := range i.Observations {
		list = append(list, dated{o.Period, o.Basis, f.result(o)})
	}
	for _, g := range i.Gaps {
		list = append(list, dated{g.Period, g.Basis, resultRow{
			Period: wording.TimeOf(i, g.Period, g.Basis).In(f.book.Lang), Basis: f.book.Basis(i.Covers(g.Basis)), Reason: f.book.say(g.Reason),
		}})
	}
	slices.SortStableFunc(list, func(a, b dated) int {
		return cmp.Or(b.period.Compare(a.period), slices.Index(model.Bases, b.basis)-slices.Index(model.Bases, a.basis))
	})
	rows := make([]resultRow, len(list))
	linked := map[string]bool{}
	for n := range list {
		rows[n] = list[n].row
		rows[n].year = list[n].period.Year
		// A source links where it stands first: who goes through the page by keyboard
		// does not stop at it in every row.
		if url := rows[n].Source.URL; linked[url] {
			rows[n].Source.URL = ""
		} else {
			linked[url] = true
		}
	}
	return rows
}

// fewOlder is how many rows of older years stand with the newer ones all the same.
const fewOlder = 3

// folded parts the rows of the newest two years from the older ones.
func folded(rows []resultRow) (recent, older []resultRow) {
	years, last := 0, 0
	for n, r := range rows {
		if n == 0 || r.year != last {
			years, last = years+1, r.year
		}
		if years > 2 {
			if len(rows)-n <= fewOlder {
				break
			}
			return rows[:n], rows[n:]
		}
	}
	return rows, nil
}

func (f *frame) result(o *model.Observation) resultRow {
	b := f.book
	r := resultRow{
		Period: b.Time(o), Basis: b.Basis(o.Indicator.Covers(o.Basis)), Value: b.Observed(o),
		Stage: b.Stage(o.Stage), Released: b.Date(o.Released), Source: f.source(o.Source), Note: b.say(o.Note),
	}
	for _, e := range o.Earlier {
		r.Earlier = append(r.Earlier, revisionLine{b.Before(o, &e), b.Stage(e.Stage), b.Date(e.Released), b.say(e.Reason)})
	}
	return r
}

// facts are an indicator's particulars.
func (b *book) facts(i *model.Indicator) []fact {
	var list []fact
	add := func(id string, value said) {
		if value.Text != "" {
			list = append(list, fact{b.T(id), value})
		}
	}
	add("unit", said{Text: i.Unit.In(b.Lang)})
	add("measure", said{Text: b.T("measure-" + string(i.Measure))})
	if i.Accrual != model.NoAccrual {
		add("accrual", said{Text: b.T("accrual-" + string(i.Accrual))})
	}
	add("better", said{Text: b.T("better-" + string(i.Better))})
	add("nature", said{Text: b.nature(i.Nature)})
	add("lead", asWritten(i.Lead, b.Lang))
	for _, s := range i.Support {
		add("support", asWritten(s, b.Lang))
	}
	if next := i.NextRelease; next.After(b.Verdicts.Options().AsOf) { // an earlier one says nothing any more
		add("next-release", said{Text: b.Date(next)})
	}
	return list
}
