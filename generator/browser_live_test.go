package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// requested says how often the page has asked for a file whose name holds a
// word.
func (v *tab) requested(t *testing.T, word string) int {
	t.Helper()
	return ask[int](t, v, `performance.getEntriesByType("resource").filter((r) => r.name.includes("`+word+`")).length`)
}

// TestBrowserLiveChart makes a chart interactive: nothing is loaded before, it
// takes the place of the drawing, answers to the keyboard, follows the theme and
// goes again.
func TestBrowserLiveChart(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.resize(t, 1280)
	v.visit(t, address+"/indicators/industry-output/")
	if n := v.requested(t, "echarts") + v.requested(t, "/charts/"); n > 0 {
		t.Errorf("%d files of the live chart are loaded before anybody reaches for it", n)
	}
	type box struct{ X, Y, Width, Height float64 }
	const place = `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(".drawing").getBoundingClientRect())`
	before := ask[box](t, v, place)
	ask[bool](t, v, `(document.querySelector(".drawing").dispatchEvent(new PointerEvent("pointerenter")), true)`)
	v.until(t, `document.querySelector(".live canvas")`)
	after := ask[box](t, v, place)
	if d := after.Height - before.Height; d > 1 || d < -1 || after.Y != before.Y || after.X != before.X {
		t.Errorf("the page moves: %+v before, %+v after", before, after)
	}
	ask[bool](t, v, `(document.querySelector(".live").focus(), true)`)
	v.press(t, kb.ArrowRight)
	v.until(t, `document.querySelector("figure [role=status]").textContent.includes("588")`)
	painted := `document.querySelector(".live canvas").toDataURL().length > 0 && getComputedStyle(document.querySelector("figure")).getPropertyValue("--chart-result").trim()`
	light := ask[string](t, v, painted)
	ask[bool](t, v, `(document.documentElement.dataset.theme = "dark", true)`)
	v.until(t, `document.querySelectorAll(".live canvas").length === 1`)
	if dark := ask[string](t, v, painted); dark == light {
		t.Error("the chart does not follow the theme")
	}
	ask[bool](t, v, `(document.querySelector(".live").focus(), true)`)
	v.press(t, kb.Escape)
	v.until(t, `!document.querySelector(".live") && !document.querySelector(".drawing [hidden]")`)
	if got := ask[string](t, v, `document.activeElement.textContent`); got != "互动查看" {
		t.Errorf("the focus is lost: %q", got)
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// Where the chart library does not come, the drawing stays, its buttons go, and
// the keyboard goes on from where it was.
func TestBrowserChartWithoutLibrary(t *testing.T) {
	browser := startBrowser(t)
	files := http.FileServer(http.Dir(buildSite(t, "..")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "echarts") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	v := openTab(t, browser, true)
	v.visit(t, server.URL+"/indicators/industry-output/")
	v.emulate(t, "", &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	ask[bool](t, v, `(document.querySelector(".live-tools button").focus(), true)`)
	v.until(t, `!document.querySelector(".live-tools button")`)
	if l := ask[layout](t, v, look); l.Charts == 0 || len(l.Faults) > 0 {
		t.Errorf("the drawing does not stay: %+v", l)
	}
	v.tap(t, kb.Tab)
	if !ask[bool](t, v, `document.activeElement.matches("figure summary")`) {
		t.Errorf("the focus goes to %q", ask[string](t, v, `document.activeElement.outerHTML.slice(0, 80)`))
	}
}

// TestBrowserSearch finds words as people type them, and keeps them in the
// address.
func TestBrowserSearch(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.resize(t, 375)
	v.visit(t, address+"/search/")
	if n := v.requested(t, "search/index.js") + v.requested(t, "minisearch"); n > 0 {
		t.Errorf("%d files of the search are loaded before anybody searches", n)
	}
	for _, test := range []struct{ words, first string }{
		{"锂电", "锂电"}, {"12%", "12%"}, {"5G", "5G"}, {"全市平均", "全市平均"}, {"工业 总产值", "规模以上工业总产值"}, {"２４家", "24家"},
	} {
		ask[bool](t, v, `(({ elements: { q } }) => (q.value = "`+test.words+`", q.dispatchEvent(new Event("input", { bubbles: true })), true))(document.querySelector("[data-search]"))`)
		v.until(t, `decodeURIComponent(location.search) === "?q=`+test.words+`" && document.querySelector("[data-results] li")?.textContent.includes("`+test.first+`")`)
	}
	if n := ask[int](t, v, `document.querySelectorAll("[data-results] mark").length`); n == 0 {
		t.Error("nothing is marked")
	}
	ask[bool](t, v, `(document.querySelector("[data-search] input").focus(), true)`)
	v.press(t, kb.ArrowDown)
	if link := ask[string](t, v, `document.activeElement.getAttribute("href") ?? ""`); !strings.Contains(link, "index.html") {
		t.Errorf("the arrow key leads to %q", link)
	}
	v.visit(t, address+"/search/?q="+"%E9%94%82%E7%94%B5")
	v.until(t, `document.querySelectorAll("[data-results] li").length > 0`)
	for _, n := range v.noise() {
		t.Error(n)
	}
	// Without scripts the box leads to the list of all indicators.
	plain := openTab(t, browser, false)
	plain.visit(t, address+"/search/")
	plain.until(t, `location.pathname.startsWith("/indicators/")`)
}
