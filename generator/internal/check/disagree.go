package check

import (
	"errors"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// agree compares the words of a citation with the data, and notes how they agree.
func (b prose) agree(cite model.Cite, p markdown.Part, words around) {
	if p.Text == "" {
		return // the page writes the figure itself
	}
	if _, err := b.grammar.Parse(p.Text); err != nil {
		if !b.grammar.HasFigure(p.Text) {
			return // the indicator's name, or words without a figure
		}
		b.report(NotUnderstood.At(p.Pos, p.Text))
		return
	}
	cited := model.Cited{
		File: p.Pos.File, Line: p.Pos.Line, Col: p.Pos.Col, Text: p.Text,
		Indicator: cite.Indicator, Target: cite.Target, Result: cite.Observation,
	}
	if err := b.match(&cited, words); err != nil {
		b.report(disagreement(p, cite, err))
		return
	}
	b.site.Coverage.Cited = append(b.site.Coverage.Cited, cited)
}

// match finds how words and data agree. For a target that was changed within the
// year the words may have any version, because an official text stays as it was
// published. The error is that of the newest version.
func (b prose) match(cited *model.Cited, words around) error {
	if cited.Result != nil {
		m, err := b.readings(cited.Text, words, "", func(f wording.Figure) (model.Match, error) { return f.MatchResult(cited.Result) })
		cited.Match = m
		return err
	}
	t := cited.Target
	m, err := b.readings(cited.Text, words, t.Op, func(f wording.Figure) (model.Match, error) { return f.MatchTarget(t) })
	cited.Match = m
	for n := len(t.Earlier) - 1; err != nil && n >= 0; n-- {
		version := *t
		version.Bound = t.Earlier[n]
		m, old := b.readings(cited.Text, words, version.Op, func(f wording.Figure) (model.Match, error) { return f.MatchTarget(&version) })
		if old == nil {
			cited.Match, cited.Version = m, &t.Earlier[n]
			return nil
		}
	}
	return err
}

// readings compares the words together with those around them, then without: 约 may
// belong to something else. A word for a fall before the figure is never left out,
// because it gives the sign, nor is a bound on the other side than the target's,
// because it contradicts it.
func (b prose) readings(text string, words around, op model.Op, compare func(wording.Figure) (model.Match, error)) (model.Match, error) {
	own, err := b.grammar.Parse(text)
	if err != nil {
		return model.Match{}, err
	}
	var refused, whole error
	for _, w := range []around{words, {lead: words.lead}, {tail: words.tail}} {
		if w.lead+w.tail == "" || refused != nil && w.lead == "" {
			continue
		}
		f, err := b.grammar.Parse(w.lead + text + w.tail)
		if err != nil {
			continue
		}
		m, err := compare(f)
		if err == nil {
			return m, nil
		}
		if f.Opposes(op) && own.Op == "" && !words.shared {
			return model.Match{}, err
		}
		if whole == nil {
			whole = err
		}
		if refused == nil && f.Falls() && !own.Falls() {
			refused = err
		}
	}
	if refused != nil {
		return model.Match{}, refused
	}
	m, err := compare(own)
	if err != nil && whole != nil {
		err = whole
	}
	return m, err
}

// disagreement is the diagnostic of a text that says something else than the
// data.
func disagreement(p markdown.Part, cite model.Cite, err error) diag.Diagnostic {
	text := model.Text{Zh: err.Error(), En: err.Error()}
	if m, ok := errors.AsType[*wording.Mismatch](err); ok {
		text = m.Message
	}
	d := Disagrees.At(p.Pos, diag.Words{En: text.En, Zh: text.Zh}, cite.Indicator.ID)
	d.Len = len([]rune(p.Text))
	return d
}
