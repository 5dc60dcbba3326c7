package office

import (
	"slices"
	"strconv"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

// shortID is how many characters of a title make an id, unless another task has it.
const shortID = 12

// add makes a task of a row. Its id is the beginning of the title, so that it stays
// when rows come and go; the year stands behind one that another edition has.
func (b *book) add(row *table.TaskRow, l *ledger) *task {
	name := bare(row.Title.Text)
	runes := []rune(name)
	id := string(runes[:min(len(runes), shortID)])
	if b.taken[id] {
		id = string(runes)
	}
	if b.taken[id] {
		id += "-" + b.edition.Dir
	}
	for n := 2; b.taken[id]; n++ {
		id = string(runes) + "-" + b.edition.Dir + "-" + strconv.Itoa(n)
	}
	b.taken[id] = true
	t := &task{id: id, title: row.Title.Text, names: []string{name}, at: row.Title.At}
	b.tasks = append(b.tasks, t)
	b.rows[id] = source.Commitment{Section: b.section(row, l)}
	b.places.Add(row.Title.At, id)
	return t
}

// section is the section of a task: of its column, of the heading above it, of the
// description of the table, or the only one of the edition.
func (b *book) section(row *table.TaskRow, l *ledger) string {
	for _, words := range []table.Words{row.Cells[table.Section], row.Row.Group} {
		if id := b.sectionNamed(words.Text); id != "" {
			return id
		}
	}
	if words := row.Cells[table.Section]; words.Text != "" {
		b.report(NoTaskSection.At(words.At, words.Text))
		return ""
	}
	if l.sheet.Section != "" {
		return l.sheet.Section
	}
	if len(b.edition.Sections) == 1 {
		return b.edition.Sections[0].ID
	}
	if !l.asking {
		l.asking = true
		b.report(LedgerSection.At(row.Title.At, table.Stem(l.u.File.File)))
	}
	return ""
}

// sectionNamed is the id of a section with this id or title.
func (b *book) sectionNamed(words string) string {
	if words == "" {
		return ""
	}
	name := bare(strings.TrimLeft(table.Plain(words), "一二三四五六七八九十、.()（）0123456789"))
	for _, s := range b.edition.Sections {
		if s.ID == words || bare(s.Front.Title) == bare(words) || bare(strings.TrimLeft(table.Plain(s.Front.Title), "一二三四五六七八九十、.()")) == name {
			return s.ID
		}
	}
	return ""
}

// update puts what a copy says of a task into the content: the newest particulars, and
// an event where its progress or its state is another than before.
func (b *book) update(l *ledger, row *table.TaskRow, t *task) {
	c := b.rows[t.id]
	place := func(at diag.Pos, keys ...string) { b.places.Add(at, append([]string{t.id}, keys...)...) }
	if !t.own {
		c.Title = row.Title.Text
		place(row.Title.At, "title")
		place(row.Title.At, "section")
		if !row.Due.IsZero() {
			c.Due = tomlfile.Date{Date: row.Due}
			place(row.Cells[table.Due].At, "due")
		}
		if x := row.Cells[table.Lead]; x.Text != "" {
			units := unitsIn(x.Text)
			c.Lead, c.Support = units[0], units[1:]
			place(x.At, "lead")
		}
		if x := row.Cells[table.Support]; x.Text != "" {
			for _, u := range unitsIn(x.Text) {
				if !slices.Contains(c.Support, u) {
					c.Support = append(slices.Clone(c.Support), u)
				}
			}
			place(x.At, "support")
		}
		c.Note = notes(row)
	}
	t.title, t.order = row.Title.Text, row.Cells[table.Order].Text
	if name := bare(t.title); !slices.Contains(t.names, name) {
		t.names = append(t.names, name)
	}
	b.event(l, row, t, &c)
	b.rows[t.id] = c
}

// notes are the leader and the remarks of a row.
func notes(row *table.TaskRow) string {
	var parts []string
	if x := row.Cells[table.Leader]; x.Text != "" {
		parts = append(parts, "责任领导："+x.Text)
	}
	if x := row.Cells[table.Note]; x.Text != "" {
		parts = append(parts, x.Text)
	}
	return strings.Join(parts, "；")
}

func (b *book) event(l *ledger, row *table.TaskRow, t *task, c *source.Commitment) {
	progress, words := row.Cells[table.Progress], row.Cells[table.State]
	state := ""
	if words.Text != "" {
		var ok bool
		if state, ok = stateOf(words.Text); !ok {
			b.report(BadTaskState.At(words.At, words.Text))
			return
		}
	}
	if progress.Text == "" && state == "" || progress.Text == "" && state == c.State {
		return
	}
	at := progress.At
	text := progress.Text
	if text == "" {
		text, at = "台账列为“"+words.Text+"”", words.At
	}
	if n := len(c.Events); n > 0 {
		last := c.Events[n-1]
		if last.Text == text && (state == "" || last.State == state || c.State == state) {
			return
		}
	}
	src := l.tableSource()
	if src == "" {
		return
	}
	for _, e := range c.Events {
		if e.Date.Date == l.day && e.Text == text {
			return
		}
	}
	n := strconv.Itoa(len(c.Events))
	c.Events = append(slices.Clone(c.Events), source.Event{Date: tomlfile.Date{Date: l.day}, Text: text, State: state, Source: src})
	for _, k := range []string{"date", "text", "state", "source"} {
		b.places.Add(at, t.id, "events", n, k)
	}
	if state != "" && !t.own {
		c.State, c.Source = state, src
		b.places.Add(words.At, t.id, "state")
		b.places.Add(words.At, t.id, "source")
	}
	l.u.Lines = append(l.u.Lines, Line{At: row.Title.At, Row: row.Row.N, Text: row.Title.Text, Name: row.Title.Text, Indicator: t.id, What: l.day.String() + " " + state, Value: text})
}

// states are the words of ledgers for how far a task has come.
var states = map[string]model.State{
	"已完成": model.Done, "完成": model.Done, "已办结": model.Done, "办结": model.Done, "已落实": model.Done, "全部完成": model.Done, "√": model.Done, "✓": model.Done, "提前完成": model.Done, "已销号": model.Done,
	"按进度推进": model.InProgress, "推进中": model.InProgress, "正在推进": model.InProgress, "正常推进": model.InProgress, "有序推进": model.InProgress, "进行中": model.InProgress, "序时推进": model.InProgress, "达序时进度": model.InProgress, "达到序时进度": model.InProgress, "达进度": model.InProgress, "超序时进度": model.InProgress, "超进度": model.InProgress, "持续推进": model.InProgress, "在建": model.InProgress, "正常": model.InProgress,
	"滞后": model.Late, "进度滞后": model.Late, "未达序时进度": model.Late, "欠进度": model.Late, "落后序时进度": model.Late, "推进缓慢": model.Late, "进展缓慢": model.Late, "慢于序时进度": model.Late,
	"未启动": model.NotStarted, "未开展": model.NotStarted, "未开工": model.NotStarted, "尚未启动": model.NotStarted, "待启动": model.NotStarted,
	"未完成": model.NotDone,
}

func stateOf(words string) (string, bool) {
	text := strings.Trim(table.Plain(words), "()。;")
	s, ok := states[text]
	return string(s), ok
}
