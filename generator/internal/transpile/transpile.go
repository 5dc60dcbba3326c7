// Package transpile turns the style sheets and scripts of a theme into what older
// browsers read, and makes them small. esbuild does the work; what it does not know
// of are large print and the reader's choice of a color scheme, see [Style].
//
// The syntax of scripts is lowered, what they call is not: a script that calls what
// an older browser lacks has to look for it first. Cascade layers and container
// queries cannot be lowered: a style sheet has to do without them, or give a
// fallback. docs/browsers.md says which browsers are meant.
package transpile

import (
	"bytes"
	"unicode/utf8"

	"github.com/evanw/esbuild/pkg/api"
)

// engines are the oldest browsers that a site is meant for. Chromium 86 is the core
// of many Chinese browsers, 79 that of older Android WebViews.
var engines = []api.Engine{
	{Name: api.EngineChrome, Version: "79"},
	{Name: api.EngineFirefox, Version: "78"},
	{Name: api.EngineSafari, Version: "12"},
}

// read is what these browsers read although esbuild's table says otherwise. Safari
// has destructuring since 10; the table says 14.1, for one rare case of it.
var read = map[string]bool{"destructuring": true}

// Fault is what is wrong with a style sheet or a script, in the words of esbuild.
type Fault struct {
	Line, Col int // 1-based, in characters
	Text      string
	Warning   bool // the file can be used as it is
}

// Style lowers a style sheet and makes it small. Where a rule of the form
//
//	:root[data-theme="elder"] { font-size: 137.5% }
//
// enlarges all text, every query of widths is written a second time for it: the
// units of a query do not see that the text is larger, and a page that has become
// too narrow for its text would keep the layout of a wide one. See [enlarge]. The
// rules for a dark system are written a second time for readers who choose the dark
// scheme themselves, see [choose].
//
// With a fault that is no warning, the result is nil.
func Style(data []byte) ([]byte, []Fault) {
	lowered, faults := transform(data, api.TransformOptions{Loader: api.LoaderCSS})
	if lowered == nil {
		return nil, faults
	}
	rules, chosen := choose(parseRules(lowered))
	rules, enlarged := enlarge(rules)
	if !chosen && !enlarged {
		return lowered, faults
	}
	var b bytes.Buffer
	for _, r := range rules {
		r.write(&b)
	}
	return b.Bytes(), faults
}

// Script lowers a classic script, in a scope of its own, and makes it small. With a
// fault that is no warning, the result is nil.
func Script(data []byte) ([]byte, []Fault) {
	return transform(data, api.TransformOptions{Loader: api.LoaderJS, Format: api.FormatIIFE})
}

// Library turns a module of JavaScript into a classic script, lowered and small, that
// puts what the module exports into a global variable. Browsers refuse modules of
// pages that were opened from a disk.
func Library(data []byte, variable string) ([]byte, []Fault) {
	return transform(data, api.TransformOptions{Loader: api.LoaderJS, Format: api.FormatIIFE, GlobalName: variable})
}

func transform(data []byte, o api.TransformOptions) ([]byte, []Fault) {
	o.Engines, o.Supported = engines, read
	o.MinifyWhitespace, o.MinifyIdentifiers, o.MinifySyntax = true, true, true
	o.Charset = api.CharsetUTF8
	o.LegalComments = api.LegalCommentsInline
	result := api.Transform(string(data), o)
	var faults []Fault
	for _, m := range result.Errors {
		faults = append(faults, faultOf(m, false))
	}
	for _, m := range result.Warnings {
		faults = append(faults, faultOf(m, true))
	}
	if len(result.Errors) > 0 {
		return nil, faults
	}
	return result.Code, faults
}

// faultOf reads a message of esbuild, whose columns count bytes from 0.
func faultOf(m api.Message, warning bool) Fault {
	f := Fault{Text: m.Text, Warning: warning}
	if at := m.Location; at != nil {
		f.Line = at.Line
		f.Col = utf8.RuneCountInString(at.LineText[:min(at.Column, len(at.LineText))]) + 1
	}
	return f
}
