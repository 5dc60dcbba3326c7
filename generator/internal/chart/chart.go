// Package chart turns indicators and their verdicts into charts: a go-echarts
// option for every size, the same data as a table, and a text alternative.
//
// The option is plain data: no JavaScript, nothing random, nothing that the
// reader does not see. It is drawn to SVG while building and comes alive in the
// browser unchanged. Which form a chart takes follows from the data alone; see
// [Form]. A period without a figure is a gap, never 0.
package chart

import (
	"encoding/json"

	"github.com/shopspring/decimal"
)

// Size names the width that a drawing is made for.
type Size string

// A page shows the Narrow drawing on a phone, the Wide one where there is room,
// and the Card drawing, which has no text, beside a figure in words.
const (
	Narrow Size = "narrow" // 340 wide
	Wide   Size = "wide"   // 680 wide
	Card   Size = "card"   // 240 × 64
)

// Chart is one chart in one language.
type Chart struct {
	ID       string // unique among the charts of a page; letters, digits, hyphens
	Form     Form
	Title    string    // what the chart is about
	Desc     string    // what the chart shows, in sentences with its figures
	Table    Table     // the data of the chart; empty for cards
	Drawings []Drawing // Narrow and Wide, or Card; empty where words say it all
}

// Drawing is the option of a chart for one size.
type Drawing struct {
	Size          Size
	Width, Height int             // in CSS pixels
	Option        json.RawMessage // an ECharts option
}

// Drawing returns the drawing of a size; ok is false where there is none.
func (c *Chart) Drawing(s Size) (d Drawing, ok bool) {
	for _, d := range c.Drawings {
		if d.Size == s {
			return d, true
		}
	}
	return Drawing{}, false
}

// Table is the data of a chart for readers who do not see it. The first cell
// of a row is its header.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]Cell
}

// Cell is one cell of a table.
type Cell struct {
	Text   string
	URL    string            // of a source; "" is no link
	Values []decimal.Decimal // the figures that Text writes
	Number bool              // set flush right, with the digits under one another
}
