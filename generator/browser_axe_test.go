package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/chromedp/chromedp"
)

// webTools is the folder of the tools that check pages; .ci/run installs them.
const webTools = "../tools/web/node_modules"

// needTool gives the path of a tool; without it the test is skipped.
func needTool(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(webTools, filepath.FromSlash(name))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	need.Skip(t, "there is no %s: run npm ci in tools/web to check the pages with it", path)
	return ""
}

// kinds are a page of every kind.
var kinds = []string{
	"/", "/2024/", "/2024/goals/", "/2024/clusters/", "/2024/print/", "/indicators/", "/indicators/gdp/",
	"/indicators/industry-output/", "/status/", "/commitments/", "/method/", "/data/", "/changes/", "/about/",
	"/sitemap/", "/search/", "/404.html", "/embed/industry-output/",
}

// TestBrowserAccessibility runs axe-core with the rules of WCAG 2.2 AA over a
// page of every kind: in light, dark and large print, in forced colors after a choice,
// and with the text spacing of WCAG 1.4.12, on a phone and on a desk, in both languages.
func TestBrowserAccessibility(t *testing.T) {
	axe, err := os.ReadFile(needTool(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.bypassPolicy(t)
	for _, language := range []string{"", "/en"} {
		for _, page := range kinds {
			if language != "" && page == "/404.html" {
				continue // the server has one for all languages
			}
			for n, theme := range []string{"light", "dark", "elder", "dark", "light"} {
				if language != "" && n > 0 {
					break // the same colours and sizes
				}
				width := []int64{375, 1280, 375, 1280, 375}[n]
				kind := []string{"", "", "", " in forced colors", " with text spacing"}[n]
				t.Run(fmt.Sprintf("%s%s %s %d%s", language, page, theme, width, kind), func(t *testing.T) {
					v.resize(t, width)
					v.emulate(t, "")
					if n == 3 {
						v.emulate(t, "", forcedColors)
					}
					v.visit(t, address+language+page)
					if n == 4 {
						v.setText(t, "spaced")
					}
					ask[bool](t, v, fmt.Sprintf(`(document.documentElement.dataset.theme = %q, true)`, theme))
					ask[bool](t, v, laidOut)
					ask[bool](t, v, string(axe)+"; true")
					if n == 3 {
						// axe reads a property of text that forced colors leave as it was;
						// TestBrowserContrast looks at their contrast.
						v.axe(t, accessibleRules, "color-contrast")
						return
					}
					v.accessible(t)
				})
			}
		}
	}
}

// laidOut has a browser lay out all rows of a list. Those that no reader has come near
// have a place for their box alone: what is in them would seem to lie on other rows.
const laidOut = `(document.head.append(Object.assign(document.createElement("style"),
	{ textContent: "tr { content-visibility: visible !important }" })), true)`

// accessible checks the page by the rules of WCAG 2.2 AA.
func (v *tab) accessible(t *testing.T) {
	t.Helper()
	v.axe(t, accessibleRules)
}

// accessibleRules are the rules of WCAG 2.2 AA.
const accessibleRules = `{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }`

// axe runs some rules of axe-core, which the page has loaded, without those that are
// named after them, and reports what they find.
func (v *tab) axe(t *testing.T, rules string, without ...string) {
	t.Helper()
	off := ""
	for _, rule := range without {
		off += fmt.Sprintf("%q: { enabled: false }, ", rule)
	}
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	faults, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`axe.run({
		runOnly: `+rules+`,
		rules: { `+off+` },
	}).then((r) => r.violations.map((x) => x.id + ": " + x.help + " at " +
		x.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")))`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("run axe-core: %v", err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// TestValidHTML checks every page of both sites by the HTML standard.
func TestValidHTML(t *testing.T) {
	tool := needTool(t, ".bin/html-validate")
	for _, site := range []string{"..", "../examples/national"} {
		out := buildSite(t, site)
		check := exec.CommandContext(t.Context(), tool, "--config", "../tools/web/.htmlvalidate.json", "--formatter", "text", out+"/**/*.html")
		if report, err := check.CombinedOutput(); err != nil {
			lines := strings.Split(strings.TrimSpace(string(report)), "\n")
			t.Errorf("%s: %v\n%s", site, err, strings.Join(lines[:min(len(lines), 30)], "\n"))
		}
	}
}
