package feeds

import (
	"bytes"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/header"
	"reportsite/generator/internal/locale"
)

// Policy is the Content-Security-Policy of every page; base.html has the same
// in a meta element, for hosts that set no headers.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'"

// Headers are the headers of the site's addresses. Only the pages under embed/ may
// stand in the frame of another site, and only files whose names change with their
// content are kept for ever.
//
// Hosts join the headers of all rules that fit an address, and browsers keep
// to each of several policies: the rule against frames is therefore a Policy of
// its own, for every part of the site but embed/.
func (f *Feeds) Headers() []header.Rule {
	rules := []header.Rule{
		{Path: "/*", Set: []header.Line{
			{Name: "Content-Security-Policy", Value: Policy},
			{Name: "X-Content-Type-Options", Value: "nosniff"},
			{Name: "Referrer-Policy", Value: "strict-origin-when-cross-origin"},
		}},
		{Path: "/" + address.Assets + "*", Set: []header.Line{{Name: "Cache-Control", Value: header.Kept}}},
	}
	for _, path := range unframed(f.own) {
		rules = append(rules, header.Rule{Path: path, Set: []header.Line{{Name: "Content-Security-Policy", Value: "frame-ancestors 'none'"}}})
	}
	return rules
}

// writeHeaders writes the headers as static hosts read them.
func (f *Feeds) writeHeaders(w *bytes.Buffer) error {
	header.Write(w, f.Headers())
	return nil
}

// unframed lists what no other site may show in a frame: all pages but those
// that the table of addresses has for frames.
func unframed(l *locale.Locale) []string {
	var list []string
	for _, t := range l.Names() {
		root, seen := "/"+t.Prefix, map[string]bool{}
		list = append(list, root, root+"index.html", root+address.NotFound)
		for _, a := range address.Pages(l.Site) {
			part, _, isFolder := strings.Cut(a.Path, "/")
			if isFolder && !a.Framed && !seen[part] {
				seen[part] = true
				list = append(list, root+part+"/*")
			}
		}
	}
	return list
}
