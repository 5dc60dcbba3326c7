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

	within bool // on the bar, whose color it has to stand out from
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
		return spot{at: at, side: side, room: end - x - labelGap}
	}
	end := 0
	for _, v := range s.lines {
		if n := s.place(v, s.pixels); n < x {
			end = max(end, n)
		}
	}
	return spot{at: at, side: side, room: x - end - labelGap}
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

// bar is where the label of a bar from zero stands: beyond its end, within it
// at either end, or beyond the last line.
func (s strip) bar(text string, v decimal.Decimal) spot {
	beyond, back := "right", "left"
	if v.IsNegative() {
		beyond, back = back, beyond
	}
	length := s.place(v, s.pixels) - s.place(decimal.Zero, s.pixels)
	if length < 0 {
		length = -length
	}
	inside := func(at spot) spot {
		at.room, at.within = min(at.room, length-labelGap), true
		return at
	}
	list := []spot{s.spot(v, beyond), inside(s.spot(v, back)), inside(s.spot(decimal.Zero, beyond))}
	for _, line := range s.lines {
		if d := line.Sub(v); d.IsPositive() == (beyond == "right") && !d.IsZero() {
			list = append(list, s.spot(line, beyond))
		}
	}
	return first(text, list...)
}
