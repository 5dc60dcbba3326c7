package svg_test

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/typeset"
)

// element is what a drawing shows, as whoever looks at it finds it.
type element struct {
	name, class, text string
	attrs             map[string]float64
	lines             [][4]float64
}

// read reads a drawing; the first element is the svg itself.
func read(t testing.TB, data []byte) []element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	var list []element
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attrs: map[string]float64{}}
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "class":
					e.class = a.Value
				case "d":
					e.lines = lines(t, a.Value)
				case "viewBox":
					f := strings.Fields(a.Value)
					e.attrs["width"], _ = strconv.ParseFloat(f[2], 64)
					e.attrs["height"], _ = strconv.ParseFloat(f[3], 64)
				case "x", "y", "width", "height", "cx", "cy", "r":
					v, err := strconv.ParseFloat(a.Value, 64)
					if err != nil {
						t.Fatalf("%s=%q", a.Name.Local, a.Value)
					}
					e.attrs[a.Name.Local] = v
				}
			}
			list = append(list, e)
		case xml.CharData:
			if n := len(list) - 1; n >= 0 {
				list[n].text += string(token)
			}
		}
	}
}

var moves = regexp.MustCompile(`([MLZ])(-?[\d.]+ -?[\d.]+)?`)

// lines are the straight lines of a path.
func lines(t testing.TB, d string) [][4]float64 {
	t.Helper()
	var list [][4]float64
	var x, y, x0, y0 float64
	for _, m := range moves.FindAllStringSubmatch(d, -1) {
		nx, ny := x0, y0
		if m[1] != "Z" {
			if _, err := fmt.Sscan(m[2], &nx, &ny); err != nil {
				t.Fatal(d, err)
			}
		}
		if m[1] == "M" {
			x0, y0 = nx, ny
		} else {
			list = append(list, [4]float64{x, y, nx, ny})
		}
		x, y = nx, ny
	}
	return list
}

func (e element) has(class string) bool { return slices.Contains(strings.Fields(e.class), class) }

// bold reports whether the text is set in a bold face.
func (e element) bold() bool {
	return slices.ContainsFunc(strings.Fields(e.class), func(c string) bool { return c == "h" || len(c) > 1 && strings.HasSuffix(c, "t") })
}

// box is what the element takes up: x0, y0, x1, y1.
func (e element) box() [4]float64 {
	a := e.attrs
	switch e.name {
	case "text":
		w := float64(typeset.Width(e.text)) * 13 / typeset.Em
		if e.bold() {
			w = float64(typeset.Bold(e.text)) * 13 / typeset.Em
		}
		x := a["x"]
		if e.has("c") {
			x -= w / 2
		} else if e.has("e") {
			x -= w
		}
		return [4]float64{x, a["y"] - 10.5, x + w, a["y"] + 2.5}
	case "circle":
		return [4]float64{a["cx"] - a["r"], a["cy"] - a["r"], a["cx"] + a["r"], a["cy"] + a["r"]}
	}
	return [4]float64{a["x"], a["y"], a["x"] + a["width"], a["y"] + a["height"]}
}

func meet(a, b [4]float64) bool { return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3] }

// through reports whether a line runs through a box, by steps of half a unit.
func through(l, b [4]float64) bool {
	n := int(2*max(abs(l[2]-l[0]), abs(l[3]-l[1]))) + 1
	for k := range n + 1 {
		f := float64(k) / float64(n)
		x, y := l[0]+f*(l[2]-l[0]), l[1]+f*(l[3]-l[1])
		if x > b[0] && x < b[2] && y > b[1] && y < b[3] {
			return true
		}
	}
	return false
}

func abs(v float64) float64 { return max(v, -v) }

// ground are the classes on which text may stand.
var ground = []string{"k", "b", "z"}

// faults are what is wrong with the places of a drawing's texts.
func faults(list []element) []string {
	var out []string
	frame := list[0].attrs
	tile := false
	for n, e := range list {
		tile = tile || e.has("s")
		if e.name != "text" || tile {
			continue
		}
		b := e.box()
		if b[0] < -0.5 || b[1] < -0.5 || b[2] > frame["width"]+0.5 || b[3] > frame["height"]+0.5 {
			out = append(out, fmt.Sprintf("%q stands out: %.0f of %v", e.text, b, frame))
		}
		for k, o := range list {
			switch {
			case k == n || o.name == "svg" || slices.ContainsFunc(ground, o.has):
			case o.name == "text":
				if k > n && meet(b, o.box()) {
					out = append(out, fmt.Sprintf("%q lies on %q", e.text, o.text))
				}
			case o.name == "path":
				if slices.ContainsFunc(o.lines, func(l [4]float64) bool { return through(l, b) }) {
					out = append(out, fmt.Sprintf("a line of class %q runs through %q", o.class, e.text))
				}
			case o.name == "rect" || o.name == "circle":
				if meet(b, o.box()) {
					out = append(out, fmt.Sprintf("%q lies on a mark of class %q", e.text, o.class))
				}
			}
		}
	}
	return out
}

// TestNothingOverlaps: in no form, size and language lies a text on another one,
// on a line or on a mark, or over the edge.
func TestNothingOverlaps(t *testing.T) {
	for _, s := range gallery() {
		for _, l := range languages {
			c := s.make(l)
			for _, size := range svg.Sizes {
				data := svg.Draw(c, size.Size)
				if data == nil {
					t.Errorf("%s: nothing is drawn", s.name)
					continue
				}
				for _, f := range faults(read(t, data)) {
					t.Errorf("%s, %s, %s: %s", s.name, l, size.Class, f)
				}
			}
		}
	}
}

// The test of overlaps sees each kind of fault.
func TestOverlapsAreSeen(t *testing.T) {
	const head, tail = `<svg viewBox="0 0 100 100">`, `</svg>`
	for body, want := range map[string]string{
		`<text x="95" y="50">全年</text>`:                                                     "stands out",
		`<text x="5" y="50">全年</text><text x="20" y="52">目标</text>`:                         "lies on",
		`<text x="5" y="50">全年</text><path class="l" d="M0 0L40 90"/>`:                      "runs through",
		`<text x="5" y="50">全年</text><rect class="r" x="10" y="40" width="5" height="60"/>`: "on a mark",
		`<text x="5" y="50">全年</text><circle class="r" cx="12" cy="45" r="3"/>`:             "on a mark",
	} {
		if got := faults(read(t, []byte(head+body+tail))); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: %v, want %s", body, got, want)
		}
	}
}

// TestStyleSheetHasAllClasses: the theme gives each class of a drawing the look
// that a drawing by itself has, with custom properties for the colors.
func TestStyleSheetHasAllClasses(t *testing.T) {
	data, err := os.ReadFile("../../../templates/css/44-plot.css")
	if err != nil {
		t.Fatal(err)
	}
	plain := func(s string) string {
		return strings.ReplaceAll(strings.NewReplacer("\n", "", " ", "").Replace(s), ";}", "}")
	}
	sheet := plain(string(data))
	own := svg.Style(".plot ", func(r chart.Role) string { return "var(--chart-" + string(r) + ")" })
	classes := map[string]bool{}
	for rule := range strings.Lines(own) {
		if !strings.Contains(sheet, plain(rule)) {
			t.Errorf("templates/css/44-plot.css lacks\n%s", rule)
		}
		for _, m := range regexp.MustCompile(`\.([a-z0-9]+)`).FindAllStringSubmatch(strings.SplitN(rule, "{", 2)[0], -1) {
			classes[m[1]] = true
		}
	}
	for _, s := range gallery() {
		for _, l := range languages {
			for _, e := range read(t, svg.Draw(s.make(l), svg.Wide)) {
				for class := range strings.FieldsSeq(e.class) {
					if !classes[class] && !strings.HasPrefix(class, "status-") {
						t.Errorf("%s uses the class %s, which has no look", s.name, class)
					}
				}
			}
		}
	}
}

// TestSameBytes: a chart is drawn the same each time, and has no color of its own
// on a page.
func TestSameBytes(t *testing.T) {
	hex := regexp.MustCompile(`#[0-9a-f]{6}|style=|fill=`)
	for n, s := range gallery() {
		a, b := svg.Draw(s.make(languages[0]), svg.Wide), svg.Draw(gallery()[n].make(languages[0]), svg.Wide)
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from time to time", s.name)
		}
		if found := hex.Find(a); found != nil {
			t.Errorf("%s has a look of its own: %s", s.name, found)
		}
	}
}

// TestAlone: a drawing that leaves the page says what it is, and of whom.
func TestAlone(t *testing.T) {
	credit := svg.Credit{Site: "示例市年度工作目标", Source: "统计公报", Date: "2025年2月20日"}
	for _, s := range gallery() {
		c := s.make(languages[0])
		if c.Form == chart.Overview {
			continue // it lives on its page only
		}
		data := svg.Alone(c, credit)
		list := read(t, data)
		text := ""
		for _, e := range list {
			text += e.text
		}
		for _, want := range append(strings.Fields("示例市年度工作目标 统计公报 2025年2月20日"), c.Title) {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", s.name, want)
			}
		}
		if bytes.Contains(data, []byte("var(")) && c.Form != chart.Overview && regexp.MustCompile(`var\(--chart`).Match(data) {
			t.Errorf("%s needs a style sheet", s.name)
		}
	}
}

// weights are the bytes of the wide drawing of each form, and gzipped.
func TestWeights(t *testing.T) {
	var plain, packed []int
	for _, s := range gallery() {
		data := svg.Draw(s.make(languages[0]), svg.Wide)
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = w.Write(data)
		_ = w.Close()
		plain, packed = append(plain, len(data)), append(packed, b.Len())
		t.Logf("%5d %5d %s", len(data), b.Len(), s.name)
	}
	slices.Sort(plain)
	slices.Sort(packed)
	if p, z := plain[len(plain)/2], packed[len(packed)/2]; p > 6000 || z > 1500 {
		t.Errorf("the median is %d bytes, %d gzipped", p, z)
	} else {
		t.Logf("the median is %d bytes, %d gzipped", p, z)
	}
}

// BenchmarkDraw draws a chart of each form, from the value to the bytes.
func BenchmarkDraw(b *testing.B) {
	seen := map[chart.Form]bool{}
	for _, s := range gallery() {
		c := s.make(languages[0])
		if seen[c.Form] {
			continue
		}
		seen[c.Form] = true
		b.Run(string(c.Form), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				svg.Draw(c, svg.Wide)
			}
		})
	}
}
