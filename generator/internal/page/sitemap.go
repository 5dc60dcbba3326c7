package page

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
)

// writeSitemap writes sitemap.xml, which must name whole addresses: without a
// base address it lists nothing.
func (b *book) writeSitemap(w *bytes.Buffer) error {
	w.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, t := range slices.Concat([]tongue{b.tongue}, b.others) {
		for _, path := range b.sitePaths() {
			if url := b.linker.absolute(t.prefix + path); url != "" {
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

// sitePaths are the pages of a book that search engines may list.
func (b *book) sitePaths() []string {
	paths := []string{""}
	for _, e := range b.Site.Editions {
		paths = append(paths, editionPath(e))
		for _, s := range e.Sections {
			paths = append(paths, sectionPath(s))
		}
	}
	paths = append(paths, "indicators/", "status/", "commitments/", "method/", "data/", "changes/", "sitemap/")
	for _, i := range b.Site.Indicators {
		paths = append(paths, indicatorPath(i))
	}
	for _, p := range b.Site.Pages {
		paths = append(paths, p.ID+"/")
	}
	return paths
}

func (b *book) writeRobots(w *bytes.Buffer) error {
	var lines strings.Builder
	lines.WriteString("User-agent: *\nAllow: /\n")
	if url := b.linker.absolute("sitemap.xml"); url != "" {
		lines.WriteString("Sitemap: " + url + "\n")
	}
	_, err := w.WriteString(lines.String())
	return err
}
