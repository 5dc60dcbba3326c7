package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// oldest are the browsers that a page is complete in; see docs/browsers.md.
var oldest = map[string]float64{"chrome": 79, "firefox": 78, "safari": 12}

// optional is what the style sheet has although some of these browsers leave it out,
// and why the page is complete without it.
var optional = map[string]string{
	"accent-color":                  "a color alone",
	"@page":                         "margins and numbers of sheets",
	"break-after":                   "where a sheet of paper ends",
	"break-before":                  "where a sheet of paper ends",
	"break-inside":                  "where a sheet of paper ends",
	"clip-path":                     "what it hides is one pixel large",
	"color-scheme":                  "the colors of the browser's own parts",
	"contain-intrinsic-size":        "speed alone",
	"contain-intrinsic-block-size":  "speed alone",
	"content-visibility":            "speed alone",
	"forced-color-adjust":           "there is no forced-colors query without it",
	"gap":                           "95-older.css has margins in its place",
	"line-break":                    "finer breaks of Han text",
	"overflow-clip-margin":          "room for the ring of the focus",
	"paint-order":                   "an outline of marks",
	"scroll-behavior":               "an animation",
	"scroll-padding-top":            "room above a target",
	"text-autospace":                "spaces between Han characters and Latin ones",
	"outline":                       "corners that follow the box are newer",
	"text-decoration-color":         "the color of a line",
	"text-decoration-style":         "dots of a line",
	"touch-action":                  "a chart scrolls with the page",
	"text-decoration-thickness":     "the thickness of a line",
	"text-size-adjust":              "-webkit-text-size-adjust stands beside it",
	"text-spacing-trim":             "spaces of punctuation",
	"text-underline-offset":         "the place of a line",
	"text-wrap":                     "lines of headings of like length",
	"vector-effect":                 "the thickness of a line",
	":has":                          "lists in other columns, and where a sheet of paper ends",
	":focus-visible":                ":focus shows the ring after a click too",
	"@media prefers-color-scheme":   "the choice of the reader is there",
	"@media prefers-contrast":       "contrast is that of WCAG AA",
	"@media prefers-reduced-motion": "then there is no motion",
	"@media forced-colors":          "browsers without it force no colors by it",
	"@page margins":                 "numbers of sheets",
}

// TestStyleIsForOlderBrowsers compares each part of the built style sheet with what
// MDN's browser-compat-data says of the oldest browsers.
func TestStyleIsForOlderBrowsers(t *testing.T) {
	know := readCompat(t)
	out := os.DirFS(buildSite(t, ".."))
	files, err := fs.Glob(out, "assets/*.css")
	if err != nil || len(files) == 0 {
		t.Fatal("no style sheet", err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(out, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range know.faults(data, optional) {
			t.Errorf("%s: %s", file, fault)
		}
	}
	for name, sheet := range map[string]string{
		"@layer":                `@layer a { p { color: red } }`,
		"@container":            `@container (min-width: 9em) { p { color: red } }`,
		"inset":                 `p { inset: 0 }`,
		"padding-inline":        `p { padding-inline: 1em }`,
		":is":                   `:is(h1, h2) { color: red }`,
		":focus-visible beside": `a, :focus-visible { color: red }`,
		"clamp()":               `p { width: clamp(1em, 2vw, 3em) }`,
		"display: grid is fine": `p { display: grid; color: var(--x); width: min(100%, 3em); width: clamp(1em, 2vw, 3em) }`,
	} {
		if found := know.faults([]byte(sheet), optional); (len(found) == 0) != strings.Contains(name, "fine") {
			t.Errorf("%s: %q", name, found)
		}
	}
}

// compat is MDN's data about style sheets: properties, selectors, at-rules, types.
type compat map[string]map[string]feature

// feature is a node of the data: who supports it, and what is below it.
type feature struct {
	support map[string]float64 // first version; 0: never
	parts   map[string]feature
}

func (f *feature) UnmarshalJSON(data []byte) error {
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return nil // a text among the features
	}
	f.parts = map[string]feature{}
	for name, raw := range parts {
		if name == "__compat" {
			var c struct{ Support map[string]json.RawMessage }
			if err := json.Unmarshal(raw, &c); err != nil {
				return err
			}
			f.support = map[string]float64{}
			for browser := range oldest {
				f.support[browser] = firstVersion(c.Support[browser])
			}
			continue
		}
		var part feature
		if err := json.Unmarshal(raw, &part); err != nil {
			return err
		}
		f.parts[name] = part
	}
	return nil
}

// firstVersion is the version from which a browser has a feature under its own name
// and for everybody.
func firstVersion(data json.RawMessage) float64 {
	type statement struct {
		Added  any             `json:"version_added"`
		Prefix string          `json:"prefix"`
		Other  string          `json:"alternative_name"`
		Flags  json.RawMessage `json:"flags"`
		Part   bool            `json:"partial_implementation"`
	}
	var list []statement
	if json.Unmarshal(data, &list) != nil {
		list = make([]statement, 1)
		if json.Unmarshal(data, &list[0]) != nil {
			return 0
		}
	}
	for _, s := range list {
		text, ok := s.Added.(string)
		if !ok || s.Prefix != "" || s.Other != "" || len(s.Flags) > 0 || s.Part {
			continue
		}
		if v, err := strconv.ParseFloat(strings.TrimPrefix(text, "≤"), 64); err == nil {
			return v
		}
		return 1 // a version of the form 1.5.2
	}
	return 0
}

// lacks names the oldest browsers that do not have a feature.
func (f feature) lacks() []string {
	var names []string
	for browser, version := range f.support {
		if version == 0 || version > oldest[browser] {
			names = append(names, browser)
		}
	}
	slices.Sort(names)
	return names
}

func readCompat(t *testing.T) compat {
	t.Helper()
	data, err := os.ReadFile(needTool(t, "@mdn/browser-compat-data/data.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ CSS compat }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.CSS["properties"]) < 300 || len(all.CSS["selectors"]) < 50 {
		t.Fatalf("the data has %d properties", len(all.CSS["properties"]))
	}
	return all.CSS
}

// faults lists what the oldest browsers lack of a style sheet: a property, a keyword,
// a function, a selector, an at-rule, unless an earlier declaration of the rule says
// it in another way, or it is optional.
func (c compat) faults(sheet []byte, optional map[string]string) []string {
	var found []string
	report := func(what string, f feature, known bool) {
		switch lacks := f.lacks(); {
		case optional[what] != "" || optional[strings.Split(what, ": ")[0]] != "":
		case !known:
			found = append(found, what+": unknown, or in no browser")
		case len(lacks) > 0:
			found = append(found, fmt.Sprintf("%s: not in %s", what, strings.Join(lacks, ", ")))
		}
	}
	p := css.NewParser(parse.NewInputBytes(bytes.Clone(sheet)), false)
	var selectors [][]css.Token
	var earlier []string // properties of this rule that every browser has taken
	var nested []string  // at-rules around
	for {
		kind, _, data := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return found
			}
			found = append(found, p.Err().Error())
		case css.BeginAtRuleGrammar, css.AtRuleGrammar:
			name := strings.TrimPrefix(string(data), "@")
			f, known := c["at-rules"][name]
			if len(nested) > 0 && nested[len(nested)-1] == "page" {
				f, known, name = feature{}, true, "page margins"
			}
			report("@"+name, f, known)
			if name == "media" {
				for n, token := range p.Values() {
					if token.TokenType == css.IdentToken && n > 0 && p.Values()[n-1].TokenType == css.LeftParenthesisToken {
						feature := f.parts[string(token.Data)]
						report("@media "+string(token.Data), feature, true)
					}
				}
			}
			if kind == css.BeginAtRuleGrammar {
				nested = append(nested, name)
			}
		case css.EndAtRuleGrammar:
			nested = nested[:len(nested)-1]
		case css.QualifiedRuleGrammar, css.BeginRulesetGrammar:
			selectors = append(selectors, slices.Clone(p.Values()))
			if kind == css.BeginRulesetGrammar {
				c.selectors(selectors, report)
				selectors, earlier = nil, nil
			}
		case css.DeclarationGrammar:
			if slices.Contains(nested, "supports") || slices.Contains(nested, "page") {
				continue // asked for, or of paper
			}
			earlier = c.declaration(string(data), p.Values(), earlier, report)
		}
	}
}

// selectors checks the pseudo-classes of a rule. A browser that lacks one of them drops
// the whole rule, with the selectors that it knows.
func (c compat) selectors(list [][]css.Token, report func(string, feature, bool)) {
	newer := 0
	for _, tokens := range list {
		lacking := ""
		for n, token := range tokens {
			if token.TokenType != css.ColonToken || n+1 == len(tokens) || tokens[n+1].TokenType == css.ColonToken {
				continue
			}
			name := strings.TrimSuffix(string(tokens[n+1].Data), "(")
			f, known := c["selectors"][name]
			report(":"+name, f, known)
			if len(f.lacks()) > 0 {
				lacking = name
			}
		}
		if lacking != "" {
			newer++
		}
	}
	if newer > 0 && newer < len(list) {
		report("a selector that is newer in a list with others", feature{}, false)
	}
}

// declaration checks a property, its keywords and functions. It gives the properties
// of the rule that all browsers have taken so far.
func (c compat) declaration(name string, values []css.Token, earlier []string, report func(string, feature, bool)) []string {
	if strings.HasPrefix(name, "-") {
		return earlier // a name of one browser's own
	}
	f, known := c["properties"][name]
	if !known || len(f.lacks()) > 0 {
		report(name, f, known)
		return earlier
	}
	all := true
	for _, token := range values {
		part, what := feature{}, ""
		switch token.TokenType {
		case css.IdentToken:
			what, part = name+": "+string(token.Data), f.parts[string(token.Data)]
		case css.FunctionToken:
			what, part = string(token.Data)+")", c["types"][strings.TrimSuffix(string(token.Data), "(")]
		}
		if len(part.lacks()) == 0 {
			continue
		}
		all = false
		if !slices.Contains(earlier, name) {
			report(what, part, true)
		}
	}
	if all {
		earlier = append(earlier, name)
	}
	return earlier
}
