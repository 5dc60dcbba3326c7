package check

import (
	"path"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/source"
)

// copied reports a year's folder, or a file of one, that is a copy of another
// year's. It marks the diagnostics that follow from the copy (figures without a
// target, commitments that exist twice, words that contradict the data), so that
// they are printed below it.
func (c *checker) copied(tree *source.Tree) {
	causes := map[string]diag.Pos{} // by folder or file
	for _, d := range c.diags {
		if d.Rule != EditionYear {
			continue
		}
		if diagArg(d, 1) != "" { // another year, not none
			causes[path.Dir(d.Pos.File)] = d.Pos
		}
	}
	for file, original := range sameFiles(tree) {
		d := SameFile.At(diag.Pos{File: file, Line: 1, Col: 1}, original)
		if cause, ok := causes[path.Dir(file)]; ok {
			d.Cause = cause
		} else {
			causes[file] = d.Pos
		}
		c.report(d)
	}
	if len(causes) == 0 {
		return
	}
	for n, d := range c.diags {
		if !ofCopies[d.Rule] || d.Follows() {
			continue
		}
		for _, at := range []string{path.Dir(d.Pos.File), d.Pos.File} {
			if cause, ok := causes[at]; ok {
				c.diags[n].Cause = cause
				break
			}
		}
	}
}

// diagArg is an argument of a diagnostic as text.
func diagArg(d diag.Diagnostic, n int) string {
	s, _ := d.Args[n].(string)
	return s
}

// ofCopies are the rules that a copied year breaks in many lines.
var ofCopies = map[*diag.Rule]bool{
	NoTargetHere: true, Disagrees: true, DuplicateCommitment: true,
}

// sameFiles gives the files of a year that are the same, byte for byte, as one
// of an earlier year, and that one. report.toml has its year in it and cannot.
func sameFiles(tree *source.Tree) map[string]string {
	first := map[source.Sum]string{}
	same := map[string]string{}
	for _, file := range keysOf(tree.Sums) {
		within := strings.TrimPrefix(file, source.Dir+"/")
		year, name, ok := strings.Cut(within, "/")
		isEdition := slices.ContainsFunc(tree.Editions, func(e *source.Edition) bool { return e.Dir == year })
		if !ok || !isEdition || name == "report.toml" {
			continue
		}
		sum := tree.Sums[file]
		if original, ok := first[sum]; ok && path.Dir(original) != path.Dir(file) {
			same[file] = original
			continue
		}
		first[sum] = file
	}
	return same
}
