package chart

import (
	"slices"

	"github.com/shopspring/decimal"
)

// strip is one row of a lying chart on which labels find their place: beside
// what is drawn there and not across a line.
type strip struct {
	scale
	pixels int               // from low to high
	after  int               // more of them beyond high
	lines  []decimal.Decimal // drawn across
}

// spot is where a label stands: on one side of a figure.
type spot struct {
	at   decimal.Decimal
	side string // "left" or "right"
	room int    // for its text, in pixels
}

// labelGap is between a label and the mark that it belongs to.
const labelGap = 7

// spot gives the place beside a figure, up to the next line or the end.
func (s strip) spot(at decimal.Decimal, side string) spot {
	x := s.place(at, s.pixels)
	if side == "right" {
		end := s.pixels + s.after
		for _, v := range s.lines {
			if n := s.place(v, s.pixels); n > x {
				end = min(end, n)
			}
		}
		return spot{at, side, end - x - labelGap}
	}
	end := 0
	for _, v := range s.lines {
		if n := s.place(v, s.pixels); n < x {
			end = max(end, n)
		}
	}
	return spot{at, side, x - end - labelGap}
}

// first gives the first of the spots that has room for a text, or else the one
// with the most.
func first(text string, list ...spot) spot {
	need := textWidth(text) + labelGap
	for _, s := range list {
		if s.room >= need {
			return s
		}
	}
	return slices.MaxFunc(list, func(a, b spot) int { return a.room - b.room })
}

// beside is where the words of a target stand: right of its last line, or left
// of its first.
func (s strip) beside(text string, marks []decimal.Decimal) spot {
	return first(text, s.spot(marks[len(marks)-1], "right"), s.spot(marks[0], "left"))
}

// bar is where the label of a bar from zero stands, and whether within it:
// beyond its end, or within it at either end.
func (s strip) bar(text string, v decimal.Decimal) (_ spot, within bool) {
	zero := decimal.Zero
	beyond, back := "right", "left"
	if v.IsNegative() {
		beyond, back = back, beyond
	}
	length := s.place(v, s.pixels) - s.place(zero, s.pixels)
	if length < 0 {
		length = -length
	}
	out, end, start := s.spot(v, beyond), s.spot(v, back), s.spot(zero, beyond)
	end.room, start.room = min(end.room, length-labelGap), min(start.room, length-labelGap)
	past := s.spot(zero, beyond) // beyond the last line too
	for _, line := range s.lines {
		if line.Sub(v).IsPositive() == (beyond == "right") && !line.Equal(v) {
			past = s.spot(line, beyond)
		}
	}
	best := first(text, out, end, start, past)
	return best, best == end && best != past || best == start && best != past
}
