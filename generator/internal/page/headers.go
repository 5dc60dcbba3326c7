package page

import (
	"bytes"
)

// policy is the Content-Security-Policy of every page; base.html has the same
// in a meta element, for hosts that set no headers.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'"

// writeHeaders writes the headers as static hosts read them. Only the pages
// under embed/ may stand in the frame of another site, and only files whose
// names change with their content are kept for ever.
//
// Hosts join the headers of all rules that fit an address, and browsers keep
// to each of several policies: the rule against frames is therefore a policy of
// its own, for every part of the site but embed/.
func (b *book) writeHeaders(w *bytes.Buffer) error {
	w.WriteString("/*\n" +
		"  Content-Security-Policy: " + policy + "\n" +
		"  X-Content-Type-Options: nosniff\n" +
		"  Referrer-Policy: strict-origin-when-cross-origin\n" +
		"/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
	for _, path := range b.unframed() {
		w.WriteString(path + "\n  Content-Security-Policy: frame-ancestors 'none'\n")
	}
	return nil
}

// unframed lists what no other site may show in a frame.
func (b *book) unframed() []string {
	var list []string
	parts := []string{"indicators", "status", "commitments", "method", "data", "changes", "sitemap", "search"}
	for _, e := range b.Site.Editions {
		parts = append(parts, e.Period.String())
	}
	for _, p := range b.Site.Pages {
		parts = append(parts, p.ID)
	}
	for _, t := range append([]tongue{b.tongue}, b.others...) {
		root := "/" + t.prefix
		list = append(list, root, root+"index.html", root+"404.html")
		for _, part := range parts {
			list = append(list, root+part+"/*")
		}
	}
	return list
}
