package lint

import (
	"errors"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// words compares as_written with the figures of a target. Words without a figure,
// such as 力争进位, cannot be compared.
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
		en    bool
	}{{words.Zh, zh, false}, {words.En, en, true}} {
		figure, err := l.grammar.Parse(said.words)
		if said.words == "" || err != nil || said.en && l.loosely(figure, words.Zh, t) {
			continue
		}
		if what, ok := vaguer(t, figure); ok {
			l.report(OtherWords.At(said.pos, said.words, what))
			continue
		}
		if figure.Op == model.Range && figure.Approx && t.Op == model.Approx {
			figure.Op = model.Approx // 5.3%—5.4%左右
		}
		if m, ok := errors.AsType[*wording.Mismatch](figure.Agrees(t)); ok {
			l.report(OtherWords.At(said.pos, said.words, diag.Words{En: m.Message.En, Zh: m.Message.Zh}))
		}
	}
}

// vaguer reports words that are vaguer than the target is without a tolerance.
func vaguer(t *model.Target, said wording.Figure) (diag.Words, bool) {
	if t.Tolerance.Valid {
		return diag.Words{}, false
	}
	switch {
	case t.Op == model.Range && said.Op == model.Range && said.Approx:
		return diag.Words{
			En: "the words mean “about” a range, the data is a range with exact ends; write op = \"approx\", or `tolerance`",
			Zh: "文字的意思是区间“左右”，数据写的是两端准确的区间；请写 op = \"approx\"，或写 tolerance",
		}, true
	case t.Op == model.Flat && said.Basically:
		return diag.Words{
			En: "the words mean nearly unchanged, the data says exactly unchanged (flat); write `tolerance`",
			Zh: "文字的意思是“基本持平”，数据写的是完全持平（flat）；请写 tolerance",
		}, true
	}
	return diag.Words{}, false
}

// loosely reports whether English words differ from the target only in whether the
// number itself counts, which official translations do not distinguish: “over 1.3
// trillion” stands for 1.3万亿以上. The Chinese words have to say what is meant.
func (l *linter) loosely(english wording.Figure, chinese string, t *model.Target) bool {
	said, err := l.grammar.Parse(chinese)
	if err != nil || said.Agrees(t) != nil {
		return false
	}
	switch {
	case english.Op == model.GT && t.Op == model.GE:
		english.Op = model.GE
	case english.Op == model.LT && t.Op == model.LE:
		english.Op = model.LE
	default:
		return false
	}
	return english.Agrees(t) == nil
}
