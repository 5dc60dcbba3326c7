package sheet

import (
	"strings"

	"golang.org/x/text/width"

	"reportsite/generator/internal/diag"
)

// table turns lines into rows.
type table struct {
	file  string
	diags []diag.Diagnostic
	year  string // of the rows below a year that is written once
}

func (t *table) read(lines []*line) []*Row {
	n, cols := findHead(lines)
	if cols == nil {
		t.report(NoHead.At(diag.Pos{File: t.file}))
		return nil
	}
	t.checkHead(lines[n], cols)
	var rows []*Row
	seen := map[string]*Row{}
	for _, l := range lines[n+1:] {
		r := t.row(l, cols)
		if r == nil {
			continue
		}
		key := r.Period + "/" + r.Basis
		if first := seen[key]; first != nil {
			t.report(PeriodTwice.At(r.At("period"), r.Period, first.At("period").String()))
			continue
		}
		seen[key] = r
		rows = append(rows, r)
	}
	return rows
}

// row reads one line; nil is a gap, an empty line or a faulty one.
func (t *table) row(l *line, cols map[column]int) *Row {
	at := func(c column) cell {
		if i, ok := cols[c]; ok {
			return l.at(i)
		}
		return cell{}
	}
	r := &Row{
		row: l, cols: cols,
		Stage: at(colStage).text, Source: at(colSource).text,
		Ok: at(colOk).text, Note: at(colNote).text, NoteEn: at(colNoteEn).text,
	}
	if y := at(colYear).text; y != "" {
		t.year = y
	}
	value := at(colValue)
	if value.text == "" || value.covered {
		return nil
	}
	before := len(t.diags)
	t.period(r, at(colPeriod), value.merged)
	t.basis(r, at(colBasis).text)
	t.value(r, value)
	r.Approx = r.Approx || t.yes(r, at(colApprox).text)
	t.released(r, at(colReleased))
	if len(t.diags) > before {
		return nil
	}
	return r
}

// period reads the period's cell. A value cell that is merged over several
// rows stands for all of them: 1月 and 2月 with one value are January to
// February together, which the statistics publish so.
func (t *table) period(r *Row, c cell, rows int) {
	words := c.text
	if c.date != (Date{}) {
		words = c.date.month()
	}
	p, cumulative, ok := parsePeriod(t.year, words)
	if !ok {
		if words == "" {
			words = t.year
		}
		t.report(BadPeriod.At(r.At("period"), words))
		return
	}
	if rows > 1 {
		p, ok = p.through(rows)
		if !ok {
			t.report(BadMerge.At(r.At("value")))
			return
		}
		cumulative = p.from == 1
	}
	r.Period = p.String()
	if cumulative {
		r.Basis = "cumulative"
	}
}

// bases are the words for what a figure covers.
var bases = map[string]string{
	"annual": "annual", "全年": "annual", "年度": "annual", "全年数": "annual",
	"cumulative": "cumulative", "累计": "cumulative", "年初累计": "cumulative", "累计数": "cumulative",
	"single": "single", "当月": "single", "当季": "single", "当期": "single", "单月": "single", "单季": "single",
	"point": "point", "期末": "point", "时点": "point", "期末数": "point",
}

func (t *table) basis(r *Row, word string) {
	if word == "" {
		return
	}
	b, ok := bases[strings.ToLower(width.Narrow.String(word))]
	switch {
	case !ok:
		t.report(BadBasis.At(r.At("basis"), word))
	case r.Basis != "" && r.Basis != b:
		t.report(BasisOfPeriod.At(r.At("basis"), word))
	default:
		r.Basis = b
	}
}

// missing are the marks that say that a figure exists nowhere.
var missing = map[string]bool{
	"-": true, "--": true, "—": true, "——": true, "–": true, "－": true, "…": true, "……": true, "...": true, "..": true,
	"/": true, "x": true, "n/a": true, "na": true, "无": true, "缺": true, "未公布": true, "暂无": true,
}

func (t *table) value(r *Row, c cell) {
	if missing[strings.ToLower(c.text)] {
		r.Missing = true
		return
	}
	n, ok := parseNumber(c)
	if !ok {
		t.report(BadNumber.At(r.At("value"), c.text))
		return
	}
	r.Value, r.Percent, r.Approx = n.value, n.percent, n.approx
}

func (t *table) yes(r *Row, word string) bool {
	switch strings.ToLower(width.Narrow.String(word)) {
	case "", "否", "no", "false", "0":
		return false
	case "是", "约", "近", "yes", "true", "1", "√", "✓":
		return true
	}
	t.report(BadYes.At(r.At("approx"), word))
	return false
}

func (t *table) released(r *Row, c cell) {
	if c.text == "" {
		return
	}
	if r.Released = c.date; r.Released != (Date{}) {
		return
	}
	d, ok := parseDate(c.text)
	if !ok {
		t.report(BadDate.At(r.At("released"), c.text))
		return
	}
	r.Released = d
}
