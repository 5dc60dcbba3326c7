package page

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"reportsite/generator/internal/chart"
)

// Names of the libraries that pages use.
const (
	libCharts = "echarts"
	libSearch = "minisearch"
)

// liveChart is what a chart comes alive from: its options by size, and the
// properties of the style sheet that its colors stand for.
type liveChart struct {
	Colors map[string]string    `json:"colors"`
	Sizes  map[chart.Size]sized `json:"sizes"`
}

type sized struct {
	Width  int             `json:"width"`
	Height int             `json:"height"`
	Option json.RawMessage `json:"option"`
}

// libraryFiles are the libraries as the site serves them.
func (b *book) libraryFiles() []task {
	var list []task
	for _, name := range slices.Sorted(maps.Keys(b.libraries)) {
		a := b.libraries[name]
		list = append(list, task{a.path, func(w *bytes.Buffer) error {
			_, err := w.Write(a.data)
			return err
		}})
	}
	return list
}

// livePath is where the options of a chart lie.
func livePath(id string) string { return "charts/" + id + ".json" }

// liveHref is the address of a chart's options; "" where the chart stays as it
// is: it has no drawing, or the library is missing.
func (f *frame) liveHref(id string) string {
	c := f.book.chart(id)
	if _, ok := f.book.libraries[libCharts]; !ok || c == nil || len(c.Drawings) < 2 {
		return ""
	}
	return f.fileHref(livePath(id))
}

// liveFiles are the options of all charts that can come alive; those of the
// others are absent.
func (b *book) liveFiles() []task {
	if _, ok := b.libraries[libCharts]; !ok {
		return nil
	}
	colors := map[string]string{}
	for _, c := range chart.Palette() {
		colors[c.Hex] = "--chart-" + string(c.Role)
	}
	var list []task
	for _, p := range plots(b.Input) {
		list = append(list, task{livePath(p.id), func(w *bytes.Buffer) error {
			c := b.chart(p.id)
			if c == nil || len(c.Drawings) < 2 {
				return errAbsent
			}
			live := liveChart{Colors: colors, Sizes: map[chart.Size]sized{}}
			for _, d := range c.Drawings {
				live.Sizes[d.Size] = sized{d.Width, d.Height, d.Option}
			}
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			return e.Encode(live)
		}})
	}
	return list
}
