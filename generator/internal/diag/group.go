package diag

import (
	"fmt"
	"strings"
)

// sameFrom is the number of places from which a message is printed only once, with
// a list of them. Up to three places are easier to read one by one, each with its
// line.
const sameFrom = 4

// groups collects diagnostics with the same text, at the place of the first one.
func (p Printer) groups(list []Diagnostic) [][]Diagnostic {
	type key struct {
		cause         Pos
		level         Severity
		code, message string
		hint          string
	}
	keyOf := func(d Diagnostic) key {
		return key{d.Cause, d.Severity(), d.Rule.Code, d.Message(p.Lang), d.Hint(p.Lang)}
	}
	count := map[key]int{}
	for _, d := range list {
		count[keyOf(d)]++
	}
	var groups [][]Diagnostic
	at := map[key]int{}
	for _, d := range list {
		k := keyOf(d)
		if n, ok := at[k]; ok && count[k] >= sameFrom {
			groups[n] = append(groups[n], d)
			continue
		}
		at[k] = len(groups)
		groups = append(groups, []Diagnostic{d})
	}
	return groups
}

// places writes the positions of a sorted list, a line for each file.
func places(list []Diagnostic) []string {
	var lines []string
	file := ""
	for n, d := range list {
		if n > 0 && d.Pos.File == file {
			within := d.Pos
			within.File = ""
			lines[len(lines)-1] += ", " + strings.TrimLeft(within.String(), ": ")
			continue
		}
		file = d.Pos.File
		lines = append(lines, fmt.Sprint(d.Pos))
	}
	return lines
}
