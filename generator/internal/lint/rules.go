package lint

import "reportsite/generator/internal/diag"

// Rules lists all checks in the order of their codes.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		Unbound, HalfWidth, SameName, Orphan, Future, Unanswered, Stale, NoShare, NoCount, Jump, MixedUnits, UnknownCode, OtherWords,
	}
}

// The checks.
var (
	Unbound     = diag.NewWarning("R001", "Figure", "All", "Limit")
	HalfWidth   = diag.NewWarning("R002", "Mark", "Better")
	SameName    = diag.NewWarning("R003", "Name", "ID")
	Orphan      = diag.NewWarning("R004", "ID")
	Future      = diag.NewWarning("R005", "Period", "Date", "AsOf")
	Unanswered  = diag.NewWarning("R006", "Period", "AsOf")
	Stale       = diag.NewWarning("R007", "Period", "Months", "AsOf")
	NoShare     = diag.NewWarning("R008", "Value")
	NoCount     = diag.NewWarning("R009", "Value")
	Jump        = diag.NewWarning("R010", "Before", "Period", "Value")
	MixedUnits  = diag.NewWarning("R011", "Value", "Before", "Period", "Unit")
	UnknownCode = diag.NewWarning("R012", "Code")
	OtherWords  = diag.NewWarning("R013", "Words", "What")
)
