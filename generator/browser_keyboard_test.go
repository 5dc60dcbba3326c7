package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stop is an element that the focus reaches.
type stop struct {
	Name  string `json:"name"`  // what a reader would call it
	ID    string `json:"id"`    // tells it from all others of the page
	Fault string `json:"fault"` // how a reader would lose sight of it; empty when not
}

// readStop looks at the element with the focus: it has a ring that can be seen,
// stands in the window, and nothing lies over it. The document itself has the
// focus before the first and after the last stop.
const readStop = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return { name: "", id: "", fault: "" };
	const style = getComputedStyle(e);
	const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
	const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
	const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
	const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
	const over = document.elementFromPoint(x, y);
	const faults = [];
	if (!ring) faults.push("no ring");
	if (box.width < 2 || box.height < 2) faults.push("no size");
	if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push("out of sight");
	else if (!over || !(e.contains(over) || over.contains(e))) faults.push("under " + (over?.outerHTML ?? "nothing").slice(0, 80));
	window.stops ??= new Map();
	if (!window.stops.has(e)) window.stops.set(e, String(window.stops.size));
	return {
		name: [e.tagName.toLowerCase(), e.name, (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 30)].filter(Boolean).join(" "),
		id: window.stops.get(e),
		fault: faults.join(", "),
	};
})()`

// tap presses a key with modifiers, as a keyboard does, and looks where the
// focus is then.
func (v *tab) tap(t *testing.T, key string, modifiers ...chromedp.Modifier) stop {
	t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers...))); err != nil {
		t.Fatal(err)
	}
	s := ask[stop](t, v, readStop)
	if s.Fault != "" {
		t.Errorf("the focus on <%s> is lost: %s", s.Name, s.Fault)
	}
	return s
}

// tabTo goes on from stop to stop until the focus matches a selector.
func (v *tab) tabTo(t *testing.T, selector string) {
	t.Helper()
	for range 300 {
		v.tap(t, kb.Tab)
		if ask[bool](t, v, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
	}
	t.Fatalf("300 times Tab do not lead to %s", selector)
}

// rounds are the pages, by the width of the window, that the keyboard goes
// through from the first stop to the last.
var rounds = map[int64][]string{
	375:  {"/", "/2024/clusters/", "/indicators/", "/indicators/industry-output/", "/status/", "/search/"},
	1280: {"/", "/indicators/industry-output/"},
}

// walks are what the keyboard does on the narrow page; on a wide one the list
// is another.
var walks = []struct {
	name string
	wide bool
	walk func(t *testing.T, v *tab, address string)
}{
	{"search", false, walkSearch}, {"list", true, walkList}, {"chart", false, walkChart}, {"display", false, walkDisplay},
}

// TestBrowserKeyboard uses the site with a keyboard and nothing else.
func TestBrowserKeyboard(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.emulate(t, "", &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"}) // the page scrolls at once
	for _, width := range []int64{375, 1280} {
		v.resize(t, width)
		for _, page := range rounds[width] {
			t.Run(fmt.Sprintf("round%s %d", page, width), func(t *testing.T) {
				v.visit(t, address+page)
				v.round(t)
			})
		}
		for _, w := range walks {
			if width > 375 && !w.wide {
				continue
			}
			t.Run(fmt.Sprintf("%s %d", w.name, width), func(t *testing.T) {
				w.walk(t, v, address)
				for _, n := range v.noise() {
					t.Error(n)
				}
			})
		}
	}
}

// round goes through all stops of a page to its end, and the way back.
func (v *tab) round(t *testing.T) {
	t.Helper()
	var there, back []string
	for s := v.tap(t, kb.Tab); s.ID != ""; s = v.tap(t, kb.Tab) {
		if slices.Contains(there, s.ID) {
			t.Fatalf("<%s> holds the focus: it comes again after %d stops", s.Name, len(there))
		}
		there = append(there, s.ID)
	}
	if len(there) < 5 {
		t.Fatalf("the page has %d stops only", len(there))
	}
	for len(back) == 0 || back[len(back)-1] != there[0] {
		s := v.tap(t, kb.Tab, chromedp.ModifierShift)
		if len(back) > len(there)+30 {
			t.Fatalf("<%s> holds the focus on the way back", s.Name)
		}
		back = append(back, s.ID)
	}
	// An interactive chart has other buttons than its drawing had.
	gone := ask[[]string](t, v, `[...stops].filter(([e]) => !e.isConnected).map(([, id]) => id)`)
	there = slices.DeleteFunc(there, func(id string) bool { return slices.Contains(gone, id) })
	back = slices.DeleteFunc(back, func(id string) bool { return !slices.Contains(there, id) })
	if slices.Reverse(back); !slices.Equal(there, back) {
		t.Errorf("the way back is another: %v, then %v", there, back)
	}
}

// From the home page to what a word leads to.
func walkSearch(t *testing.T, v *tab, address string) {
	v.visit(t, address+"/")
	if s := v.tap(t, kb.Tab); !strings.Contains(s.Name, "跳到") {
		t.Errorf("the first stop is <%s>, not the way past the head", s.Name)
	}
	v.tabTo(t, "input[type=search]")
	v.tap(t, "锂电")
	v.press(t, kb.Enter)
	v.until(t, `location.pathname.startsWith("/search/") && document.querySelectorAll("[data-results] li").length > 1`)
	v.until(t, `document.activeElement.matches("[data-search] input")`)
	first := v.tap(t, kb.ArrowDown)
	second := v.tap(t, kb.ArrowDown)
	if first.ID == second.ID || first.ID == "" {
		t.Errorf("the arrow key goes from <%s> to <%s>", first.Name, second.Name)
	}
	if up := v.tap(t, kb.ArrowUp); up.ID != first.ID {
		t.Errorf("the way back leads to <%s>", up.Name)
	}
	want := strings.TrimSuffix(ask[string](t, v, `document.activeElement.pathname`), "index.html")
	v.press(t, kb.Enter)
	v.until(t, fmt.Sprintf(`location.pathname === %q && document.querySelector("main").textContent.includes("锂电")`, want))
}

// The list of indicators by state, by a word, sorted; the address keeps it all.
func walkList(t *testing.T, v *tab, address string) {
	v.visit(t, address+"/indicators/")
	all := ask[int](t, v, `document.querySelectorAll("[data-list] tbody tr:not([hidden])").length`)
	v.tabTo(t, "[data-filter] select")
	v.tap(t, kb.ArrowDown)
	v.until(t, `new URLSearchParams(location.search).get("status")`)
	v.tap(t, kb.ArrowUp)
	v.until(t, `!location.search`)
	v.tabTo(t, "[data-filter] input")
	v.tap(t, "增速")
	v.until(t, `new URLSearchParams(location.search).get("q") === "增速"`)
	v.tabTo(t, "[data-list] thead button")
	v.tap(t, kb.Enter)
	v.until(t, `document.querySelector("[data-list] [aria-sort=ascending]")`)
	v.tap(t, " ")
	v.until(t, `document.querySelector("[data-list] [aria-sort=descending]")`)
	const state = `location.search + " " + document.querySelector("[data-filter] [role=status]").textContent + " " +
		[...document.querySelectorAll("[data-list] tbody tr:not([hidden]) th")].map((e) => e.textContent).join()`
	before := ask[string](t, v, state)
	if n := ask[int](t, v, `document.querySelectorAll("[data-list] tbody tr:not([hidden])").length`); n == 0 || n == all {
		t.Errorf("%d of %d rows are left", n, all)
	}
	v.visit(t, ask[string](t, v, `location.href`))
	if after := ask[string](t, v, state); after != before {
		t.Errorf("after a reload the list is\n%s, and was\n%s", after, before)
	}
}

// A chart becomes interactive when the focus comes near, reads its figures one by
// one, and lets the focus go.
func walkChart(t *testing.T, v *tab, address string) {
	type says struct{ key, words string }
	for _, chart := range []struct {
		page  string
		steps []says
	}{
		{"/2024/goals/", []says{ // two axes, of which each has its own first place
			{kb.ArrowRight, "地区生产总值增速: 目标 8.5%左右"},
			{kb.ArrowLeft, "外资占全市比重: 目标 达到60%"},
			{kb.ArrowDown, "地区生产总值增速: 目标 8.5%左右"},
		}},
		{"/indicators/industry-output/", []says{ // 2021 to 2023 have no figure
			{kb.ArrowRight, "2020: 结果 588亿元"},
			{kb.ArrowRight, "2024: 结果 1921亿元, 目标 突破1800亿元"},
			{kb.ArrowDown, "2020: 结果 588亿元"},
			{kb.ArrowUp, "2024: 结果 1921亿元, 目标 突破1800亿元"},
		}},
	} {
		v.visit(t, address+chart.page)
		if n := v.requested(t, "echarts"); n > 0 {
			t.Errorf("%s: the chart library is loaded before anybody reaches for it", chart.page)
		}
		v.tabTo(t, ".live-tools button")
		v.until(t, `document.querySelector(".live canvas")`)
		v.press(t, kb.Enter)
		v.until(t, `document.activeElement.matches(".live")`)
		for _, step := range chart.steps {
			v.tap(t, step.key)
			if said := ask[string](t, v, `document.querySelector("figure > [role=status]").textContent`); said != step.words {
				t.Errorf("%s: the chart says %q, want %q", chart.page, said, step.words)
			}
		}
	}
	v.tap(t, kb.Escape)
	if !ask[bool](t, v, `!document.querySelector(".live") && document.activeElement.matches(".live-tools button")`) {
		t.Error("Escape does not lead back to the drawing and its button")
	}
	v.press(t, kb.Enter)
	v.until(t, `document.activeElement.matches(".live")`)
	for n := 0; ask[bool](t, v, `document.activeElement.closest("figure") !== null`); n++ {
		if n > 12 {
			t.Fatal("the chart holds the focus")
		}
		v.tap(t, kb.Tab)
	}
}

// The choice of display, kept from page to page.
func walkDisplay(t *testing.T, v *tab, address string) {
	v.visit(t, address+"/status/")
	v.tabTo(t, "[data-theme-switch]")
	for _, theme := range []string{"light", "dark", "elder"} {
		v.tap(t, kb.ArrowDown)
		v.until(t, fmt.Sprintf(`document.documentElement.dataset.theme === %q`, theme))
	}
	v.tabTo(t, "main a")
	v.press(t, kb.Enter)
	v.until(t, `location.pathname !== "/status/" && document.documentElement.dataset.theme === "elder" && document.querySelector("[data-theme-switch]")?.value === "elder"`)
	for range 20 { // the same switch from the other side
		v.tap(t, kb.Tab)
	}
	for !ask[bool](t, v, `document.activeElement.matches("[data-theme-switch]")`) {
		v.tap(t, kb.Tab, chromedp.ModifierShift)
	}
	for range 3 {
		v.tap(t, kb.ArrowUp)
	}
	v.until(t, `document.documentElement.dataset.theme === undefined`)
}
