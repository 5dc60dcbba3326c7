package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// overlaps lists the texts of drawings that lie on one another, on a mark or over
// the edge, as the browser sets them. Of a text's box the middle is taken: the box
// of a line has room above and below its letters.
const overlaps = `(() => {
	const seen = [];
	for (const svg of document.querySelectorAll(".drawing svg.plot")) {
		if (svg.getBoundingClientRect().width === 0) continue;
		const frame = svg.viewBox.baseVal;
		const texts = [...svg.querySelectorAll("text")].filter((t) => !t.closest(".s"));
		const box = (e) => {
			const b = e.getBBox();
			if (e.tagName === "text") {
				const y = Number(e.getAttribute("y"));
				return { x: b.x + 0.5, y: y - 9, width: b.width - 1, height: 10 };
			}
			return b;
		};
		const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
		const marks = [...svg.querySelectorAll("rect, circle")].filter((m) => !m.closest(".s") && !m.matches(".k, .b"));
		const name = svg.closest("figure").id + " ";
		texts.forEach((text, n) => {
			const b = box(text);
			if (b.x < -1 || b.x + b.width > frame.width + 1) seen.push(name + text.textContent + " stands out");
			for (const other of texts.slice(n + 1)) {
				if (meet(b, box(other))) seen.push(name + text.textContent + " lies on " + other.textContent);
			}
			for (const mark of marks) {
				if (meet(b, box(mark))) seen.push(name + text.textContent + " lies on a mark");
			}
		});
	}
	return seen;
})()`

// TestBrowserGallery has the browser judge the gallery of all charts, in three
// widths and in large print: the widths that package svg counts on are those of
// a table, and the browser's font decides.
func TestBrowserGallery(t *testing.T) {
	browser := startBrowser(t)
	address := serveGallery(t)
	v := openTab(t, browser, true)
	for _, lang := range []string{"zh-CN", "en"} {
		v.visit(t, address+"/gallery-"+lang+".html")
		for _, theme := range []string{"light", "elder"} {
			ask[bool](t, v, `(document.documentElement.dataset.theme = "`+theme+`", true)`)
			for _, width := range []int64{320, 375, 768, 1280} {
				v.resize(t, width)
				list := ask[[]string](t, v, overlaps)
				for n, f := range list {
					if n == 20 {
						t.Errorf("and %d more", len(list)-n)
						break
					}
					t.Errorf("%s, %s, %d px: %s", lang, theme, width, f)
				}
				// Large print is larger, also on a phone.
				if size := ask[float64](t, v, `(() => {
					const svg = [...document.querySelectorAll(".drawing svg.plot")].find((s) => s.getBoundingClientRect().width > 0);
					return 13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
				})()`); size < map[string]float64{"light": 12, "elder": 14}[theme] {
					t.Errorf("%s, %s, %d px: the words of charts are %.1f px", lang, theme, width, size)
				}
			}
		}
	}
}

// serveGallery serves the gallery that package svg writes, and gives its address.
func serveGallery(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	make := exec.CommandContext(t.Context(), "go", "test", "-count=1", "-run", "TestWriteGallery", "./internal/svg")
	make.Env = append(os.Environ(), "GALLERY="+dir)
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("the gallery: %v\n%s", err, out)
	}
	if files, err := filepath.Glob(filepath.Join(dir, "gallery-*.html")); err != nil || len(files) != 2 {
		t.Fatalf("the gallery is %v, %v", files, err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	return server.URL
}
