package transpile

import (
	"regexp"
	"strings"
)

// schemeForm is the part of a query that asks for the color scheme of the system.
var schemeForm = regexp.MustCompile(`^(@media(?: screen)?)(?: and ?| ?)\(prefers-color-scheme:(dark|light)\)$`)

// unchosenForm is a root on which the reader has chosen nothing.
var unchosenForm = regexp.MustCompile(`^:root:not\(\[([a-z-]+)\]\)`)

// choose writes the rules for the color scheme of the system a second time, for readers
// who choose that scheme on the page:
//
//	@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) { … } }
//
// is followed by
//
//	@media screen { :root[data-theme=dark] { … } }
//
// No browser has a selector that is both.
func choose(rules []rule) (all []rule, found bool) {
	for _, r := range rules {
		all = append(all, r)
		m := schemeForm.FindStringSubmatch(r.at)
		if m == nil {
			continue
		}
		chosen := rule{at: m[1], block: true}
		for _, kid := range r.rules {
			if c, ok := chosenOf(kid, m[2]); ok {
				chosen.rules = append(chosen.rules, c)
			}
		}
		switch {
		case len(chosen.rules) == 0:
			continue
		case chosen.at == "@media": // it asked for nothing else
			all = append(all, chosen.rules...)
		default:
			all = append(all, chosen)
		}
		found = true
	}
	return all, found
}

// chosenOf is a rule for a reader's choice; ok is false where it does not depend on one.
func chosenOf(r rule, scheme string) (_ rule, ok bool) {
	selectors := make([]string, len(r.selectors))
	for n, s := range r.selectors {
		m := unchosenForm.FindStringSubmatch(s)
		if m == nil {
			return rule{}, false
		}
		selectors[n] = ":root[" + m[1] + "=" + scheme + "]" + strings.TrimPrefix(s, m[0])
	}
	r.selectors = selectors
	return r, len(selectors) > 0
}
