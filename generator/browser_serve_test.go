package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"reportsite/generator/internal/synth"
)

// TestBrowserServe edits a section while it is open in a browser: the page
// shows the change and keeps its place, a fault stands over the last good page
// with its line and the fix, and goes when it is fixed. The time from the
// saved file to the repainted page is told and does not decide
// (docs/performance.md has figures).
func TestBrowserServe(t *testing.T) {
	browser := startBrowser(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile("../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), config, 0o644); err != nil {
		t.Fatal(err)
	}
	editInBrowser(t, openTab(t, browser, true), dir, "content/2024/01-goals.md", "2024/goals/")
}

// serveSize is the environment variable with the number of indicators of
// TestBrowserServeLarge.
const serveSize = "REPORTSITE_SERVE_INDICATORS"

// TestBrowserServeLarge is the same with a large site: 1 000 indicators where
// nothing else is asked for.
func TestBrowserServeLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("a large site takes some seconds to prepare; run without -short")
	}
	browser := startBrowser(t)
	dir := t.TempDir()
	if err := synth.Write(dir, largeBy(t, serveSize)); err != nil {
		t.Fatal(err)
	}
	editInBrowser(t, openTab(t, browser, true), dir, "content/2024/001-section-001.md", "2024/section-001/")
}

// largeBy is the number of indicators that an environment variable asks for.
func largeBy(t *testing.T, variable string) int {
	t.Helper()
	s := os.Getenv(variable)
	if s == "" {
		return 1000
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%s: %v", variable, err)
	}
	return n
}

func editInBrowser(t *testing.T, v *tab, dir, file, page string) {
	t.Helper()
	url := serveFor(t, dir)
	file = filepath.Join(dir, filepath.FromSlash(file))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	save := func(more string) time.Time {
		t.Helper()
		if err := os.WriteFile(file, []byte(text+more), 0o644); err != nil {
			t.Fatal(err)
		}
		return time.Now()
	}
	v.resize(t, 1280)
	v.visit(t, url+page)
	scrolled := ask[int](t, v, `(scrollTo({ top: 300, behavior: "instant" }), scrollY)`)
	if scrolled == 0 {
		t.Fatal("the page is too short to scroll")
	}
	words := []string{"甲处已改", "乙处已改", "丙处已改", "丁处已改"}
	for _, w := range words {
		since := save("\n" + w + "。\n")
		v.until(t, `document.querySelector("main").textContent.includes("`+w+`")`)
		t.Logf("%s: %d ms from the saved file to the repainted page", page, time.Since(since).Milliseconds())
	}
	v.until(t, `Math.abs(scrollY - 300) < 2`)
	save("\n[坏链接](indicator:nothing-like-it)\n")
	v.until(t, `document.querySelector(".reportsite-overlay")?.textContent.includes("nothing-like-it")`)
	if !ask[bool](t, v, `document.querySelector("main").textContent.includes("丁处已改")`) {
		t.Error("the last good page is gone")
	}
	place := ask[string](t, v, `document.querySelector(".reportsite-place").textContent`)
	if !strings.Contains(place, filepath.Base(file)+":") {
		t.Errorf("the fault's place is %q", place)
	}
	save("\n改好了。\n")
	v.until(t, `!document.querySelector(".reportsite-overlay") && document.querySelector("main").textContent.includes("改好了")`)
}

// serveFor runs the dev server on a site until the test ends, and gives its
// address.
func serveFor(t *testing.T, dir string) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	said := &output{until: "http://127.0.0.1:"}
	ready := make(chan struct{})
	said.stop = func() { close(ready) }
	done := make(chan int, 1)
	go func() {
		args := []string{"generator", "serve", "-C", dir, "-templates", "../templates", "-addr", "127.0.0.1:0", "-lang", "en"}
		done <- run(ctx, args, io.Discard, said)
	}()
	t.Cleanup(func() {
		stop()
		if code := <-done; code != exitOK {
			t.Errorf("serve ends with status %d", code)
		}
	})
	select {
	case <-ready:
	case code := <-done:
		done <- code
		t.Fatalf("serve ends with status %d:\n%s", code, said.String())
	case <-time.After(patient):
		t.Fatalf("serve is not ready:\n%s", said.String())
	}
	_, rest, _ := strings.Cut(said.String(), "http://")
	address, _, _ := strings.Cut(rest, " ")
	return "http://" + strings.TrimSpace(address)
}

// until waits until a condition of the page holds. A page that is being replaced
// has no condition.
func (v *tab) until(t *testing.T, condition string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	for ctx.Err() == nil {
		if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+condition+")")); err == nil && ok {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	t.Fatalf("the page never fulfils %s", condition)
}
