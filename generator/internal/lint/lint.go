// Package lint finds what the content may say and yet probably does not mean:
// stale figures, jumps, mixed-up units, figures of the prose that no data
// stands behind.
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
	Asked  bool       // AsOf was asked for on the command line: later figures are no fault
}

// Site runs all checks with the levels of the configuration. The diagnostics
// are not sorted.
func Site(in Input) []diag.Diagnostic {
	l := &linter{Input: in, grammar: wording.New(in.Site.Units), written: map[string]*source.Indicator{}, wrong: map[*model.Observation]bool{}}
	for _, i := range in.Tree.Indicators {
		l.written[i.ID] = i
	}
	l.coverage()
	l.prose()
	l.names()
	l.future()
	l.unansweredBefore()
	for _, i := range in.Site.Indicators {
		l.orphan(i)
		l.freshness(i)
		l.values(i)
		l.early(i)
		l.kinds(i)
	}
	return l.leveled()
}

// linter collects what the checks find.
type linter struct {
	Input
	grammar *wording.Grammar // of the site's units
	written map[string]*source.Indicator
	row     *row                        // of the indicator that is looked at
	wrong   map[*model.Observation]bool // figures that a check has found wrong, for the others to leave out
	diags   []diag.Diagnostic
}

func (l *linter) report(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// at is the place of an indicator's key.
func (l *linter) at(i *model.Indicator, keys ...string) diag.Pos {
	return l.written[i.ID].At(keys...)
}

// place is where an observation is written: in the indicator's file or in the
// table beside it.
func (l *linter) place(o *model.Observation) diag.Pos {
	s := l.written[o.Indicator.ID]
	if s.Doc.Has(string(o.Basis), o.Period.String()) {
		return s.At(string(o.Basis), o.Period.String(), "value")
	}
	for _, basis := range []string{string(o.Basis), ""} { // a basis that is plain need not be written
		for _, r := range s.Rows {
			if r.Period == o.Period.String() && r.Basis == basis {
				return r.At("value")
			}
		}
	}
	return s.At()
}

// silenced reports whether the editor has looked at a figure and found it right.
func (l *linter) silenced(o *model.Observation) bool { return o.Ok != "" }

// leveled puts the configured levels on what was found, and reports levels of
// unknown codes.
func (l *linter) leveled() []diag.Diagnostic {
	level := map[string]string{}
	for _, c := range l.Config.Checks {
		if !slices.ContainsFunc(Rules(), func(r *diag.Rule) bool { return r.Code == c.Code }) {
			l.report(UnknownCode.At(c.Pos, c.Code))
			continue
		}
		level[c.Code] = c.Level
	}
	var list []diag.Diagnostic
	for _, d := range l.diags {
		switch level[d.Rule.Code] {
		case config.Off:
			continue
		case config.Error:
			d.Rule = severe(d.Rule)
		}
		list = append(list, d)
	}
	return list
}

// severe is a rule that stops the build.
func severe(r *diag.Rule) *diag.Rule {
	s := *r
	s.Severity = diag.Error
	return &s
}
