package page

import (
	"fmt"
	"slices"
	"sync"
	"weak"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// headline is the group whose indicators stand on the home page.
const headline = "headline"

// tongue is a language that the site is published in. The site's own language
// stands at its root, another one in a folder.
type tongue struct {
	lang   model.Lang
	prefix string // "" or "en/"
}

// tongues lists the languages of a site, its own one first. The other one is
// there when the site's title and something of its content are written in it.
func tongues(in Input) []tongue {
	own := tongue{lang: in.Config.Language}
	second := other(own.lang)
	if !in.Config.Title.Has(second) || !speaks(in.Site, second) {
		return []tongue{own}
	}
	return []tongue{own, {second, address.Folder(second)}}
}

// speaks reports whether any content is written in a language.
func speaks(site *model.Site, l model.Lang) bool {
	for _, e := range site.Editions {
		if e.Title.Has(l) {
			return true
		}
		for _, s := range e.Sections {
			if s.Title.Has(l) {
				return true
			}
		}
	}
	for _, i := range site.Indicators {
		if i.Name.Has(l) {
			return true
		}
	}
	return false
}

// chartID names a chart: its kind, then what it is of. The kinds keep the ids
// of one language apart, the language's mark those of two.
func (t tongue) chartID(kind, of string) string {
	if t.prefix != "" {
		return t.prefix[:len(t.prefix)-1] + "-" + kind + "-" + of
	}
	return kind + "-" + of
}

// plot is a place on a page where a chart stands.
type plot struct {
	id   string
	make func() *chart.Chart // nil where another plot has the same chart
}

// chartsOf gives the charts of a site by their ids, each made when it is asked
// for; nil where a plot has nothing to show. A chart is kept as long as memory
// is not needed for something else: a site may have any number of them.
func chartsOf(in Input) func(id string) *chart.Chart {
	byID := map[string]*made{}
	for _, p := range allPlots(in) {
		byID[p.id] = &made{plot: p}
	}
	return func(id string) *chart.Chart {
		if m := byID[id]; m != nil {
			return m.chart()
		}
		return nil
	}
}

// allPlots lists the plots of a site that have a chart of their own.
func allPlots(in Input) []plot {
	var list []plot
	for _, t := range tongues(in) {
		list = append(list, t.plots(in)...)
		for _, e := range in.Site.Editions {
			for _, s := range e.Sections {
				list = append(list, t.sectionPlots(in, s)...)
			}
		}
		for _, i := range in.Site.Indicators {
			list = append(list, t.indicatorPlots(in, i)...)
		}
	}
	return list
}

// made is a plot with its chart, if that is still in memory.
type made struct {
	plot
	mu    sync.Mutex
	kept  weak.Pointer[chart.Chart]
	empty bool // it has nothing to show
}

func (m *made) chart() *chart.Chart {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.kept.Value(); c != nil || m.empty {
		return c
	}
	c := m.make()
	if c == nil {
		m.empty = true
		return nil
	}
	c.ID = m.id
	m.kept = weak.Make(c)
	return c
}

// plots lists the plots of a language that have a chart of their own, but those
// of its sections and indicators.
func (t tongue) plots(in Input) []plot {
	var list []plot
	for _, i := range headlines(in.Site) {
		list = append(list, t.cardPlot(in, i))
	}
	for _, e := range in.Site.Editions {
		list = append(list, t.timelinePlot(in, e))
	}
	for _, p := range in.Site.Pages {
		list = append(list, t.bodyPlots(in, owner{name: p.ID}, t.bodyOf(&p.Body, p.BodyEn))...)
	}
	return withCharts(list)
}

// sectionPlots lists the plots of a section's prose that have a chart of their
// own.
func (t tongue) sectionPlots(in Input, s *model.Section) []plot {
	return withCharts(t.bodyPlots(in, sectionOwner(s), t.bodyOf(&s.Body, s.BodyEn)))
}

func withCharts(list []plot) []plot {
	return slices.DeleteFunc(list, func(p plot) bool { return p.make == nil })
}

// indicatorPlots lists the plots of an indicator's page.
func (t tongue) indicatorPlots(in Input, i *model.Indicator) []plot {
	return []plot{t.mainPlot(in, i), t.detailPlot(in, i)}
}

func (t tongue) mainPlot(in Input, i *model.Indicator) plot {
	return plot{t.chartID("chart", i.ID), func() *chart.Chart { return chart.ForIndicator(i, in.Verdicts, t.lang) }}
}

func (t tongue) detailPlot(in Input, i *model.Indicator) plot {
	return plot{t.chartID("detail", i.ID), func() *chart.Chart { return chart.Detail(i, in.Verdicts, t.lang) }}
}

func (t tongue) cardPlot(in Input, i *model.Indicator) plot {
	return plot{t.chartID("card", i.ID), func() *chart.Chart { return chart.ForCard(i, in.Verdicts, t.lang) }}
}

func (t tongue) timelinePlot(in Input, e *model.Edition) plot {
	id := t.chartID("timeline", e.Period.String())
	return plot{id, func() *chart.Chart {
		return chart.Timeline(id, e.Title.In(t.lang), commitmentsOf(in.Site, e), t.lang)
	}}
}

// bodyPlots gives the plots of a body's figures in their order. A figure of one
// indicator is that indicator's own chart; only when a page shows it twice has
// it to be made anew, since ids within a page are unique.
func (t tongue) bodyPlots(in Input, o owner, body *model.Body) []plot {
	var plots []plot
	shown := map[*model.Indicator]bool{}
	for _, part := range body.Parts {
		f, ok := part.(model.Figure)
		if !ok {
			continue
		}
		id := t.chartID("figure", fmt.Sprintf("%s-%d", o.name, len(plots)+1))
		switch list := f.Indicators; {
		case len(list) != 1:
			plots = append(plots, plot{id, func() *chart.Chart {
				return chart.Compare(id, f.Caption, list, o.period, in.Verdicts, t.lang)
			}})
		case shown[list[0]]:
			plots = append(plots, plot{id, t.mainPlot(in, list[0]).make})
		case passed(list[0], o.period):
			plots = append(plots, plot{id, func() *chart.Chart { return chart.ForEdition(list[0], o.period, in.Verdicts, t.lang) }})
		default:
			shown[list[0]] = true
			plots = append(plots, plot{id: t.mainPlot(in, list[0]).id})
		}
	}
	return plots
}

// passed reports whether the report of a period is older than the newest target of
// an indicator: its chart there is that of the report's own time.
func passed(i *model.Indicator, report model.Period) bool {
	newest := i.LatestTarget()
	if report.IsZero() || newest == nil || newest.Period == report {
		return false
	}
	return i.Target(report) != nil || newest.Period.From() > report.Year
}

// bodyOf is the body that readers in this language see.
func (t tongue) bodyOf(own, english *model.Body) *model.Body {
	if t.lang == model.English && english != nil {
		return english
	}
	return own
}

// owner is what a body with figures belongs to.
type owner struct {
	name   string       // in the ids of charts
	period model.Period // whose targets its figures compare and are judged by; zero for the newest
}

func sectionOwner(s *model.Section) owner {
	return owner{s.Edition.Period.String() + "-" + s.ID, s.Edition.Period}
}

// headlines are the indicators of the home page: the headline group, or else
// those that the newest edition states first.
func headlines(site *model.Site) []*model.Indicator {
	const few = 9
	for _, g := range site.Groups {
		if g.ID == headline {
			return g.Indicators
		}
	}
	return site.Indicators[:min(few, len(site.Indicators))]
}

func commitmentsOf(site *model.Site, e *model.Edition) []*model.Commitment {
	var list []*model.Commitment
	for _, c := range site.Commitments {
		if c.Edition == e {
			list = append(list, c)
		}
	}
	return list
}
