package attachment

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path"
	"strings"

	"golang.org/x/image/draw"
)

// quality of a photograph that is written anew, 1 to 100.
const quality = 82

// Write writes what readers get of a file, in a width of its Widths, or 0 where there
// are none. The file must be the one that was looked at. An error says that a picture
// cannot be opened.
func (i Info) Write(w *bytes.Buffer, file string, data []byte, width int) error {
	ext := strings.ToLower(path.Ext(file))
	switch {
	case width == 0 && (ext == ".jpg" || ext == ".jpeg"):
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return fmt.Errorf("open the picture: %w", err)
		}
		return bareJPEG(w, data)
	case width == 0 && ext == ".png":
		if _, err := png.Decode(bytes.NewReader(data)); err != nil {
			return fmt.Errorf("open the picture: %w", err)
		}
		barePNG(w, data)
	case width == 0 && ext == ".webp":
		bareWebP(w, data)
	case width == 0:
		w.Write(data)
	case ext == ".png":
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("open the picture: %w", err)
		}
		return png.Encode(w, scaled(img, width, i))
	default:
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("open the picture: %w", err)
		}
		var out bytes.Buffer
		if err := jpeg.Encode(&out, turned(scaled(img, width, i), i.turn), &jpeg.Options{Quality: quality}); err != nil {
			return err
		}
		return withProfile(w, out.Bytes(), data)
	}
	return nil
}

// scaled makes a picture as wide as it is to be shown; one that is to be turned gets
// that height.
func scaled(img image.Image, width int, i Info) image.Image {
	b := img.Bounds()
	w, h := width, max(1, (i.Height*width+i.Width/2)/i.Width)
	if i.turn > 4 {
		w, h = h, w
	}
	if b.Dx() == w && b.Dy() == h {
		return img
	}
	dst := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(dst, dst.Rect, img, b, draw.Src, nil)
	return dst
}

// turned sets a picture upright, by the orientation of EXIF.
func turned(img image.Image, turn int) image.Image {
	if turn <= 1 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if turn > 4 {
		w, h = h, w
	}
	dst := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range b.Dy() {
		for x := range b.Dx() {
			tx, ty := x, y
			switch turn {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = w-1-y, x
			case 7:
				tx, ty = w-1-y, h-1-x
			case 8:
				tx, ty = y, h-1-x
			}
			dst.SetNRGBA(tx, ty, color.NRGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA))
		}
	}
	return dst
}

// isProfile reports a segment with a part of a colour profile.
func isProfile(s segment) bool {
	return s.marker == 0xe2 && bytes.HasPrefix(s.data, []byte("ICC_PROFILE\x00"))
}

// keeps reports the segments that the pixels need: no notes of cameras and programs.
func keeps(s segment) bool {
	app := s.marker >= 0xe0 && s.marker <= 0xef || s.marker == 0xfe
	jfif := s.marker == 0xe0 && bytes.HasPrefix(s.data, []byte("JFIF\x00"))
	adobe := s.marker == 0xee && bytes.HasPrefix(s.data, []byte("Adobe")) // says how colours are stored
	return !app || jfif || adobe || isProfile(s)
}

func writeSegment(w *bytes.Buffer, s segment) {
	w.Write([]byte{0xff, s.marker})
	w.Write(binary.BigEndian.AppendUint16(nil, uint16(len(s.data)+2)))
	w.Write(s.data)
}

// bareJPEG writes a photograph without its metadata, and without what stands behind
// its end; its pixels stay as they are.
func bareJPEG(w *bytes.Buffer, data []byte) error {
	list, at, ok := segments(data)
	if !ok {
		return image.ErrFormat
	}
	w.WriteString("\xff\xd8")
	for _, s := range list {
		if keeps(s) {
			writeSegment(w, s)
		}
	}
	for at < len(data) {
		n := endOfScan(data[at:])
		w.Write(data[at : at+n])
		if at += n; at+4 > len(data) || data[at+1] == 0xd9 {
			break
		}
		size := int(binary.BigEndian.Uint16(data[at+2:])) // of a segment between two scans
		if size < 2 || at+2+size > len(data) {
			break
		}
		if s := (segment{data[at+1], data[at+4 : at+2+size]}); keeps(s) {
			writeSegment(w, s)
		}
		at += 2 + size
	}
	w.WriteString("\xff\xd9")
	return nil
}

// endOfScan is the length of the pixels up to the next mark that is none of theirs.
func endOfScan(data []byte) int {
	for at := 0; at+1 < len(data); at++ {
		if next := data[at+1]; data[at] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return at
		}
	}
	return len(data)
}

// withProfile writes a photograph with the colour profile of another one.
func withProfile(w *bytes.Buffer, data, other []byte) error {
	list, _, ok := segments(other)
	if !ok {
		return image.ErrFormat
	}
	w.Write(data[:2])
	for _, s := range list {
		if isProfile(s) {
			writeSegment(w, s)
		}
	}
	w.Write(data[2:])
	return nil
}

// barePNG writes a picture with the chunks that its pixels need.
func barePNG(w *bytes.Buffer, data []byte) {
	list, _ := chunks(data[8:], binary.BigEndian, true)
	w.Write(data[:8])
	for _, c := range list {
		switch c.name {
		case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP", "pHYs":
			w.Write(c.raw)
		}
	}
}

// bareWebP writes a picture without EXIF and XMP; the bits of its head that promise
// them are cleared.
func bareWebP(w *bytes.Buffer, data []byte) {
	list, _ := chunks(data[12:], binary.LittleEndian, false)
	var body bytes.Buffer
	for _, c := range list {
		switch c.name {
		case "VP8X":
			raw := bytes.Clone(c.raw)
			raw[8] &^= 0x08 | 0x04
			body.Write(raw)
		case "VP8 ", "VP8L", "ALPH", "ICCP":
			body.Write(c.raw)
		}
	}
	w.WriteString("RIFF")
	w.Write(binary.LittleEndian.AppendUint32(nil, uint32(body.Len()+4)))
	w.WriteString("WEBP")
	w.Write(body.Bytes())
}
