package office

import "reportsite/generator/internal/diag"

// What can be wrong between a table and the content.
var (
	// Sheets, rows and columns.
	NoTable       = diag.NewError("G030")
	SheetsLeft    = diag.NewWarning("G031", "Sheets")
	HiddenSheet   = diag.NewError("G032", "Sheet")
	NoColumn      = diag.NewError("G033", "Column", "File")
	RowsLeft      = diag.NewWarning("G034", "N", "Names")
	NearName      = diag.NewWarning("G035", "Name")
	ColumnLeft    = diag.NewWarning("G036", "Head", "Names")
	TwoIndicators = diag.NewError("G037", "Name", "IDs")
	NoSuchID      = diag.NewError("G038", "ID")

	// Figures.
	MonthOrTotal  = diag.NewError("G040", "Time", "Name")
	FiguresDiffer = diag.NewError("G041", "Value", "Other", "Place", "Period")
	FileDiffers   = diag.NewError("G042", "Value", "Other", "Place")
	PastDiffers   = diag.NewWarning("G043", "Value", "Other", "Place")

	// Units.
	UnitMismatch = diag.NewError("G044", "Unit", "ID", "Own")
	WhichUnit    = diag.NewError("G045", "Unit", "Other")
	UnknownUnit  = diag.NewError("G046", "Unit")
	NoUnitSaid   = diag.NewError("G047", "Name", "Unit")

	// Sources.
	NoTableSource = diag.NewError("G048", "File")
	NoSuchSource  = diag.NewError("G049", "Name")

	// Plans.
	BadTarget      = diag.NewError("G050", "Text")
	RelativeTarget = diag.NewError("G051", "Text")
	TargetDiffers  = diag.NewError("G052", "Text", "Other", "Place")
	BadNature      = diag.NewError("G053", "Text")
	NatureDiffers  = diag.NewError("G054", "Nature", "Other", "Place")

	// Ledgers of tasks.
	NoLedgerTime    = diag.NewError("G060")
	NoLedgerEdition = diag.NewError("G061", "Year")
	TaskTwice       = diag.NewError("G062", "Title", "Place")
	TwoTasks        = diag.NewError("G063", "Title", "First", "Second")
	NoTaskSection   = diag.NewError("G064", "Section")
	LedgerSection   = diag.NewError("G065", "File")
	BadTaskState    = diag.NewError("G066", "State")
)
