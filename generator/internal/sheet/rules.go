package sheet

import "reportsite/generator/internal/diag"

// What can be wrong with a table of observations.
var (
	BadEncoding   = diag.NewError("X001")
	BadCSV        = diag.NewError("X002", "Why")
	BadWorkbook   = diag.NewError("X003", "Why")
	NoHead        = diag.NewError("X004", "Found")
	UnknownHead   = diag.NewWarning("X005", "Head")
	HeadTwice     = diag.NewError("X006", "Head")
	BadPeriod     = diag.NewError("X007", "Period")
	BadMerge      = diag.NewError("X008")
	BadBasis      = diag.NewError("X009", "Basis")
	BasisOfPeriod = diag.NewError("X010", "Basis")
	BadNumber     = diag.NewError("X011", "Number")
	BadYes        = diag.NewError("X012", "Word")
	BadDate       = diag.NewError("X013", "Date")
	EarlierCells  = diag.NewError("X060", "Values", "Dates", "Reasons")
	PeriodTwice   = diag.NewError("X014", "Period", "Cell")

	// Cells that spreadsheet programs have changed, or show otherwise.
	NoResult   = diag.NewError("X015")
	CellError  = diag.NewError("X016", "Error")
	BadFormat  = diag.NewError("X017", "Number", "Format")
	ManyDigits = diag.NewError("X018", "Number")
	ShownShort = diag.NewWarning("X019", "Shown", "Number")
	Rewritten  = diag.NewError("X020", "Period")
	Shortened  = diag.NewError("X021", "Number")

	// Rows, columns and sheets that are not read, or that nobody sees.
	RowUnread    = diag.NewWarning("X022", "Text")
	RowNoValue   = diag.NewWarning("X023", "Period")
	ColumnNoHead = diag.NewWarning("X024", "Text")
	Hidden       = diag.NewWarning("X025")
	SheetsUnread = diag.NewWarning("X026", "Read", "Unread")
	ManySheets   = diag.NewError("X027", "Sheets")
	NoSheet      = diag.NewError("X028", "Sheet", "Sheets")

	// Units.
	UnknownUnit = diag.NewError("X029", "Unit")
	ManyUnits   = diag.NewError("X030", "Units")
	UnitTwice   = diag.NewError("X031", "Unit", "Other", "Cell")

	// Sheets that are read as a whole.
	ManyRows = diag.NewError("X032", "Rows", "Most")
)
