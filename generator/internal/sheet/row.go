package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// cell is the row's cell in a column; empty when the table has no such column.
func (r *Row) cell(c column) cell {
	if i, ok := r.cols[c]; ok {
		return r.row.at(i)
	}
	return cell{}
}

// row reads one line; nil is one without an observation, which is reported. The
// lines below it are for a value that is merged over several.
func (t *table) row(l *line, below []*line, cols map[column]int) *Row {
	r := &Row{row: l, cols: cols}
	t.takeYear(r) // also for the rows below, even when this one has a fault
	before := len(t.diags)
	for _, i := range cols {
		switch c := l.at(i); {
		case c.covered:
		case c.fault != nil:
			t.report(c.fault.Rule.At(l.pos(i), c.fault.Args...))
		case errorValue.MatchString(c.text):
			t.report(CellError.At(l.pos(i), c.text))
		}
	}
	if len(t.diags) > before {
		return nil
	}
	value := r.cell(colValue)
	if value.covered { // its period belongs to the row above
		return nil
	}
	if value.empty() {
		if first := l.first(); !l.unit {
			t.report(RowUnread.At(l.pos(first), l.at(first).text))
		}
		return nil
	}
	if l.unit && t.isUnitRow(l, cols) {
		return nil
	}
	r.Stage, r.Source = r.cell(colStage).text, r.cell(colSource).text
	r.Ok, r.Note, r.NoteEn = r.cell(colOk).text, r.cell(colNote).text, r.cell(colNoteEn).text
	if p, ok := t.period(r); ok {
		t.span(r, p, below, value.merged)
	}
	t.basis(r, r.cell(colBasis).text)
	t.value(r, value)
	r.Approx = r.Approx || t.yes(r, r.cell(colApprox).text)
	r.Released = t.date(r, "released", r.cell(colReleased))
	t.earlier(r)
	for _, d := range t.diags[before:] {
		if d.Severity() == diag.Error {
			return nil
		}
	}
	if l.hidden {
		t.report(Hidden.At(r.At("period")))
	}
	return r
}

// errorValue is what programs show, and save in CSV, for a formula that failed.
var errorValue = regexp.MustCompile(`^#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)$`)

// bases are the words for what a figure covers.
var bases = map[string]string{
	"annual": "annual", "全年": "annual", "年度": "annual", "全年数": "annual",
	"cumulative": "cumulative", "累计": "cumulative", "年初累计": "cumulative", "累计数": "cumulative",
	"single": "single", "当月": "single", "当季": "single", "当期": "single", "单月": "single", "单季": "single",
	"point": "point", "期末": "point", "时点": "point", "期末数": "point",
}

func (t *table) basis(r *Row, word string) {
	if word == "" {
		whole := len(r.Period) == 4 // what is cumulative to December is the year
		switch {
		case t.headBasis == "" || whole && t.headBasis == "cumulative":
		case r.Basis != "" && r.Basis != t.headBasis:
			t.report(BasisOfPeriod.At(r.At("period"), t.headBasis))
		default:
			r.Basis = t.headBasis
		}
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
	"/": true, "x": true, "n/a": true, "na": true, "无": true, "空": true, "缺": true, "未公布": true, "暂无": true,
}

func (t *table) value(r *Row, c cell) {
	if missing[strings.ToLower(c.text)] && !c.number {
		r.Missing = true
		return
	}
	n, ok := parseNumber(c.text)
	switch {
	case c.isDate():
		t.report(BadNumber.At(r.At("value"), c.text))
		return
	case !ok && shortened.MatchString(c.text):
		t.report(Shortened.At(r.At("value"), c.text))
		return
	case !ok:
		t.report(BadNumber.At(r.At("value"), c.text))
		return
	case c.short != "":
		t.report(ShownShort.At(r.At("value"), c.short, c.text))
	}
	r.Value, r.Approx = n.value, n.approx
	t.rowUnit(r, n.unit)
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

// date reads a date. One that a workbook shows without its year or its day may have been
// another before the program stored it.
func (t *table) date(r *Row, key string, c cell) model.Date {
	switch {
	case c.text == "" && !c.isDate():
		return model.Date{}
	case c.parts.year && c.parts.day:
		return c.date
	}
	d, ok := parseDate(c.text)
	if !ok || c.isDate() {
		t.report(BadDate.At(r.At(key), c.text).WithSuggestion(meantDate(c.text)))
		return model.Date{}
	}
	return d
}

// meantDate is the day that a text is probably meant for: the number that programs store
// for a date, or month/day/year where the day is above 12; "" for any other.
func meantDate(text string) string {
	if n, err := strconv.Atoi(text); err == nil && n > 36000 && n < 60000 {
		return model.DateOf(time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC)).String()
	}
	m := americanDate.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	d, _, ok := model.ReadDate(m[3] + "-" + m[1] + "-" + m[2])
	if n, _ := strconv.Atoi(m[2]); !ok || n <= 12 {
		return ""
	}
	return d.String()
}

var americanDate = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)

// earlier reads the values before revisions. Several stand in one cell, with a semicolon
// between them, and so do their dates and reasons.
func (t *table) earlier(r *Row) {
	values, dates, reasons := list(r.cell(colEarlier).text), list(r.cell(colEarlierReleased).text), list(r.cell(colReason).text)
	if r.cell(colEarlierReleased).isDate() {
		dates = []string{r.cell(colEarlierReleased).text}
	}
	if len(values) == 1 { // a sentence may have semicolons of its own
		reasons = []string{r.cell(colReason).text}
	}
	if len(dates) > len(values) || len(reasons) > len(values) || len(dates) > 0 && len(dates) < len(values) {
		t.report(EarlierCells.At(r.At("earlier"), len(values), len(dates), len(reasons)))
		return
	}
	for n, text := range values {
		figure, ok := parseNumber(text)
		if !ok || r.cell(colEarlier).isDate() {
			t.report(BadNumber.At(r.At("earlier"), text))
			continue
		}
		s := Superseded{Value: figure.value}
		if len(dates) > n {
			c := r.cell(colEarlierReleased)
			if len(dates) > 1 {
				c = cell{text: dates[n]}
			}
			s.Released = t.date(r, "earlier_released", c)
		}
		if len(reasons) > n {
			s.Reason = reasons[n]
		}
		r.Earlier = append(r.Earlier, s)
	}
}

// list are the parts of a cell that holds several.
func list(text string) []string {
	var parts []string
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "；", ";"), ";") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
