package locale

import (
	"fmt"
	"sync"
	"weak"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
)

// Plot is a chart that a site shows: its id, which is that of its figure on a page
// and of its file of options, and the way to make it.
type Plot struct {
	ID   string
	make func() *chart.Chart
	body bool // it stands in prose alone
}

// chartCache keeps charts with their drawings as long as somebody uses them: an
// indicator's pages, files and pictures show the same chart and are made one after
// the other, and a site may have any number of charts.
type chartCache struct {
	mu    sync.Mutex
	byID  map[string]weak.Pointer[drawn]
	alone map[string]bool // charts that are drawn, as far as they were made
}

// drawn is a chart with its drawings.
type drawn struct {
	chart.Chart
	drawings [len(svg.Sizes)]func() []byte // each made when it is first asked for
}

// Chart is the chart of a plot; nil where there is nothing to show.
func (l *Locale) Chart(p Plot) *chart.Chart {
	if d := l.drawn(p); d != nil {
		return &d.Chart
	}
	return nil
}

// Drawing is the drawing of a plot's chart in a width; nil where nothing is drawn.
func (l *Locale) Drawing(p Plot, size svg.Size) []byte {
	if d := l.drawn(p); d != nil {
		return d.drawings[size]()
	}
	return nil
}

func (l *Locale) drawn(p Plot) *drawn {
	cache := &l.charts
	cache.mu.Lock()
	kept := cache.byID[p.ID].Value()
	cache.mu.Unlock()
	if kept != nil {
		return kept
	}
	c := p.make()
	cache.mu.Lock()
	defer cache.mu.Unlock()
	if cache.byID == nil {
		cache.byID, cache.alone = map[string]weak.Pointer[drawn]{}, map[string]bool{}
	}
	cache.alone[p.ID] = c != nil && c.Drawn()
	if c == nil {
		return nil
	}
	d := &drawn{Chart: *c}
	d.ID = p.ID
	for size := range d.drawings {
		d.drawings[size] = sync.OnceValue(func() []byte { return svg.Draw(&d.Chart, svg.Size(size)) })
	}
	cache.byID[p.ID] = weak.Make(d)
	return d
}

// plot names a chart: its kind, then what it is of. The kinds keep the ids of one
// language apart, the language's folder those of two.
func (l *Locale) plot(kind, of string, make func() *chart.Chart) Plot {
	id := kind + "-" + of
	if l.Prefix != "" {
		id = l.Prefix[:len(l.Prefix)-1] + "-" + id
	}
	return Plot{ID: id, make: make}
}

// Main is the chart of an indicator.
func (l *Locale) Main(i *model.Indicator) Plot {
	return l.plot("chart", i.ID, func() *chart.Chart { return chart.ForIndicator(i, l.Verdicts, l.Lang) })
}

// Detail is the chart of an indicator's figures within the year.
func (l *Locale) Detail(i *model.Indicator) Plot {
	return l.plot("detail", i.ID, func() *chart.Chart { return chart.Detail(i, l.Verdicts, l.Lang) })
}

// Timeline is the chart of an edition's commitments.
func (l *Locale) Timeline(e *model.Edition) Plot {
	p := l.plot("timeline", e.Period.String(), nil)
	p.make = func() *chart.Chart {
		return chart.Timeline(p.ID, e.Title.In(l.Lang), l.CommitmentsOf(e), l.Lang)
	}
	return p
}

// Tiles is the chart of how the targets of an edition stand.
func (l *Locale) Tiles(e *model.Edition) Plot {
	p := l.plot("timeline", "status-"+e.Period.String(), nil)
	p.make = func() *chart.Chart { return chart.StatusTiles(p.ID, e.Title.In(l.Lang), e, l.Verdicts, l.Lang) }
	return p
}

// Owner is what a body with figures belongs to.
type Owner struct {
	Name   string       // in the ids of charts
	Period model.Period // whose targets its figures compare and are judged by; zero for the newest
}

// SectionOwner is a section as the owner of its figures.
func SectionOwner(s *model.Section) Owner {
	return Owner{s.Edition.Period.String() + "-" + s.ID, s.Edition.Period}
}

// BodyPlots gives the charts of a body's figures in their order. A figure of one
// indicator is that indicator's own chart; only when a body shows it twice has
// it to be made anew, since ids within a page are unique.
func (l *Locale) BodyPlots(o Owner, body *model.Body) []Plot {
	var plots []Plot
	shown := map[*model.Indicator]bool{}
	for _, part := range body.Parts {
		f, ok := part.(model.Figure)
		if !ok {
			continue
		}
		own := l.plot("figure", fmt.Sprintf("%s-%d", o.Name, len(plots)+1), nil)
		own.body = true
		switch list := f.Indicators; {
		case len(list) != 1:
			own.make = func() *chart.Chart {
				return chart.Compare(own.ID, f.Caption, list, o.Period, l.Verdicts, l.Lang)
			}
		case shown[list[0]]:
			own.make = l.Main(list[0]).make
		case passed(list[0], o.Period):
			own.make = func() *chart.Chart { return chart.ForEdition(list[0], o.Period, l.Verdicts, l.Lang) }
		default:
			shown[list[0]] = true
			own = l.Main(list[0])
		}
		plots = append(plots, own)
	}
	return plots
}

// ProsePlots lists the charts that stand in the prose of the site alone.
func (l *Locale) ProsePlots() []Plot {
	var list []Plot
	add := func(o Owner, own, english *model.Body) {
		for _, p := range l.BodyPlots(o, l.Body(own, english)) {
			if p.body {
				list = append(list, p)
			}
		}
	}
	for _, e := range l.Site.Editions {
		for _, s := range e.Sections {
			add(SectionOwner(s), &s.Body, s.BodyEn)
		}
	}
	for _, p := range l.Site.Pages {
		add(Owner{Name: p.ID}, &p.Body, p.BodyEn)
	}
	return list
}

// passed reports whether the report of a period is older than the newest target of
// an indicator: its chart there is that of the report's own time.
func passed(i *model.Indicator, report model.Period) bool {
	newest := i.LatestTarget()
	if report.IsZero() || newest == nil {
		return false
	}
	own := i.TargetOf(report)
	return own != newest && (own != nil || newest.Period.From() > report.Year)
}

// HasSVG reports whether an indicator's chart is a file of its own.
func (l *Locale) HasSVG(i *model.Indicator) bool {
	p := l.Main(i)
	l.charts.mu.Lock()
	is, known := l.charts.alone[p.ID]
	l.charts.mu.Unlock()
	if !known {
		c := l.Chart(p)
		is = c != nil && c.Drawn()
	}
	return is
}

// Credit is what the chart of an indicator says of itself where it stands alone.
func (l *Locale) Credit(i *model.Indicator) svg.Credit {
	c := svg.Credit{Site: l.Config.Title.In(l.Lang), Date: l.Date(l.Verdicts.Options().AsOf)}
	if n := l.Verdicts.Newest(i); n.Observation != nil {
		c.Source = n.Source.Name.In(l.Lang)
	} else if s := i.Section.Edition.Source; s != nil {
		c.Source = s.Name.In(l.Lang)
	}
	return c
}

// headline is the group whose indicators stand on the home page.
const headline = "headline"

// Headlines are the indicators of the home page: the headline group, or else
// those that the newest edition states first.
func (l *Locale) Headlines() []*model.Indicator {
	const few = 9
	for _, g := range l.Site.Groups {
		if g.ID == headline {
			return g.Indicators
		}
	}
	return l.Site.Indicators[:min(few, len(l.Site.Indicators))]
}
