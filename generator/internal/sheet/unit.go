package sheet

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/width"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// unitOf is the unit that words name, in Chinese or as the site writes it in
// English.
func unitOf(words string) (model.Unit, bool) {
	words = strings.TrimSpace(width.Narrow.String(words))
	if u := model.Unit(words); u.Known() {
		return u, true
	}
	if u, ok := englishUnits()[strings.ToLower(words)]; ok {
		return u, true
	}
	return "", false
}

// englishUnits are the units by what the site writes for them in English, in lower
// case; the first of several.
var englishUnits = sync.OnceValue(func() map[string]model.Unit {
	list := map[string]model.Unit{}
	for _, name := range (*model.UnitTable)(nil).Names() {
		u := model.Unit(name)
		en := strings.ToLower(u.En())
		if _, twice := list[en]; len(en) > 1 && en != "items" && !twice {
			list[en] = u
		}
	}
	return list
})

// sizes are the words of scale that can stand before a unit, or for one.
const sizes = "十百千万亿"

// looksLikeUnit reports whether words are a unit, or look like one that the list of
// units does not have: 百十元, 万.
func looksLikeUnit(words string) bool {
	words = strings.TrimSpace(width.Narrow.String(words))
	rest := strings.TrimLeft(words, sizes)
	if _, ok := unitOf(rest); ok {
		return true
	}
	_, ok := unitOf(words)
	return ok || rest == "" && words != ""
}

// statement is a place that says in which units figures are; of several, such
// as 单位：亿元、%, the figures have one.
type statement struct {
	words []string
	pos   diag.Pos
}

// label finds 单位：万元 in a cell. An office (填报单位：统计局) is no unit.
var label = regexp.MustCompile(`(?:^|[(（\[【\s，,;；。:：])(?:(?:计量|金额|数值|数据)?单位|[Uu]nits?)\s*(?:[:：]|均?为)\s*([^()（）\[\]【】。]*)`)

// alone finds a label whose unit stands in the next cell.
var alone = regexp.MustCompile(`^[(（]?(?:计量)?单位\s*[:：]?$`)

// inBrackets finds what stands in brackets.
var inBrackets = regexp.MustCompile(`[(（\[【]([^()（）\[\]【】]*)[)）\]】]`)

// listed splits a list of units: 亿元、%.
func listed(words string) []string {
	return strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、，,;； \u3000\t", r) })
}

// labelled is what a label in a cell says, whose unit may stand in the next
// cell.
func labelled(l *line, col int) []string {
	text := l.at(col).text
	if alone.MatchString(text) {
		return listed(strings.Trim(l.at(col+1).text, "()（）"))
	}
	if m := label.FindStringSubmatch(text); m != nil {
		return listed(m[1])
	}
	return nil
}

// unitWords are the words of a cell above the values that look like a unit: all
// of the cell, or what stands in brackets in it.
func unitWords(text string) []string {
	if looksLikeUnit(text) {
		return []string{text}
	}
	for _, m := range inBrackets.FindAllStringSubmatch(text, -1) {
		if looksLikeUnit(m[1]) {
			return []string{m[1]}
		}
	}
	return nil
}

// findUnit looks for the unit of the figures where people write it: behind the
// head of the values, in titles and corners above, in a row below the head,
// and as 单位：万元 anywhere in the table. All must say the same.
func (t *table) findUnit(lines []*line, head int, cols map[column]int) {
	value := cols[colValue]
	column, hasColumn := cols[colUnit]
	var list []statement
	if words := t.headWords(lines[head].at(value).text, lines[head].pos(value)); len(words) > 0 {
		list = append(list, statement{words, lines[head].pos(value)})
	}
	for n, l := range lines {
		var above []statement
		for i, c := range l.cells {
			switch words := labelled(l, i); {
			case c.text == "" || c.covered || n == head && (i == value || hasColumn && i == column):
			case words != nil && (n <= head || !t.inRow(l, i, cols)):
				list = append(list, statement{words, l.pos(i)})
				l.unit = true
			case n < head || n == head && isUnitHead(lines, head, i) || n == head+1 && t.isUnitRow(l, cols):
				if words := unitWords(c.text); words != nil {
					above = append(above, statement{words, l.pos(i)})
					l.unit = l.unit || n > head
				}
			}
		}
		list = append(list, together(above, l.pos(value))...)
	}
	t.agree(list)
}

// together makes one statement of those of a row, but of that of the value
// column alone where there is one: the others are for other columns.
func together(list []statement, value diag.Pos) []statement {
	for _, s := range list {
		if s.pos == value {
			return []statement{s}
		}
	}
	if len(list) < 2 {
		return list
	}
	all := statement{pos: list[0].pos}
	for _, s := range list {
		all.words = append(all.words, s.words...)
	}
	return []statement{all}
}

// headWords are the unit that stands in brackets behind the head of the values.
// 数值（累计） says what all figures cover.
func (t *table) headWords(text string, pos diag.Pos) []string {
	var units []string
	for _, m := range inBrackets.FindAllStringSubmatch(text, -1) {
		words := m[1]
		if l := label.FindStringSubmatch(words); l != nil {
			words = l[1]
		}
		if _, ok := unitOf(words); ok { // which may have spaces
			units = append(units, words)
			continue
		}
		for _, word := range listed(words) {
			if b, ok := bases[strings.ToLower(width.Narrow.String(word))]; ok {
				t.headBasis = b
				continue
			}
			units = append(units, word)
		}
	}
	return units
}

// inRow reports whether a cell below the head belongs to a row's observation:
// its unit is for that row alone.
func (t *table) inRow(l *line, col int, cols map[column]int) bool {
	if l.at(cols[colValue]).text == "" {
		return false
	}
	for _, i := range cols {
		if i == col {
			return true
		}
	}
	return false
}

// isUnitRow reports whether a row has a unit in place of a value, and no
// period.
func (t *table) isUnitRow(l *line, cols map[column]int) bool {
	period, ok := cols[colPeriod]
	return looksLikeUnit(strings.Trim(l.at(cols[colValue]).text, "()（）")) &&
		(!ok || l.at(period).text == "" || alone.MatchString(l.at(period).text))
}

// agree takes the unit that all statements allow, or reports those that
// contradict the first.
func (t *table) agree(list []statement) {
	var first *statement
	for _, s := range list {
		var units []model.Unit
		for _, word := range s.words {
			u, ok := unitOf(word)
			if !ok {
				t.report(UnknownUnit.At(s.pos, word))
				return
			}
			units = append(units, u)
		}
		switch {
		case len(units) == 0:
		case first == nil && len(units) > 1:
			t.report(ManyUnits.At(s.pos, strings.Join(s.words, "、")))
			return
		case first == nil:
			first, t.unit = &s, said{units[0], s.pos}
		case !slices.Contains(units, t.unit.unit):
			t.report(UnitTwice.At(s.pos, s.words[0], t.unit.unit.String(), Place(t.unit.pos)))
		}
	}
}

// said is a unit and the place that says it; the zero value says none.
type said struct {
	unit model.Unit
	pos  diag.Pos
}

// Place is a place within the table, as people name it: B7 of a workbook's
// sheet, line and character of a CSV file.
func Place(p diag.Pos) string {
	if p.Cell != "" {
		return p.Cell
	}
	return p.String()
}

// rowUnit is the unit of a row's figure: as its own cells say, else as the
// table does. They must not contradict each other.
func (t *table) rowUnit(r *Row, behind model.Unit) {
	r.Unit, r.UnitAt = t.unit.unit, t.unit.pos
	add := func(u model.Unit, pos diag.Pos) {
		if r.Unit != "" && r.Unit != u {
			t.report(UnitTwice.At(pos, u.String(), r.Unit.String(), Place(r.UnitAt)))
			return
		}
		if r.Unit == "" {
			r.Unit, r.UnitAt = u, pos
		}
	}
	for _, c := range []column{colUnit, colNote} {
		i, ok := r.cols[c]
		if !ok {
			continue
		}
		words := labelled(r.row, i)
		if text := r.row.at(i).text; c == colUnit && text != "" {
			words = []string{text}
		}
		for _, word := range words {
			u, ok := unitOf(word)
			if !ok {
				t.report(UnknownUnit.At(r.row.pos(i), word))
				continue
			}
			add(u, r.row.pos(i))
		}
	}
	if behind != "" {
		add(behind, r.At("value"))
	}
}
