package table

import (
	"slices"
	"strconv"
	"strings"

	"reportsite/generator/internal/sheet"
)

// block is the part of a sheet that one table takes: its head and what is below,
// up to the next head.
type block struct {
	above       int // the first line that may be a title
	head, body  int // the first line of the head, the first behind it
	end         int // behind the last line
	left, right int // columns; right is behind the last
	name        int // the column of names or tasks; -1: the columns have the names
	time        int // the column of times; -1: none
}

// headSearch is how many lines without a head may stand above a table.
const headSearch = 40

// blocks finds the tables of the sheet.
func (r *reader) blocks() []block {
	var list []block
	g := r.grid
	for row := 0; row < g.Rows(); row++ {
		names := r.headCells(row)
		if len(names) == 0 {
			continue
		}
		above := 0
		if n := len(list); n > 0 {
			above = r.titleOf(list[n-1], row)
			for n := range list {
				if list[n].end > row {
					list[n].end = above
				}
			}
		}
		deepest := row
		for n, at := range names {
			b := block{above: above, head: row, end: g.Rows(), left: at, right: g.Cols(), name: at, time: -1}
			if n == 0 {
				b.left = 0
			}
			if n+1 < len(names) {
				b.right = names[n+1]
			}
			if r.wholeAt(row, at) == Time {
				b.name, b.time = -1, at
			}
			b.body = r.headEnd(b)
			if b.body <= b.head {
				b.body = b.head + 1
			}
			deepest = max(deepest, b.body-1)
			list = append(list, b)
		}
		row = deepest
	}
	if len(list) == 0 {
		if b, ok := r.unheaded(); ok {
			list = append(list, b)
		}
	}
	return list
}

// wholeAt is the kind of a cell that is a head by itself.
func (r *reader) wholeAt(row, col int) Kind {
	c := r.grid.Cell(row, col)
	if c.Empty() || c.Covered || c.Number {
		return Value
	}
	text, _ := cutUnits(plain(c.Text), r.isUnit)
	return wholes[strings.ToLower(footnote.ReplaceAllString(text, ""))]
}

// headCells are the columns in which a line has the head of names or tasks, or of
// times where the other columns name indicators. A line with one such word and
// nothing else beside it is no head.
func (r *reader) headCells(row int) (cols []int) {
	var times []int
	others, names := 0, 0
	for _, col := range r.grid.Filled(row) {
		switch r.wholeAt(row, col) {
		case Name, Task:
			cols = append(cols, col)
		case Time:
			times = append(times, col)
		default:
			others++
		}
	}
	if len(cols) == 0 && len(times) > 0 {
		for _, col := range r.grid.Filled(row) {
			if c := r.grid.Cell(row, col); !c.Number && r.known(r.say(c.Text).rest) {
				names++
			}
		}
	}
	if len(cols) > 0 && (others > 0 || len(times) > 0) {
		tasks := slices.DeleteFunc(slices.Clone(cols), func(c int) bool { return r.wholeAt(row, c) != Task })
		if len(tasks) > 0 {
			return tasks[:1] // a ledger: 项目名称 beside 任务
		}
		return cols
	}
	if len(times) > 0 && names > 0 {
		return times[:1]
	}
	return nil
}

// titleOf is the first line above a head that belongs to it: below the last line
// with a figure of the table before.
func (r *reader) titleOf(before block, head int) int {
	row := head
	for row > before.body && !r.isData(row-1, before) {
		row--
	}
	return row
}

// isData reports whether a line has a name and figures.
func (r *reader) isData(row int, b block) bool {
	filled := 0
	for _, col := range r.grid.Filled(row) {
		if c := r.grid.Cell(row, col); c.Number || figureLike(c.Text) || sheet.IsMissing(c.Text) {
			filled++
		}
	}
	return filled > 0
}

// figureLike reports whether a text is a figure.
func figureLike(text string) bool {
	_, ok := sheet.ParseFigure(text)
	return ok
}

// headEnd is the first line behind the head: the first with a name of its own below
// that of the head.
func (r *reader) headEnd(b block) int {
	at := max(b.name, b.time)
	rows, _ := r.grid.Span(b.head, at)
	row := b.head + rows
	for ; row < r.grid.Rows(); row++ {
		if c := r.grid.Cell(row, at); !c.Empty() && !r.isNumbering(row, b) {
			return row
		}
		if r.isNumbering(row, b) {
			continue
		}
		if !r.headLike(row, b) {
			return row
		}
	}
	return row
}

// headLike reports whether a line below the first of a head still belongs to it: all
// that stands in it are words of heads, or years and months.
func (r *reader) headLike(row int, b block) bool {
	found := false
	for _, col := range r.grid.Filled(row) {
		if col < b.left || col >= b.right {
			continue
		}
		if col <= max(b.name, b.time) {
			return false // a heading of rows, such as 一、目标
		}
		c := r.grid.Cell(row, col)
		if c.Number {
			v, err := strconv.Atoi(c.Text)
			if err != nil || (v < 1990 || v > 2100) && (v < 1 || v > 12) {
				return false
			}
			found = true
			continue
		}
		s := r.say(c.Text)
		if !s.said && s.When.IsZero() && !r.known(s.rest) && len(s.units) == 0 {
			return false
		}
		found = true
	}
	return found
}

// isNumbering reports whether a line numbers the columns: 甲 | 乙 | 1 | 2 | 3.
func (r *reader) isNumbering(row int, b block) bool {
	next, letters := 1, 0
	for col := b.left; col < b.right; col++ { // mostly ends at the first cell: this is asked for every column
		c := r.grid.Cell(row, col)
		if c.Empty() || c.Covered {
			continue
		}
		text := strings.Trim(plain(c.Text), "()")
		switch {
		case strings.ContainsAny(text, "甲乙丙丁戊ABC") && len([]rune(text)) == 1:
			letters++
		case text == strconv.Itoa(next):
			next++
		default:
			return false
		}
	}
	return letters > 0 && next > 1
}

// unheaded is a table without a word above its names: the first column in which
// names of the site stand, and the lines above the first of them with words of heads.
func (r *reader) unheaded() (block, bool) {
	g := r.grid
	for col := range g.Cols() {
		for row := range g.Rows() {
			names, _ := r.nameOf(g.Cell(row, col).Text)
			if !slices.ContainsFunc(names, r.known) || !r.hasFigure(row, col) {
				continue
			}
			b := block{head: row, body: row, end: g.Rows(), left: 0, right: g.Cols(), name: col, time: -1}
			for b.head > 0 && r.aboveNames(b.head-1, col) {
				b.head--
			}
			return b, b.head < b.body
		}
	}
	// Times down the side and names of the site above.
	for row := range min(g.Rows(), headSearch) {
		for _, col := range g.Filled(row) {
			if s := r.say(g.Cell(row, col).Text); col == 0 || !r.known(s.rest) {
				continue
			}
			b := block{head: row, body: row + 1, end: g.Rows(), left: 0, right: g.Cols(), name: -1, time: 0}
			b.body = r.headEnd(b)
			return b, true
		}
	}
	return block{}, false
}

// hasFigure reports whether a line has a figure behind a column.
func (r *reader) hasFigure(row, col int) bool {
	for _, c := range r.grid.Filled(row) {
		if cell := r.grid.Cell(row, c); c > col && (cell.Number || figureLike(cell.Text)) {
			return true
		}
	}
	return false
}

// aboveNames reports whether a line above the first name is part of the head: it has
// words of heads behind the column of names.
func (r *reader) aboveNames(row, col int) bool {
	found := false
	for _, c := range r.grid.Filled(row) {
		if c <= col {
			if _, cols := r.grid.Span(row, c); cols > 2 {
				return false // a title
			}
			continue
		}
		s := r.say(r.grid.Cell(row, c).Text)
		found = found || s.said || !s.When.IsZero() || len(s.units) > 0
	}
	return found
}
