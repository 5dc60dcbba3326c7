package check

import (
	"path"
	"slices"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/source"
)

// missingFiles says once that a file is missing, in place of every reference that leads
// into it.
func missingFiles(list []diag.Diagnostic, tree *source.Tree) []diag.Diagnostic {
	type use struct {
		first diag.Pos
		n     int
	}
	uses := map[string]*use{}
	list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		file := missingFile(d, tree)
		if file == "" {
			return false
		}
		if uses[file] == nil {
			uses[file] = &use{first: d.Pos}
		}
		u := uses[file]
		u.n++
		if before(d.Pos, u.first) {
			u.first = d.Pos
		}
		return true
	})
	for _, file := range keysOf(uses) {
		list = append(list, MissingFile.At(diag.Pos{File: file}, uses[file].n, uses[file].first.String()))
	}
	return list
}

// missingFile is the file, or folder, that a reference leads into and that is not
// there; "" where the reference itself is at fault.
func missingFile(d diag.Diagnostic, tree *source.Tree) string {
	switch d.Rule {
	case UnknownSource:
		if tree.Sources == nil {
			return path.Join(source.Dir, "sources.toml")
		}
	case UnknownGroup:
		if tree.Groups == nil {
			return path.Join(source.Dir, "groups.toml")
		}
	case UnknownIndicator, EmptyGroup:
		if len(tree.Indicators) == 0 {
			return path.Join(source.Dir, "indicators")
		}
	case UnknownCommitment:
		dir := path.Dir(d.Pos.File)
		for _, e := range tree.Editions {
			if path.Join(source.Dir, e.Dir) == dir && e.Commitments == nil {
				return path.Join(dir, "commitments.toml")
			}
		}
	}
	return ""
}

func before(a, b diag.Pos) bool {
	if a.File != b.File {
		return a.File < b.File
	}
	return a.Line < b.Line
}
