package page

import (
	"bytes"
	"maps"
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/option"
)

// Names of the libraries that pages use.
const (
	libCharts = "echarts"
	libSearch = "minisearch"
)

// libraryFiles are the libraries as the site serves them.
func (b *book) libraryFiles() []task {
	var list []task
	for _, name := range slices.Sorted(maps.Keys(b.libraries)) {
		a := b.libraries[name]
		list = append(list, task{path: a.Path, make: func(w *bytes.Buffer) error { return write(w, a.Data) }})
	}
	return list
}

// livePath is where the option of a chart lies.
func livePath(id string) string { return address.Charts + id + ".json" }

// liveHref is the address of a chart's option; "" where the chart stays as it
// is: it has nothing more to say, or the library is missing.
func (f *frame) liveHref(id string) string {
	c := f.book.chart(id)
	if _, ok := f.book.libraries[libCharts]; !ok || c == nil || !option.Alive(c) {
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
	if c == nil || !option.Alive(c) {
		return ErrAbsent
	}
	_, err := w.Write(append(option.Of(c), '\n'))
	return err
}
