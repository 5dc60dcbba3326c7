package sheet

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// maxGridRows is how many rows a sheet may have that is read as a whole: a
// report has a few hundred figures, and a table of a statistics office a few
// thousand.
const maxGridRows = 20_000

// Grid is a sheet as it stands, without a meaning: cells with their places.
type Grid struct {
	File   string
	Sheet  string // "" of a CSV file
	Hidden bool   // the sheet is hidden in the program that wrote it
	lines  []*line
	hidden map[int]bool // columns
	areas  map[[2]int]area
	width  int
}

// area is a merged area; rows and columns from the first to the last.
type area struct{ top, left, bottom, right int }

// Cell is a cell of a grid. A cell within a merged area has the content of the
// area, and Covered is set in all but the first.
type Cell struct {
	Text    string           // as the program shows it, without spaces around; a number without separators
	Number  bool             // a number, which no program has read from a text
	Day     model.Date       // of a cell with the format of a date; zero: it has another one
	Short   string           // of a number that the program shows with fewer digits: what it shows
	Fault   *diag.Diagnostic // what is wrong with the cell itself; it has a place
	Covered bool
	month   bool // of Day: the cell shows year and month alone
}

// Empty reports whether nothing is in the cell.
func (c Cell) Empty() bool { return c.Text == "" && c.Fault == nil }

// Month reports whether the cell is a date that shows its year and month alone.
func (c Cell) Month() bool { return c.month }

// Rows is how many rows the grid has.
func (g *Grid) Rows() int { return len(g.lines) }

// Cols is how many columns the widest row has.
func (g *Grid) Cols() int { return g.width }

// At is the place of a cell; rows and columns count from 0.
func (g *Grid) At(row, col int) diag.Pos {
	if row < len(g.lines) {
		return g.lines[row].pos(col)
	}
	return diag.Pos{File: g.File}
}

// HiddenRow reports whether a row is hidden in the program that wrote it.
func (g *Grid) HiddenRow(row int) bool { return row < len(g.lines) && g.lines[row].hidden }

// HiddenCol reports whether a column is.
func (g *Grid) HiddenCol(col int) bool { return g.hidden[col] }

// Cell is a cell; one that the grid does not reach is empty.
func (g *Grid) Cell(row, col int) Cell {
	if row < 0 || col < 0 || row >= len(g.lines) {
		return Cell{}
	}
	a, merged := g.areas[[2]int{row, col}]
	at := [2]int{row, col}
	if merged {
		at = [2]int{a.top, a.left}
	}
	c := g.lines[at[0]].at(at[1])
	out := Cell{Text: c.text, Number: c.number, Day: c.date, Short: c.short, Covered: merged && at != [2]int{row, col}}
	out.month = c.isDate() && !c.parts.day
	if c.fault != nil {
		d := *c.fault
		d.Pos = g.At(at[0], at[1])
		out.Fault = &d
	}
	if out.Fault == nil && errorValue.MatchString(c.text) {
		d := CellError.At(g.At(at[0], at[1]), c.text)
		out.Fault = &d
	}
	return out
}

// Span is how many rows and columns the merged area of a cell has; 1, 1 for a
// plain cell.
func (g *Grid) Span(row, col int) (rows, cols int) {
	a, ok := g.areas[[2]int{row, col}]
	if !ok {
		return 1, 1
	}
	return a.bottom - a.top + 1, a.right - a.left + 1
}

// Top is the place of the first cell of the merged area of a cell; merged is false for
// a plain one.
func (g *Grid) Top(row, col int) (at diag.Pos, merged bool) {
	a, merged := g.areas[[2]int{row, col}]
	if !merged {
		return g.At(row, col), false
	}
	return g.At(a.top, a.left), true
}

// Grids reads all sheets of a workbook, or the one of a CSV file. file is the
// name in messages; its extension says which kind it is.
func Grids(file string, data []byte) ([]*Grid, []diag.Diagnostic) {
	t := &table{file: file}
	if !strings.EqualFold(path.Ext(file), ".xlsx") {
		g := &Grid{File: file, lines: t.readCSV(data)}
		if len(t.diags) > 0 || !t.fits(g) {
			return nil, t.diags
		}
		g.measure()
		return []*Grid{g}, nil
	}
	return t.grids(data), t.diags
}

// fits reports whether a sheet has not too many rows.
func (t *table) fits(g *Grid) bool {
	if len(g.lines) > maxGridRows {
		t.report(ManyRows.At(g.At(maxGridRows, 0), len(g.lines), maxGridRows))
		return false
	}
	return true
}

// measure finds the widest row and drops the empty rows at the end.
func (g *Grid) measure() {
	for n := len(g.lines); n > 0 && g.lines[n-1].first() < 0; n-- {
		g.lines = g.lines[:n-1]
	}
	for _, l := range g.lines {
		last := len(l.cells)
		for last > 0 && l.cells[last-1].empty() {
			last--
		}
		g.width = max(g.width, last)
	}
	for at := range g.areas {
		if at[0] < len(g.lines) {
			g.width = max(g.width, at[1]+1)
		}
	}
}

func (t *table) grids(data []byte) []*Grid {
	b, err := openBook(t.file, data)
	if err != nil {
		t.report(BadWorkbook.At(diag.Pos{File: t.file}, whyClosed(err)))
		return nil
	}
	defer b.Close()
	var list []*Grid
	for _, name := range b.GetSheetList() {
		g, err := b.grid(t, name)
		if err != nil {
			t.report(BadWorkbook.At(diag.Pos{File: t.file}, err.Error()))
			return nil
		}
		if g != nil {
			list = append(list, g)
		}
	}
	return list
}

// grid reads a sheet; nil where a message says why not, and for a sheet that has
// no cells, such as one of a chart alone.
func (b *book) grid(t *table, name string) (*Grid, error) {
	visible, err := b.GetSheetVisible(name)
	if err != nil {
		return nil, err
	}
	g := &Grid{File: b.file, Sheet: name, Hidden: !visible, areas: map[[2]int]area{}, hidden: map[int]bool{}}
	if g.lines, err = b.rows(name); err != nil {
		if strings.Contains(err.Error(), "not a worksheet") {
			return nil, nil
		}
		return nil, err
	}
	if !t.fits(g) {
		return nil, nil
	}
	g.measure()
	for n, l := range g.lines {
		visible, err := b.GetRowVisible(name, n+1)
		if err != nil {
			return nil, err
		}
		l.hidden = !visible
		for i := range l.cells {
			ref, err := excelize.CoordinatesToCellName(i+1, n+1)
			if err != nil {
				return nil, err
			}
			if err := b.cell(name, ref, &l.cells[i]); err != nil {
				return nil, fmt.Errorf("%s!%s: %w", name, ref, err)
			}
		}
	}
	if err := b.areas(name, g); err != nil {
		return nil, err
	}
	for i := range g.width {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return nil, err
		}
		visible, err := b.GetColVisible(name, col)
		if err != nil {
			return nil, err
		}
		g.hidden[i] = !visible
	}
	return g, nil
}

// areas reads the merged areas of a sheet.
func (b *book) areas(name string, g *Grid) error {
	merged, err := b.GetMergeCells(name)
	if err != nil {
		return err
	}
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		a := area{top - 1, left - 1, bottom - 1, right - 1}
		for row := a.top; row <= min(a.bottom, len(g.lines)-1); row++ {
			for col := a.left; col <= min(a.right, maxMerged); col++ {
				g.areas[[2]int{row, col}] = a
			}
		}
	}
	g.measure()
	return nil
}

// maxMerged is the last column for which a merged area is kept: titles are
// sometimes merged to the end of the sheet.
const maxMerged = 255

// openBook opens a workbook.
func openBook(file string, data []byte) (*book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped, CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d",
	})
	if err != nil {
		return nil, err
	}
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	return &book{
		File: f, file: file, old: props.Date1904 != nil && *props.Date1904,
		formats: map[int]numberFormat{}, codes: map[int]string{},
	}, nil
}

// NewRow is a row that was read elsewhere: at says where its columns stand, by the
// keys of the TOML format.
func NewRow(at func(key string) diag.Pos) *Row { return &Row{at: at} }

// Figure is what a cell says in digits.
type Figure struct {
	Value  decimal.Decimal
	Unit   model.Unit // written behind the number; "" else
	Approx bool       // 约 or 近 before it
}

// ParseFigure reads a figure as people type it: full-width digits, separators
// between thousands, a known unit behind it, a word that says "about" before it.
func ParseFigure(text string) (Figure, bool) {
	f, ok := parseNumber(text)
	return Figure{f.value, f.unit, f.approx}, ok
}

// IsMissing reports whether a text is a mark that says that a figure exists
// nowhere: — … / 无.
func IsMissing(text string) bool { return missing[strings.ToLower(text)] }

// IsShortened reports whether a text is what programs write of a number for which
// the cell is too narrow: 1.2E+05.
func IsShortened(text string) bool { return shortened.MatchString(text) }

// ParseDate reads a date as people write it: 2024年7月15日, 2024-07-15, 2024.7.15.
func ParseDate(text string) (model.Date, bool) { return parseDate(text) }

// UnitOf is the unit that words name; ok is false where the built-in units have
// none of this name.
func UnitOf(words string) (model.Unit, bool) { return unitOf(words) }

// UnitLabel is what 单位：亿元、% in a text says: the words of one unit or several.
func UnitLabel(text string) []string {
	if m := label.FindStringSubmatch(text); m != nil {
		return listed(m[1])
	}
	return nil
}

// IsUnitLabel reports whether a text is 单位： alone, whose unit stands in the next
// cell.
func IsUnitLabel(text string) bool { return alone.MatchString(text) }

// Filled are the texts of a row that are not empty, merged ones once, with their
// columns.
func (g *Grid) Filled(row int) (cols []int) {
	for col := range g.width {
		if c := g.Cell(row, col); !c.Empty() && !c.Covered {
			cols = append(cols, col)
		}
	}
	return slices.Clip(cols)
}
