package page

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"

	"reportsite/generator/internal/address"
)

// writeSitemap writes sitemap.xml, which must name whole addresses: without a
// base address it lists nothing.
func (b *book) writeSitemap(w *bytes.Buffer) error {
	w.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, t := range slices.Concat([]tongue{b.tongue}, b.others) {
		for _, a := range address.Pages(b.Site) {
			if url := b.linker.absolute(t.prefix + a.Path); url != "" && a.Listed {
				w.WriteString("<url><loc>")
				if err := xml.EscapeText(w, []byte(url)); err != nil {
					return err
				}
				w.WriteString("</loc></url>\n")
			}
		}
	}
	w.WriteString("</urlset>\n")
	return nil
}

func (b *book) writeRobots(w *bytes.Buffer) error {
	var lines strings.Builder
	lines.WriteString("User-agent: *\nAllow: /\n")
	if url := b.linker.absolute(address.Sitemap); url != "" {
		lines.WriteString("Sitemap: " + url + "\n")
	}
	_, err := w.WriteString(lines.String())
	return err
}
