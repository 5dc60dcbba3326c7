package feeds

import (
	"bytes"
	"encoding/xml"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/output"
)

// writeSitemap writes sitemap.xml, which must name whole addresses: without a
// base address there is none.
func writeSitemap(w *bytes.Buffer, l *locale.Locale) error {
	if l.Linker.Base() == "" {
		return output.ErrAbsent
	}
	w.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, t := range l.Names() {
		for _, a := range address.Pages(l.Site) {
			if url := l.Linker.Absolute(t.Prefix + a.Path); url != "" && a.Listed {
				w.WriteString("<url><loc>")
				if err := xml.EscapeText(w, []byte(url)); err != nil {
					return err
				}
				w.WriteString("</loc>")
				if day := l.Modified(a); !day.IsZero() {
					w.WriteString("<lastmod>" + day.String() + "</lastmod>")
				}
				w.WriteString("</url>\n")
			}
		}
	}
	w.WriteString("</urlset>\n")
	return nil
}

func writeRobots(w *bytes.Buffer, l *locale.Locale) error {
	var lines strings.Builder
	lines.WriteString("User-agent: *\nAllow: /\n")
	if url := l.Linker.Absolute(address.Sitemap); url != "" {
		lines.WriteString("Sitemap: " + url + "\n")
	}
	_, err := w.WriteString(lines.String())
	return err
}
