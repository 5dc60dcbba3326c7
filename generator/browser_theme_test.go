package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// dark is the preference of a reader whose system is dark.
var dark = &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"}

// choose sets the display as a reader does.
func (v *tab) choose(t *testing.T, display string) {
	t.Helper()
	ask[bool](t, v, fmt.Sprintf(`((select) => {
		select.value = %q;
		return select.dispatchEvent(new Event("change", { bubbles: true }));
	})(document.querySelector("[data-theme-switch]"))`, display))
}

// paint is what a page and its charts are painted with.
type paint struct {
	Paper  string `json:"paper"`
	Ink    string `json:"ink"`
	Result string `json:"result"` // the style sheet's color of results
	Drawn  bool   `json:"drawn"`  // the drawing uses it
}

const readPaint = `(() => {
	const result = getComputedStyle(document.documentElement).getPropertyValue("--chart-result").trim();
	const rgb = "rgb(" + [1, 3, 5].map((n) => parseInt(result.slice(n, n + 2), 16)).join(", ") + ")";
	const shown = [...document.querySelectorAll(".drawing svg *")].map((e) => getComputedStyle(e)).flatMap((s) => [s.fill, s.stroke]);
	const body = getComputedStyle(document.body);
	return { paper: body.backgroundColor, ink: body.color, result, drawn: shown.includes(rgb) };
})()`

const chartPage = "/indicators/industry-output/"

// TestBrowserThemes looks at the displays that a reader can have.
func TestBrowserThemes(t *testing.T) {
	browser := startBrowser(t)
	out := buildSite(t, "..")
	for _, test := range []struct {
		name string
		look func(t *testing.T, browser context.Context, out string)
	}{
		{"system", themeOfSystem}, {"choice", themeOfReader}, {"flash", themeWithoutFlash},
		{"storage", themeWithoutStorage}, {"elder", themeElder}, {"disk", themeFromDisk},
	} {
		t.Run(test.name, func(t *testing.T) { test.look(t, browser, out) })
	}
}

// ownOrigin serves a built site at an address that nobody has chosen a display
// for yet.
func ownOrigin(t *testing.T, out string) string {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	t.Cleanup(server.Close)
	return server.URL
}

// A dark system makes a dark page with dark charts, with and without scripts.
func themeOfSystem(t *testing.T, browser context.Context, out string) {
	address := ownOrigin(t, out)
	for _, scripts := range []bool{true, false} {
		v := openTab(t, browser, scripts)
		var seen []paint
		for _, features := range [][]*emulation.MediaFeature{nil, {dark}} {
			v.emulate(t, "", features...)
			v.visit(t, address+chartPage)
			seen = append(seen, ask[paint](t, v, readPaint))
		}
		light, night := seen[0], seen[1]
		if light.Paper == night.Paper || light.Ink == night.Ink || light.Result == night.Result {
			t.Errorf("scripts=%t: the page stays as it is: %+v, %+v", scripts, light, night)
		}
		if !light.Drawn || !night.Drawn {
			t.Errorf("scripts=%t: the drawing does not follow: %+v, %+v", scripts, light, night)
		}
	}
}

// A choice stands above the system's, holds on other pages and after a reload,
// and colors a living chart too.
func themeOfReader(t *testing.T, browser context.Context, out string) {
	address := ownOrigin(t, out)
	v := openTab(t, browser, true)
	v.emulate(t, "", dark)
	v.visit(t, address+chartPage)
	night := ask[paint](t, v, readPaint)
	v.choose(t, "light")
	light := ask[paint](t, v, readPaint)
	if light.Paper == night.Paper || !light.Drawn {
		t.Errorf("the choice of light changes nothing: %+v, %+v", night, light)
	}
	for _, page := range []string{chartPage, "/", "/en/status/"} {
		v.visit(t, address+page)
		kept := ask[paint](t, v, readPaint)
		if choice := ask[string](t, v, `document.querySelector("[data-theme-switch]").value`); choice != "light" || kept.Paper != light.Paper {
			t.Errorf("%s: the choice is forgotten: %q, %+v", page, choice, kept)
		}
	}
	v.visit(t, address+chartPage)
	ask[bool](t, v, `(document.querySelector(".live-tools button").focus(), true)`)
	v.until(t, `document.querySelector(".live canvas")`)
	for _, display := range []string{"dark", "elder", "light"} {
		v.choose(t, display)
		want := ask[paint](t, v, readPaint).Result
		v.until(t, fmt.Sprintf(`((canvas, color) => {
			const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
			let found = 0;
			for (let n = 0; n < data.length; n += 4) {
				found += [1, 3, 5].every((at, k) => data[n + k] === parseInt(color.slice(at, at + 2), 16)) ? 1 : 0;
			}
			return found > 500;
		})(document.querySelector(".live canvas"), %q)`, want))
	}
	v.choose(t, "auto")
	v.visit(t, address+"/")
	if ask[paint](t, v, readPaint).Paper != night.Paper {
		t.Error("the choice of automatic does not lead back to the system's")
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// The choice stands in the page before anything is painted, and is not changed
// afterwards, however long the script takes to come.
func themeWithoutFlash(t *testing.T, browser context.Context, out string) {
	files := http.FileServer(http.Dir(out))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store") // so that the script comes late each time
		if strings.Contains(r.URL.Path, "theme.") {
			time.Sleep(300 * time.Millisecond)
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	v := openTab(t, browser, true)
	v.before(t, `{
		const set = (globalThis.themeSet = []);
		new MutationObserver(() => set.push([document.documentElement?.dataset.theme, performance.now()]))
			.observe(document, { subtree: true, attributeFilter: ["data-theme"] });
	}`)
	v.visit(t, server.URL+"/")
	v.choose(t, "dark")
	v.visit(t, server.URL+"/status/")
	v.until(t, `performance.getEntriesByName("first-paint").length`)
	type moment struct {
		Themes []string `json:"themes"`
		Set    float64  `json:"set"` // milliseconds since the page was asked for
		Paint  float64  `json:"paint"`
	}
	m := ask[moment](t, v, `({
		themes: themeSet.map(([theme]) => theme),
		set: themeSet.at(-1)?.[1] ?? 0,
		paint: performance.getEntriesByName("first-paint")[0].startTime,
	})`)
	if len(m.Themes) != 1 || m.Themes[0] != "dark" {
		t.Errorf("the theme is set to %q, want dark once", m.Themes)
	}
	if m.Set < 300 || m.Set > m.Paint {
		t.Errorf("the theme is set after %.0f ms, the first paint is at %.0f ms", m.Set, m.Paint)
	}
}

// Where the browser refuses to remember anything, a choice holds for the page.
func themeWithoutStorage(t *testing.T, browser context.Context, out string) {
	address := ownOrigin(t, out)
	v := openTab(t, browser, true)
	v.before(t, `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } })`)
	v.visit(t, address+"/")
	light := ask[paint](t, v, readPaint)
	v.choose(t, "dark")
	if night := ask[paint](t, v, readPaint); night.Paper == light.Paper {
		t.Error("the choice changes nothing")
	}
	v.visit(t, address+"/status/")
	if again := ask[paint](t, v, readPaint); again.Paper != light.Paper {
		t.Errorf("the next page is %s", again.Paper)
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// textSizes are the sizes of all text of a page in document order, drawings left
// out: what they show, the table below them says in the text's size.
const textSizes = `(() => {
	const sizes = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (node.data.trim() && !node.parentElement.closest("svg")) sizes.push(parseFloat(getComputedStyle(node.parentElement).fontSize));
	}
	return sizes;
})()`

// Large print is larger by a quarter at least, and has the contrast of level
// AAA. Headings that are large already may grow less.
func themeElder(t *testing.T, browser context.Context, out string) {
	address := ownOrigin(t, out)
	axe, err := os.ReadFile(needTool(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	v := openTab(t, browser, true)
	for _, width := range []int64{375, 1280} {
		v.resize(t, width)
		for _, page := range []string{"/", chartPage, "/status/", "/2024/goals/"} {
			v.visit(t, address+page)
			v.choose(t, "auto")
			plain := ask[[]float64](t, v, textSizes)
			v.choose(t, "elder")
			large := ask[[]float64](t, v, textSizes)
			if len(plain) != len(large) || len(plain) < 50 {
				t.Fatalf("%s: %d texts, and %d in large print", page, len(plain), len(large))
			}
			for n := range plain {
				if plain[n] < 24 && large[n] < 1.25*plain[n] || large[n] < 18 {
					t.Errorf("%s at %d px: text %d grows from %g to %g px only", page, width, n, plain[n], large[n])
					break
				}
			}
			if width > 375 {
				continue // the same colors
			}
			ask[bool](t, v, string(axe)+"; true")
			v.axe(t, `{ type: "rule", values: ["color-contrast-enhanced"] }`)
		}
	}
}

// A page that is opened from a disk has its display too.
func themeFromDisk(t *testing.T, browser context.Context, out string) {
	v := openTab(t, browser, true)
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	address := "file://" + filepath.ToSlash(filepath.Join(out, "status", "index.html"))
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	light := ask[paint](t, v, readPaint)
	v.choose(t, "dark")
	if night := ask[paint](t, v, readPaint); night.Paper == light.Paper || light.Result == "" {
		t.Errorf("the choice changes nothing: %+v", light)
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}
