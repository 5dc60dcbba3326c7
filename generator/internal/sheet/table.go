package sheet

import (
	"strings"

	"reportsite/generator/internal/diag"
)

// table turns lines into rows.
type table struct {
	file      string
	csv       bool // texts may be what a program has made of a number or a date
	diags     []diag.Diagnostic
	year      cell // of the rows below a year that is written once
	unit      said // of the figures, where the table says it outside of its rows
	heads     []string
	headBasis string // of the figures, where the head says it: 数值（累计）
}

func (t *table) report(d diag.Diagnostic) { t.diags = append(t.diags, d) }

func (t *table) read(lines []*line) []*Row {
	head, cols := findHead(lines)
	if cols == nil {
		if !t.faults(lines[:min(len(lines), headRows)]) {
			t.report(NoHead.At(diag.Pos{File: t.file}, firstWords(lines)))
		}
		return nil
	}
	for _, c := range lines[head].cells {
		t.heads = append(t.heads, headWord(c.text))
	}
	t.checkHead(lines, head, cols)
	t.findUnit(lines, head, cols)
	t.above(lines[:head], cols)
	var rows []*Row
	seen := map[string]*Row{}
	var waiting []*line // rows without a value; those at the end of the table are one message
	for n, l := range lines[head+1:] {
		if l.first() < 0 && !l.at(cols[colValue]).covered {
			continue
		}
		if t.awaits(l, cols) {
			t.columns(l, lines[head], cols)
			waiting = append(waiting, l)
			continue
		}
		t.noValue(waiting, cols, false)
		waiting = nil
		r := t.row(l, lines[head+1+n+1:], cols)
		if r == nil {
			continue
		}
		t.columns(l, lines[head], cols)
		if first := seen[r.Period+"/"+r.Basis]; first != nil {
			t.report(PeriodTwice.At(r.At("period"), r.Period, first.At("period").String()))
			continue
		}
		seen[r.Period+"/"+r.Basis] = r
		rows = append(rows, r)
	}
	t.noValue(waiting, cols, true)
	return rows
}

// firstWords are the first cells of a table that are not empty, as a person sees where
// to look for the head.
func firstWords(lines []*line) diag.Words {
	for _, l := range lines {
		var words []string
		for _, c := range l.cells {
			if c.text != "" && len(words) < 6 {
				words = append(words, c.text)
			}
		}
		if len(words) > 0 {
			text := strings.Join(strings.Fields(strings.Join(words, " | ")), " ")
			if r := []rune(text); len(r) > 60 {
				text = string(r[:60]) + "..."
			}
			return diag.Words{En: "; it begins with “" + text + "”", Zh: "；表格开头是“" + text + "”"}
		}
	}
	return diag.Words{}
}

// faults reports the cells that have no content of their own, and whether there
// are any.
func (t *table) faults(lines []*line) (found bool) {
	for _, l := range lines {
		for i, c := range l.cells {
			if c.fault != nil {
				t.report(c.fault.Rule.At(l.pos(i), c.fault.Args...))
				found = true
			}
		}
	}
	return found
}

// above reports rows that stand above the head but read like observations.
func (t *table) above(lines []*line, cols map[column]int) {
	period, ok := cols[colPeriod]
	if !ok {
		period = cols[colYear]
	}
	for _, l := range lines {
		_, _, isPeriod := parsePeriod("", l.at(period).text)
		if _, isValue := parseNumber(l.at(cols[colValue]).text); isPeriod && isValue {
			t.report(RowUnread.At(l.pos(period), l.at(period).text))
		}
	}
}

// columns reports what stands in columns without a head, once for each.
func (t *table) columns(l, head *line, cols map[column]int) {
	for i, c := range l.cells {
		if c.empty() || c.covered || l.unit || i < len(head.cells) && (head.cells[i].text != "" || head.cells[i].covered) {
			continue
		}
		for len(head.cells) <= i {
			head.cells = append(head.cells, cell{})
		}
		head.cells[i].covered = true // reported
		t.report(ColumnNoHead.At(l.pos(i), c.text))
	}
}

// awaits reports whether a row has a period that can be read, and no value yet.
func (t *table) awaits(l *line, cols map[column]int) bool {
	if value := l.at(cols[colValue]); !value.empty() || value.covered {
		return false
	}
	for _, i := range cols {
		if l.at(i).fault != nil {
			return false
		}
	}
	r := &Row{row: l, cols: cols}
	quiet := *t
	p, ok := quiet.period(r)
	if ok && p.year > 0 {
		t.year = quiet.year
	}
	return ok
}

// noValue reports rows that have a period and no value. The last ones of a
// table are the periods to come: they are one message.
func (t *table) noValue(lines []*line, cols map[column]int, last bool) {
	at := func(l *line) (diag.Pos, string) {
		r := Row{row: l, cols: cols}
		words := strings.TrimSpace(r.cell(colYear).text + " " + r.cell(colPeriod).text)
		return r.At("value"), words
	}
	if last && len(lines) > 1 {
		pos, from := at(lines[0])
		_, to := at(lines[len(lines)-1])
		t.report(RowNoValue.At(pos, from+" … "+to))
		return
	}
	for _, l := range lines {
		pos, words := at(l)
		t.report(RowNoValue.At(pos, words))
	}
}
