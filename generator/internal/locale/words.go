package locale

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Needs lists the messages of a theme that the package asks for.
func Needs() []string { return needed[:] }

var needed = [...]string{
	"target", "colon", "changes-was", "correction-reason", "verdict-moved", "semicolon", "basis-annual", "basis-cumulative", "basis-single", "basis-point",
	"stage-flash", "stage-expected", "stage-preliminary", "stage-final", "stage-census",
}

// T is a text of the interface. It fails only where a message is missing, and
// those that the program asks for are looked for when the theme is read.
func (l *Locale) T(id string, args ...any) string {
	s, err := l.texts.Text(id, args...)
	if err != nil {
		panic("locale: internal error: " + err.Error())
	}
	return s
}

// Value writes a figure with its unit.
func (l *Locale) Value(v decimal.Decimal, u model.Unit) string {
	return wording.WriteValue(v, u, l.Lang)
}

// Date writes a day; "" for the zero day.
func (l *Locale) Date(d model.Date) string { return wording.Day(d).In(l.Lang) }

// Period names a period.
func (l *Locale) Period(p model.Period) string { return wording.Period(p).In(l.Lang) }

// Time names the time that a figure covers.
func (l *Locale) Time(o *model.Observation) string { return wording.Time(o).In(l.Lang) }

// Observed writes an observation.
func (l *Locale) Observed(o *model.Observation) string { return wording.Result(o, l.Lang) }

// Before writes a value of an observation that was superseded: as a plain
// figure, for nobody knows whether it was approximate.
func (l *Locale) Before(o *model.Observation, r *model.Revision) string {
	return l.Value(r.Value, o.Indicator.Unit)
}

// Basis names what an observation covers.
func (l *Locale) Basis(b model.Basis) string { return l.T("basis-" + string(b)) }

// stageIDs name the stages in the messages.
var stageIDs = map[model.Stage]string{
	"快报": "stage-flash", "预计": "stage-expected", "初步核算": "stage-preliminary",
	"最终核实": "stage-final", "普查修订": "stage-census",
}

// Stage names how final a figure is; "" for none.
func (l *Locale) Stage(s model.Stage) string {
	if id := l.StageID(s); id != "" {
		return l.T(id)
	}
	return string(s)
}

// StageID names a stage in the messages; "" for none.
func (l *Locale) StageID(s model.Stage) string { return stageIDs[s] }
