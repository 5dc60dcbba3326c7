package source

import (
	"sync"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/tomlfile"
)

// Memory caches parsed files, for a server that reads the same folder again after
// every change. All trees share the parsed files; they must not be changed. The
// zero Memory is empty; it may be used by several goroutines.
type Memory struct {
	mu    sync.Mutex
	files map[string]remembered
}

// remembered is what one file was parsed into.
type remembered struct {
	sum   Sum
	doc   *tomlfile.Doc
	value any
	diags []diag.Diagnostic
}

// recall returns a parsed file, from the cache or parsed now, and reports its
// faults.
func recall[T any](l *loader, name string, parse func() (*tomlfile.Doc, T, []diag.Diagnostic)) (*tomlfile.Doc, T) {
	if l.memory == nil {
		doc, value, diags := parse()
		l.report(diags...)
		return doc, value
	}
	sum := l.sum(name)
	l.memory.mu.Lock()
	old, ok := l.memory.files[name]
	l.memory.mu.Unlock()
	if !ok || old.sum != sum {
		doc, value, diags := parse()
		old = remembered{sum, doc, value, diags}
		l.memory.mu.Lock()
		if l.memory.files == nil {
			l.memory.files = map[string]remembered{}
		}
		l.memory.files[name] = old
		l.memory.mu.Unlock()
	}
	l.report(old.diags...)
	return old.doc, old.value.(T)
}
