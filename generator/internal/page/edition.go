package page

import (
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// editionPage is the front of one year's report, with the table of the year as
// annual plans print it.
type editionPage struct {
	*frame
	Note      said
	Issuer    said
	Published string
	Source    sourceLine
	Contents  []contentsItem
	Counts    []count
	Year      string
	LastYear  string
	Table     []yearRow
	HasBefore bool // a target or result of the year before stands in the table
	HasNature bool // the report says of a target whether it is binding
	Editions  []anchor
	Print     string // the address of the whole report on one page
	Compare   string // the address of the comparison with the report before; "" without one
}

// yearRow is an indicator in the table of a year:
// 指标 | 单位 | 上年目标 | 上年完成 | 本年目标 | 属性.
type yearRow struct {
	Name       anchor
	Unit       string
	LastTarget said
	LastResult string
	LastPeriod string // of the result, where it is not all of the year before
	Target     said
	When       string // of the target, where it is not all of the year
	Nature     string
	Badge      *badge
}

func (b *book) editionPage(f *frame, e *model.Edition) any {
	f.name(b.say(e.Title))
	f.Answer = b.say(answer.Report(e, answer.Of(b.Verdicts, e), b.Verdicts.Options().AsOf))
	f.inColumn(b.reportColumn(e))
	f.crumbs(anchor{said: f.Heading, Current: true})
	f.describe("Report", thing{"datePublished": e.Published.String(), "spatialCoverage": e.Place.In(b.Lang), "temporalCoverage": temporal(e.Period)})
	p := &editionPage{
		Print: f.href(address.Print(e)),
		frame: f, Note: b.say(e.Note), Issuer: b.say(e.Issuer), Published: b.Date(e.Published), Source: f.source(e.Source),
		Contents: f.contents(e), Counts: f.counts(answer.Of(b.Verdicts, e)),
		Year: b.Period(e.Period), LastYear: b.Period(e.Period.YearBefore()),
	}
	if address.Before(b.Site, e) != nil {
		p.Compare = f.href(address.Compare(e))
	}
	for _, i := range b.Site.Indicators {
		for _, t := range e.Targets(i) {
			r := f.yearRow(t)
			if t.Period != e.Period {
				r.When = b.Period(t.Period)
			}
			p.HasBefore = p.HasBefore || r.LastTarget.Text != "" || r.LastResult != ""
			p.HasNature = p.HasNature || r.Nature != ""
			p.Table = append(p.Table, r)
		}
	}
	if len(b.Site.Editions) > 1 {
		p.Editions = f.editions()
		for n := range p.Editions {
			p.Editions[n].Current = p.Editions[n].Text == p.Year
		}
	}
	return p
}

// temporal is a period as schema.org has it: 2024, 2021/2025.
func temporal(p model.Period) string { return strings.Replace(p.String(), "-", "/", 1) }

func (f *frame) yearRow(t *model.Target) yearRow {
	b, i := f.book, t.Indicator
	last := t.Period.YearBefore()
	badge := b.badge(b.Verdicts.Of(t).Status)
	r := yearRow{
		Name: f.anchor(wording.Title(i), address.Indicator(i)), Unit: i.Unit.In(b.Lang),
		Target: b.say(t.AsWritten), Nature: b.nature(i.Nature), Badge: &badge,
	}
	if before := i.Target(last); before != nil {
		r.LastTarget = b.say(before.AsWritten)
	}
	r.LastResult, r.LastPeriod = b.resultOf(i, last)
	return r
}

// resultOf is the figure of a period, with its time where it does not cover all of it;
// both are "" where there is none.
func (b *book) resultOf(i *model.Indicator, p model.Period) (text, period string) {
	switch known := b.Verdicts.Figure(i, p); {
	case known.Observation == nil || known.Unfit:
		return "", ""
	case known.Final:
		return b.Observed(known.Observation), ""
	default: // a part of the period, or a forecast for it
		return b.Observed(known.Observation), b.Time(known.Observation)
	}
}

// nature is the binding force of a target in words.
func (b *book) nature(n model.Nature) string {
	switch n {
	case model.Expected:
		return b.T("nature-expected")
	case model.Binding:
		return b.T("nature-binding")
	}
	return ""
}
