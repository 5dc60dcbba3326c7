package model

import (
	"fmt"
	"strings"
)

// File is a picture or document of the editors.
type File struct {
	Path    string // from the site's root: "files/2024/photo.jpg"
	Source  string // on the disk, from the site's folder
	Type    string // as readers know it: "PDF"
	Size    int    // bytes
	Picture bool
	Width   int // of a picture as it is shown, in pixels
	Height  int
	Widths  []int // of the copies that are made of it, the widest first; empty: it is handed out as it is
}

// Copy is where the copy of a picture with a width lies. The widest has the picture's
// own name.
func (f *File) Copy(width int) string {
	if len(f.Widths) == 0 || width == f.Widths[0] {
		return f.Path
	}
	dot := strings.LastIndexByte(f.Path, '.')
	return fmt.Sprintf("%s.w%d%s", f.Path[:dot], width, f.Path[dot:])
}

// Shown are the files that readers of the site come to: the text shows them or links
// to them. They are in the order of their paths.
func (s *Site) Shown() []*File {
	used := map[*File]bool{}
	for _, f := range s.Decor {
		used[f] = true
	}
	look := func(b *Body) {
		if b == nil {
			return
		}
		for _, part := range b.Parts {
			switch part := part.(type) {
			case FileLink:
				used[part.File] = true
			case Picture:
				used[part.File] = true
			}
		}
	}
	for _, e := range s.Editions {
		for _, sec := range e.Sections {
			look(&sec.Body)
			look(sec.BodyEn)
		}
	}
	for _, p := range s.Pages {
		look(&p.Body)
		look(p.BodyEn)
	}
	var list []*File
	for _, f := range s.Files {
		if used[f] {
			list = append(list, f)
		}
	}
	return list
}
