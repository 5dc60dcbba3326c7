package page

import (
	"slices"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
)

// changesPage tells what was published when.
type changesPage struct {
	*frame
	Days []changeDay
	More bool // older ones are left out
}

type changeDay struct {
	Date, ISO string
	Items     []changeLine
}

// changeLine is one change, or verdicts that moved in the same way.
type changeLine struct {
	What     anchor
	Target   string   // whose verdict moved alone: 2024年目标
	Text     []phrase // nil where only verdicts moved
	From, To *badge   // of a verdict that moved
	Status   *badge   // of a result by which a target was judged on the day
	Others   []anchor // what else moved in the same way; Text is nil then

	target model.Period
}

func (b *book) changes(f *frame) any {
	f.name(said{Text: b.T("changes")})
	f.Description = b.T("changes-about")
	f.Answer = b.say(answer.Changes(b.History.Moves(), b.NewestChange()))
	f.columnTags(columnWork)
	f.crumbs(anchor{said: f.Heading, Current: true})
	p := &changesPage{frame: f}
	list, more := b.Changes(address.MostChanges)
	p.More = more
	for _, c := range list {
		if n := len(p.Days); n == 0 || p.Days[n-1].ISO != c.Date.String() {
			p.Days = append(p.Days, changeDay{Date: b.Date(c.Date), ISO: c.Date.String()})
		}
		p.Days[len(p.Days)-1].add(f.changeLine(c))
	}
	for n := range p.Days {
		p.Days[n].gather()
	}
	return p
}

// add tells one more change of the day. A result that moved a verdict is told together
// with that, for the verdict comes first in the list.
func (d *changeDay) add(line changeLine) {
	if line.Status != nil {
		for n, other := range d.Items {
			if other.movesAlone() && other.What == line.What && other.target == line.target {
				line.From, line.To, line.Status = other.From, other.To, nil
				d.Items = slices.Delete(d.Items, n, n+1)
				break
			}
		}
	}
	d.Items = append(d.Items, line)
}

// gather tells verdicts that moved in the same way in one line.
func (d *changeDay) gather() {
	var list []changeLine
	for _, line := range d.Items {
		n := slices.IndexFunc(list, func(l changeLine) bool {
			return line.movesAlone() && l.movesAlone() && *l.From == *line.From && *l.To == *line.To && l.target == line.target
		})
		if n < 0 {
			list = append(list, line)
		} else {
			list[n].Others = append(list[n].Others, line.What)
		}
	}
	d.Items = list
}

func (l changeLine) movesAlone() bool { return len(l.Text) == 0 && l.To != nil }

// changeLine is a change with a link to what it is about.
func (f *frame) changeLine(c locale.Change) changeLine {
	b := f.book
	line := changeLine{Text: b.phrases(c.Text, nil), target: c.Target}
	if c.To != "" {
		from, to := b.badge(c.From), b.badge(c.To)
		line.From, line.To, line.Target = &from, &to, b.T("target-of", "Year", b.Period(c.Target))
	}
	if c.Status != "" {
		status := b.badge(c.Status)
		line.Status = &status
	}
	if c.Of != (model.Text{}) {
		line.What = f.anchor(c.Of, c.Path)
	}
	return line
}
