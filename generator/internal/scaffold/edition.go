package scaffold

import (
	"fmt"
	"strings"

	"reportsite/generator/internal/save"
)

// Previous is what a new edition takes over from the one before it.
type Previous struct {
	Year     int
	Place    string
	Issuer   string
	Sections []Heading // in reading order
	Targets  []Target  // in the order of the files
}

// Heading is a section that the new edition will have as well.
type Heading struct {
	ID, Title, Parent string
	Number            int
	Subheadings       []Subheading
}

// Subheading is a heading within a section. Its id is kept, because indicators and
// links name it.
type Subheading struct {
	Level    int // 2 to 6
	ID, Text string
}

// Marks are the marks of its level.
func (s Subheading) Marks() string { return strings.Repeat("#", s.Level) }

// Target is an indicator's target of the previous edition.
type Target struct {
	File      string // of the indicator, relative to the site's folder
	Op        string
	AsWritten string
	Section   string // "2024/goals", with or without a heading
}

// Edition makes the files of a new edition: the report, its sections with their
// titles and subheadings and no text yet, and an empty list of commitments. It is a draft, which readers do not see. Pages show the targets
// of last year in a column of their own without further data.
func Edition(year int, before Previous) []save.File {
	dir := fmt.Sprintf("content/%d/", year)
	values := map[string]any{"Year": year, "Place": before.Place, "Issuer": before.Issuer}
	list := []save.File{
		{Path: dir + "report.toml", Data: fill("files/report.toml", values)},
		{Path: dir + "commitments.toml", Data: fill("files/commitments.toml", values)},
	}
	for _, h := range before.Sections {
		name := fmt.Sprintf("%s%02d-%s.md", dir, h.Number, h.ID)
		list = append(list, save.File{Path: name, Data: fill("files/section-of-edition.md", map[string]any{
			"Title": h.Title, "Parent": h.Parent, "Before": before.Year, "Subheadings": h.Subheadings,
		})})
	}
	return list
}

// ReportSource is the text to append to sources.toml: the new report itself.
func ReportSource(year int, before Previous) save.File {
	return save.File{Path: "content/sources.toml", Data: fill("files/source.toml", map[string]any{
		"Year": year, "Place": before.Place, "Issuer": before.Issuer,
	})}
}

// NextTarget is the text to append to an indicator's file: the table of the new
// target as a comment, with last year's words beside it. The editor takes the
// marks away where the new report sets a target again.
func NextTarget(year int, t Target) save.File {
	return save.File{Path: t.File, Data: fill("files/target.toml", map[string]any{
		"Year": year, "Before": year - 1, "Op": t.Op, "AsWritten": t.AsWritten, "Section": t.Section,
	})}
}
