// Package lint finds content that is allowed but probably wrong: slips in dates,
// stale figures, jumps, mixed-up units, figures of the prose without data.
//
// Every check is a [diag.Rule] with a code of its own (R001 …), documented in
// docs/checks.md, and can be made an error, a warning or nothing in config.toml.
package lint

import (
	"slices"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/wording"
)

// Input is what the checks look at.
type Input struct {
	Config *config.Config
	Tree   *source.Tree // positions
	Site   *model.Site
	AsOf   model.Date // "today"; zero: not known, and nothing is stale
	Asked  bool       // AsOf was given on the command line: later figures are no fault
}

// Site runs all checks with the levels of the configuration. The diagnostics
// are not sorted.
func Site(in Input) []diag.Diagnostic {
	l := newLinter(in)
	l.coverage()
	l.prose()
	l.names()
	moved := l.dates()
	if !moved { // with a wrong as-of date every figure is too old or too new
		l.future()
		l.unansweredBefore()
	}
	for _, i := range in.Site.Indicators {
		l.orphan(i)
		if !moved {
			l.freshness(i)
		}
		l.values(i)
		l.early(i)
		l.kinds(i)
	}
	l.onceForLine()
	l.unknownCodes()
	return l.leveled()
}

// Dates finds the slips in dates that stop a build. It uses nothing but the dates
// of a site, so the site may have errors.
func Dates(in Input) []diag.Diagnostic {
	l := newLinter(in)
	l.dates()
	return slices.DeleteFunc(l.leveled(), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error })
}

func newLinter(in Input) *linter {
	l := &linter{
		Input: in, grammar: wording.New(in.Site.Units), written: map[string]*source.Indicator{},
		wrong: map[*model.Observation]bool{}, levels: map[string]string{},
	}
	for _, c := range in.Config.Checks {
		l.levels[c.Code] = c.Level
	}
	for _, i := range in.Tree.Indicators {
		l.written[i.ID] = i
	}
	return l
}

// linter collects what the checks find.
type linter struct {
	Input
	grammar *wording.Grammar // of the site's units
	written map[string]*source.Indicator
	row     *row                        // of the indicator that is looked at
	wrong   map[*model.Observation]bool // figures that a check has found wrong; other checks skip them
	levels  map[string]string           // of config.toml, by code
	known   []fact                      // every date of the content, once they are listed
	diags   []diag.Diagnostic
}

func (l *linter) report(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// at is the place of an indicator's key.
func (l *linter) at(i *model.Indicator, keys ...string) diag.Pos {
	return l.written[i.ID].At(keys...)
}

// place is where an observation is written: in the indicator's file or in the
// table beside it.
func (l *linter) place(o *model.Observation) diag.Pos { return l.placeOf(o, "value") }

// placeOf is the place of a key of an observation, or of the observation.
func (l *linter) placeOf(o *model.Observation, key string) diag.Pos {
	s := l.written[o.Indicator.ID]
	if s.Doc.Has(string(o.Basis), o.Period.String()) {
		if s.Doc.Has(string(o.Basis), o.Period.String(), key) {
			return s.At(string(o.Basis), o.Period.String(), key)
		}
		return s.At(string(o.Basis), o.Period.String())
	}
	for _, basis := range []string{string(o.Basis), ""} { // a basis that is plain need not be written
		for _, r := range s.Rows {
			if r.Period == o.Period.String() && r.Basis == basis {
				return r.At(key)
			}
		}
	}
	return s.At()
}

// silenced reports whether the editor has confirmed a figure with ok.
func (l *linter) silenced(o *model.Observation) bool { return o.Ok != "" }

// unknownCodes reports levels of checks that do not exist.
func (l *linter) unknownCodes() {
	for _, c := range l.Config.Checks {
		if !slices.ContainsFunc(Rules(), func(r *diag.Rule) bool { return r.Code == c.Code }) {
			l.report(UnknownCode.At(c.Pos, c.Code))
		}
	}
}

// leveled applies the configured levels to the diagnostics.
func (l *linter) leveled() []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, d := range l.diags {
		switch l.levels[d.Rule.Code] {
		case config.Off:
			continue
		case config.Error:
			d.Rule = withSeverity(d.Rule, diag.Error)
		case config.Warn:
			d.Rule = withSeverity(d.Rule, diag.Warning)
		}
		list = append(list, d)
	}
	return list
}

// withSeverity is a rule at another level.
func withSeverity(r *diag.Rule, s diag.Severity) *diag.Rule {
	other := *r
	other.Severity = s
	return &other
}
