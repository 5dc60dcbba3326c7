package source

import (
	"strings"

	"reportsite/generator/internal/diag"
)

// ID is a section's file name without extension and number: 01-goals is
// goals.
func ID(base string) string {
	number, rest, ok := strings.Cut(base, "-")
	if ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return rest
	}
	return base
}

// goodID reports names that cannot be part of a web address as they are.
func (l *loader) goodID(name, id string) bool {
	if isID(id) {
		return true
	}
	fault := BadID.At(diag.Pos{File: file(name)}, id)
	if meant := strings.ReplaceAll(strings.ToLower(id), "_", "-"); isID(meant) {
		fault = fault.WithSuggestion(meant)
	}
	l.report(fault)
	return false
}

func isID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && !strings.HasPrefix(id, "-")
}
