package attachment_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"reportsite/generator/internal/attachment"
	"reportsite/generator/internal/diag"
)

// photo is a picture with a red corner at its top left.
func photo(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(x * 128 / w), uint8(y * 255 / h), 120, 255}
			if x < w/4 && y < h/4 {
				c = color.NRGBA{255, 0, 0, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

const secret = "GPS 31.0N 112.2E owner 示例"

// jpegOf is a photograph of a camera: with orientation, place, a comment, a colour
// profile, and bytes behind its end.
func jpegOf(t *testing.T, w, h, turn int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, photo(w, h), nil); err != nil {
		t.Fatal(err)
	}
	exif := append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"), 0, byte(turn), 0, 0, 0, 0, 0, 0)
	var out bytes.Buffer
	out.Write(b.Bytes()[:2])
	for marker, data := range map[byte][]byte{0xe1: append(exif, secret...)} {
		segment(&out, marker, data)
	}
	segment(&out, 0xfe, []byte(secret))
	segment(&out, 0xe2, []byte("ICC_PROFILE\x00\x01\x01profile"))
	out.Write(b.Bytes()[2:])
	out.WriteString(secret)
	return out.Bytes()
}

func segment(w *bytes.Buffer, marker byte, data []byte) {
	w.Write([]byte{0xff, marker})
	w.Write(binary.BigEndian.AppendUint16(nil, uint16(len(data)+2)))
	w.Write(data)
}

func pngChunk(name string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pngOf is a picture with notes of a program, and bytes behind its end.
func pngOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, photo(w, h)); err != nil {
		t.Fatal(err)
	}
	at := 8 + 25 // behind IHDR
	return bytes.Join([][]byte{b.Bytes()[:at], pngChunk("tEXt", []byte("Author\x00"+secret)), b.Bytes()[at:], []byte(secret)}, nil)
}

func inspect(t *testing.T, name string, data []byte) attachment.Info {
	t.Helper()
	info, diags := attachment.Inspect("content/files/"+name, data)
	for _, d := range diags {
		t.Fatalf("%s: %s", d.Rule.Code, d.Message(diag.English))
	}
	return info
}

// TestPictures checks that readers get pictures upright, in the right sizes, with the
// same bytes each time, and without what a camera or program wrote into them.
func TestPictures(t *testing.T) {
	for _, test := range []struct {
		name          string
		data          []byte
		width, height int
		widths        []int
	}{
		{"small.jpg", jpegOf(t, 400, 300, 1), 400, 300, nil},
		{"turned.jpg", jpegOf(t, 400, 300, 6), 300, 400, []int{300}},
		{"large.JPG", jpegOf(t, 2400, 1800, 1), 2400, 1800, []int{1600, 800}},
		{"large-turned.jpeg", jpegOf(t, 2400, 1800, 8), 1800, 2400, []int{1600, 800}},
		{"medium.jpg", jpegOf(t, 1200, 300, 1), 1200, 300, []int{1200, 800}},
		{"small.png", pngOf(t, 200, 100), 200, 100, nil},
		{"large.png", pngOf(t, 2000, 100), 2000, 100, []int{1600, 800}},
		{"line.png", pngOf(t, 2000, 1), 2000, 1, []int{1600, 800}},
	} {
		info := inspect(t, test.name, test.data)
		if info.Width != test.width || info.Height != test.height || fmt.Sprint(info.Widths) != fmt.Sprint(test.widths) || !info.Picture {
			t.Errorf("%s: %+v", test.name, info)
		}
		widths := info.Widths
		if len(widths) == 0 {
			widths = []int{0}
		}
		for _, width := range widths {
			var out, again bytes.Buffer
			for _, w := range []*bytes.Buffer{&out, &again} {
				if err := info.Write(w, test.name, test.data, width); err != nil {
					t.Fatalf("%s: %v", test.name, err)
				}
			}
			if !bytes.Equal(out.Bytes(), again.Bytes()) {
				t.Errorf("%s: other bytes each time", test.name)
			}
			if bytes.Contains(out.Bytes(), []byte("GPS")) {
				t.Errorf("%s at %d: what the camera wrote is still there", test.name, width)
			}
			if strings.HasPrefix(info.Type, "JP") && !bytes.Contains(out.Bytes(), []byte("ICC_PROFILE")) {
				t.Errorf("%s at %d: the colour profile is gone", test.name, width)
			}
			img, _, err := image.Decode(&out)
			if err != nil {
				t.Fatalf("%s at %d: %v", test.name, width, err)
			}
			b := img.Bounds()
			if want := max(width, 0); width > 0 && b.Dx() != want || b.Dx()*info.Height-b.Dy()*info.Width > info.Height*2 && b.Dy() > 1 {
				t.Errorf("%s at %d is %v", test.name, width, b)
			}
		}
	}
}

// TestTurned checks where the red corner of a photograph comes to stand.
func TestTurned(t *testing.T) {
	for turn, corner := range []string{1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left", 5: "top left", 6: "top right", 7: "bottom right", 8: "bottom left"} {
		if turn == 0 {
			continue
		}
		data := jpegOf(t, 400, 300, turn)
		info := inspect(t, "a.jpg", data)
		width := 0
		if len(info.Widths) > 0 {
			width = info.Widths[0]
		}
		var out bytes.Buffer
		if err := info.Write(&out, "a.jpg", data, width); err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(&out)
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		for name, p := range map[string]image.Point{
			"top left": {10, 10}, "top right": {b.Dx() - 10, 10}, "bottom left": {10, b.Dy() - 10}, "bottom right": {b.Dx() - 10, b.Dy() - 10},
		} {
			r, g, _, _ := img.At(p.X, p.Y).RGBA()
			if red := r > 0xd000 && g < 0x3000; red != (name == corner) && (name == corner || red) {
				t.Errorf("orientation %d: red at %s is %t, want it at %s", turn, name, red, corner)
			}
		}
	}
}

// bomb is the head of a picture of w × h pixels, and next to nothing behind it.
func bomb(w, h uint32) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(head, 8, 6, 0, 0, 0)), pngChunk("IDAT", nil), pngChunk("IEND", nil)}, nil)
}

func zipOf(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func svg(inner string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">` + inner + `</svg>`)
}

// TestHostile checks that what is harmful, or is not what it says, is refused.
func TestHostile(t *testing.T) {
	deep := strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200)
	for _, test := range []struct {
		name string
		data []byte
		code string
	}{
		{"a.gif", []byte("GIF89a"), "S040"},
		{"a.heic", nil, "S040"},
		{"a.exe", []byte("MZ"), "S040"},
		{"a.html", []byte("<script>"), "S040"},
		{"a", nil, "S040"},
		{"a.svg", append(svg(""), bytes.Repeat([]byte(" "), 1<<20)...), "S041"},
		{"a.jpg", make([]byte, 20<<20+1), "S041"},
		{"a.jpg", []byte("MZ\x90\x00"), "S042"},
		{"a.jpg", bomb(1, 1), "S042"},
		{"a.png", []byte("<svg/>"), "S042"},
		{"a.webp", []byte("RIFF\x00\x00\x00\x00WAVE"), "S042"},
		{"a.pdf", []byte("<html>"), "S042"},
		{"a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "S042"},
		{"a.docx", zipOf(t, "xl/workbook.xml"), "S042"},
		{"a.doc", []byte("{\\rtf1"), "S042"},
		{"a.csv", []byte("MZ\x00\x00"), "S042"},
		{"a.svg", []byte("<html xmlns='http://www.w3.org/1999/xhtml'></html>"), "S042"},
		{"a.png", bomb(100_000, 100_000), "S043"},
		{"a.png", bomb(1<<31-1, 1<<31-1), "S044"},
		{"a.png", bomb(60_000, 2_000), "S043"},
		{"a.jpg", []byte("\xff\xd8\xff\xe0\xff\xff"), "S044"},
		{"a.jpg", []byte("\xff\xd8\xff"), "S044"},
		{"a.png", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "S044"},
		{"a.svg", []byte(""), "S044"},
		{"a.svg", []byte("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"), "S044"},
		{"a.svg", svg("&bomb;"), "S044"},
		{"a.svg", []byte(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&b;</svg>`), "S045"},
		{"a.svg", []byte(`<?xml-stylesheet href="https://example.com/a.css"?>` + string(svg(""))), "S045"},
		{"a.svg", svg("<script>alert(1)</script>"), "S045"},
		{"a.svg", svg("<SCRIPT>alert(1)</SCRIPT>"), "S045"},
		{"a.svg", svg("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>"), "S045"},
		{"a.svg", svg("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"), "S045"},
		{"a.svg", svg("<b:img xmlns:b='http://www.w3.org/1999/xhtml' src='x'/>"), "S045"},
		{"a.svg", svg("<rect onload='alert(1)'/>"), "S045"},
		{"a.svg", svg("<rect OnClick='alert(1)'/>"), "S045"},
		{"a.svg", svg("<a href='javascript:alert(1)'><rect/></a>"), "S045"},
		{"a.svg", svg("<a xlink:href=' java&#9;script:alert(1)'><rect/></a>"), "S045"},
		{"a.svg", svg("<a href='https://example.com/'><rect/></a>"), "S045"},
		{"a.svg", svg("<use href='https://example.com/a.svg#x'/>"), "S045"},
		{"a.svg", svg("<image href='http://example.com/a.png'/>"), "S045"},
		{"a.svg", svg("<image href='data:image/svg+xml;base64,AAAA'/>"), "S045"},
		{"a.svg", svg("<set attributeName='href' to='javascript:alert(1)'/>"), "S045"},
		{"a.svg", svg("<animate attributeName='x'/>"), "S045"},
		{"a.svg", svg("<rect style='background:url(https://example.com/)'/>"), "S045"},
		{"a.svg", svg("<rect fill='url( \"//example.com/#a\")'/>"), "S045"},
		{"a.svg", svg("<style>@import 'https://example.com/a.css';</style>"), "S045"},
		{"a.svg", svg("<style>@\\69mport 'x';</style>"), "S045"},
		{"a.svg", svg("<style>rect{fill:url(https://example.com/)}</style>"), "S045"},
		{"a.svg", svg(deep), "S045"},
		{"a.png", bytes.Join([][]byte{bomb(1, 1)[:33], pngChunk("acTL", make([]byte, 8)), bomb(1, 1)[33:]}, nil), "S046"},
		{"a.docx", zipOf(t, "word/document.xml", "word/vbaProject.bin"), "S047"},
		{"a.xlsx", zipOf(t, "xl/workbook.xml", "xl/VBAPROJECT.BIN"), "S047"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"></svg>`), "S048"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"></svg>`), "S048"},
	} {
		info, diags := attachment.Inspect("content/files/"+test.name, test.data)
		if len(diags) != 1 || diags[0].Rule.Code != test.code || info.Size != 0 {
			var got []string
			for _, d := range diags {
				got = append(got, d.Rule.Code)
			}
			t.Errorf("%s %.90q: %v, want %s", test.name, test.data, got, test.code)
		}
	}
}

// TestSound checks what must not be refused.
func TestSound(t *testing.T) {
	for _, test := range []struct {
		name, kind string
		data       []byte
	}{
		{"a.pdf", "PDF", []byte("%PDF-1.7\n")},
		{"a.docx", "DOCX", zipOf(t, "[Content_Types].xml", "word/document.xml")},
		{"a.XLSX", "XLSX", zipOf(t, "xl/workbook.xml")},
		{"a.ofd", "OFD", zipOf(t, "OFD.xml", "Doc_0/Document.xml")},
		{"a.doc", "DOC", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....")},
		{"a.et", "ET", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....")},
		{"a.csv", "CSV", []byte("时期,数值\n")},
		{"a.svg", "SVG", svg("<defs><style>rect{fill:url(#g)}</style><linearGradient id='g'/></defs><rect fill='url(#g)' style='filter:url(&quot;#f&quot;)'/><a href='#g'><text>示例</text></a><image href='data:image/png;base64,AAAA'/>")},
		{"a.svg", "SVG", []byte(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="2cm" xmlns:i="http://www.inkscape.org/namespaces/inkscape"><i:view zoom="1"/></svg>`)},
	} {
		if info := inspect(t, test.name, test.data); info.Type != test.kind || info.Size != len(test.data) {
			t.Errorf("%s: %+v", test.name, info)
		}
	}
}

func TestName(t *testing.T) {
	for name, want := range map[string]string{
		"附件1 主要指标（2025年）.pdf": "", "photo-1_2.jpg": "", "a+b.png": "",
		"a/b.png": "/", `a\b.png`: `\`, "a?.png": "?", "a#b.png": "#", "a%2e.png": "%", "a:b.png": ":", "a\x00.png": "\x00", "a\u202egnp.exe": "\u202e",
		"con.png": "CON", "COM1.pdf": "COM1", "a.png ": "a.png ", "a.": "a.", "a\xff.png": "�", `a".png`: `"`, "<a>.png": "<",
	} {
		if got := attachment.Name(name); got != want {
			t.Errorf("Name(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzInspect(f *testing.F) {
	f.Add("a.svg", svg("<rect/>"))
	f.Add("a.png", bomb(10, 10))
	f.Add("a.jpg", []byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\xff\xff"))
	f.Add("a.webp", []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		info, diags := attachment.Inspect(name, data)
		if len(diags) > 0 || info.Width*info.Height > 1_000_000 {
			return
		}
		var out bytes.Buffer
		_ = info.Write(&out, name, data, 0) // a picture that cannot be opened is an error, never a panic
	})
}
