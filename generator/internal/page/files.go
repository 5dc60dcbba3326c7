package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/verdict"
)

// indicatorsFile holds all indicators; see docs/format.md for its fields.
const indicatorsFile = "data/indicators.json"

// dataPath is an indicator's data file.
func dataPath(i *model.Indicator, ending string) string { return "data/indicators/" + i.ID + ending }

// The data files. Fields that say nothing are left out; figures are numbers as
// the editor wrote them.
type (
	dataHead struct {
		Schema  int      `json:"schema"`
		Version string   `json:"version"`
		Site    siteData `json:"site"`
	}
	siteData struct {
		Title string     `json:"title"`
		Place string     `json:"place,omitempty"`
		Lang  string     `json:"language"`
		URL   string     `json:"url,omitempty"`
		AsOf  model.Date `json:"as_of"`
	}
	indicatorData struct {
		ID           string            `json:"id"`
		Name         string            `json:"name"`
		NameEn       string            `json:"name_en,omitempty"`
		Unit         string            `json:"unit,omitempty"`
		Measure      string            `json:"measure"`
		Accrual      string            `json:"accrual,omitempty"`
		Better       string            `json:"better"`
		Nature       string            `json:"nature,omitempty"`
		Section      string            `json:"section"`
		URL          string            `json:"url"`
		Targets      []targetData      `json:"targets,omitempty"`
		Observations []observationData `json:"observations,omitempty"`
		Gaps         []gapData         `json:"gaps,omitempty"`
		Verdict      *verdictData      `json:"verdict,omitempty"`
	}
	targetData struct {
		Period    string      `json:"period"`
		Op        string      `json:"op"`
		Value     json.Number `json:"value,omitempty"`
		Low       json.Number `json:"low,omitempty"`
		High      json.Number `json:"high,omitempty"`
		Ref       string      `json:"ref,omitempty"`
		Base      json.Number `json:"base,omitempty"`
		Tolerance json.Number `json:"tolerance,omitempty"`
		Stretch   json.Number `json:"stretch,omitempty"`
		AsWritten string      `json:"as_written"`
		Announced string      `json:"announced,omitempty"`
	}
	observationData struct {
		Period   string      `json:"period"`
		Basis    string      `json:"basis"`
		Value    json.Number `json:"value"`
		Approx   bool        `json:"approx,omitempty"`
		Stage    string      `json:"stage,omitempty"`
		Released string      `json:"released,omitempty"`
		Source   string      `json:"source"`
	}
	gapData struct {
		Period string    `json:"period"`
		Basis  string    `json:"basis"`
		Reason *textData `json:"reason,omitempty"`
	}
	verdictData struct {
		Status      string      `json:"status"`
		Reason      string      `json:"reason,omitempty"`
		Period      string      `json:"period"`
		Target      json.Number `json:"target,omitempty"`
		Actual      json.Number `json:"actual,omitempty"`
		Expected    json.Number `json:"expected,omitempty"`
		Gap         json.Number `json:"gap,omitempty"`
		AsOf        model.Date  `json:"as_of"`
		Formula     string      `json:"formula,omitempty"`
		Explanation textData    `json:"explanation"`
	}
	textData struct {
		Zh string `json:"zh,omitempty"`
		En string `json:"en,omitempty"`
	}
)

// dataFiles are the files that stand once for all languages, but those of the
// indicators.
func (b *book) dataFiles() []task {
	return []task{
		{path: indicatorsFile, make: b.writeIndicators},
		{path: "sitemap.xml", make: b.writeSitemap},
		{path: "robots.txt", make: b.writeRobots},
		{path: "_headers", make: b.writeHeaders},
	}
}

// indicatorFiles are the data files of an indicator.
func (b *book) indicatorFiles(i *model.Indicator) []task {
	return []task{
		{path: dataPath(i, ".json"), make: func(w *bytes.Buffer) error { return writeJSON(w, b.indicatorData(i)) }},
		{path: dataPath(i, ".csv"), make: func(w *bytes.Buffer) error { return b.writeCSV(w, i) }},
		{path: dataPath(i, ".svg"), make: func(w *bytes.Buffer) error {
			c := b.own.chart(b.own.chartID("chart", i.ID))
			if c == nil || !c.Drawn() {
				return ErrAbsent
			}
			return write(w, svg.Alone(c, b.own.credit(i)))
		}},
	}
}

// assetFiles are the style sheet, the scripts and the icon.
func (t *Theme) assetFiles() []task {
	var list []task
	for _, a := range t.assets {
		list = append(list, task{path: a.path, make: func(w *bytes.Buffer) error { return write(w, a.data) }})
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
		{said: said{Text: "CSV"}, Href: f.fileHref(dataPath(i, ".csv"))},
		{said: said{Text: "JSON"}, Href: f.fileHref(dataPath(i, ".json"))},
	}
	if f.book.hasSVG(i) {
		list = append(list, anchor{said: said{Text: "SVG"}, Href: f.fileHref(dataPath(i, ".svg"))})
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

func (b *book) indicatorData(i *model.Indicator) indicatorData {
	d := indicatorData{
		ID: i.ID, Name: i.Name.In(b.lang), Unit: i.Unit.String(), Measure: string(i.Measure), Accrual: string(i.Accrual),
		Better: string(i.Better), Nature: string(i.Nature), Section: i.Section.Ref(), URL: b.dataURL(indicatorPath(i)),
	}
	if b.lang != model.English {
		d.NameEn = i.Name.En
	}
	for _, t := range i.Targets {
		d.Targets = append(d.Targets, b.targetData(t))
	}
	for _, o := range i.Observations {
		d.Observations = append(d.Observations, observationData{
			Period: o.Period.String(), Basis: string(o.Basis), Value: number(decimal.NewNullDecimal(o.Value)),
			Approx: o.Approx, Stage: string(o.Stage), Released: o.Released.String(), Source: o.Source.ID,
		})
	}
	for _, g := range i.Gaps {
		d.Gaps = append(d.Gaps, newGapData(g))
	}
	if v := b.Verdicts.Latest(i); v != nil {
		d.Verdict = newVerdictData(v)
	}
	return d
}

// dataURL is the address of a page in data files: whole where the site has a
// base address, else from the site's root.
func (b *book) dataURL(path string) string {
	if full := b.linker.absolute(path); full != "" {
		return full
	}
	return "/" + path
}

func (b *book) targetData(t *model.Target) targetData {
	d := targetData{
		Period: t.Period.String(), Op: string(t.Op), Value: number(t.Value), Low: number(t.Low), High: number(t.High),
		Base: number(t.Base), Tolerance: number(t.Tolerance), Stretch: number(t.Stretch),
		AsWritten: t.AsWritten.In(b.lang), Announced: t.Announced.String(),
	}
	if t.Ref != nil {
		d.Ref = t.Ref.ID
	}
	return d
}

func newGapData(g model.Gap) gapData {
	d := gapData{Period: g.Period.String(), Basis: string(g.Basis)}
	if g.Reason != (model.Text{}) {
		reason := textData(g.Reason)
		d.Reason = &reason
	}
	return d
}

func newVerdictData(v *verdict.Verdict) *verdictData {
	e := v.Explain()
	d := &verdictData{
		Status: string(v.Status), Reason: string(v.Reason), Period: v.Target.Period.String(),
		Target: number(v.Goal), Expected: number(v.Expected), Gap: number(v.Gap),
		AsOf: v.AsOf, Formula: v.Formula, Explanation: textData(e),
	}
	if v.Actual != nil {
		d.Actual = number(decimal.NewNullDecimal(v.Actual.Value))
	}
	return d
}

func number(v decimal.NullDecimal) json.Number {
	if !v.Valid {
		return ""
	}
	return json.Number(model.Digits(v.Decimal))
}

// writeCSV writes an indicator's results. The byte order mark makes
// spreadsheets read Han characters.
func (b *book) writeCSV(w *bytes.Buffer, i *model.Indicator) error {
	w.WriteString("\ufeff")
	c := csv.NewWriter(w)
	_ = c.Write([]string{
		b.t("period"), b.t("basis"), b.t("result"), b.t("unit"), b.t("approximate"), b.t("stage"), b.t("released"), b.t("source"),
	})
	for _, o := range i.Observations {
		approx := ""
		if o.Approx {
			approx = b.t("approximate")
		}
		_ = c.Write([]string{
			o.Period.String(), b.basis(o.Basis), model.Digits(o.Value), i.Unit.In(b.lang), approx,
			b.stage(o.Stage), o.Released.String(), o.Source.Name.In(b.lang),
		})
	}
	c.Flush() // into memory: only the writer's own error counts
	return c.Error()
}
