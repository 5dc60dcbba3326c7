package page

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"reportsite/generator/internal/model"
)

// picture is a picture of the editors within the prose.
type picture struct {
	Src, Srcset   string
	Width, Height int
	Shows         string
	Caption       string
	Lang          string // of the words, where it is not that of the page
	Lazy          bool   // it is loaded when a reader comes near it
}

// early is how many bytes of prose stand above a picture that readers see at once.
const early = 1200

// ownPicture puts a picture into the prose; before is what stands above it.
func (f *frame) ownPicture(p model.Picture, before []piece, lang string) *picture {
	v := &picture{Src: f.filePath(p.File.Path), Width: p.File.Width, Height: p.File.Height, Shows: p.Shows, Caption: p.Caption, Lang: lang}
	if len(p.File.Widths) > 0 {
		v.Height = (v.Height*p.File.Widths[0] + v.Width/2) / v.Width
		v.Width, v.Height = p.File.Widths[0], max(v.Height, 1)
	}
	if len(p.File.Widths) > 1 {
		var list []string
		for _, w := range p.File.Widths {
			list = append(list, fmt.Sprintf("%s %dw", f.filePath(p.File.Copy(w)), w))
		}
		v.Srcset = strings.Join(list, ", ")
	}
	above := 0
	for _, b := range before {
		above += len(b.HTML)
		v.Lazy = v.Lazy || b.Picture != nil || b.Figure != nil
	}
	v.Lazy = v.Lazy || above > early
	return v
}

// fileLink is a link to a document, with what a reader wants to know before it is
// loaded.
func (f *frame) fileLink(l model.FileLink) *inlineLink {
	return &inlineLink{
		HTML: template.HTML(l.Text), Href: f.filePath(l.File.Path), Kind: "file", // package markdown made it
		Note: f.book.T("file-note", "Type", l.File.Type, "Size", sizeOf(l.File.Size)),
	}
}

// filePath is the address of a file whose name may have any letters.
func (f *frame) filePath(path string) string {
	parts := strings.Split(path, "/")
	for n := range parts {
		parts[n] = url.PathEscape(parts[n])
	}
	return f.fileHref(strings.Join(parts, "/"))
}

// sizeOf is a number of bytes in words, with units of 1024 as file managers show them.
func sizeOf(bytes int) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d B", bytes)
	case bytes < 1000<<10:
		return fmt.Sprintf("%d KB", (bytes+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}
