package page

import "bytes"

// policy is the Content-Security-Policy of every page; base.html has the same
// in a meta element, for hosts that set no headers.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'"

// writeHeaders writes the headers as static hosts read them. Only the pages
// under embed/ may stand in the frame of another site, and only files whose
// names change with their content are kept for ever.
func (b *book) writeHeaders(w *bytes.Buffer) error {
	w.WriteString("/*\n" +
		"  Content-Security-Policy: " + policy + "; frame-ancestors 'none'\n" +
		"  X-Content-Type-Options: nosniff\n" +
		"  Referrer-Policy: strict-origin-when-cross-origin\n" +
		"/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
	for _, t := range append([]tongue{b.tongue}, b.others...) {
		w.WriteString("/" + t.prefix + "embed/*\n" +
			"  ! Content-Security-Policy\n" +
			"  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *\n")
	}
	return nil
}
