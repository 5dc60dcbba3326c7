// Package header says with which HTTP headers the files of a site are to be served,
// as rules by address. The rules are written into _headers for hosts that read it,
// and into the manifest for those who check what is served.
package header

import (
	"bytes"
	"net/http"
	"path"
	"strings"
)

// Rule is what the addresses that fit a pattern are served with.
type Rule struct {
	Path string `json:"path"` // an address from the site's root, or its beginning and a *
	Set  []Line `json:"set"`  // in order
}

// Line is a header and its value.
type Line struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Fits reports whether the rule is for an address, which begins with a slash.
func (r Rule) Fits(address string) bool {
	begin, folder := strings.CutSuffix(r.Path, "*")
	return address == r.Path || folder && strings.HasPrefix(address, begin)
}

// Of gives the headers of an address. One that several rules set has several values,
// as hosts join them.
func Of(rules []Rule, address string) http.Header {
	h := http.Header{}
	for _, r := range rules {
		if r.Fits(address) {
			for _, l := range r.Set {
				h.Add(l.Name, l.Value)
			}
		}
	}
	return h
}

// Write writes the rules in the form of _headers.
func Write(w *bytes.Buffer, rules []Rule) {
	for _, r := range rules {
		w.WriteString(r.Path + "\n")
		for _, l := range r.Set {
			w.WriteString("  " + l.Name + ": " + l.Value + "\n")
		}
	}
}

// Kept says that a file whose name changes with its content may be kept for ever.
const Kept = "public, max-age=31536000, immutable"

// Asked says that a copy may be kept but is asked for before each use, so that a
// figure that was corrected is seen at once.
const Asked = "no-cache"

// types are the media types of a site's files by their endings. The table of the
// system is not asked: it differs from machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".xml":  "application/xml; charset=utf-8",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".zip":  "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".ics":  "text/calendar; charset=utf-8",
	".pdf":  "application/pdf",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
	".gif":  "image/gif",
	".webp": "image/webp",
	".avif": "image/avif",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".odt":  "application/vnd.oasis.opendocument.text",
	".mp4":  "video/mp4",
}

// Type is the media type of a file. An ending that is not known gives
// application/octet-stream.
func Type(name string) string {
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}

// IsText reports whether a file is text, which is worth compressing.
func IsText(name string) bool {
	t := Type(name)
	return strings.Contains(t, "charset") || t == types[".svg"]
}
