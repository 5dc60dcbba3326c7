package page

import (
	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// pointLine is a question that a page answers at a glance.
type pointLine struct {
	ID       string
	Question said
	Text     []phrase
	Named    []pointName
	Units    []unitCount
	More     *anchor // the others; nil where all are named
}

// pointName is a target that a point names.
type pointName struct {
	anchor
	Short string // how far it is from its target; "" where it is not behind
}

// unitCount is a responsible unit, and of how many targets.
type unitCount struct {
	Name said
	N    int
	Href string // the list of them
}

// points are the answers at a glance to what is kept, what is behind, who answers for
// it and what changed last.
func (f *frame) points(list []*verdict.Verdict) []pointLine {
	b := f.book
	var lines []pointLine
	for _, p := range answer.Stand(list).Points() {
		line := pointLine{ID: p.ID, Question: b.say(p.Question), Text: b.phrases(p.Text.In(b.Lang), nil)}
		for _, v := range p.Named {
			i := v.Target.Indicator
			name := pointName{anchor: f.anchor(wording.Label(i), address.Indicator(i))}
			if p.ID == "behind" {
				name.Short = b.short(v)
			}
			line.Named = append(line.Named, name)
		}
		for _, u := range p.Units {
			line.Units = append(line.Units, unitCount{asWritten(u.Name, b.Lang), u.N, f.statusHref(query{"lead": u.Name})})
		}
		if p.More > 0 {
			line.More = &anchor{said: said{Text: b.T("and-more", "N", p.More)}, Href: f.href("status/") + "#list"}
		}
		lines = append(lines, line)
	}
	changes := pointLine{ID: "changes", Question: said{Text: b.T("changed-last")}, Text: b.phrases(answer.Changes(b.History.Moves(), b.NewestChange()).In(b.Lang), nil)}
	changes.More = &anchor{said: said{Text: b.T("all-changes")}, Href: f.href("changes/")}
	return append(lines, changes)
}

// isNew reports whether the newest day of changes is one of the indicator's: a result
// was published, or a verdict moved. Where everything was published on that day, or that
// is most of them, nothing is new: a mark on every line tells nothing.
func (b *book) isNew(i *model.Indicator) bool { return b.news()[i] }

// findNews lists the indicators of the newest day of changes.
func (b *book) findNews() map[*model.Indicator]bool {
	day, list, older := b.NewestChange(), map[*model.Indicator]bool{}, false
	for _, i := range b.Site.Indicators {
		for _, o := range i.Observations {
			if o.Released == day && !day.IsZero() {
				list[i] = true
			} else if !o.Released.IsZero() {
				older = true
			}
		}
	}
	for _, m := range b.History.Moves() {
		if m.Day == day && !day.IsZero() {
			list[m.Target.Indicator] = true
		}
	}
	if !older || 2*len(list) > len(b.Site.Indicators) {
		return nil
	}
	return list
}

// short says how far a result is from its target, as a part of the target: "差5.2%";
// "" where nothing was compared.
func (b *book) short(v *verdict.Verdict) string {
	percent, ok := v.Short()
	switch {
	case !ok:
		return ""
	case percent.IsPositive():
		return b.T("short-of", "Percent", verdict.Rounded(percent))
	case percent.IsNegative():
		return b.T("beyond-by", "Percent", verdict.Rounded(percent.Neg()))
	}
	return b.T("just-met")
}
