// Package attachment looks at the pictures and documents that editors put beside the
// text: whether they may be published, and what readers get of them.
//
// A photograph is turned upright, made as small as a page needs, and loses what its
// camera wrote into it: place, time and owner (EXIF, XMP). A drawing (SVG) with
// anything that a browser could run or fetch is refused, and so is what is not what its
// name says. The same input gives the same bytes.
//
// Scaling is golang.org/x/image/draw, which the Go team keeps.
package attachment

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/diag"
)

// The limits of what is read. A picture of MaxPixels takes about 200 MB while it is
// scaled; a telephone's has 50 million.
const (
	MaxPicture  = 20 << 20 // bytes of a picture
	MaxDrawing  = 1 << 20  // bytes of an SVG
	MaxDocument = 64 << 20 // bytes of any other file
	MaxPixels   = 64_000_000
)

// Info is what is known of a file.
type Info struct {
	Type    string // as readers know it: "PDF", "DOCX"
	Size    int    // bytes
	Picture bool
	Width   int // of a picture as it is shown, in pixels
	Height  int
	Widths  []int // of the copies to make, the widest first; empty: the file is handed out as it is, without metadata

	turn int // of a JPEG, as of EXIF
}

// kinds are the files that can be published, by their endings.
var kinds = map[string]func(*looking){
	".jpg": (*looking).jpeg, ".jpeg": (*looking).jpeg, ".png": (*looking).png, ".webp": (*looking).webp, ".svg": (*looking).svg,
	".pdf": (*looking).pdf, ".ofd": (*looking).zip, ".zip": (*looking).zip,
	".docx": (*looking).zip, ".xlsx": (*looking).zip, ".pptx": (*looking).zip,
	".doc": (*looking).ole, ".xls": (*looking).ole, ".ppt": (*looking).ole,
	".wps": (*looking).ole, ".et": (*looking).ole, ".dps": (*looking).ole,
	".csv": (*looking).plain, ".txt": (*looking).plain,
}

// Most is how many bytes a file of this name may have; 0: no such file is published.
func Most(name string) int {
	switch ext := strings.ToLower(path.Ext(name)); {
	case kinds[ext] == nil:
		return 0
	case ext == ".svg":
		return MaxDrawing
	case isPicture(ext):
		return MaxPicture
	}
	return MaxDocument
}

func isPicture(ext string) bool {
	return ext == ".jpg" || ext == ".jpeg" || ext == ".png" || ext == ".webp" || ext == ".svg"
}

// looking is the state of looking at one file.
type looking struct {
	file  string
	data  []byte
	info  Info
	diags []diag.Diagnostic
}

func (l *looking) report(rule *diag.Rule, args ...any) {
	l.diags = append(l.diags, rule.At(diag.Pos{File: l.file}, args...))
}

// Inspect looks at a file. Without diagnostics it can be published.
func Inspect(file string, data []byte) (Info, []diag.Diagnostic) {
	ext := strings.ToLower(path.Ext(file))
	l := &looking{file: file, data: data, info: Info{Size: len(data), Picture: isPicture(ext)}}
	look := kinds[ext]
	switch {
	case look == nil:
		l.report(UnknownType, ext)
		return Info{}, l.diags
	case len(data) > Most(file):
		l.report(TooLarge, len(data)>>20, Most(file)>>20)
		return Info{}, l.diags
	}
	l.info.Type = strings.ToUpper(ext[1:])
	if l.info.Type == "JPEG" {
		l.info.Type = "JPG"
	}
	look(l)
	if len(l.diags) > 0 {
		return Info{}, l.diags
	}
	return l.info, nil
}

// Name reports what a file's name cannot have: it becomes an address, and a file on
// the disks of other systems. found is "" where the name is good.
func Name(name string) (found string) {
	if !utf8.ValidString(name) {
		return "�"
	}
	for _, r := range name {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune("-_.()（）【】《》〔〕、，·—+ ", r):
		default:
			return string(r)
		}
	}
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base = strings.TrimSpace(base); {
	case base == "CON", base == "PRN", base == "AUX", base == "NUL",
		len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '0' && base[3] <= '9':
		return base
	case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "), strings.HasPrefix(name, " "):
		return name
	}
	return ""
}

// mismatch reports a file that is not what its name says.
func (l *looking) mismatch() { l.report(NotWhatItSays, l.info.Type) }
