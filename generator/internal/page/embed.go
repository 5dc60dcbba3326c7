package page

import (
	"reportsite/generator/internal/model"
)

// embedPage is an indicator's chart for the frame of another site.
type embedPage struct {
	*frame
	Chart  *figure
	Badge  *badge
	Target said
	Page   anchor // the indicator's own page
	Source []sourceLine
}

// The size of the frame that the snippet suggests, in pixels; the page fits
// into narrower ones.
const (
	embedWidth  = 720
	embedHeight = 460
)

func embedPath(i *model.Indicator) string { return "embed/" + i.ID + "/" }

func (b *book) embed(f *frame, i *model.Indicator) any {
	f.name(b.say(i.Name))
	f.Hidden = true
	p := &embedPage{
		frame: f, Chart: f.figure(b.chartID("chart", i.ID), said{}, nil),
		Page: f.anchor(i.Name, indicatorPath(i)), Source: f.sources([]*model.Indicator{i}),
	}
	p.Chart.Live = ""
	if v := b.Verdicts.Latest(i); v != nil {
		badge := b.badge(v.Status)
		p.Badge, p.Target = &badge, b.say(v.Bound.AsWritten)
	}
	return p
}
