package share

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/need"
	"reportsite/generator/internal/wording"
)

const templates = "../../../templates"

// fonts are those of the theme's npm packages.
func fonts(t testing.TB) *Fonts {
	t.Helper()
	if err := library.Ensure(t.Context(), templates, nil); err != nil {
		need.Skip(t, "no font: %v", err)
	}
	f, err := Open(os.DirFS(library.Fonts.Path(templates)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func valid(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }

// course is a chart of figures over time.
func course(l model.Lang, unit model.Unit, target string, values ...string) *chart.Chart {
	var all []decimal.Decimal
	for _, v := range values {
		all = append(all, valid(v).Decimal)
	}
	c := chart.Course{Scale: wording.ScaleOf(all, unit, l)}
	s := chart.Series{Role: chart.RoleResult}
	for n, v := range values {
		name := fmt.Sprint(2019 + n)
		c.Places = append(c.Places, chart.Place{Name: name, Year: 2019 + n})
		s.Points = append(s.Points, chart.Point{Value: valid(v), Label: v, When: name})
	}
	c.Series = []chart.Series{s}
	if target != "" {
		last := len(values) - 1
		c.Goals = []chart.Goal{{Role: chart.RoleTarget, From: last, To: last, At: []decimal.Decimal{valid(target).Decimal}, Text: "≥ " + target}}
	}
	return &chart.Chart{Form: chart.Years, Lang: l, Title: "x", Courses: []chart.Course{c}}
}

// specimens are pictures of every kind.
func specimens() map[string]*Card {
	zh := Card{
		Lang: model.Chinese, Site: "示例区年度工作目标", Title: "规模以上工业增加值增速", When: "2024年上半年", Figure: "5.8%", Aim: "2024年目标", Target: "12%以上",
		Verdict: &Verdict{Status: "behind", Word: "欠进度"}, Foot: "来源：统计公报，数据截至2024年7月20日",
		Chart: course(model.Chinese, "%", "12", "7.1", "2.3", "14.8", "9", "10.4", "5.8"),
	}
	with := func(change func(*Card)) *Card {
		c := zh
		change(&c)
		return &c
	}
	return map[string]*Card{
		"course":   &zh,
		"negative": with(func(c *Card) { c.Figure, c.Chart = "−3.2%", course(c.Lang, "%", "-5", "-8", "4", "-3.2") }),
		"long title": with(func(c *Card) {
			c.Title = strings.Repeat("战略性新兴产业增加值占规模以上工业增加值比重提高幅度", 3)[:60*3]
			c.Target = strings.Repeat("力争在全省同类开发区中的位次较上年前移两位以上，", 3)
		}),
		"english": with(func(c *Card) {
			c.Lang, c.Site, c.Title = model.English, "Annual goals of the example district", "Growth of value added of industrial enterprises above designated size"
			c.When, c.Figure, c.Aim, c.Target = "first half of 2024", "5.8%", "Target for 2024", "more than 12%, and about one percentage point above the city's average"
			c.Verdict, c.Foot = &Verdict{Status: "ahead", Word: "Ahead of pace"}, "Source: Statistical bulletin, as of 20 July 2024"
		}),
		"no chart": with(func(c *Card) { c.Chart, c.Figure, c.When = nil, "", "" }),
		"words": with(func(c *Card) {
			c.Chart, c.Figure, c.When = &chart.Chart{Form: chart.State, Plain: &chart.PlainState{Text: "进入全省第一方阵"}}, "", ""
			c.Target = "营商环境进入全省第一方阵，企业满意度进一步提高，“一网通办”事项应上尽上"
		}),
		"no target":    with(func(c *Card) { c.Aim, c.Target, c.Verdict = "", "", nil }),
		"only a title": {Lang: model.Chinese, Title: "示例"},
		"bar": with(func(c *Card) {
			c.Figure, c.When = "", ""
			c.Chart = &chart.Chart{Form: chart.Target, Lang: c.Lang, Bars: []chart.Bars{{Scale: wording.ScaleOf(nil, "%", c.Lang), Rows: []chart.Bar{{
				None: "待全年结果", Goals: []chart.Goal{{Role: chart.RoleTarget, At: []decimal.Decimal{valid("12").Decimal}, Low: valid("12"), Text: "2024年目标 12%以上"}},
			}}}}}
		}),
		"counts": with(func(c *Card) {
			c.Figure, c.When, c.Verdict, c.Aim, c.Target, c.Chart = "45项目标", "2024年工作报告", nil, "", "", nil
			for s := range statusHex {
				c.Counts = append(c.Counts, Verdict{Status: s, Word: "达到进度", N: 5})
			}
			// A map has no order, a picture has.
			for n := range c.Counts {
				c.Counts[n].Status = "on-pace"
			}
		}),
	}
}

func drawn(t testing.TB, f *Fonts, c *Card) []byte {
	t.Helper()
	data, err := f.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPictures holds of every picture that it is a small PNG of the size that
// pages name, that nothing runs over its edge, and that it is the same each time
// and for several at once.
func TestPictures(t *testing.T) {
	f := fonts(t)
	for name, c := range specimens() {
		t.Run(name, func(t *testing.T) {
			data := drawn(t, f, c)
			img, err := png.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("GALLERY"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, name+".png"), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if size := img.Bounds().Size(); size != image.Pt(Width, Height) {
				t.Errorf("size %v", size)
			}
			if _, ok := img.(*image.Paletted); !ok || len(data) > 40_000 {
				t.Errorf("%T of %d bytes", img, len(data))
			}
			ground := img.At(1, Height-1)
			for y := 12; y < Height; y++ {
				for _, x := range [...]int{0, 20, Width - 21, Width - 1} {
					if img.At(x, y) != ground {
						t.Fatalf("something is drawn at the edge, at %d, %d", x, y)
					}
				}
			}
			for x := range Width { // words and chart end above the foot
				if img.At(x, bodyEnd+4) != ground {
					t.Fatalf("something is drawn into the foot, at %d", x)
				}
				if img.At(x, Height-4) != ground {
					t.Fatalf("something is drawn at the foot, at %d", x)
				}
			}
			var group sync.WaitGroup
			fresh := fonts(t)
			for range 3 {
				group.Go(func() {
					if again, err := fresh.Draw(c); err != nil || !bytes.Equal(again, data) {
						t.Errorf("another time the picture differs (%v)", err)
					}
				})
			}
			group.Wait()
		})
	}
}

// TestMissingCharacters holds that no empty boxes are drawn: words that the font
// has not make no picture; a chart with such words is left out.
func TestMissingCharacters(t *testing.T) {
	f := fonts(t)
	base := specimens()["course"]
	for _, text := range []string{"شىنجاڭ", "བོད་ལྗོངས", "ᠮᠣᠩᠭᠣᠯ", "ꀋꏂ", "\U000f0000"} {
		for _, change := range []func(*Card){
			func(c *Card) { c.Title += text },
			func(c *Card) { c.Site = text },
			func(c *Card) { c.Target = text },
			func(c *Card) { c.Foot = text },
			func(c *Card) { c.Verdict = &Verdict{Word: text} },
			func(c *Card) { c.Counts = []Verdict{{Word: text, N: 1}} },
		} {
			c := *base
			change(&c)
			if ok, err := f.Writes(&c); ok || err != nil {
				t.Errorf("Writes of %q: %t, %v", text, ok, err)
			}
			if data := drawn(t, f, &c); data != nil {
				t.Errorf("%q has a picture", text)
			}
		}
		c := *base
		c.Chart = course(model.Chinese, "%", "", "1", "2")
		c.Chart.Courses[0].Series[0].Points[1].Label = text
		without := c
		without.Chart = nil
		if !bytes.Equal(drawn(t, f, &c), drawn(t, f, &without)) {
			t.Errorf("a chart with %q is drawn", text)
		}
	}
}

// TestRareCharacters holds that characters of every part of the font are read.
func TestRareCharacters(t *testing.T) {
	f := fonts(t)
	for _, text := range []string{"掇刀区荆门", "囧犇骉", "㎡℃‰①—…“”《》", "²³µ×÷≥≤≈−·", "Müllernaïve", "Привет"} {
		for _, r := range text {
			for _, w := range []weight{regular, bold} {
				g, err := f.glyph(r, w)
				if g == nil || err != nil || len(g.segments) == 0 || g.advance <= 0 {
					t.Errorf("%q in weight %d: %v, %v", r, w, g, err)
				}
			}
		}
	}
}

// TestBoldIsBold holds that the font's axis of weight is followed.
func TestBoldIsBold(t *testing.T) {
	f := fonts(t)
	ink := func(w weight) (n int) {
		s := newSheet(100, 100, hex("#ffffff"))
		l, err := f.line("区", 80, w)
		if err != nil {
			t.Fatal(err)
		}
		s.draw(l, 10, 80, 80, hex("#000000"))
		for _, p := range s.pix.Pix {
			if p != 0 {
				n++
			}
		}
		return n
	}
	if a, b := ink(regular), ink(bold); b < a*6/5 {
		t.Errorf("regular covers %d pixels, bold %d", a, b)
	}
}

// TestStatusColors compares the colors with those of the style sheet.
func TestStatusColors(t *testing.T) {
	theme, err := os.ReadFile(filepath.Join(templates, "css/00-theme.css"))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := os.ReadFile(filepath.Join(templates, "css/32-status.css"))
	if err != nil {
		t.Fatal(err)
	}
	colors := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(string(theme), -1) {
		if colors[m[1]] == "" { // the light theme comes first
			colors[m[1]] = m[2]
		}
	}
	if colors["accent"] != accent {
		t.Errorf("the accent is %s, in the style sheet %s", accent, colors["accent"])
	}
	seen := 0
	for _, m := range regexp.MustCompile(`([^{}]+)\{\s*--status: var\(--([a-z-]+)\)`).FindAllStringSubmatch(string(rules), -1) {
		for _, s := range regexp.MustCompile(`\.status-([a-z-]+)`).FindAllStringSubmatch(m[1], -1) {
			seen++
			want := colors[m[2]]
			got := statusHex[s[1]]
			if got == "" {
				got = noData
			}
			if got != want && verdicts[s[1]] {
				t.Errorf("%s is %s, in the style sheet %s", s[1], got, want)
			}
		}
	}
	if seen < 8 {
		t.Errorf("the style sheet has %d states", seen)
	}
}

// verdicts are the states of targets; commitments have others.
var verdicts = map[string]bool{
	"exceeded": true, "achieved": true, "ahead": true, "on-pace": true, "behind": true, "missed": true, "not-judged": true,
	"awaited": true, "not-found": true, "not-due": true,
}

// TestBadFonts holds that a package that is none is an error that says why.
func TestBadFonts(t *testing.T) {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	for name, dir := range map[string]fstest.MapFS{
		"empty":       {},
		"no manifest": {"unicode.json": text("{}")},
		"no files":    {"unicode.json": text("{}"), "package.json": text("{}")},
		"no JSON":     {"unicode.json": text("{"), "package.json": text("{}")},
		"no range":    {"unicode.json": text(`{"latin": "U+zz"}`), "package.json": text("{}"), "files/a-latin-wght-normal.woff2": text("")},
	} {
		if f, err := Open(dir); err == nil || f != nil {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
	for _, data := range []string{"", "wOF2", "wOF2" + strings.Repeat("\x00\x01", 100)} {
		f, err := Open(fstest.MapFS{"unicode.json": text(`{"latin": "U+0-7f"}`), "package.json": text("{}"), "files/a-latin-wght-normal.woff2": text(data)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Draw(&Card{Title: "a"}); err == nil {
			t.Errorf("a file of %d bytes is a font", len(data))
		}
	}
}

func TestDashed(t *testing.T) {
	got := dashed([]pt{{0, 0}, {10, 0}, {10, 10}}, []float64{6, 2})
	var long float64
	for _, d := range got {
		for n := 1; n < len(d); n++ {
			long += max(d[n].x-d[n-1].x, d[n-1].x-d[n].x) + max(d[n].y-d[n-1].y, d[n-1].y-d[n].y)
		}
	}
	if len(got) != 3 || long != 16 {
		t.Errorf("dashes %v, of length %v", got, long)
	}
}

func BenchmarkPicture(b *testing.B) {
	f := fonts(b)
	c := specimens()["course"]
	drawn(b, f, c)
	b.ReportAllocs()
	for b.Loop() {
		drawn(b, f, c)
	}
}

// BenchmarkFirst is the first picture of a build, for which the fonts are read.
func BenchmarkFirst(b *testing.B) {
	c := specimens()["course"]
	for b.Loop() {
		drawn(b, fonts(b), c)
	}
}
