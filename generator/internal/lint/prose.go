package lint

import (
	"strings"
	"unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

// coverage reports the figures of the prose without data, when there are more than
// the configuration allows.
func (l *linter) coverage() {
	limit, unbound := l.Config.MaxUnbound, l.Site.Coverage.Unbound
	if limit < 0 || len(unbound) <= limit {
		return
	}
	for _, u := range unbound {
		pos := diag.Pos{File: u.File, Line: u.Line, Col: u.Col}
		l.report(Unbound.At(pos, u.Text, len(unbound), limit))
	}
}

// prose looks at the words of all sections and pages.
func (l *linter) prose() {
	for _, e := range l.Tree.Editions {
		for _, s := range e.Sections {
			l.punctuation(&s.Prose)
		}
	}
	for _, p := range l.Tree.Pages {
		l.punctuation(&p.Prose)
	}
}

// full maps half-width marks to the Chinese ones.
var full = map[rune]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '(': "（", ')': "）"}

// punctuation reports half-width marks between Han characters, which web pages
// and conversions leave behind.
func (l *linter) punctuation(p *source.Prose) {
	for _, t := range p.Body.Texts {
		l.marks(t)
	}
}

func (l *linter) marks(t markdown.Text) {
	runes := []rune(t.Value)
	pos, last := t.Pos, 0 // of the mark before
	for n, r := range runes {
		mark, ok := full[r]
		if !ok || n == 0 || !unicode.Is(unicode.Han, runes[n-1]) {
			continue
		}
		if n+1 == len(runes) || unicode.Is(unicode.Han, runes[n+1]) || strings.ContainsRune(closing, runes[n+1]) {
			pos, last = pos.After(string(runes[last:n])), n
			l.report(HalfWidth.At(pos, string(r), mark))
		}
	}
}

// closing are marks of Chinese text that can follow another mark.
const closing = "，。；：、！？”）》"

// names reports two indicators that a reader cannot tell apart.
func (l *linter) names() {
	first := map[string]*model.Indicator{}
	for _, i := range l.Site.Indicators {
		if other := first[i.Name.Zh]; other != nil {
			l.report(SameName.At(l.at(i, "name"), i.Name.Zh, other.ID))
			continue
		}
		first[i.Name.Zh] = i
	}
}

// orphan reports an indicator that no prose cites.
func (l *linter) orphan(i *model.Indicator) {
	if len(i.CitedBy) == 0 {
		l.report(Orphan.At(l.at(i), i.ID))
	}
}
