package page

import (
	"fmt"
	"html"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/wording"
)

// embedPage is an indicator's chart for the frame of another site.
type embedPage struct {
	*frame
	Chart    *figure
	Badge    *badge
	Year     string // of the target
	Target   said
	Result   string // the figure that the badge judges; without a target the newest one
	Period   string // of the result
	Inferred said
	Page     anchor       // the indicator's own page
	Sources  []sourceLine // those of the indicator's own page: the chart shows all its figures
}

// The size of the frame that the snippet suggests, in pixels; the page fits
// into narrower ones.
const (
	embedWidth  = 720
	embedAround = 160 // what stands above and below the drawing
	embedTable  = 300 // for the data where there is no drawing
)

// embedCode is the frame that another site puts into its page; "" where the
// site has no address of its own. It names a light theme, as most pages have, for
// the editor to change: the reader's system does not know the page around.
func (f *frame) embedCode(i *model.Indicator) string {
	b := f.book
	url := f.book.Linker.Absolute(b.Prefix + address.Embed(i))
	if url == "" {
		return ""
	}
	height := embedTable
	if c := b.Chart(b.Main(i)); c != nil {
		if h := svg.Height(c); h > 0 {
			height = h
		}
	}
	return fmt.Sprintf(`<iframe src="%s?theme=light" title="%s" width="%d" height="%d" loading="lazy"></iframe>`,
		url, html.EscapeString(wording.Title(i).In(b.Lang)), embedWidth, height+embedAround)
}

func (b *book) embed(f *frame, i *model.Indicator) any {
	f.name(b.say(wording.Title(i)))
	f.Hidden = true
	p := &embedPage{
		frame: f, Chart: f.figure(b.Main(i), said{}),
		Page: f.anchor(wording.Title(i), address.Indicator(i)), Sources: f.sourcesOf(i),
	}
	if p.Chart.empty() && len(i.Observations) > 0 {
		p.Chart = nil // the result stands above
	}
	if v := b.Verdicts.Latest(i); v != nil {
		badge := b.badge(v.Status)
		p.Badge, p.Target, p.Year = &badge, b.say(v.Bound.AsWritten), b.Period(v.Target.Period)
		p.Inferred = f.inferred(v)
		p.Result, p.Period = b.result(v)
	} else if shown := b.Verdicts.Newest(i).Observation; shown != nil {
		p.Result, p.Period = b.Observed(shown), b.Time(shown)
	}
	return p
}
