package office

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
	"reportsite/generator/internal/tomlfile"
)

// ledger is one copy of a ledger of tasks: that of a month.
type ledger struct {
	*taking
	day model.Date
}

// tasks takes the ledgers of all tables, the oldest copy first, so that a task keeps
// the id that its first copy gave it.
func (t *taker) tasks() {
	slices.SortStableFunc(t.ledgers, func(a, b *ledger) int { return a.day.Compare(b.day) })
	books := map[int]*book{}
	for _, l := range t.ledgers {
		year := l.u.Table.Time.Year
		b := books[year]
		if b == nil {
			if b = t.book(year); b == nil {
				t.report(NoLedgerEdition.At(l.u.Table.TimeAt, strconv.Itoa(year)))
				continue
			}
			books[year] = b
		}
		b.take(l)
	}
	for _, year := range slices.Sorted(maps.Keys(books)) {
		books[year].finish()
	}
}

// ledger keeps a ledger for tasks.
func (k *taking) ledger() {
	t := k.u.Table
	day, at := t.AsOf()
	if day.IsZero() {
		k.report(NoLedgerTime.At(orFirst(at, t)))
		return
	}
	k.ledgers = append(k.ledgers, &ledger{k, day})
}

func orFirst(at diag.Pos, t *table.Table) diag.Pos {
	if !at.Exact() {
		return t.Grid.At(0, 0)
	}
	return at
}

// book are the tasks of an edition while ledgers are taken in.
type book struct {
	*taker
	edition *source.Edition
	rows    map[string]source.Commitment
	tasks   []*task
	places  tomlfile.Places
	taken   map[string]bool // ids of all editions
}

// task is a task of an edition.
type task struct {
	id    string
	title string   // the newest
	names []string // the titles that it has had, without marks
	order string   // its number in the ledger before
	at    diag.Pos
	own   bool // of commitments.toml
}

// book opens the tasks of an edition; nil where there is none of the year.
func (t *taker) book(year int) *book {
	b := &book{taker: t, taken: map[string]bool{}}
	for n, e := range t.tree.Editions {
		if e.Commitments != nil {
			for id := range e.Commitments.Rows {
				b.taken[id] = true
			}
		}
		if e.Dir == strconv.Itoa(year) {
			own := *e
			t.tree.Editions[n] = &own
			b.edition = &own
		}
	}
	if b.edition == nil {
		return nil
	}
	b.rows = map[string]source.Commitment{}
	if c := b.edition.Commitments; c != nil {
		maps.Copy(b.rows, c.Rows)
		for _, id := range c.Doc.Keys() {
			if row, ok := c.Rows[id]; ok {
				b.tasks = append(b.tasks, &task{id: id, title: row.Title, names: []string{bare(row.Title)}, at: c.Doc.Pos(id), own: true})
			}
		}
	}
	return b
}

// bare is a title without marks, spaces and numbers of lists.
func bare(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, table.Plain(title))
}

// take takes one copy: first the rows whose title is as before, then those with a
// similar one.
func (b *book) take(l *ledger) {
	used := map[*task]*table.TaskRow{}
	found := map[*table.TaskRow]*task{}
	var left []*table.TaskRow
	for _, row := range l.u.Table.Tasks {
		same := b.exact(row)
		switch {
		case same == nil:
			left = append(left, row)
		case used[same] != nil:
			b.report(TaskTwice.At(row.Title.At, row.Title.Text, used[same].Title.At.String()))
		default:
			used[same], found[row] = row, same
		}
	}
	for _, row := range left {
		t, ok := b.similar(row, used)
		if !ok {
			continue
		}
		if t == nil {
			if first := twin(row, used); first != nil {
				b.report(TaskTwice.At(row.Title.At, row.Title.Text, first.Title.At.String()))
				continue
			}
			t = b.add(row, l)
		}
		used[t], found[row] = row, t
	}
	for _, row := range l.u.Table.Tasks {
		if t := found[row]; t != nil {
			b.update(l, row, t)
		}
	}
}

// twin is a row of the same ledger with the same title.
func twin(row *table.TaskRow, used map[*task]*table.TaskRow) *table.TaskRow {
	for _, other := range used {
		if bare(other.Title.Text) == bare(row.Title.Text) {
			return other
		}
	}
	return nil
}

func (b *book) exact(row *table.TaskRow) *task {
	for _, t := range b.tasks {
		if slices.Contains(t.names, bare(row.Title.Text)) {
			return t
		}
	}
	return nil
}

// How alike two titles must be to be of one task: by themselves, or where the ledgers
// give both the same number. Two that are nearly equally alike are ambiguous.
const (
	alike      = 0.75
	alikeOrder = 0.55
	nearly     = 0.08
)

// similar is the task whose title a row's has come from; nil where it is a new one.
// ok is false where it can be two, which is reported.
func (b *book) similar(row *table.TaskRow, used map[*task]*table.TaskRow) (best *task, ok bool) {
	name, order := bare(row.Title.Text), row.Cells[table.Order].Text
	var second *task
	var most, next float64
	for _, t := range b.tasks {
		if used[t] != nil || t.at == row.Title.At {
			continue
		}
		score := 0.0
		for _, n := range t.names {
			score = max(score, dice(n, name))
		}
		sameOrder := order != "" && order == t.order
		if score < alikeOrder || score < alike && !sameOrder {
			continue
		}
		if sameOrder {
			score += nearly
		}
		switch {
		case score > most:
			best, second, most, next = t, best, score, most
		case score > next:
			second, next = t, score
		}
	}
	if second != nil && most-next < nearly {
		b.report(TwoTasks.At(row.Title.At, row.Title.Text, best.title, second.title))
		return nil, false
	}
	return best, true
}

// dice is how alike two texts are, from 0 to 1: the share of the pairs of neighbouring
// characters that they have in common.
func dice(a, b string) float64 {
	pairs := func(s string) map[string]int {
		runes, list := []rune(s), map[string]int{}
		for n := range len(runes) - 1 {
			list[string(runes[n:n+2])]++
		}
		return list
	}
	x, y := pairs(a), pairs(b)
	all, common := 0, 0
	for p, n := range x {
		all += n
		common += min(n, y[p])
	}
	for _, n := range y {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

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
		b.report(LedgerSection.At(row.Title.At, stem(l.u.File.File)))
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

// finish puts the tasks into the edition.
func (b *book) finish() {
	c := &source.Commitments{File: source.Dir + "/" + b.edition.Dir + "/commitments.toml", Rows: b.rows}
	if old := b.edition.Commitments; old != nil {
		c.File, c.Doc = old.File, old.Doc
	}
	for id, row := range c.Rows {
		slices.SortStableFunc(row.Events, func(x, y source.Event) int { return cmp.Compare(x.Date.String(), y.Date.String()) })
		c.Rows[id] = row
	}
	c.Doc = c.Doc.Extend(b.places)
	b.edition.Commitments = c
}
