package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// textSpacing is what WCAG 1.4.12 lets a reader do to the text of a page.
const textSpacing = `
	* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }
	p { margin-bottom: 2em !important; }`

// measureLayout finds what a reader cannot read without scrolling sideways, and running
// text in a column that has no room for twelve characters. A line of prose is
// measured where it breaks into three lines at least: a short name in a narrow column
// does no harm. It also finds words that are broken inside, lines that begin with a closing
// mark, and columns that are empty but for a few pixels.
const measureLayout = `(() => {
	const root = document.documentElement;
	const faults = [];
	const name = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + [...e.classList].map((c) => "." + c).join("");
	const place = (e) => name(e.parentElement) + " > " + name(e);
	const text = (e) => e.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
	if (root.scrollWidth > root.clientWidth) {
		const wide = [...document.body.querySelectorAll("*")].filter((e) =>
			!e.closest(".table-wrap, .visually-hidden, svg") && e.getClientRects().length && e.getBoundingClientRect().right > root.clientWidth + 1);
		faults.push("scrolls sideways by " + (root.scrollWidth - root.clientWidth) + " px: " + wide.slice(-3).map(place).join("; "));
	}
	const main = document.querySelector("main"), frame = getComputedStyle(main);
	const page = main.clientWidth - parseFloat(frame.paddingLeft) - parseFloat(frame.paddingRight);
	const range = document.createRange();
	for (const e of document.querySelectorAll("p, li, dt, dd, th, td, h1, h2, h3, h4, figcaption, caption, summary, label, legend")) {
		if (e.closest("svg, .visually-hidden") || !e.checkVisibility({ contentVisibilityAuto: true })) continue;
		if ([...e.children].some((kid) => getComputedStyle(kid).display.match(/^(block|flex|grid|table|list-item)/))) continue;
		const said = e.textContent.trim();
		if (said.length < (/\p{Script=Han}/u.test(said) ? 16 : 40) || e.closest("thead")?.clientWidth < 2) continue;
		const style = getComputedStyle(e), size = parseFloat(style.fontSize), spaced = size + (parseFloat(style.letterSpacing) || 0);
		if (e.clientWidth < 2 && e.clientHeight < 2) continue; // hidden from the eye
		range.selectNodeContents(e);
		const lines = new Set([...range.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.bottom / size))).size;
		const width = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
		const room = /\p{Script=Han}/u.test(said) ? width / spaced : 2 * width / spaced;
		// On the narrowest phone the whole page has no room for twelve.
		if (lines >= 3 && room < 12 && width < 0.85 * page) faults.push("a column of " + Math.floor(room) + " characters in " + lines + " lines: " + place(e) + " (" + text(e) + ")");
	}
	// Words that are broken inside, as "未达预\n期" in a counter is.
	for (const e of document.querySelectorAll(".badge, button, .counts b")) {
		if (e.closest("svg, .visually-hidden") || !e.checkVisibility()) continue;
		const size = parseFloat(getComputedStyle(e).fontSize), box = e.getBoundingClientRect();
		if (box.width < 2 * size && box.height > 3.5 * size) faults.push("a tall box of " + Math.round(box.width) + " × " + Math.round(box.height) + " px: " + place(e) + " (" + text(e) + ")");
	}
	// Lines that begin with a mark that ends or parts something, as "：目标" does.
	for (const e of document.querySelectorAll("h1, h2, h3, p, li, dd, .answer, .lead")) {
		if (!e.checkVisibility()) continue;
		const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
		let first = true;
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			for (let at = 0; at < node.length; at++) {
				const parts = node.data[at] === "·" && /\s/.test(node.data[at - 1] ?? " "); // of a list, and not within a name
				if (!first && (parts || "，。、；：！？”’）》〉」】".includes(node.data[at]))) {
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					const mark = range.getBoundingClientRect();
					if (mark.width > 0 && mark.left - e.getBoundingClientRect().left < 1) faults.push("a line begins with " + node.data[at] + ": " + place(e) + " (" + text(e) + ")");
				}
				first = false;
			}
		}
	}
	// A column that takes a third of a wide table for hardly anything.
	for (const table of document.querySelectorAll("main table")) {
		const rows = [...(table.tBodies[0]?.rows ?? [])].filter((r) => r.checkVisibility({ contentVisibilityAuto: true })).slice(0, 20);
		if (table.clientWidth < 700 || !rows.length || getComputedStyle(rows[0]).display !== "table-row") continue;
		for (let col = 0; col < rows[0].cells.length; col++) {
			const cells = [...rows, ...(table.tHead?.clientWidth > 2 ? table.tHead.rows : [])].map((r) => r.cells[col]).filter(Boolean);
			const filled = Math.max(...cells.map((c) => { range.selectNodeContents(c); return range.getBoundingClientRect().width; }));
			const width = cells[0].clientWidth;
			if (width > table.clientWidth / 3 && filled < width / 6) faults.push("a column of " + width + " px for " + Math.round(filled) + ": " + place(cells[0]) + " (" + text(cells[0]) + ")");
		}
	}
	return [...new Set(faults)].slice(0, 6);
})()`

// TestBrowserLayout walks all kinds of pages in both languages over the widths of
// phones and desks, in usual text, in large print, with the spacing of WCAG 1.4.12, and
// with text of twice the size (1.4.4) on a telephone and a desk.
func TestBrowserLayout(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.bypassPolicy(t)
	for _, language := range []string{"", "/en"} {
		for _, kind := range kinds {
			if language != "" && kind == "/404.html" {
				continue // the server has one for all languages
			}
			t.Run(language+kind, func(t *testing.T) {
				v.visit(t, address+language+kind)
				for _, text := range []string{"usual", "large", "spaced", "double"} {
					v.setText(t, text)
					widths := []int64{320, 360, 390, 480, 600, 704, 768, 900, 1024, 1200, 1280}
					if text == "double" {
						widths = []int64{375, 1280}
					}
					for _, width := range widths {
						v.resize(t, width)
						for _, f := range ask[[]string](t, v, measureLayout) {
							// A style does not move the widths at which the layout changes, as the
							// setting of a browser does: columns are narrower than readers have them.
							if text == "double" && !strings.HasPrefix(f, "scrolls sideways") {
								continue
							}
							t.Errorf("%s text, %d px: %s", text, width, f)
						}
					}
				}
			})
		}
	}
	t.Run("seen", func(t *testing.T) { v.seesNarrowText(t) })
}

// bypassPolicy lets a test put styles into the pages of a tab, as a reader's own style
// sheet does, which their Content-Security-Policy forbids.
func (v *tab) bypassPolicy(t *testing.T) {
	t.Helper()
	if _, err := chromedp.Call(v.ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
}

// setText sets the reader's kind of text: usual, large, spaced, or double, as a browser is
// set to 32 px.
func (v *tab) setText(t *testing.T, text string) {
	t.Helper()
	theme, style := "light", ""
	switch text {
	case "large":
		theme = "elder"
	case "spaced":
		style = textSpacing
	case "double":
		style = ":root { font-size: 200% }"
	}
	ask[bool](t, v, fmt.Sprintf(`((style) => {
		document.documentElement.dataset.theme = %q;
		style.id = "spacing";
		style.textContent = %q;
		document.head.append(style);
		return true;
	})(document.querySelector("#spacing") ?? document.createElement("style"))`, theme, style))
}

// seesNarrowText breaks a page: otherwise the silence about the others would mean
// nothing.
func (v *tab) seesNarrowText(t *testing.T) {
	t.Helper()
	v.resize(t, 1200)
	ask[bool](t, v, `(document.querySelector("main").insertAdjacentHTML("beforeend",
		"<p style='width: 100px'>" + "今年预期目标增长百分之五".repeat(3) + "</p><p style='width: 2000px'>x</p>" +
		"<h3 style='width: 6em'>工作报告<span style='display: inline-block'>目标目标</span><span style='display: inline-block'>：任务</span></h3>" +
		"<table style='width: 1000px; table-layout: fixed'><tr><td>1</td><td>x</td></tr></table>"), true)`)
	if found := ask[[]string](t, v, measureLayout); len(found) < 5 {
		t.Errorf("a broken page is reported as %q", found)
	}
}

// An amount stands on one line with its unit, however long the names of sources beside it.
func TestBrowserAmounts(t *testing.T) {
	browser := startBrowser(t)
	v := openTab(t, browser, true)
	v.visit(t, serveSite(t, "../examples/national")+"/indicators/gdp/")
	ask[bool](t, v, `[...document.querySelectorAll("table a")].forEach((a) => { a.textContent = "某某统计局关于某某年某某国民经济和社会发展的统计公报".repeat(4); }) || true`)
	for _, width := range []int64{375, 1024, 1280} {
		v.resize(t, width)
		type found struct {
			Amounts int      `json:"amounts"`
			Broken  []string `json:"broken"`
		}
		f := ask[found](t, v, `(() => {
			const out = { amounts: 0, broken: [] }, range = document.createRange();
			for (const cell of document.querySelectorAll("td.number")) {
				const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
				for (let text; (text = walk.nextNode());) {
					const amount = /[0-9][0-9.,]*\s?[^\s0-9（(，,]+/.exec(text.data);
					if (!amount || text.parentElement.closest(".when, .gap, .revised")) continue;
					range.setStart(text, amount.index);
					range.setEnd(text, amount.index + amount[0].length);
					out.amounts++;
					if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) out.broken.push(amount[0]);
				}
			}
			return out;
		})()`)
		if f.Amounts == 0 || len(f.Broken) > 0 {
			t.Errorf("%d px: of %d amounts these break: %q", width, f.Amounts, f.Broken)
		}
	}
}
