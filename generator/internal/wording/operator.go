package wording

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// kept is 控制在, which takes its operator from what follows: 控制在3%左右,
// 控制在3%以内. Alone it is a limit.
const kept model.Op = "kept"

// word is a word with the operator that it means.
type word struct {
	text string
	op   model.Op
}

func (c *cursor) operator(list []word) (model.Op, bool) {
	for _, w := range list {
		if c.takes(w.text) {
			return w.op, true
		}
	}
	return "", false
}

// meet combines the operator of the words before a number with that of the words
// after it. ok is false when they contradict each other, as in 不超过3%以上.
func meet(lead, tail model.Op) (_ model.Op, ok bool) {
	switch {
	case lead == kept && tail == "":
		return model.LE, true
	case lead == "" || lead == kept:
		return tail, true
	case tail == "" || lead == tail:
		return lead, true
	case lead == model.GT && tail == model.GE, lead == model.LT && tail == model.LE: // 超过200家以上
		return lead, true
	}
	return "", false
}

// meetRange reports whether the words before and after a range may stand with a
// range.
func meetRange(lead, tail model.Op) bool {
	return (lead == "" || lead == kept || lead == model.Approx) && (tail == "" || tail == model.Approx)
}

// leadWords holds what the words before a number say about it.
type leadWords struct {
	op    model.Op
	sign  int  // −1: a fall
	shift bool // a rise or fall, which with percentage points moves a base
	rise  bool // 增长2倍: as much and twice more
	near  bool // 近, nearly
	deep  bool // 降幅, whose end is the size of a fall: 降幅收窄到2%

	reached bool // 达到, reach
}

// reach applies a word such as 到: the number is the value after the rise or fall,
// not its size.
func (w *leadWords) reach() {
	w.sign, w.shift, w.rise = 1, false, false
	if w.deep {
		w.sign = -1
	}
}

// narrow applies 收窄 and 缩小: they make a figure smaller, and the figure of a fall
// (降幅) thereby rises.
func (w *leadWords) narrow() {
	w.sign, w.shift = -1, true
	if w.deep {
		w.sign = 1
	}
}

// single makes the figure of one amount.
func (f *Figure) single(a Amount, w leadWords, tail model.Op) bool {
	op, ok := meet(w.op, tail)
	if !ok {
		return false
	}
	f.Value, f.fall = a.signed(w.sign), w.sign < 0
	f.near, f.more = w.near, a.more
	f.Approx = w.near || a.more
	if f.Op = op; f.fall {
		f.Op = op.Inverse()
	}
	if w.shift && a.Unit == model.PercentagePoint {
		f.Op, f.plain, f.Shift = model.DeltaPP, f.Op, true
	}
	return true
}

// between makes the figure of a range.
func (f *Figure) between(first, second Amount, w leadWords, tail model.Op) bool {
	low, high, ok := spread(first, second, w.sign)
	if !ok || !meetRange(w.op, tail) {
		return false
	}
	f.Op, f.Low, f.High, f.fall = model.Range, low, high, w.sign < 0
	f.Shift = w.shift && high.Unit == model.PercentagePoint
	f.Approx = w.op == model.Approx || tail == model.Approx
	return true
}

// times makes the figure of a multiple.
func (f *Figure) times(a Amount, w leadWords, tail model.Op) bool {
	op, ok := meet(w.op, tail)
	if !ok || w.sign < 0 || a.Unit != "" || !a.Number.IsPositive() {
		return false
	}
	if f.bare = op == ""; f.bare {
		op = model.GE
	}
	n := a.Number
	if w.rise {
		n = n.Add(one)
	}
	f.Op, f.Approx, f.near, f.more = op, w.near || a.more, w.near, a.more
	f.Multiple.Decimal, f.Multiple.Valid = n, true
	return true
}

// asAmount is a multiple as an amount in 倍, for an indicator in that unit.
func (f Figure) asAmount(u model.Unit) Figure {
	if u != model.Times || !f.Multiple.Valid {
		return f
	}
	f.Value = Amount{Number: f.Multiple.Decimal, Unit: model.Times, Valid: true}
	f.Multiple = decimal.NullDecimal{}
	if f.bare {
		f.Op = ""
	}
	return f
}
