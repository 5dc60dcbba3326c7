package wording

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// structure are the parts of a whole: 2.8:50.9:46.3.
var structure = regexp.MustCompile(`^ *\d{1,3}(?:\.\d+)?(?: ?: ?\d{1,3}(?:\.\d+)?){2,}`)

// parts is the structure that comes next, or "".
func (c *cursor) parts() string {
	n := digitRun(strings.TrimLeft(c.rest(), " "))
	if n == 0 || n > 3 { // no part is above 100: a quick test that excludes most numbers
		return ""
	}
	return structure.FindString(c.rest())
}

// structure takes a structure; done says that there is one.
func (c *cursor) structure(f *Figure, w leadWords, tails []word) (ok, done bool) {
	text := c.parts()
	if text == "" {
		return false, false
	}
	c.pos += len(text)
	for _, part := range strings.Split(text, ":") {
		f.Parts = append(f.Parts, decimal.RequireFromString(strings.TrimSpace(part)))
	}
	tail, _ := c.operator(tails)
	f.Op, ok = meet(w.op, tail)
	return ok && (f.Op == "" || f.Op == model.Approx), true
}

// whole reports whether the parts of a structure make up 100.
func whole(text string) bool {
	sum := decimal.Zero
	for _, part := range strings.Split(text, ":") {
		sum = sum.Add(decimal.RequireFromString(strings.TrimSpace(part)))
	}
	return sum.Sub(decimal.NewFromInt(100)).Abs().LessThanOrEqual(decimal.NewFromInt(1))
}
