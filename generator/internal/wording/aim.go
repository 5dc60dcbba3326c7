package wording

import "reportsite/generator/internal/model"

// stretch takes “、力争B”, and further aims behind it: “、冲刺C”.
func (c *cursor) stretch(f *Figure, sign int) bool { return c.all(c.nextAim, f, sign) }

// all takes aims with next until none is left; next leaves the cursor where it is when
// there is none.
func (c *cursor) all(next func(*Figure, int) bool, f *Figure, sign int) bool {
	for before := -1; before < c.pos; {
		before = c.pos
		if !next(f, sign) {
			return false
		}
	}
	return true
}

// nextAim takes one aim, if there is one.
func (c *cursor) nextAim(f *Figure, sign int) bool {
	start := c.pos
	_ = c.takes(commas...) || c.takes("并")
	if !c.takes("力争", "争取", "奋力", "努力", "冲刺") {
		c.pos = start
		return true
	}
	c.takes("冲刺")
	w := c.lead()
	low, ok := c.amount()
	if !ok {
		return false
	}
	if low.Unit == "" && c.takes("倍") {
		low.Unit = model.Times
	}
	end := c.pos
	if c.takes(dashes...) {
		high, ok := c.amount()
		if !ok {
			return c.back(end)
		}
		c.takes("之间", "区间")
		c.operator(tails)
		return f.aim(low, high, w, sign) || c.back(end)
	}
	c.operator(tails)
	return f.aim(low, Amount{}, w, sign)
}

// englishStretch takes “, at best B”.
func (c *cursor) englishStretch(f *Figure, sign int) bool { return c.all(c.nextEnglishAim, f, sign) }

// nextEnglishAim takes one aim, if there is one.
func (c *cursor) nextEnglishAim(f *Figure, sign int) bool {
	start := c.pos
	c.takes(commas...)
	if !c.takes(englishAims...) {
		c.pos = start
		return true
	}
	w, _ := c.englishLead()
	low, ok := c.englishAmount()
	if !ok {
		return false
	}
	if low.Unit == "" && c.takes("times") {
		low.Unit = model.Times
	}
	c.noun()
	end := c.pos
	if c.takes("to", "and") || c.takes(dashes...) {
		high, ok := c.englishAmount()
		if !ok {
			return c.back(end)
		}
		c.noun()
		c.operator(englishTails)
		return f.aim(low, high, w, sign) || c.back(end)
	}
	c.operator(englishTails)
	return f.aim(low, Amount{}, w, sign)
}

// aim sets the higher aim: an amount, or a range of two. sign is that of the
// figure before it.
func (f *Figure) aim(low, high Amount, w leadWords, sign int) bool {
	if w.sign < 0 {
		sign = w.sign
	}
	if !high.Valid {
		if low = low.signed(sign); f.Stretch.Valid {
			f.Further = append(f.Further, low)
			return true
		}
		f.Stretch = low
		return true
	}
	if f.Stretch.Valid {
		return false
	}
	low, high, ok := spread(low, high, sign)
	f.Stretch, f.StretchHigh = low, high
	return ok
}
