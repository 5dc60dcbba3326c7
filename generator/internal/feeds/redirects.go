package feeds

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/output"
)

// redirects lists the old addresses of a site for its web server, in the form of
// Netlify and Cloudflare Pages: old, new, 301. A site without any has no such file.
func (f *Feeds) redirects() []output.File {
	var lines bytes.Buffer
	root := f.own.Linker.Root()
	line := func(m address.Move, prefix string) {
		fmt.Fprintf(&lines, "%s/%s %s/%s 301\n", root, escaped(prefix+m.From), root, escaped(prefix+m.To))
	}
	for _, l := range f.locales {
		for _, m := range address.Moved(l.Site) {
			line(m, l.Prefix)
		}
	}
	for _, m := range address.MovedFiles(f.own.Site) {
		line(m, "")
	}
	if lines.Len() == 0 {
		return nil
	}
	return []output.File{output.Bytes(address.Redirects, lines.Bytes())}
}

// escaped is a path for the file: an alias may have letters of any script.
func escaped(path string) string {
	parts := strings.Split(path, "/")
	for n := range parts {
		parts[n] = url.PathEscape(parts[n])
	}
	return strings.Join(parts, "/")
}
