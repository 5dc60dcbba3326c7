package build

import "reportsite/generator/internal/diag"

// What can be wrong with the folders and programs that a build needs.
var (
	NoFolder     = diag.NewError("B001", "Why")
	NoECharts    = diag.NewWarning("B002", "Why", "Fix")
	NotPublished = diag.NewError("B004", "Why", "Fix")
	NotOurs      = diag.NewError("B005", "Found")
	InTheWay     = diag.NewError("B006", "Files")
	NotKept      = diag.NewError("B007", "File", "Why")
	Interrupted  = diag.NewError("B010")
	PathTaken    = diag.NewError("B009", "Path")
	NoFonts      = diag.NewWarning("B008", "Why")
)
