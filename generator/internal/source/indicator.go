package source

import (
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/tomlfile"
)

// Indicator is one file of content/indicators; its id is the file's name.
type Indicator struct {
	ID   string
	File string
	Doc  *tomlfile.Doc
	IndicatorFile
	Rows []*sheet.Row // of the table that Observations names; nil: none named
}

// IndicatorFile is the file as written. The four tables of observations have a
// period as the key of each line. Observations names a .csv or .xlsx file
// beside it with more of them, Sheet the sheet of the workbook. Names are other
// names of the indicator in the tables of offices, Growth is the id of the
// indicator that has its growth.
type IndicatorFile struct {
	Name         string                 `toml:"name"`
	NameEn       string                 `toml:"name_en"`
	Short        string                 `toml:"short"`
	ShortEn      string                 `toml:"short_en"`
	Names        []string               `toml:"names"`
	Growth       string                 `toml:"growth"`
	Unit         string                 `toml:"unit"`
	Measure      string                 `toml:"measure"`
	Accrual      string                 `toml:"accrual"`
	Better       string                 `toml:"better"`
	Nature       string                 `toml:"nature"`
	Section      string                 `toml:"section"`
	Lead         string                 `toml:"lead"`
	Support      []string               `toml:"support"`
	Group        []string               `toml:"group"`
	Aliases      []string               `toml:"aliases"`
	Definition   string                 `toml:"definition"`
	DefinitionEn string                 `toml:"definition_en"`
	Scope        string                 `toml:"scope"`
	ScopeEn      string                 `toml:"scope_en"`
	Parts        []string               `toml:"parts"`
	PartsEn      []string               `toml:"parts_en"`
	Observations string                 `toml:"observations"`
	Sheet        string                 `toml:"sheet"`
	Draft        bool                   `toml:"draft"`
	Publish      tomlfile.Date          `toml:"publish"`
	NextRelease  tomlfile.Date          `toml:"next_release"`
	Former       []string               `toml:"former"`
	Target       map[string]Target      `toml:"target"`
	Annual       map[string]Observation `toml:"annual"`
	Cumulative   map[string]Observation `toml:"cumulative"`
	Single       map[string]Observation `toml:"single"`
	Point        map[string]Observation `toml:"point"`
}

// Target is one [target.<period>] table.
type Target struct {
	Bound
	Section  string                     `toml:"section"`
	Hedge    string                     `toml:"hedge"`
	Earlier  []Bound                    `toml:"earlier"`
	Plan     map[string]tomlfile.Number `toml:"plan"`
	Override *Override                  `toml:"override"`
	Note     string                     `toml:"note"`
	NoteEn   string                     `toml:"note_en"`

	Counts       string `toml:"counts"`
	From         string `toml:"from"`
	Reason       string `toml:"reason"`
	ReasonEn     string `toml:"reason_en"`
	ReasonSource string `toml:"reason_source"`
}

// Bound is what a version of a target demands.
type Bound struct {
	Op          string            `toml:"op"`
	Value       tomlfile.Number   `toml:"value"`
	Low         tomlfile.Number   `toml:"low"`
	High        tomlfile.Number   `toml:"high"`
	Ref         string            `toml:"ref"`
	Base        tomlfile.Number   `toml:"base"`
	Multiple    tomlfile.Number   `toml:"multiple"`
	Tolerance   tomlfile.Number   `toml:"tolerance"`
	Stretch     tomlfile.Number   `toml:"stretch"`
	Further     []tomlfile.Number `toml:"further"`
	Values      []tomlfile.Number `toml:"values"`
	AsWritten   string            `toml:"as_written"`
	AsWrittenEn string            `toml:"as_written_en"`
	Announced   tomlfile.Date     `toml:"announced"`
}

// Override is a verdict given by a person.
type Override struct {
	Status   string        `toml:"status"`
	Reason   string        `toml:"reason"`
	ReasonEn string        `toml:"reason_en"`
	By       string        `toml:"by"`
	Date     tomlfile.Date `toml:"date"`
}

// Observation is one published result. Ok says why a figure that a check finds
// strange is right.
type Observation struct {
	Value    tomlfile.Number   `toml:"value"`
	Values   []tomlfile.Number `toml:"values"`
	Stage    string            `toml:"stage"`
	Released tomlfile.Date     `toml:"released"`
	Source   string            `toml:"source"`
	Approx   bool              `toml:"approx"`
	Sense    string            `toml:"sense"`
	Break    string            `toml:"break"`
	BreakEn  string            `toml:"break_en"`
	Ok       string            `toml:"ok"`
	Note     string            `toml:"note"`
	NoteEn   string            `toml:"note_en"`
	Earlier  []Revision        `toml:"earlier"`
}

// Revision is a value that a later release replaced.
type Revision struct {
	Value    tomlfile.Number `toml:"value"`
	Stage    string          `toml:"stage"`
	Released tomlfile.Date   `toml:"released"`
	Reason   string          `toml:"reason"`
	ReasonEn string          `toml:"reason_en"`
}

// At is the position of a key of the file, or of its first line where the key
// is not written.
func (i *Indicator) At(keys ...string) diag.Pos {
	if pos := i.Doc.Pos(keys...); pos.Exact() {
		return pos
	}
	return diag.Pos{File: i.File, Line: 1, Col: 1}
}
