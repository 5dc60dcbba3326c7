package attachment

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"image/png"
	"slices"

	"golang.org/x/image/webp"
)

// The widths of the copies of a picture, in pixels: for a page on a large screen or a
// sharp one, and for a telephone.
const (
	widest = 1600
	small  = 800
)

// heavy is the size above which a photograph that is small enough is written anew.
const heavy = 600 << 10

// look notes the size of a picture, and reports what is too large to be opened. The
// head of the file is believed here; opening it later reads no more pixels than it says.
func (l *looking) look(c image.Config, err error) bool {
	if err != nil {
		l.report(Damaged, l.info.Type)
		return false
	}
	if c.Width < 1 || c.Height < 1 || c.Width > MaxPixels/c.Height {
		l.report(TooManyPixels, c.Width, c.Height, MaxPixels/1_000_000)
		return false
	}
	l.info.Width, l.info.Height = c.Width, c.Height
	return true
}

// copies decides in which widths a picture is made.
func (l *looking) copies(always bool) {
	if w := l.info.Width; w > widest || always {
		l.info.Widths = []int{min(w, widest)}
	}
	if l.info.Width > small*5/4 {
		if len(l.info.Widths) == 0 {
			l.info.Widths = []int{l.info.Width}
		}
		l.info.Widths = append(l.info.Widths, small)
	}
}

func (l *looking) jpeg() {
	if !bytes.HasPrefix(l.data, []byte("\xff\xd8\xff")) {
		l.mismatch()
		return
	}
	parts, _, ok := segments(l.data)
	c, err := jpeg.DecodeConfig(bytes.NewReader(l.data))
	if !ok {
		err = image.ErrFormat
	}
	if !l.look(c, err) {
		return
	}
	l.info.turn = orientation(parts)
	if l.info.turn > 4 {
		l.info.Width, l.info.Height = l.info.Height, l.info.Width
	}
	l.copies(l.info.turn > 1 || len(l.data) > heavy)
}

func (l *looking) png() {
	if !bytes.HasPrefix(l.data, []byte("\x89PNG\r\n\x1a\n")) {
		l.mismatch()
		return
	}
	c, err := png.DecodeConfig(bytes.NewReader(l.data))
	if !l.look(c, err) {
		return
	}
	list, ok := chunks(l.data[8:], binary.BigEndian, true)
	switch {
	case !ok:
		l.report(Damaged, l.info.Type)
	case slices.ContainsFunc(list, func(c chunk) bool { return c.name == "acTL" }):
		l.report(Moving)
	default:
		l.copies(false)
	}
}

// webp is handed out as it is, without its metadata: Go writes none.
func (l *looking) webp() {
	if len(l.data) < 12 || string(l.data[:4]) != "RIFF" || string(l.data[8:12]) != "WEBP" {
		l.mismatch()
		return
	}
	c, err := webp.DecodeConfig(bytes.NewReader(l.data))
	list, ok := chunks(l.data[12:], binary.LittleEndian, false)
	switch {
	case slices.ContainsFunc(list, func(c chunk) bool { return c.name == "ANIM" || c.name == "ANMF" }):
		l.report(Moving)
	case !ok:
		l.report(Damaged, l.info.Type)
	case l.look(c, err) && c.Width > widest:
		l.report(TooWide, c.Width, widest)
	}
}

// segment is a part of a JPEG before its pixels.
type segment struct {
	marker byte
	data   []byte // without marker and length
}

// segments are the parts up to the head of the first scan, and where that ends; ok is
// false where one has no end.
func segments(data []byte) (list []segment, end int, ok bool) {
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xff {
			return list, 0, false
		}
		marker := data[at+1]
		if marker == 0xff { // filling
			at++
			continue
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			return list, 0, false
		}
		list = append(list, segment{marker, data[at+4 : at+2+size]})
		at += 2 + size
		if marker == 0xda {
			return list, at, true
		}
	}
	return list, 0, false
}

// orientation is how a camera was held, 1 to 8 as of EXIF; 1 where nothing says.
func orientation(list []segment) int {
	for _, s := range list {
		tiff, ok := bytes.CutPrefix(s.data, []byte("Exif\x00\x00"))
		if s.marker != 0xe1 || !ok || len(tiff) < 8 {
			continue
		}
		var order binary.ByteOrder = binary.BigEndian
		if string(tiff[:2]) == "II" {
			order = binary.LittleEndian
		}
		at := int(order.Uint32(tiff[4:]))
		if at < 8 || at+2 > len(tiff) {
			return 1
		}
		for n := range int(order.Uint16(tiff[at:])) {
			entry := at + 2 + 12*n
			if entry+12 > len(tiff) {
				return 1
			}
			if order.Uint16(tiff[entry:]) == 0x0112 {
				if turn := int(order.Uint16(tiff[entry+8:])); turn >= 1 && turn <= 8 {
					return turn
				}
				return 1
			}
		}
	}
	return 1
}

// chunk is a part of a PNG or WebP.
type chunk struct {
	name string
	raw  []byte // with its head and what follows it
}

// chunks are the parts of a PNG, each with a sum at its end, or of a WebP, each of an
// even length. What stands behind the last one of a PNG is left out.
func chunks(data []byte, order binary.ByteOrder, isPNG bool) (list []chunk, ok bool) {
	for at := 0; at+8 <= len(data); {
		head := data[at:]
		name, size := string(head[4:8]), order.Uint32(head)
		if !isPNG {
			name, size = string(head[:4]), order.Uint32(head[4:])
		}
		whole := 8 + int64(size)
		if isPNG {
			whole += 4
		} else {
			whole += int64(size & 1)
		}
		if whole > int64(len(head)) {
			return list, false
		}
		list = append(list, chunk{name, head[:whole]})
		if at += int(whole); isPNG && name == "IEND" {
			return list, true
		}
	}
	return list, !isPNG
}
