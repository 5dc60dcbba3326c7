package page

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"reportsite/generator/internal/address"
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
		list = append(list, task{path: a.path, make: func(w *bytes.Buffer) error { return write(w, a.data) }})
	}
	return list
}

// livePath is where the options of a chart lie.
func livePath(id string) string { return address.Charts + id + ".json" }

// liveHref is the address of a chart's options; "" where the chart stays as it
// is: it has no drawing, or the library is missing.
func (f *frame) liveHref(id string) string {
	c := f.book.chart(id)
	if _, ok := f.book.libraries[libCharts]; !ok || c == nil || len(c.Drawings) < 2 {
		return ""
	}
	return f.fileHref(livePath(id))
}

// liveFiles are the options of plots' charts that can come alive; those of the
// others are absent.
func (b *book) liveFiles(list []plot) []task {
	if _, ok := b.libraries[libCharts]; !ok {
		return nil
	}
	tasks := make([]task, 0, len(list))
	for _, p := range list {
		tasks = append(tasks, task{path: livePath(p.id), make: func(w *bytes.Buffer) error { return b.writeLive(w, p.id) }})
	}
	return tasks
}

func (b *book) writeLive(w *bytes.Buffer, id string) error {
	c := b.chart(id)
	if c == nil || len(c.Drawings) < 2 {
		return errAbsent
	}
	live := liveChart{Colors: map[string]string{}, Sizes: map[chart.Size]sized{}}
	for _, c := range chart.Palette() {
		live.Colors[c.Hex] = "--chart-" + string(c.Role)
	}
	for _, d := range c.Drawings {
		live.Sizes[d.Size] = sized{d.Width, d.Height, d.Option}
	}
	return writeJSON(w, live)
}
