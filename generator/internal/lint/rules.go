package lint

import "reportsite/generator/internal/diag"

// Rules lists all checks in the order of their codes.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		Unbound, HalfWidth, SameName, Orphan, Future, Unanswered, Stale, NoShare, NoCount, Jump, MixedUnits, UnknownCode, OtherWords,
		Falls, SingleOver, AnnualBelow, BeforeEnd, LateTarget, LostSign, Fraction, Shifted, Direction, PartOrGrowth, StockAsFlow, NoResults,
		FarDate, EarlyRelease, LoneNewest, TargetYear, AsOfRange, FarEdition, OddDate,
	}
}

// The checks.
var (
	Unbound     = diag.NewWarning("R001", "Figure", "All", "Limit")
	HalfWidth   = diag.NewWarning("R002", "Mark", "Better")
	SameName    = diag.NewWarning("R003", "Name", "ID")
	Orphan      = diag.NewWarning("R004", "ID")
	Future      = diag.NewWarning("R005", "Period", "Date", "AsOf", "More")
	Unanswered  = diag.NewWarning("R006", "Period", "AsOf")
	Stale       = diag.NewWarning("R007", "Period", "Months", "AsOf")
	NoShare     = diag.NewWarning("R008", "Value")
	NoCount     = diag.NewWarning("R009", "Value")
	Jump        = diag.NewWarning("R010", "Before", "Period", "Value")
	MixedUnits  = diag.NewWarning("R011", "Value", "Before", "Period", "Unit")
	UnknownCode = diag.NewWarning("R012", "Code")
	OtherWords  = diag.NewWarning("R013", "Words", "What")

	Falls        = diag.NewWarning("R040", "Before", "Earlier", "Value", "Period")
	SingleOver   = diag.NewWarning("R041", "Value", "Whole", "Period")
	AnnualBelow  = diag.NewWarning("R042", "Value", "Before", "Period")
	BeforeEnd    = diag.NewWarning("R044", "Period", "Date", "End")
	LateTarget   = diag.NewWarning("R045", "Period", "Date")
	LostSign     = diag.NewWarning("R046", "Value", "Meant", "What")
	Fraction     = diag.NewWarning("R047", "Value", "Meant", "What")
	Shifted      = diag.NewWarning("R048", "Value", "Meant", "What")
	Direction    = diag.NewWarning("R049", "Better", "What")
	PartOrGrowth = diag.NewWarning("R050", "Words", "Measure", "Better", "What")
	StockAsFlow  = diag.NewWarning("R051", "Words")
	NoResults    = diag.NewWarning("R052", "Year", "Without", "All", "Names")

	// A slip in a year, which would move the whole site, stops the build.
	FarDate      = diag.NewError("R014", "Date", "Newest")
	EarlyRelease = diag.NewError("R015", "Period", "Date")
	LoneNewest   = diag.NewError("R016", "Date", "Before")
	TargetYear   = diag.NewError("R017", "Period", "Newest")
	AsOfRange    = diag.NewError("R018", "AsOf", "First", "Last")
	FarEdition   = diag.NewError("R019", "Year", "Newest")
	OddDate      = diag.NewWarning("R020", "What")
)
