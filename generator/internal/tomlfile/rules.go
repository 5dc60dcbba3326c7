package tomlfile

import "reportsite/generator/internal/diag"

// What can be wrong with a TOML file as such.
var (
	BadSyntax    = diag.NewError("T001", "Why")
	NotUTF8      = diag.NewError("T002")
	ControlChar  = diag.NewError("T003", "Char")
	DuplicateKey = diag.NewError("T004", "Key")
	UnknownKey   = diag.NewError("T005", "Key", "Known")
	WrongType    = diag.NewError("T006", "Key", "Found", "Expected", "Fix")
	NotFinite    = diag.NewError("T007", "Number")
	OutOfRange   = diag.NewError("T008", "Number")
	BadNumber    = diag.NewError("T009", "Number")
	BadDate      = diag.NewError("T010", "Date")
	BadEscape    = diag.NewError("T011", "Why")
	OpenString   = diag.NewError("T012")
	BadValue     = diag.NewError("T013", "Why")
	NoValue      = diag.NewError("T020")
	AfterValue   = diag.NewError("T014", "Words")
	OpenBracket  = diag.NewError("T015")
	BadHeader    = diag.NewError("T016")
	BadKey       = diag.NewError("T017")
	TooDeep      = diag.NewError("T018", "Most")
	Refused      = diag.NewError("T019", "Key", "Why")
)
