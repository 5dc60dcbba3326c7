package page

import (
	"html/template"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/option"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/wording"
)

// figure is a chart on a page: the picture in three widths, of which the style
// sheet shows the one that fits, its caption, and the same data as a table.
type figure struct {
	ID                  string
	Lang                string // set where the text around it is in another language
	Caption             said
	Live                string // the address of its options; "" where it stays a drawing
	Subtitle            string // what the chart is about, or its message where the caption is another
	Wide, Narrow, Small template.HTML
	Desc                string // what the chart shows, for where there is no picture
	Table               table
	Sources             []sourceLine
	More                []anchor // the indicators that it shows, where it stands elsewhere
	Badge               *badge   // of one indicator
	Judged              string   // what the badge judges: the target of a year

	book *book
}

// Title is the caption in pieces.
func (fig *figure) Title() []phrase { return fig.book.phrases(fig.Caption.Text, nil) }

// table is the data of a chart.
type table struct {
	Caption string
	Head    []headCell
	Rows    [][]chart.Cell
}

// headCell is the head of a column; one of figures is set flush right.
type headCell struct {
	Text   string
	Number bool
}

func newTable(t chart.Table) table {
	out := table{Caption: t.Caption, Rows: t.Rows}
	for n, text := range t.Head {
		number := slices.ContainsFunc(t.Rows, func(row []chart.Cell) bool { return n < len(row) && row[n].Number })
		out.Head = append(out.Head, headCell{text, number})
	}
	return out
}

// sourceLine is a source under a figure or table.
type sourceLine struct {
	Name, Publisher said
	Date, URL       string
	Note            said
}

// figureOf is a figure of the prose of the report of a period, or of a page beside
// the reports where that is zero. One indicator's stands beside the verdict of that report's own
// target; where the report sets none, there is no verdict to show.
func (f *frame) figureOf(m model.Figure, plot locale.Plot, report model.Period) *figure {
	fig := f.figure(plot, said{Text: m.Caption})
	if c := f.book.Chart(plot); c != nil {
		fig.Sources = f.sourceLines(c.Sources)
	}
	for _, i := range m.Indicators {
		fig.More = append(fig.More, f.anchor(wording.Label(i), address.Indicator(i)))
	}
	if len(m.Indicators) == 1 {
		target := m.Indicators[0].LatestTarget()
		if !report.IsZero() {
			target = m.Indicators[0].TargetOf(report)
		}
		if v := f.book.Verdicts.Of(target); v != nil {
			badge := f.book.badge(v.Status)
			fig.Badge = &badge
			fig.Judged = f.book.T("figure-judged", "Year", f.book.Period(target.Period))
		}
	}
	return fig
}

// figure makes a figure of a chart. Where there is nothing to show it has neither
// picture nor table. Its sources are not named: on the page of an indicator they stand
// in a list of their own.
func (f *frame) figure(plot locale.Plot, caption said) *figure {
	b := f.book
	fig := &figure{ID: plot.ID, Caption: caption, book: b}
	c := b.Chart(plot)
	if c == nil {
		return fig
	}
	fig.Subtitle = c.Subtitle
	switch {
	case caption.Text == "":
		fig.Caption = said{Text: c.Title}
	case caption.Text != c.Title:
		fig.Subtitle = c.Title
	}
	fig.Live = f.liveHref(c)
	fig.Wide, fig.Narrow, fig.Small = b.picture(plot, svg.Wide), b.picture(plot, svg.Narrow), b.picture(plot, svg.Small)
	fig.Desc, fig.Table = c.Text, newTable(c.Table)
	return fig
}

// liveHref is the address of a chart's options; "" where the chart stays as it is:
// it has nothing more to say, or the library is missing.
func (f *frame) liveHref(c *chart.Chart) string {
	if _, ok := f.book.libraries[LibCharts]; !ok || !option.Alive(c) {
		return ""
	}
	return f.fileHref(address.Option(c.ID))
}

// empty reports whether a figure shows nothing but a sentence.
func (fig *figure) empty() bool { return fig.Wide == "" && len(fig.Table.Rows) == 0 }

// sourcesOf lists all sources of an indicator, in the order in which its figures name
// them.
func (f *frame) sourcesOf(i *model.Indicator) []sourceLine {
	var list []*model.Source
	for _, t := range i.Targets {
		if t.Section != nil {
			list = append(list, t.Section.Edition.Source)
		}
	}
	for _, o := range i.Observations {
		list = append(list, o.Source)
	}
	return f.sourceLines(list)
}

// sourceLines are sources for readers, each once.
func (f *frame) sourceLines(list []*model.Source) []sourceLine {
	var lines []sourceLine
	seen := map[*model.Source]bool{nil: true}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			lines = append(lines, f.source(s))
		}
	}
	return lines
}

func (f *frame) source(s *model.Source) sourceLine {
	b := f.book
	return sourceLine{Name: b.say(s.Name), Publisher: b.say(s.Publisher), Date: b.Date(s.Date), URL: s.URL, Note: b.say(s.Note)}
}
