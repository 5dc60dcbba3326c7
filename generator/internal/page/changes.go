package page

import (
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

// changeLine is one change. A verdict that moved has no text.
type changeLine struct {
	What     anchor
	Text     string
	From, To *badge // of a verdict that moved
	Status   *badge // how the target of a result's year stood on the day
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
		day := &p.Days[len(p.Days)-1]
		day.Items = append(day.Items, f.changeLine(c))
	}
	return p
}

// changeLine is a change with a link to what it is about.
func (f *frame) changeLine(c locale.Change) changeLine {
	b := f.book
	line := changeLine{Text: c.Text}
	if c.To != "" {
		from, to := b.badge(c.From), b.badge(c.To)
		line.From, line.To = &from, &to
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
