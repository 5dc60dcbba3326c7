package main

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// layout is what a page looks like.
type layout struct {
	Policy   string   `json:"policy"`   // the Content-Security-Policy
	Overflow int      `json:"overflow"` // pixels that the page is wider than the window
	Wide     []string `json:"wide"`     // elements that stick out of it
	Drawings int      `json:"drawings"` // places for a chart
	Charts   int      `json:"charts"`   // charts that are seen
	Faults   []string `json:"faults"`   // charts that are not, or without a name
}

// look measures a page. Every place for a chart shows exactly one drawing, of a
// size that can be read, with a title and a description.
const look = `(() => {
	const seen = (e) => {
		const box = e.getBoundingClientRect();
		return box.width > 0 && box.height > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
	};
	const root = document.documentElement;
	const places = [...document.querySelectorAll(".drawing, .goal-picture")];
	const faults = [];
	let charts = 0;
	for (const place of places) {
		const shown = [...place.querySelectorAll("svg")].filter(seen);
		const name = place.closest("[id]")?.id + " " + place.className;
		if (shown.length !== 1) {
			faults.push(name + ": " + shown.length + " pictures are seen");
			continue;
		}
		charts++;
		const { width, height } = shown[0].getBoundingClientRect();
		if (width < 100 || height < 24) faults.push(name + ": " + width + " × " + height);
		if (shown[0].getAttribute("aria-hidden") !== "true" && !shown[0].getAttribute("aria-label")) {
			faults.push(name + ": no name");
		}
		if (!shown[0].querySelector("path, rect, circle, line, polyline, text")) faults.push(name + ": empty");
	}
	const inScroller = (e) => e.closest(".table-wrap, [tabindex='0']") !== null;
	const wide = [...document.body.querySelectorAll("*")]
		.filter((e) => !inScroller(e) && seen(e) && e.getBoundingClientRect().right > root.clientWidth + 1)
		.map((e) => e.tagName + "." + (e.getAttribute("class") ?? ""));
	return {
		policy: document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "",
		overflow: root.scrollWidth - root.clientWidth,
		wide: wide.slice(0, 5),
		drawings: places.length,
		charts,
		faults,
	};
})()`

// pageKinds are pages of every kind, by site, and how many charts are seen on
// each at least.
var pageKinds = map[string]map[string]int{
	"..": {
		"/":                               1, // goals with a result
		"/2024/":                          0,
		"/2024/goals/":                    1,
		"/2024/clusters/":                 2,
		"/indicators/":                    0,
		"/indicators/industry-output/":    1,
		"/indicators/gdp/":                1,
		"/en/indicators/industry-output/": 1,
		"/status/":                        0,
		"/commitments/":                   0,
		"/method/":                        0,
		"/data/":                          0,
		"/changes/":                       0,
		"/search/":                        0,
		"/sitemap/":                       0,
		"/about/":                         0,
		"/404.html":                       0,
	},
	"../examples/national": {
		"/":                          5,
		"/2025/goals/":               1,
		"/indicators/gdp-growth/":    1, // a series of years and quarters
		"/indicators/cpi/":           1, // a band
		"/en/indicators/gdp-growth/": 1,
	},
}

// TestBrowser opens pages of every kind with and without scripts, on a phone and on
// a desk: charts are seen, nothing overflows, the console is empty, and nothing is
// requested from another host.
func TestBrowser(t *testing.T) {
	browser := startBrowser(t)
	for _, site := range slices.Sorted(maps.Keys(pageKinds)) {
		address := serveSite(t, site)
		for _, scripts := range []bool{false, true} {
			v := openTab(t, browser, scripts)
			for _, path := range slices.Sorted(maps.Keys(pageKinds[site])) {
				t.Run(fmt.Sprintf("%s/scripts=%t%s", filepath.Base(site), scripts, path), func(t *testing.T) {
					v.visit(t, address+path)
					for _, width := range []int64{375, 1280} {
						v.resize(t, width)
						v.check(t, width, pageKinds[site][path])
					}
					for _, n := range v.noise() {
						t.Error(n)
					}
				})
			}
		}
	}
}

// check measures the page and reports what is wrong with it.
func (v *tab) check(t *testing.T, width int64, charts int) {
	t.Helper()
	l := ask[layout](t, v, look)
	for _, f := range l.Faults {
		t.Errorf("at %d px: chart %s", width, f)
	}
	if l.Charts < charts {
		t.Errorf("at %d px: %d charts are seen in %d places, want %d at least", width, l.Charts, l.Drawings, charts)
	}
	if l.Overflow > 0 || len(l.Wide) > 0 {
		t.Errorf("at %d px: the page is %d px wider than the window; sticking out: %s", width, l.Overflow, l.Wide)
	}
	if l.Policy == "" || strings.Contains(l.Policy, "unsafe") {
		t.Errorf("the page's Content-Security-Policy is %q", l.Policy)
	}
}

// The first thing that the keyboard reaches is the link past the head of the
// page; it is seen then, and leads to the content.
func TestBrowserSkipLink(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	for _, scripts := range []bool{false, true} {
		v := openTab(t, browser, scripts)
		v.resize(t, 375)
		v.visit(t, address+"/indicators/gdp/")
		v.press(t, kb.Tab)
		type focus struct {
			Link string `json:"link"`
			Seen bool   `json:"seen"`
		}
		f := ask[focus](t, v, `(() => {
			const e = document.activeElement, box = e.getBoundingClientRect();
			return {
				link: e.getAttribute("href") ?? e.tagName,
				seen: box.width > 20 && box.height > 20 && box.top >= 0 && box.left >= 0 && box.right <= innerWidth,
			};
		})()`)
		if !strings.HasPrefix(f.Link, "#") || !f.Seen {
			t.Errorf("scripts=%t: the first Tab reaches %q, seen %t", scripts, f.Link, f.Seen)
		}
		v.press(t, kb.Enter)
		if !ask[bool](t, v, `document.activeElement.matches("main:target")`) {
			t.Errorf("scripts=%t: the skip link does not lead into <main>", scripts)
		}
	}
}

// A page that does everything wrong is reported: otherwise no report about the
// site's pages would mean nothing.
func TestBrowserHearsFaults(t *testing.T) {
	browser := startBrowser(t)
	files := map[string]string{
		"/": `<!DOCTYPE html><title>x</title>
			<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src *">
			<body><p style="color: red">x</p><img src="http://elsewhere.test/x.png"><img src="/x.png">
			<div class="drawing"><svg width="0"></svg></div><svg width="2000" height="1"></svg>
			<script src="/loud.js"></script><script>inline()</script>`,
		"/loud.js": `console.warn("careful"); nonsense();`,
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			w.Header().Set("Content-Type", "text/javascript")
		}
		io.WriteString(w, files[r.URL.Path])
	}))
	defer server.Close()
	v := openTab(t, browser, true)
	v.resize(t, 375)
	v.visit(t, server.URL+"/")
	heard := strings.Join(v.noise(), "\n")
	for _, word := range []string{
		"console.warning: \"careful\"", "exception: Uncaught", "a request to another host: http://elsewhere.test/x.png",
		"the page should need no Image", "inline style", "inline script", "failed to load",
	} {
		if !strings.Contains(heard, word) {
			t.Errorf("not heard: %s", word)
		}
	}
	l := ask[layout](t, v, look)
	if len(l.Faults) != 1 || l.Charts != 0 || l.Overflow == 0 || len(l.Wide) == 0 {
		t.Errorf("not seen: %+v", l)
	}
	if t.Failed() {
		t.Logf("heard:\n%s", heard)
	}
}
