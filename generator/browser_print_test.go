package main

import (
	"context"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"
)

// printed is what the page says of itself, to be found again on paper.
type printed struct {
	Headings   []string `json:"headings"`
	Contents   []string `json:"contents"`
	Indicators []string `json:"indicators"` // the names in the appendix
	Head       []string `json:"head"`       // of the appendix table
	Figures    []struct {
		Caption string `json:"caption"`
		Source  string `json:"source"`
	} `json:"figures"`
}

const readPrinted = `(() => {
	const all = (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent);
	return {
		headings: all("main :is(h1, h2, h3, h4, h5, h6)"),
		contents: all(".whole-contents li"),
		indicators: all(".appendix tbody th"),
		head: all(".appendix thead th"),
		figures: [...document.querySelectorAll("figure")].map((f) => ({
			caption: f.querySelector(".chart-title").textContent,
			source: f.querySelector(".chart-source").textContent,
		})),
	};
})()`

// smallType are texts that paper shows smaller than a footnote: 8 points, and 7
// for what stands within a chart. A CSS pixel is three quarters of a point.
const smallType = `(() => {
	const small = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const e = node.parentElement;
		if (!node.data.trim() || !e.checkVisibility() || e.closest(".visually-hidden")) continue;
		const drawing = e.closest("svg");
		const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
		const points = parseFloat(getComputedStyle(e).fontSize) * scale * 0.75;
		if (points < (drawing ? 7 : 8)) small.add(points.toFixed(1) + " pt: " + node.data.trim());
	}
	return [...small];
})()`

// TestBrowserPrint saves the whole report as PDF and looks at its sheets: A4,
// no more of them than the report needs, every heading, every indicator, charts
// as lines and not as pixels, nothing cut in two.
func TestBrowserPrint(t *testing.T) {
	for _, tool := range []string{"pdfinfo", "pdfimages", "pdftotext"} {
		needPoppler(t, tool)
	}
	browser := startBrowser(t)
	v := openTab(t, browser, true)
	v.visit(t, serveSite(t, "..")+"/2024/print/")
	want := ask[printed](t, v, readPrinted)
	file := v.print(t)
	for _, n := range v.noise() {
		t.Error(n)
	}

	info := poppler(t, "pdfinfo", file)
	if !regexp.MustCompile(`Page size:.*\(A4\)`).MatchString(info) {
		t.Errorf("the paper is not A4:\n%s", info)
	}
	// 20 sheets with the fonts of .ci/run; other fonts run a little wider or
	// narrower. Half as many would be a report without charts, twice as many one
	// with wrong page breaks.
	pages, err := strconv.Atoi(regexp.MustCompile(`Pages:\s+(\d+)`).FindStringSubmatch(info)[1])
	if err != nil || pages < 16 || pages > 26 {
		t.Errorf("the report has %d pages, want 16 to 26", pages)
	}
	if images := strings.Split(strings.TrimSpace(poppler(t, "pdfimages", "-list", file)), "\n"); len(images) != 2 {
		t.Errorf("pixels in the PDF, where charts should be lines:\n%s", strings.Join(images, "\n"))
	}
	checkSheets(t, sheets(t, file), &want)

	// The sheet is 178 mm wide between its margins.
	v.resize(t, 673)
	v.emulate(t, "print")
	for _, s := range ask[[]string](t, v, smallType) {
		t.Errorf("too small on paper: %s", s)
	}
}

// needPoppler skips the test where poppler's tools are missing.
func needPoppler(t *testing.T, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err == nil {
		return
	}
	need.Skip(t, "there is no %s on this machine: install poppler (Debian: apt-get install poppler-utils) to look at printed pages", tool)
}

func poppler(t *testing.T, tool string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), tool, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
	return string(out)
}

// print saves the page as PDF, as a reader's browser does who wants no header
// of its own, and returns the file.
func (v *tab) print(t *testing.T) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	yes := true
	pdf, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
	if err != nil {
		t.Fatalf("print: %v", err)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, pdf.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// sheet is a printed page: all its text without spaces, and its lowest line
// above the page number.
type sheet struct{ text, last string }

// sheets reads the pages of a PDF.
func sheets(t *testing.T, file string) []sheet {
	t.Helper()
	type line struct {
		Top    float64  `xml:"yMin,attr"`
		Bottom float64  `xml:"yMax,attr"` // of the font's largest sign, far below the line
		Words  []string `xml:"word"`
	}
	var doc struct {
		Pages []struct {
			Height float64 `xml:"height,attr"`
			Lines  []line  `xml:"flow>block>line"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(poppler(t, "pdftotext", "-bbox-layout", file, "-")), &doc); err != nil {
		t.Fatalf("read pdftotext's answer: %v", err)
	}
	const margin = 50 // points at the foot of a page, where its number stands
	var list []sheet
	for _, p := range doc.Pages {
		var text strings.Builder
		var last line
		for _, l := range p.Lines {
			if (l.Top+l.Bottom)/2 > p.Height-margin {
				continue
			}
			text.WriteString(squeezed(strings.Join(l.Words, "")))
			if l.Top+l.Bottom > last.Top+last.Bottom {
				last = l
			}
		}
		list = append(list, sheet{text.String(), squeezed(strings.Join(last.Words, ""))})
	}
	return list
}

func (s sheet) has(text string) bool { return strings.Contains(s.text, squeezed(text)) }

// squeezed is a text without its spaces, which paper sets as it likes, and with
// the plain form of each character.
func squeezed(text string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(text)), "")
}

// checkSheets looks for everything of the page on its sheets. The cover is the
// first of them and the contents list the second.
func checkSheets(t *testing.T, list []sheet, want *printed) {
	t.Helper()
	if len(want.Headings) < 20 || len(want.Contents) < 5 || len(want.Indicators) < 40 || len(want.Figures) < 10 {
		t.Fatalf("the page is not whole: %d headings, %d in the contents list, %d indicators, %d figures",
			len(want.Headings), len(want.Contents), len(want.Indicators), len(want.Figures))
	}
	for _, h := range want.Headings {
		if !slices.ContainsFunc(list, func(s sheet) bool { return s.has(h) }) {
			t.Errorf("the heading %q is not printed", h)
		}
	}
	for _, c := range want.Contents {
		if !list[1].has(c) {
			t.Errorf("%q is not in the contents list on page 2", c)
		}
	}
	for n, s := range list {
		if len(s.text) < 20 {
			t.Errorf("page %d is empty", n+1)
		}
		if n > 1 && slices.ContainsFunc(want.Headings, func(h string) bool { return squeezed(h) == s.last }) {
			t.Errorf("page %d ends with the heading %q", n+1, s.last)
		}
	}
	for _, f := range want.Figures {
		if !slices.ContainsFunc(list, func(s sheet) bool { return s.has(f.Caption) && s.has(f.Source) }) {
			t.Errorf("the figure %q is cut over two pages", f.Caption)
		}
	}
	checkAppendix(t, list, want)
}

// checkAppendix finds every indicator in the table at the end, and the table's
// head on each of its sheets.
func checkAppendix(t *testing.T, list []sheet, want *printed) {
	t.Helper()
	title := want.Contents[len(want.Contents)-1]
	from := len(list) - 1
	for from > 1 && !list[from].has(title) {
		from--
	}
	checked := map[int]bool{}
	for _, name := range want.Indicators {
		at := slices.IndexFunc(list[from:], func(s sheet) bool { return s.has(name) })
		if at < 0 {
			t.Errorf("the appendix, from page %d, has no %q", from+1, name)
			continue
		}
		if checked[at] {
			continue
		}
		checked[at] = true
		for _, h := range want.Head {
			if !list[from+at].has(h) {
				t.Errorf("the table's head is not repeated on page %d: no %q", from+at+1, h)
			}
		}
	}
	if len(checked) < 2 {
		t.Errorf("the appendix has %d pages; want 2, to see the table's head repeated", len(checked))
	}
}
