package page

import (
	"fmt"
	"html"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
)

// embedPage is an indicator's chart for the frame of another site.
type embedPage struct {
	*frame
	Chart  *figure
	Badge  *badge
	Target said
	Page   anchor       // the indicator's own page
	Source []sourceLine // of the target and of the newest result
}

// The size of the frame that the snippet suggests, in pixels; the page fits
// into narrower ones.
const (
	embedWidth  = 720
	embedAround = 160 // what stands above and below the drawing
	embedTable  = 300 // for the data where there is no drawing
)

// embedCode is the frame that another site puts into its page; "" where the
// site has no address of its own.
func (f *frame) embedCode(i *model.Indicator) string {
	b := f.book
	url := f.linker().absolute(b.prefix + embedPath(i))
	if url == "" {
		return ""
	}
	height := embedTable
	if c := b.chart(b.chartID("chart", i.ID)); c != nil {
		if h := svg.Height(c); h > 0 {
			height = h
		}
	}
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy"></iframe>`,
		url, html.EscapeString(i.Name.In(b.lang)), embedWidth, height+embedAround)
}

func embedPath(i *model.Indicator) string { return "embed/" + i.ID + "/" }

func (b *book) embed(f *frame, i *model.Indicator) any {
	f.name(b.say(i.Name))
	f.Hidden = true
	p := &embedPage{
		frame: f, Chart: f.figure(b.chartID("chart", i.ID), said{}, nil),
		Page: f.anchor(i.Name, indicatorPath(i)), Source: []sourceLine{f.source(i.Section.Edition.Source)},
	}
	if n := len(i.Observations); n > 0 && i.Observations[n-1].Source != i.Section.Edition.Source {
		p.Source = append(p.Source, f.source(i.Observations[n-1].Source))
	}
	if v := b.Verdicts.Latest(i); v != nil {
		badge := b.badge(v.Status)
		p.Badge, p.Target = &badge, b.say(v.Bound.AsWritten)
	}
	return p
}
