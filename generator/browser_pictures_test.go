package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"reportsite/generator/internal/golden"
)

// pictures are the kept pictures of what people see. They are small: gray, a
// quarter or a fifth of the size, in eight shades. That is enough to see that a text or a
// mark has moved, and too little to mind how a font is smoothed.
const pictures = "testdata/pictures"

// reduced is how many pixels of the screen, across and down, are one of a picture: a
// wide window has more of them to spare.
func reduced(width int) int { return 4 + width/1280 }

// most is how many bytes the pictures may have together: they are part of every clone.
const most = 280_000

// shades is how many grays a picture has.
const shades = 8

// appearance is a way in which a page is seen.
type appearance struct {
	name, theme string
	medium      string
	features    []*emulation.MediaFeature
}

var appearances = []appearance{
	{name: "dark", theme: "dark"},
	{name: "large-print", theme: "elder"},
	{name: "forced-colors", theme: "light", features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}},
	{name: "paper", theme: "light", medium: "print"},
}

// TestBrowserPictures compares the gallery of all charts and the kinds of pages with
// pictures that were looked at. UPDATE=1 takes them anew, but never in CI: look at
// them, and at the pages themselves, before they are kept.
func TestBrowserPictures(t *testing.T) {
	ctx := startBrowser(t)
	sameMachine(t, madeWith(t, ctx))
	v := openTab(t, ctx, true)
	taken := map[string]bool{"made-with.txt": true}
	compare := func(name string) {
		taken[name+".png"] = true
		samePicture(t, filepath.Join(pictures, name+".png"), v.picture(t))
	}
	address := serveGallery(t)
	for _, lang := range []string{"zh-CN", "en"} {
		v.visit(t, address+"/gallery-"+lang+".html")
		v.wear(t, appearance{theme: "light"})
		for _, width := range []int64{375, 1280} {
			v.resize(t, width)
			compare(fmt.Sprintf("gallery-%s-%d", lang, width))
		}
	}
	// The other looks show every fourth chart: one of each form.
	v.visit(t, address+"/gallery-zh-CN.html")
	ask[bool](t, v, `(document.querySelectorAll("figure.chart").forEach((f, n) => n % 4 || (f.dataset.keep = "1")), document.querySelectorAll("figure.chart:not([data-keep])").forEach((f) => f.remove()), true)`)
	v.resize(t, 375)
	for _, l := range appearances {
		v.wear(t, l)
		compare("charts-" + l.name)
	}
	v.wear(t, appearance{theme: "light"})
	server := httptest.NewServer(http.FileServer(http.Dir(buildSite(t, "../examples/national"))))
	defer server.Close()
	for kind, path := range map[string]string{
		"home": "/", "section": "/2025/goals/", "indicator": "/indicators/cpi/", "indicators": "/indicators/", "status": "/status/",
	} {
		v.visit(t, server.URL+path)
		for _, width := range []int64{375, 1280} {
			v.resize(t, width)
			compare(fmt.Sprintf("%s-%d", kind, width))
		}
	}
	kept, err := filepath.Glob(filepath.Join(pictures, "*"))
	sum := int64(0)
	for _, file := range kept {
		if !taken[filepath.Base(file)] {
			t.Errorf("%s is not expected", file)
		}
		if info, err := os.Stat(file); err == nil {
			sum += info.Size()
		}
	}
	if err != nil || len(kept) != len(taken) {
		t.Errorf("%d of %d pictures are kept: %v", len(kept), len(taken), err)
	}
	if t.Logf("the pictures have %d bytes", sum); sum > most {
		t.Errorf("the pictures have %d bytes, want at most %d", sum, most)
	}
}

// madeWith names what decides how a page looks beside the page: the browser and the
// fonts that it finds for text.
func madeWith(t *testing.T, ctx context.Context) string {
	t.Helper()
	version, err := chromedp.CallBrowser(ctx, browser.GetVersion, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	product := strings.TrimPrefix(version.Product, "Headless")
	product, _, _ = strings.Cut(product, ".") // its main version
	list := []string{product}
	for _, kind := range []string{"sans-serif", "sans-serif:lang=zh-cn", "serif", "serif:lang=zh-cn"} {
		out, err := exec.CommandContext(t.Context(), "fc-match", "-f", "%{family[0]} %{fontversion}", kind).Output()
		if err != nil {
			out = []byte("unknown")
		}
		list = append(list, kind+" is "+string(out))
	}
	return strings.Join(list, "\n") + "\n"
}

// sameMachine skips where another browser or other fonts would draw other pictures,
// and says so also where go test prints no reasons: a new version of Chromium is no
// fault of a change, and the pictures are to be taken anew with it.
func sameMachine(t *testing.T, with string) {
	t.Helper()
	file := filepath.Join(pictures, "made-with.txt")
	if golden.Updates() {
		if err := os.MkdirAll(pictures, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(with), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) == with {
		return
	}
	say := fmt.Sprintf("the pictures are not compared: they were taken with\n%sand this machine has\n%s"+
		"UPDATE=1 go test -run BrowserPictures ./generator takes them anew\n", kept, with)
	fmt.Fprint(os.Stderr, say)
	t.Skip(say)
}

// wear puts a look on the page.
func (v *tab) wear(t *testing.T, l appearance) {
	t.Helper()
	v.emulate(t, l.medium, l.features...)
	ask[bool](t, v, `(document.documentElement.dataset.theme = "`+l.theme+`", true)`)
}

// picture is the whole page in the window's width, reduced.
func (v *tab) picture(t *testing.T) *image.Paletted {
	t.Helper()
	// What is laid out only when a reader comes near it is laid out now.
	ask[bool](t, v, `(document.querySelectorAll("[data-list] tr").forEach((r) => (r.style.contentVisibility = "visible")), true)`)
	width, height := ask[int](t, v, "innerWidth"), ask[int](t, v, "document.documentElement.scrollHeight")
	whole := image.NewRGBA(image.Rect(0, 0, width, height))
	const tile = 4000 // a browser takes no picture of any height
	for y := 0; y < height; y += tile {
		clip := &page.Viewport{Y: float64(y), Width: float64(width), Height: float64(min(tile, height-y)), Scale: 1}
		beyond := true
		shot, err := chromedp.Call(v.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: clip, CaptureBeyondViewport: &beyond})
		if err != nil {
			t.Fatal(err)
		}
		part, err := png.Decode(bytes.NewReader(shot.Data))
		if err != nil {
			t.Fatal(err)
		}
		draw.Draw(whole, image.Rect(0, y, width, y+tile), part, image.Point{}, draw.Src)
	}
	return reduce(whole)
}

// reduce makes a picture of a screen.
func reduce(from *image.RGBA) *image.Paletted {
	grays := make(color.Palette, shades)
	for n := range grays {
		grays[n] = color.Gray{Y: uint8(n * 255 / (shades - 1))}
	}
	by := reduced(from.Rect.Dx())
	w, h := from.Rect.Dx()/by, from.Rect.Dy()/by
	out := image.NewPaletted(image.Rect(0, 0, w, h), grays)
	for y := range h {
		for x := range w {
			sum := 0
			for dy := range by {
				for dx := range by {
					p := from.PixOffset(x*by+dx, y*by+dy)
					sum += 299*int(from.Pix[p]) + 587*int(from.Pix[p+1]) + 114*int(from.Pix[p+2])
				}
			}
			gray := sum / (by * by * 1000)
			out.SetColorIndex(x, y, uint8((gray*(shades-1)+127)/255))
		}
	}
	return out
}

// samePicture compares a picture with the kept one. Fields of four by four pixels
// are compared by their mean: a text that has moved changes it, smoothing does not.
func samePicture(t *testing.T, file string, got *image.Paletted) {
	t.Helper()
	if golden.Updates() {
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	want, ok := decoded.(*image.Paletted)
	if err != nil || !ok {
		t.Fatalf("%s is no such picture: %v", file, err)
	}
	if d := unlikeness(want, got); len(d) > 0 {
		t.Errorf("%s looks different at %d places, first near %v of the page (look, then take it anew with UPDATE=1)", file, len(d), d[0].Mul(reduced(4*got.Rect.Dx())))
	}
}

// unlikeness are the fields in which two pictures differ to the eye; pictures of
// different sizes differ where one of them ends.
func unlikeness(a, b *image.Paletted) []image.Point {
	const field = 4
	most := shades * field * field / 8 // an eighth of the way from black to white
	var list []image.Point
	if a.Rect != b.Rect {
		list = append(list, image.Pt(min(a.Rect.Dx(), b.Rect.Dx()), min(a.Rect.Dy(), b.Rect.Dy())))
	}
	both := a.Rect.Intersect(b.Rect)
	for y := 0; y+field <= both.Dy(); y += field {
		for x := 0; x+field <= both.Dx(); x += field {
			apart := 0
			for dy := range field {
				for dx := range field {
					apart += int(a.ColorIndexAt(x+dx, y+dy)) - int(b.ColorIndexAt(x+dx, y+dy))
				}
			}
			if max(apart, -apart) > most {
				list = append(list, image.Pt(x, y))
			}
		}
	}
	return list
}

// The comparison sees a word that has moved, and does not see smoothing.
func TestDifferences(t *testing.T) {
	made := func(change func(*image.RGBA)) *image.Paletted {
		m := image.NewRGBA(image.Rect(0, 0, 400, 400))
		draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(m, image.Rect(100, 100, 160, 112), image.NewUniform(color.Gray{Y: 60}), image.Point{}, draw.Src)
		change(m)
		return reduce(m)
	}
	same := made(func(*image.RGBA) {})
	for name, c := range map[string]struct {
		change func(*image.RGBA)
		seen   bool
	}{
		"nothing": {func(*image.RGBA) {}, false},
		"smoothing": {func(m *image.RGBA) {
			draw.Draw(m, image.Rect(100, 99, 160, 100), image.NewUniform(color.Gray{Y: 200}), image.Point{}, draw.Src)
		}, false},
		"a word is gone": {func(m *image.RGBA) { draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src) }, true},
		"a word too much": {func(m *image.RGBA) {
			draw.Draw(m, image.Rect(200, 200, 260, 212), image.NewUniform(color.Gray{Y: 60}), image.Point{}, draw.Src)
		}, true},
		"a word is moved": {func(m *image.RGBA) {
			draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
			draw.Draw(m, image.Rect(100, 108, 160, 120), image.NewUniform(color.Gray{Y: 60}), image.Point{}, draw.Src)
		}, true},
	} {
		if got := len(unlikeness(same, made(c.change))) > 0; got != c.seen {
			t.Errorf("%s: seen is %v", name, got)
		}
	}
	if len(unlikeness(same, reduce(image.NewRGBA(image.Rect(0, 0, 400, 396))))) == 0 {
		t.Error("a shorter page is the same")
	}
}
