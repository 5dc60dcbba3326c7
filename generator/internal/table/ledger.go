package table

import (
	"regexp"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// TaskRow is a row of a ledger.
type TaskRow struct {
	Row   *Row
	Title Words
	Cells map[Kind]Words // of Lead, Support, Leader, Due, Progress, State, Section, Order, Note; those that are filled
	Due   model.Date     // zero: none is named
	NoDue bool           // 长期坚持: there is none
}

// tasks reads the rows of a ledger.
func (r *reader) tasks() {
	t, g := r.table, r.grid
	for _, x := range t.Rows {
		if r.skipped(x.Names) {
			continue
		}
		if g.HiddenRow(x.N) {
			r.report(HiddenRow.At(x.At, x.Label))
			continue
		}
		task := &TaskRow{Row: x, Title: Words{strings.TrimRight(tidy(x.Label), "。；;"), x.At}, Cells: map[Kind]Words{}}
		bad := false
		for _, c := range t.Columns {
			cell := g.Cell(x.N, c.Col)
			if cell.Fault != nil && c.Kind != Order {
				r.report(*cell.Fault)
				bad = true
			}
			if cell.Empty() || c.Kind == Task || c.Kind == unknown {
				continue
			}
			at := g.At(x.N, c.Col)
			words := Words{tidy(cell.Text), at}
			if c.Kind == Due {
				task.Due, task.NoDue = r.due(words, cell.Day)
			}
			if old, ok := task.Cells[c.Kind]; ok && old.Text != words.Text {
				words.Text = old.Text + "；" + words.Text // two columns of one kind: 责任单位 and 牵头单位
				words.At = old.At
			}
			task.Cells[c.Kind] = words
		}
		if !bad {
			t.Tasks = append(t.Tasks, task)
		}
	}
	for _, c := range t.Columns {
		if c.Kind == unknown {
			r.report(UnknownColumn.At(c.At, c.Head))
		}
	}
}

// tidy is a text of a cell in one line. Between Han characters a line break is
// nothing.
func tidy(text string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if last, _ := lastRune(b.String()); line != "" && b.Len() > 0 && last < 0x2e80 {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

func lastRune(s string) (last rune, size int) {
	for _, r := range s {
		last = r
	}
	return last, len(string(last))
}

var (
	endless = regexp.MustCompile(`长期|常年|持续|常态|全程|贯穿`)
	before  = regexp.MustCompile(`(?:以前|之前|前完成|前|内完成|内|完成|止|止前)+$`)
)

// due is the day by which a task is to be done: the last one that the words name.
func (r *reader) due(words Words, cell model.Date) (day model.Date, none bool) {
	if !cell.IsZero() {
		return cell, false
	}
	text := before.ReplaceAllString(plain(words.Text), "")
	if text == "-" || text == "/" || endless.MatchString(text) {
		return model.Date{}, true
	}
	w, rest, ok := takeTime(text)
	rest = strings.Trim(rest, "()至-到底末年全内")
	if text == "全年" || text == "年内" {
		w.From, w.To = 1, 12
	}
	if w.Year == 0 {
		w.Year = r.table.Time.Year
	}
	if w.Year > 0 && w.To == 0 && ok && rest == "" {
		w.To = 12 // 2025年
	}
	if !ok || rest != "" || w.To == 0 || w.Year == 0 || w.Day > lastDay(w.Year, w.To) {
		r.report(BadDue.At(words.At, words.Text))
		return model.Date{}, false
	}
	return endOf(w), false
}

// endOf is the last day of a time.
func endOf(w When) model.Date {
	if w.Day > 0 {
		return model.Date{Year: w.Year, Month: w.To, Day: w.Day}
	}
	return model.Date{Year: w.Year, Month: w.To, Day: lastDay(w.Year, w.To)}
}

// AsOf is the day of which the table as a whole speaks; zero where it names no
// month.
func (t *Table) AsOf() (model.Date, diag.Pos) {
	if t.Time.Year == 0 || t.Time.To == 0 {
		return model.Date{}, t.Title.At
	}
	return endOf(t.Time), t.TimeAt
}
