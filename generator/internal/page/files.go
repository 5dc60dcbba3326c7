package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/theme"
)

// dataFiles are the files that stand once for all languages, but those of the
// indicators.
func (b *book) dataFiles() []task {
	return []task{
		{path: address.AllJSON, make: b.writeIndicators},
		{path: address.Sitemap, make: b.writeSitemap},
		{path: address.Robots, make: b.writeRobots},
		{path: address.Headers, make: b.writeHeaders},
	}
}

// indicatorFiles are the data files of an indicator.
func (b *book) indicatorFiles(i *model.Indicator) []task {
	return []task{
		{path: address.Data(i, ".json"), make: func(w *bytes.Buffer) error { return writeJSON(w, b.indicatorData(i)) }},
		{path: address.Data(i, ".csv"), make: func(w *bytes.Buffer) error { return b.writeCSV(w, i) }},
		{path: address.Data(i, ".svg"), make: func(w *bytes.Buffer) error {
			c := b.own.chart(b.own.chartID("chart", i.ID))
			if c == nil || !c.Drawn() {
				return ErrAbsent
			}
			return write(w, svg.Alone(c, b.own.credit(i)))
		}},
	}
}

// assetFiles are the style sheet, the scripts and the icon.
func assetFiles(t *theme.Theme) []task {
	var list []task
	for _, a := range t.Assets() {
		list = append(list, task{path: a.Path, make: func(w *bytes.Buffer) error { return write(w, a.Data) }})
	}
	return list
}

func write(w *bytes.Buffer, data []byte) error {
	_, err := w.Write(data)
	return err
}

// credit is what the chart of an indicator says of itself where it stands alone.
func (b *book) credit(i *model.Indicator) svg.Credit {
	c := svg.Credit{Site: b.Config.Title.In(b.lang), Date: b.date(b.Verdicts.Options().AsOf)}
	if n := b.Verdicts.Newest(i); n.Observation != nil {
		c.Source = n.Source.Name.In(b.lang)
	} else if s := i.Section.Edition.Source; s != nil {
		c.Source = s.Name.In(b.lang)
	}
	return c
}

// hasSVG reports whether an indicator's chart is a file of its own.
func (b *book) hasSVG(i *model.Indicator) bool {
	c := b.own.chart(b.own.chartID("chart", i.ID))
	return c != nil && c.Drawn()
}

// files links to an indicator's data files.
func (f *frame) files(i *model.Indicator) []anchor {
	list := []anchor{
		{said: said{Text: "CSV"}, Href: f.fileHref(address.Data(i, ".csv"))},
		{said: said{Text: "JSON"}, Href: f.fileHref(address.Data(i, ".json"))},
	}
	if f.book.hasSVG(i) {
		list = append(list, anchor{said: said{Text: "SVG"}, Href: f.fileHref(address.Data(i, ".svg"))})
	}
	return list
}

// writeJSON writes a value on one line.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// lines are the data of all indicators, one a line, so that two states can be
// compared line by line.
func (b *book) lines() []byte {
	var list bytes.Buffer
	for n, i := range b.Site.Indicators {
		if n > 0 {
			list.Truncate(list.Len() - len("\n"))
			list.WriteByte(',')
		}
		list.WriteByte('\n')
		if err := writeJSON(&list, b.indicatorData(i)); err != nil {
			panic("page: internal error: " + err.Error()) // memory does not fail
		}
	}
	return list.Bytes()
}

func (b *book) writeIndicators(w *bytes.Buffer) error {
	list := b.whole()
	head := dataHead{Schema: 1, Version: versionOf(list), Site: siteData{
		Title: b.Config.Title.In(b.lang), Place: b.Config.Place.In(b.lang), Lang: string(b.lang),
		URL: b.linker.absolute(""), AsOf: b.Verdicts.Options().AsOf,
	}}
	if err := writeJSON(w, head); err != nil {
		return err
	}
	w.Truncate(w.Len() - len("}\n"))
	w.WriteString(`,"indicators":[`)
	w.Write(list)
	w.WriteString("]}\n")
	return nil
}

// versionOf names a state of data by its content: the beginning of its hash.
func versionOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}
