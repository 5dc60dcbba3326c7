package office

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/table"
)

// found is a figure of a table that has its place in the content.
type found struct {
	entry    *entry
	period   model.Period
	basis    model.Basis
	value    decimal.Decimal
	missing  bool
	approx   bool
	past     bool
	stage    string
	released model.Date
	source   string
	note     string
	at       diag.Pos
	sourceAt diag.Pos
}

// taking takes one table.
type taking struct {
	*taker
	u       *Understood
	sheet   *source.TableSheet
	aliases map[string]string
	left    map[*table.Column][]string // names for which a column has no indicator
	unclear map[*table.Column]bool     // columns of which the basis is not said, which was reported
	own     string                     // the source made of the table, or ""
	asked   bool                       // for the source of the table
	asking  bool                       // a ledger's section was asked for
}

// fact takes a figure.
func (k *taking) fact(f *table.Fact) {
	if f.Kind == table.Completion { // it follows from the target and the result
		k.u.Lines = append(k.u.Lines, Line{At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Why: "reading-completion"})
		return
	}
	e := k.indicatorOf(f)
	if e == nil {
		return
	}
	if f.Kind == table.Target {
		k.particulars(e, f)
		k.plan(e, f)
		return
	}
	period, basis := periodOf(e, f)
	if basis == "" {
		if !k.unclear[f.Column] { // once for a column
			k.unclear[f.Column] = true
			k.report(MonthOrTotal.At(columnOr(f), f.Time.String(), f.Column.Head))
		}
		return
	}
	x := &found{
		entry: e, period: period, basis: basis, missing: f.Missing, approx: f.Approx, past: f.Past,
		at: f.At, note: f.Row.Note.Text, stage: k.sheet.Stage,
	}
	if !f.Missing {
		var ok bool
		if x.value, ok = k.inUnit(e, f); !ok {
			return
		}
		if f.Short != "" {
			k.report(shownShort(f))
		}
		if own, ok := e.figures()[spanOf(e, period, basis)]; ok && own.value.Decimal.Equal(x.value) {
			k.line(x, f) // the indicator's file has it with its source
			return
		}
		if x.source, x.sourceAt = k.sourceOf(f); x.source == "" {
			return
		}
	}
	x.released = k.releasedOf(x.source)
	e.found = append(e.found, x)
	k.line(x, f)
}

// line notes what became of a figure.
func (k *taking) line(x *found, f *table.Fact) {
	k.u.Lines = append(k.u.Lines, Line{
		At: f.At, Row: f.Row.N, Text: f.Text, Name: f.Label, Indicator: x.entry.ID,
		What: x.period.String() + " " + string(x.basis), Value: x.words(),
	})
}

// columnOr is the head of a figure whose time stands there, else the figure.
func columnOr(f *table.Fact) diag.Pos {
	if !f.Row.Time.IsZero() {
		return f.At
	}
	return f.Column.At
}

func (x *found) words() string {
	if x.missing {
		return "—"
	}
	return x.value.String() + x.entry.unit.String()
}
