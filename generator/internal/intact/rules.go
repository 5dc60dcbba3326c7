package intact

import "reportsite/generator/internal/diag"

// What can be wrong with a text file before anything in it is understood.
var (
	Conflict  = diag.NewError("S018", "Mark", "Others")
	Half      = diag.NewError("S013")
	EmptyFile = diag.NewError("S014")
	NotText   = diag.NewError("S019", "Kind")
	Encoding  = diag.NewError("S020", "Name")
)
