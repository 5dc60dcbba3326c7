package main

import "reportsite/generator/internal/diag"

// What can be wrong with the folders and programs that a build needs.
var (
	noFolder     = diag.NewError("B001", "Why")
	noECharts    = diag.NewWarning("B002", "Why")
	noCache      = diag.NewWarning("B003", "Why")
	notPublished = diag.NewError("B004", "Why", "Mend")
	notOurs      = diag.NewError("B005", "Found")
	inTheWay     = diag.NewError("B006", "Files")
	notKept      = diag.NewError("B007", "File", "Why")
)
