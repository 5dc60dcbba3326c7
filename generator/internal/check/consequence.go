package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/source"
)

// unread are the files and folders that package source has reported errors in.
// What seems to be missing there may stand in the part that could not be read.
type unread map[string]bool

// withoutConsequences removes diagnostics that only follow from another fault: a
// missing name of an indicator whose file has the wrong encoding, a link to a
// section whose file is too large, prose that contradicts a target whose operator
// is misspelt.
func withoutConsequences(diags []diag.Diagnostic, faulty unread) []diag.Diagnostic {
	unclear, noPeriod := map[string]bool{}, map[string]bool{}
	for _, d := range diags {
		if unclearFigures[d.Rule] {
			unclear[d.Pos.File] = true
		}
		if d.Rule == BadPeriod {
			noPeriod[d.Pos.File] = true
		}
	}
	return slices.DeleteFunc(diags, func(d diag.Diagnostic) bool {
		switch d.Rule {
		case NoTargetHere, NoTargetFor, NoObservation:
			if noPeriod[indicatorFile(fmt.Sprint(d.Args[0]))] {
				return true
			}
		}
		return faulty.explains(d) || d.Rule == Disagrees && unclear[indicatorFile(fmt.Sprint(d.Args[1]))]
	})
}

// indicatorFile is the file of an indicator.
func indicatorFile(id string) string { return path.Join(source.Dir, "indicators", id+".toml") }

// unclearFigures are the rules that leave it open what the figures of an indicator
// mean, so that words cannot be compared with them.
var unclearFigures = map[*diag.Rule]bool{
	NoUnit: true, UnknownUnit: true, UnitOfMeasure: true, MissingChoice: true, BadChoice: true, BadOp: true,
	NeedsKey: true, NeedlessKey: true, MultipleBase: true, RangeOrder: true, RefSelf: true, RefUnit: true,
}

// explains reports whether a diagnostic may be a mere consequence.
func (u unread) explains(d diag.Diagnostic) bool {
	arg := func(n int) string { return fmt.Sprint(d.Args[n]) }
	switch d.Rule {
	case UnknownSource:
		return u.any("sources")
	case UnknownGroup:
		return u.any("groups")
	case UnknownCommitment:
		return u.any("commitments")
	case UnknownIndicator, NoTargetHere, NoTargetFor, NoObservation:
		return u.any(arg(0)) || u[path.Join(source.Dir, "indicators")] || u.within("tables")
	case Disagrees:
		return u.any(arg(1)) || u.within("tables")
	case EmptyIndicator:
		return u[d.Pos.File] || u.within("tables")
	case EmptyGroup:
		return u.within("indicators")
	case UnknownSection, UnknownHeading, BrokenLink:
		name, _ := cutFragment(arg(0))
		dir, id := path.Split(strings.Trim(strings.TrimSuffix(name, ".md"), "/"))
		year := path.Join(source.Dir, dir)
		if dir == "" { // of the same edition
			year = path.Dir(d.Pos.File)
		}
		return u[source.Dir] || u[year] || u[path.Join(year, "report.toml")] || u.any(source.ID(id))
	}
	return u[d.Pos.File] && absences[d.Rule]
}

// any reports whether a file with this id is among them, wherever it lies.
func (u unread) any(id string) bool {
	for file := range u {
		base, _, _ := strings.Cut(path.Base(file), ".")
		if source.ID(base) == id {
			return true
		}
	}
	return false
}

// within reports whether this folder or a file of it is among them.
func (u unread) within(dir string) bool {
	dir = path.Join(source.Dir, dir)
	for file := range u {
		if file == dir || path.Dir(file) == dir {
			return true
		}
	}
	return false
}

// absences are the rules that report a missing key of the file itself.
var absences = map[*diag.Rule]bool{
	SourceName: true, GroupName: true, NoSource: true, EditionTitle: true, EditionYear: true, SectionTitle: true,
	IndicatorName: true, IndicatorSection: true, MissingChoice: true, NoUnit: true, NoAccrual: true,
	NoAsWritten: true, NeedsKey: true, MultipleBase: true, EarlierDate: true,
	OverrideParts: true, NoValue: true, RevisionParts: true, CommitmentTitle: true, CommitmentSection: true,
	EventParts: true, ChangeParts: true, NotDated: true,
}
