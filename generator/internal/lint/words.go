package lint

import (
	"errors"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// words holds what a target is said to be against what it is. Words that are no
// figure, such as 力争进位, say nothing that could be held against it.
func (l *linter) words(t *model.Target) {
	key := []string{"target", t.Period.String()}
	place := func(field string) diag.Pos { return l.at(t.Indicator, append(key, field)...) }
	l.sameWords(t, t.AsWritten, place("as_written"), place("as_written_en"))
	for _, bound := range t.Earlier {
		version := *t
		version.Bound = bound
		l.sameWords(&version, bound.AsWritten, place("earlier"), place("earlier"))
	}
}

func (l *linter) sameWords(t *model.Target, words model.Text, zh, en diag.Pos) {
	for _, said := range []struct {
		words string
		pos   diag.Pos
	}{{words.Zh, zh}, {words.En, en}} {
		figure, err := wording.Parse(said.words)
		if said.words == "" || err != nil {
			continue
		}
		if m, ok := errors.AsType[*wording.Mismatch](figure.Agrees(t)); ok {
			l.report(OtherWords.At(said.pos, said.words, diag.Words{En: m.Message.En, Zh: m.Message.Zh}))
		}
	}
}
