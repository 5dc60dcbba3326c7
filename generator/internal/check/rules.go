package check

import "reportsite/generator/internal/diag"

// What can be wrong with the content as a whole.
var (
	// Sources and groups.
	SourceName    = diag.NewError("K001", "ID")
	SourceURL     = diag.NewError("K002", "URL")
	NoSource      = diag.NewError("K003")
	UnknownSource = diag.NewError("K004", "ID")
	GroupName     = diag.NewError("K005", "ID")
	UnknownGroup  = diag.NewError("K006", "ID")
	EmptyGroup    = diag.NewError("K007", "ID")

	// Editions, sections and pages.
	NoSuchEdition    = diag.NewError("K010", "Year")
	EditionTitle     = diag.NewError("K011")
	EditionYear      = diag.NewError("K012", "Key", "Year", "Folder")
	AllDrafts        = diag.NewError("K093")
	SectionTitle     = diag.NewError("K013")
	ReservedName     = diag.NewError("K014", "Address", "Taken")
	DuplicateSection = diag.NewError("K015", "ID")
	UnknownSection   = diag.NewError("K016", "ID")
	UnknownHeading   = diag.NewError("K017", "Place")
	DeepParent       = diag.NewError("K018", "ID")

	// Indicators.
	IndicatorName    = diag.NewError("K020")
	IndicatorSection = diag.NewError("K021")
	MissingChoice    = diag.NewError("K022", "Key", "Known")
	BadChoice        = diag.NewError("K023", "Key", "Found", "Known")
	NoUnit           = diag.NewError("K024")
	UnknownUnit      = diag.NewError("K025", "Unit", "Known")
	UnitOfMeasure    = diag.NewError("K026", "Measure", "Unit")
	NoAccrual        = diag.NewError("K027", "Measure")
	NeedlessAccrual  = diag.NewError("K028", "Measure")
	EmptyIndicator   = diag.NewError("K029")
	GrowthOf         = diag.NewError("K120", "ID", "Measure")
	GrowthTwice      = diag.NewError("K121", "ID", "Other")

	// Targets.
	BadPeriod         = diag.NewError("K030", "Period")
	NoAsWritten       = diag.NewError("K031")
	BadOp             = diag.NewError("K032", "Op", "Known")
	NeedsKey          = diag.NewError("K033", "Op", "Key")
	NeedlessKey       = diag.NewError("K034", "Op", "Key")
	UnknownIndicator  = diag.NewError("K035", "ID")
	RefSelf           = diag.NewError("K036")
	RefWithheld       = diag.NewError("K094", "ID")
	RefUnit           = diag.NewError("K037", "Other", "Own")
	NegativeTolerance = diag.NewError("K038")
	MultipleBase      = diag.NewError("K039")
	RangeOrder        = diag.NewError("K040", "Low", "High")
	EasyStretch       = diag.NewError("K041", "Stretch", "Target")
	EarlierDate       = diag.NewError("K042")
	AnnouncedOrder    = diag.NewError("K043")
	PlanYear          = diag.NewError("K044", "Period", "Target")
	OverrideParts     = diag.NewError("K045")
	OverrideStatus    = diag.NewError("K046", "Status", "Known")

	// Observations.
	PeriodOfBasis = diag.NewError("K050", "Period", "Table")
	NoValue       = diag.NewError("K051")
	BadStage      = diag.NewError("K053", "Stage", "Known")
	RevisionParts = diag.NewError("K054")
	RevisionOrder = diag.NewError("K055")

	// Plans, inequalities, structures, reasons.
	CountsMissing = diag.NewError("K110", "Period", "Known")
	CountsSurplus = diag.NewError("K111", "Period")
	FromPeriod    = diag.NewError("K112", "From", "Period")
	SenseValue    = diag.NewError("K113", "Sense")
	SenseApprox   = diag.NewError("K114", "Sense")
	ReasonParts   = diag.NewError("K115")
	FurtherOrder  = diag.NewError("K116", "Further", "Before")
	PlanTable     = diag.NewError("K117", "Period", "Table")
	PartsNames    = diag.NewError("K118", "Measure")
	PartsCount    = diag.NewError("K119", "Found", "Parts")

	// Commitments.
	CommitmentTitle     = diag.NewError("K060", "ID")
	CommitmentSection   = diag.NewError("K061", "ID")
	DuplicateCommitment = diag.NewError("K062", "ID")
	EventParts          = diag.NewError("K063")
	BadState            = diag.NewError("K064", "State", "Known")
	UnknownCommitment   = diag.NewError("K065", "ID")
	BadCommitmentID     = diag.NewError("K066", "ID")

	// Prose.
	NoTargetHere   = diag.NewError("K070", "ID")
	NoTargetFor    = diag.NewError("K071", "ID", "Period")
	NoObservation  = diag.NewError("K072", "ID", "Period")
	AmbiguousBasis = diag.NewError("K073", "ID", "Period", "Basis")
	NotUnderstood  = diag.NewError("K074", "Words")
	Disagrees      = diag.NewError("K075", "What", "ID")
	LinkForm       = diag.NewError("K076", "Address")
	BrokenLink     = diag.NewError("K077", "Address")
	FormerForm     = diag.NewError("K098", "Address")
	FormerTaken    = diag.NewError("K099", "Address", "By")
	UnknownFile    = diag.NewError("K095", "Address")
	NoPicture      = diag.NewError("K096", "Address")
	UnusedFile     = diag.NewWarning("K097", "Address")

	// Tables of spreadsheets.
	NoBasis      = diag.NewError("K080", "Period")
	WrittenTwice = diag.NewError("K081", "Period", "Basis", "File")
	NotPercent   = diag.NewError("K082", "Unit")
	OtherUnit    = diag.NewError("K083", "Unit", "Own")

	// Results for the same time, in a table or in TOML.
	SameSpan = diag.NewError("K084", "Period", "Basis", "Value", "OtherPeriod", "OtherBasis", "OtherValue", "Place")

	// changes.toml.
	ChangeParts = diag.NewError("K090")

	// A year that was made by copying another.
	SameFile = diag.NewWarning("K092", "Other")

	// A file that much refers to.
	MissingFile = diag.NewError("K130", "N", "Place")

	// Official sites.
	NotDated = diag.NewError("K091")
)
