package sheet

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// cell is a cell as far as reading needs it.
type cell struct {
	text   string     // as shown, without spaces around; a number without separators
	number bool       // of a workbook: a number, which no program has read from a text
	short  string     // of a number that is shown with fewer digits than text has: what is shown
	date   model.Date // of a cell with the format of a date or time
	parts  dateParts
	// fault is what is wrong with the cell itself, without a place: an error
	// value, a formula without a result.
	fault *diag.Diagnostic
	// merged is how many rows a merged cell spans, 0 for a plain one; the
	// rows below it have covered set.
	merged  int
	covered bool
	hidden  bool // of a head: its column is
}

// isDate reports whether the cell is a date or a time.
func (c cell) isDate() bool { return c.date != (model.Date{}) }

// empty reports whether there is nothing in the cell.
func (c cell) empty() bool { return c.text == "" && c.fault == nil && !c.isDate() }

// figure is what a value cell says.
type figure struct {
	value  decimal.Decimal
	unit   model.Unit // written behind the number; "" else
	approx bool
}

// grouped is a number with separators between its thousands.
var grouped = regexp.MustCompile(`^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$`)

// plain is a number without separators.
var plain = regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`)

// shortened is how programs write a number for which a cell is too narrow: the
// digits that are not written are lost.
var shortened = regexp.MustCompile(`^[+-]?\d+(\.\d+)?[eE][+-]?\d{1,3}$`)

// behind splits a number from the text after it.
var behind = regexp.MustCompile(`^(.*\d)\s*([^\d\s.,].*)$`)

// spaces and signs that programs write in place of plain ones.
var plainSigns = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ", "−", "-")

// parseNumber reads a figure as people type it: full-width digits, separators
// between thousands, a known unit behind it, a word that says "about" before it.
func parseNumber(text string) (figure, bool) {
	text = plainSigns.Replace(strings.TrimSpace(width.Narrow.String(text)))
	var f figure
	if m := behind.FindStringSubmatch(text); m != nil && !shortened.MatchString(text) {
		unit, ok := unitOf(m[2])
		if !ok {
			return figure{}, false
		}
		f.unit, text = unit, m[1]
	}
	for _, word := range []string{"约", "近", "大约"} {
		if rest, ok := strings.CutPrefix(text, word); ok {
			f.approx, text = true, strings.TrimSpace(rest)
			break
		}
	}
	switch {
	case grouped.MatchString(text):
		text = strings.NewReplacer(",", "", " ", "").Replace(text)
	case !plain.MatchString(text):
		return figure{}, false
	}
	v, err := decimal.NewFromString(strings.TrimPrefix(text, "+"))
	if err != nil {
		return figure{}, false
	}
	f.value = v
	return f, true
}

// parseDate reads a day as people write it.
func parseDate(s string) (model.Date, bool) {
	d, _, ok := model.ReadDate(s)
	return d, ok
}
