package page

import (
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// outside compares what other sites show of an indicator: the frame, and the words of the
// picture beside a link.
func (a *agreement) outside(i *model.Indicator, v *verdict.Verdict) {
	a.Helper()
	t := a.told(v)
	frame := firstOf(a.page("embed/"+i.ID+"/index.html"), "p", "embed-target")
	a.says(t, "the frame", frame, t.result, t.when, t.status, v.Bound.AsWritten.Zh)
	card := a.book.indicatorCard(i)
	if card.Figure != t.result || card.When != t.when || card.Target != v.Bound.AsWritten.Zh || card.Verdict == nil || card.Verdict.Word != t.status {
		a.Errorf("%s: the picture for other sites has %q, %q, %q and %+v", t.what, card.Figure, card.When, card.Target, card.Verdict)
	}
}
