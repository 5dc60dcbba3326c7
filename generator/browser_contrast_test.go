package main

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// pale finds words, icons and marks that hardly stand out from the paper: text below
// 4.5:1, the rest below 3:1. What stands on a filled shape is held against the shape.
const pale = `(() => {
	const parse = (color) => (color.match(/[\d.]+/g) || []).map(Number);
	const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
	const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
	const ground = (e) => {
		const cell = e.closest("svg .s > *");
		if (cell && e !== cell.parentElement.querySelector("rect")) return parse(getComputedStyle(cell.parentElement.querySelector("rect")).fill);
		for (; e; e = e.parentElement) {
			const color = parse(getComputedStyle(e).backgroundColor);
			if (color.length === 3 || color[3] > 0) return color;
		}
		return [255, 255, 255];
	};
	const found = new Set();
	const check = (e, color, least, what) => {
		const r = ratio(parse(color), ground(e));
		if (r < least) found.add(what + " of " + r.toFixed(2) + " (" + color + "): " + e.parentElement.getAttribute("class") + " " + e.getAttribute("class") + " " + e.textContent.trim().slice(0, 20));
	};
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const e = node.parentElement;
		if (!node.data.trim() || !e.checkVisibility({ visibilityProperty: true }) || e.closest(".skip, .visually-hidden, option")) continue;
		const style = getComputedStyle(e);
		check(e, e.closest("svg") ? style.fill : style.color, 4.5, "words");
	}
	for (const e of document.querySelectorAll(".icon, .share rect, .plot .r, .plot .l, .plot .t, .plot .s rect")) {
		if (!e.checkVisibility({ visibilityProperty: true })) continue;
		const style = getComputedStyle(e);
		check(e, style.fill !== "none" ? style.fill : style.stroke, 3, "a mark");
	}
	return [...found].slice(0, 8);
})()`

// forcedColors is the system of a reader who has chosen its colors, as high contrast on
// Windows does.
var forcedColors = &emulation.MediaFeature{Name: "forced-colors", Value: "active"}

// TestBrowserContrast looks at paper and at forced colors after each choice of a
// display: the choice is one of the screen, and the colors of a reader's system stand
// above it.
func TestBrowserContrast(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	for _, page := range []string{"/", chartPage, "/indicators/gdp/", "/status/", "/2024/clusters/"} {
		v.visit(t, address+page)
		for _, display := range []string{"auto", "light", "dark", "elder"} {
			v.emulate(t, "")
			v.choose(t, display)
			for name, set := range map[string]func(){
				"screen":                     func() { v.emulate(t, "") },
				"dark system":                func() { v.emulate(t, "", dark) },
				"paper":                      func() { v.emulate(t, "print") },
				"paper, dark system":         func() { v.emulate(t, "print", dark) },
				"forced colors":              func() { v.emulate(t, "", forcedColors) },
				"forced colors, dark system": func() { v.emulate(t, "", forcedColors, dark) },
			} {
				set()
				for _, fault := range ask[[]string](t, v, pale) {
					t.Errorf("%s, %s, display %s: %s", page, name, display, fault)
				}
				if strings.HasPrefix(name, "forced") && !ask[bool](t, v, markedEntry) {
					t.Errorf("%s, %s, display %s: the current entry of the menu is not marked", page, name, display)
				}
			}
		}
	}
	ask[bool](t, v, `(document.querySelector("main").insertAdjacentHTML("beforeend", "<p id=pale>pale</p>"),
		document.styleSheets[0].insertRule("#pale { color: #ccc; background: #fff; forced-color-adjust: none }"), true)`)
	if len(ask[[]string](t, v, pale)) == 0 {
		t.Error("pale words are not seen")
	}
}

// markedEntry is whether the line below the menu's current entry differs from the
// others; a page that is no entry has none.
const markedEntry = `(() => {
	const line = (e) => getComputedStyle(e).borderBottomColor;
	const entry = document.querySelector(".main-menu a[aria-current]"), other = document.querySelector(".main-menu a:not([aria-current])");
	return !entry || line(entry) !== line(other);
})()`
