package page

import (
	"bytes"
	"html/template"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/output"
)

// moved is the page at an address that leads on to another one. It is no page of the
// theme: browsers show it for a moment, if at all.
var moved = template.Must(template.New("moved").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<title>{{.Words}}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
{{with .Canonical}}<link rel="canonical" href="{{.}}">
{{end}}<meta http-equiv="refresh" content="0; url={{.Href}}">
</head>
<body>
<main><h1>{{.Words}}</h1>
<p><a href="{{.Href}}">{{.Link}}</a></p></main>
</body>
</html>
`))

// movedPages are the pages at the old addresses of a book.
func (b *book) movedPages() []output.File {
	var list []output.File
	for _, m := range address.Moved(b.Site) {
		list = append(list, output.File{Path: address.File(b.Prefix + m.From), Make: func(w *bytes.Buffer) error {
			return moved.Execute(w, map[string]string{
				"Lang": string(b.Lang), "Words": b.T("page-moved"), "Link": b.T("page-moved-link"),
				"Href":      b.Linker.Href(b.Prefix+m.From, b.Prefix+m.To),
				"Canonical": b.Linker.Absolute(b.Prefix + m.To),
			})
		}})
	}
	return list
}
