// Package feeds makes the files of a site that programs read: JSON and CSV of each
// indicator, its chart as a drawing and as options for the browser, the changes as
// Atom, the search data, and what search engines and web servers want.
package feeds

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/export"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/option"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/svg"
)

// Needs lists the messages of a theme that the package asks for.
func Needs() []string { return needed[:] }

var needed = [...]string{
	"changes", "indicators", "report", "task", "page",
}

// Feeds are the files of a site for programs. Data files follow the first of the
// locales, which is the site's own language.
type Feeds struct {
	locales []*locale.Locale
	own     *locale.Locale
	live    bool
	data    func() *allData // made when first asked for
}

// New lists no files yet. live says that the site has the library that options of
// charts are for.
func New(locales []*locale.Locale, live bool) *Feeds {
	f := &Feeds{locales: locales, own: locales[0], live: live}
	f.data = sync.OnceValue(f.newData)
	return f
}

// Indicator lists the files of an indicator.
func (f *Feeds) Indicator(i *model.Indicator) []output.File {
	list := []output.File{
		{Path: address.Data(i, ".json"), Make: func(w *bytes.Buffer) error { return f.writeJSON(w, i) }},
		{Path: address.Data(i, ".csv"), Make: func(w *bytes.Buffer) error {
			return export.Indicator(w, export.Input{Site: f.own.Site, Config: f.own.Config, Verdicts: f.own.Verdicts}, i)
		}},
		{Path: address.Data(i, ".svg"), Make: func(w *bytes.Buffer) error {
			c := f.own.Chart(f.own.Main(i))
			if c == nil || !c.Drawn() {
				return output.ErrAbsent
			}
			_, err := w.Write(svg.Alone(c, f.own.Credit(i)))
			return err
		}},
	}
	for _, l := range f.locales {
		list = append(list, f.options(l, l.Main(i), l.Detail(i))...)
	}
	return list
}

// Others lists the files that belong to no indicator.
func (f *Feeds) Others() []output.File {
	var list []output.File
	for _, l := range f.locales {
		list = append(list, f.options(l, l.ProsePlots()...)...)
		for _, e := range l.Site.Editions {
			list = append(list, f.options(l, l.Timeline(e))...)
		}
		list = append(list, output.File{Path: l.Prefix + address.Feed, Make: func(w *bytes.Buffer) error { return writeAtom(w, l) }})
		list = append(list, searchFiles(l)...)
	}
	list = append(list, f.redirects()...)
	return append(list,
		output.File{Path: address.AllJSON, Make: f.writeAll},
		output.File{Path: address.Sitemap, Make: func(w *bytes.Buffer) error { return writeSitemap(w, f.own) }},
		output.File{Path: address.Robots, Make: func(w *bytes.Buffer) error { return writeRobots(w, f.own) }},
		output.File{Path: address.Headers, Make: f.writeHeaders},
	)
}

// options are the options of charts for the browser. Those of a chart that has
// nothing to add to its drawing are absent.
func (f *Feeds) options(l *locale.Locale, plots ...locale.Plot) []output.File {
	if !f.live {
		return nil
	}
	list := make([]output.File, len(plots))
	for n, p := range plots {
		list[n] = output.File{Path: address.Option(p.ID), Make: func(w *bytes.Buffer) error {
			c := l.Chart(p)
			if c == nil || !option.Alive(c) {
				return output.ErrAbsent
			}
			_, err := w.Write(append(option.Of(c), '\n'))
			return err
		}}
	}
	return list
}

// allData is the data of all indicators: a line each, so that two states can be
// compared line by line.
type allData struct {
	lines   []byte
	at      map[*model.Indicator]span // without the comma
	version string
}

// span is a part of the lines.
type span struct{ from, to int }

// newData makes the lines, with commas between them.
func (f *Feeds) newData() *allData {
	d := &allData{at: make(map[*model.Indicator]span, len(f.own.Site.Indicators))}
	var lines bytes.Buffer
	for n, i := range f.own.Site.Indicators {
		if n > 0 {
			lines.WriteByte(',')
		}
		lines.WriteByte('\n')
		from := lines.Len()
		if err := output.JSON(&lines, indicatorOf(f.own, i)); err != nil {
			panic("feeds: internal error: " + err.Error()) // memory does not fail
		}
		lines.Truncate(lines.Len() - len("\n"))
		d.at[i] = span{from, lines.Len()}
	}
	if lines.Len() > 0 {
		lines.WriteByte('\n')
	}
	d.lines = lines.Bytes()
	d.version = versionOf(d.lines)
	return d
}

// of is the data of an indicator.
func (d *allData) of(i *model.Indicator) []byte {
	at := d.at[i]
	return d.lines[at.from:at.to]
}

// Version names the state of the site's data by its content: two states of one
// name are the same.
func (f *Feeds) Version() string { return f.data().version }

// VersionOf names the state of an indicator's data.
func (f *Feeds) VersionOf(i *model.Indicator) string { return versionOf(f.data().of(i), []byte("\n")) }

// versionOf is the beginning of the hash of some data.
func versionOf(parts ...[]byte) string {
	sum := sha256.New()
	for _, p := range parts {
		sum.Write(p)
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// writeJSON writes the data of an indicator.
func (f *Feeds) writeJSON(w *bytes.Buffer, i *model.Indicator) error {
	w.Write(f.data().of(i))
	w.WriteByte('\n')
	return nil
}

// writeAll writes the data of all indicators below a head that says whose they are.
func (f *Feeds) writeAll(w *bytes.Buffer) error {
	l := f.own
	head := dataHead{Schema: 1, Version: f.Version(), Site: siteData{
		Title: l.Config.Title.In(l.Lang), Place: l.Config.Place.In(l.Lang), Lang: string(l.Lang),
		URL: l.Linker.Absolute(""), AsOf: l.Verdicts.Options().AsOf,
	}}
	if err := output.JSON(w, head); err != nil {
		return err
	}
	w.Truncate(w.Len() - len("}\n"))
	w.WriteString(`,"indicators":[`)
	w.Write(f.data().lines)
	w.WriteString("]}\n")
	return nil
}
