// Package chart says what a chart shows: its marks with their figures, its words,
// and its table. A [Chart] is a plain value without pixels and without a library;
// package svg draws it, package option makes it interactive in the browser.
//
// Which form a chart takes follows from the data alone; see [Form]. Figures stay
// decimals. A period without a figure is a gap, never 0.
package chart

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Form is the kind of picture that a chart is.
type Form string

// The forms; form.go says which data takes which.
const (
	Trend     Form = "trend"     // a rate, share, stock or index over months or quarters
	Progress  Form = "progress"  // an amount that adds up over the year, with its pace
	Years     Form = "years"     // target against result, year by year
	Planned   Form = "plan"      // what counts over the years of a plan, against its target
	Bullet    Form = "bullet"    // one value against its target
	Target    Form = "target"    // a target without any result
	Relation  Form = "relation"  // a target that points at another indicator
	State     Form = "state"     // a target in words, or nothing at all
	Compared  Form = "compare"   // several indicators
	Events    Form = "timeline"  // dated events of commitments
	Structure Form = "structure" // the parts of a whole
	Overview  Form = "overview"  // targets by section and status
)

// Chart is one chart in one language. Of its pictures' parts (Courses, Bars,
// Dates, Wholes, Tiles, Plain) those that the form has are set.
type Chart struct {
	ID       string // unique among the charts of a page; letters, digits, hyphens
	Form     Form
	Lang     model.Lang
	Title    string          // the message, a sentence without its full stop
	Subtitle string          // what the chart is about, without judgement
	Text     string          // for readers who do not see it: two sentences at most
	Notes    []string        // what a reader must know of the picture, in sentences
	Table    Table           // all figures, also those that the picture leaves out
	Sources  []*model.Source // of the figures in the table, in their order, each once

	Courses []Course    // over time: Trend, Progress, Years, Compared
	Bars    []Bars      // side by side: Bullet, Target, Relation, Compared
	Dates   []Dated     // Events
	Wholes  []Whole     // Structure
	Tiles   []TileRow   // Overview
	Plain   *PlainState // State
}

// Drawn reports whether there is something to draw.
func (c *Chart) Drawn() bool {
	return len(c.Courses)+len(c.Bars)+len(c.Dates)+len(c.Wholes)+len(c.Tiles) > 0 || c.Plain != nil
}

// Course is figures over time on one scale.
type Course struct {
	Name   string // heads it where a chart has several; may be empty
	Scale  wording.Scale
	Zero   bool // lengths count: the scale begins at zero
	Whole  bool // things that are counted: no scale between one and the next
	Anew   bool // figures add up anew each year
	Places []Place
	Series []Series // the indicator's own results first
	Goals  []Goal   // the oldest first
	Due    *Due     // nil: nothing is due by now
	Breaks []Note   // where figures before and after do not compare
	Events []Note   // what happened
}

// Place is a place along the time of a course.
type Place struct {
	Name  string // 6月, 2024
	Year  int    // that it lies in
	Under string // below the name: the part of the year that is known, or that nothing is
	Gap   string // why there is no figure; may be empty
}

// Series is one line or row of bars; its points are at the course's places.
type Series struct {
	Name   string
	Role   Role
	Bars   bool // lengths from zero, one a place
	Points []Point
}

// Point is a figure at a place. The zero Point is a gap; one with a Label alone is
// a result that has a sign and no figure.
type Point struct {
	Value  decimal.NullDecimal
	Label  string              // as the picture writes it
	When   string              // the time that it covers
	Part   bool                // of a part of the place's year only
	Approx bool                // no exact figure was published
	Sense  model.Sense         // an inequality was published: the figure is an end of it
	Apart  bool                // figures before it do not compare
	Was    decimal.NullDecimal // before its revision; not valid without one
}

// Goal is a version of a target, from one place of a course to another (for a
// [Bar] both are 0).
type Goal struct {
	Role      Role // RoleTarget, RoleStretch, or RoleEarlier for a superseded version
	From, To  int
	AtEnd     bool                // holds for the end of the time alone: what adds up
	At        []decimal.Decimal   // the figures that it names: one, or both ends of a range
	Low, High decimal.NullDecimal // what meets it, tolerance included; an open side is not valid
	Text      string              // 目标 12%以上
	Words     string              // 12%以上
}

// Due is what a flow should have reached by the time of its newest figure.
type Due struct {
	Place int
	Value decimal.Decimal
	Text  string // 序时进度 900
}

// Note is words at a place.
type Note struct {
	Place int
	Text  string
}

// Bars are figures side by side on one scale.
type Bars struct {
	Name  string // heads them where there are several; may be empty
	Scale wording.Scale
	Full  bool // parts of a hundred: the scale ends there
	Whole bool // things that are counted
	Blank bool // a scale without figures: only before and behind mean something
	Rows  []Bar
}

// Bar is one row.
type Bar struct {
	Name    string // "" where the chart has one row only
	Result  Point  // the zero Point: there is none
	Other   bool   // it is the reference, not the indicator's own
	Goals   []Goal
	Context []Point // earlier results and the like, to hold the target against
	Due     *Due
	None    string // what is said where there is no result
	Target  string // the target in words, "" without one
}

// Dated is a commitment with its dates.
type Dated struct {
	Name   string
	Events []Date
	Due    model.Date
	State  string
	Late   bool
}

// Date is a dated event.
type Date struct {
	Date model.Date
	Text string
}

// Whole is all parts of something at one time. The same part stands at the same
// index in all wholes of a chart.
type Whole struct {
	Name  string // the time; "" where there is only one
	Goal  bool   // what the target asks for
	Parts []Part
}

// Part is a part of a whole.
type Part struct {
	Name  string
	Value decimal.Decimal
	Label string
}

// TileRow is a section with its targets.
type TileRow struct {
	Name  string
	Tiles []Tile
}

// Tile is a target with its status.
type Tile struct {
	Status, Symbol string
	Name           string
}

// PlainState is a target that has no figure, in words.
type PlainState struct {
	Head string // 2024年目标
	Text string // in the words of the report
	Foot string // why no figure is drawn
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
