package feeds

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// The data files; docs/output.md describes their fields. Fields that say nothing
// are left out; figures are numbers as the editor wrote them.
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
		NextRelease  string            `json:"next_release,omitempty"`
		Section      string            `json:"section"`
		URL          string            `json:"url"`
		Targets      []targetData      `json:"targets,omitempty"`
		Observations []observationData `json:"observations,omitempty"`
		Gaps         []gapData         `json:"gaps,omitempty"`
		Sources      []sourceData      `json:"sources,omitempty"`
		Verdict      *verdictData      `json:"verdict,omitempty"`
	}
	targetData struct {
		Period string `json:"period"`
		boundData
		Hedge   string        `json:"hedge,omitempty"`
		Source  string        `json:"source,omitempty"`
		Counts  string        `json:"counts,omitempty"`
		From    string        `json:"from,omitempty"`
		Plan    []planData    `json:"plan,omitempty"`
		Earlier []versionData `json:"earlier,omitempty"`
		Verdict *verdictData  `json:"verdict"`
	}
	boundData struct {
		Op        string        `json:"op"`
		Value     json.Number   `json:"value,omitempty"`
		Low       json.Number   `json:"low,omitempty"`
		High      json.Number   `json:"high,omitempty"`
		Parts     []json.Number `json:"parts,omitempty"`
		Ref       string        `json:"ref,omitempty"`
		Base      json.Number   `json:"base,omitempty"`
		Tolerance json.Number   `json:"tolerance,omitempty"`
		Stretch   json.Number   `json:"stretch,omitempty"`
		Further   []json.Number `json:"further,omitempty"`
		AsWritten string        `json:"as_written"`
		Announced string        `json:"announced,omitempty"`
	}
	sourceData struct {
		ID        string `json:"id"`
		Name      string `json:"name"`
		Publisher string `json:"publisher,omitempty"`
		Date      string `json:"date,omitempty"`
		URL       string `json:"url,omitempty"`
	}
	planData struct {
		Period string      `json:"period"`
		Value  json.Number `json:"value"`
	}
	versionData struct {
		boundData
		Status string `json:"status"`
	}
	observationData struct {
		Period   string         `json:"period"`
		Basis    string         `json:"basis"`
		Value    json.Number    `json:"value,omitempty"`
		Parts    []json.Number  `json:"parts,omitempty"`
		Approx   bool           `json:"approx,omitempty"`
		Sense    string         `json:"sense,omitempty"`
		Stage    string         `json:"stage,omitempty"`
		Released string         `json:"released,omitempty"`
		Source   string         `json:"source"`
		Break    *textData      `json:"break,omitempty"`
		Note     *textData      `json:"note,omitempty"`
		Earlier  []revisionData `json:"earlier,omitempty"`
	}
	revisionData struct {
		Value    json.Number `json:"value"`
		Stage    string      `json:"stage,omitempty"`
		Released string      `json:"released,omitempty"`
		Reason   *textData   `json:"reason,omitempty"`
	}
	gapData struct {
		Period string    `json:"period"`
		Basis  string    `json:"basis"`
		Reason *textData `json:"reason,omitempty"`
	}
	verdictData struct {
		Status       string        `json:"status"`
		Reason       string        `json:"reason,omitempty"`
		Period       string        `json:"period"`
		Target       json.Number   `json:"target,omitempty"`
		Actual       json.Number   `json:"actual,omitempty"`
		ActualPeriod string        `json:"actual_period,omitempty"`
		ActualBasis  string        `json:"actual_basis,omitempty"`
		Expected     json.Number   `json:"expected,omitempty"`
		Gap          json.Number   `json:"gap,omitempty"`
		AsOf         model.Date    `json:"as_of"`
		Formula      string        `json:"formula,omitempty"`
		Explanation  textData      `json:"explanation"`
		Inferred     *textData     `json:"inferred,omitempty"`
		Override     *overrideData `json:"override,omitempty"`
	}
	overrideData struct {
		Status string   `json:"status"`
		Reason textData `json:"reason"`
		By     string   `json:"by"`
		Date   string   `json:"date"`
	}
	textData struct {
		Zh string `json:"zh,omitempty"`
		En string `json:"en,omitempty"`
	}
)

// indicatorOf is the data of an indicator: what is public of it, and how it stands.
func indicatorOf(l *locale.Locale, i *model.Indicator) indicatorData {
	d := indicatorData{
		ID: i.ID, Name: i.Name.In(l.Lang), Unit: i.Unit.String(), Measure: string(i.Measure), Accrual: string(i.Accrual),
		Better: string(i.Better), Nature: string(i.Nature), NextRelease: i.NextRelease.String(), Section: i.Section.Ref(), URL: addressOf(l, address.Indicator(i)),
	}
	if l.Lang != model.English {
		d.NameEn = i.Name.En
	}
	for _, t := range i.Targets {
		d.Targets = append(d.Targets, targetOf(l, t))
	}
	for _, o := range i.Observations {
		d.Observations = append(d.Observations, observationOf(o))
	}
	for _, g := range i.Gaps {
		d.Gaps = append(d.Gaps, gapData{Period: g.Period.String(), Basis: string(g.Basis), Reason: maybe(g.Reason)})
	}
	d.Sources = sourcesOf(l, i)
	if v := l.Verdicts.Latest(i); v != nil {
		d.Verdict = verdictOf(v)
	}
	return d
}

// sourcesOf are the sources that an indicator's targets and results name, each once.
func sourcesOf(l *locale.Locale, i *model.Indicator) (list []sourceData) {
	seen := map[*model.Source]bool{nil: true}
	add := func(s *model.Source) {
		if !seen[s] {
			seen[s] = true
			list = append(list, sourceData{s.ID, s.Name.In(l.Lang), s.Publisher.In(l.Lang), s.Date.String(), s.URL})
		}
	}
	for _, t := range i.Targets {
		if t.Section != nil {
			add(t.Section.Edition.Source)
		}
	}
	for _, o := range i.Observations {
		add(o.Source)
	}
	return list
}

// addressOf is the address of a page in data files: whole where the site has a
// base address, else from the site's root.
func addressOf(l *locale.Locale, path string) string {
	if full := l.Linker.Absolute(path); full != "" {
		return full
	}
	return "/" + path
}

// targetOf is a target with its verdict and its superseded versions; these say
// when they became public, be it with the report.
func targetOf(l *locale.Locale, t *model.Target) targetData {
	v := l.Verdicts.Of(t)
	d := targetData{
		Period: t.Period.String(), boundData: boundOf(l, t.Bound), Counts: string(t.Counts), From: t.From.String(), Verdict: verdictOf(v),
		Hedge: t.Hedge,
	}
	if s := t.Section; s != nil {
		d.Source = s.Edition.Source.ID
	}
	for _, p := range t.Plan {
		d.Plan = append(d.Plan, planData{p.Period.String(), exact(p.Value)})
	}
	for _, other := range v.Others {
		e := versionData{boundOf(l, other.Bound), string(other.Status)}
		e.Announced = t.Known(other.Bound).String()
		d.Earlier = append(d.Earlier, e)
	}
	return d
}

func boundOf(l *locale.Locale, t model.Bound) boundData {
	d := boundData{
		Op: string(t.Op), Value: number(t.Value), Low: number(t.Low), High: number(t.High), Parts: exacts(t.Parts),
		Base: number(t.Base), Tolerance: number(t.Tolerance), Stretch: number(t.Stretch), Further: exacts(t.Further),
		AsWritten: t.AsWritten.In(l.Lang), Announced: t.Announced.String(),
	}
	if t.Ref != nil {
		d.Ref = t.Ref.ID
	}
	return d
}

func observationOf(o *model.Observation) observationData {
	d := observationData{
		Period: o.Period.String(), Basis: string(o.Basis), Parts: exacts(o.Parts), Approx: o.Approx, Sense: string(o.Sense),
		Stage: string(o.Stage), Released: o.Released.String(), Source: o.Source.ID, Break: maybe(o.Break), Note: maybe(o.Note),
	}
	if len(o.Parts) == 0 {
		d.Value = json.Number(o.Digits())
	}
	for _, e := range o.Earlier {
		d.Earlier = append(d.Earlier, revisionData{exact(e.Value), string(e.Stage), e.Released.String(), maybe(e.Reason)})
	}
	return d
}

func verdictOf(v *verdict.Verdict) *verdictData {
	d := &verdictData{
		Status: string(v.Status), Reason: string(v.Reason), Period: v.Target.Period.String(),
		Target: number(v.Goal), Expected: number(v.Expected), Gap: number(v.Gap),
		AsOf: v.AsOf, Formula: v.Formula, Explanation: textData(v.Explain()),
	}
	if o := v.Actual; o != nil {
		if len(o.Parts) == 0 {
			d.Actual = json.Number(o.Digits())
		}
		d.ActualPeriod, d.ActualBasis = o.Period.String(), string(o.Basis)
	}
	if s := v.Target.Section; s != nil {
		d.Inferred = maybe(s.Edition.Inferred)
	}
	if o := v.Override; o != nil {
		d.Override = &overrideData{o.Status, textData(o.Reason), o.By, o.Date.String()}
	}
	return d
}

// maybe is a text that is left out where it is empty.
func maybe(t model.Text) *textData {
	if t == (model.Text{}) {
		return nil
	}
	d := textData(t)
	return &d
}

func number(v decimal.NullDecimal) json.Number {
	if !v.Valid {
		return ""
	}
	return exact(v.Decimal)
}

func exact(v decimal.Decimal) json.Number { return json.Number(model.Digits(v)) }

func exacts(list []decimal.Decimal) []json.Number {
	var out []json.Number
	for _, v := range list {
		out = append(out, exact(v))
	}
	return out
}
