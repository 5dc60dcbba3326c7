package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"golang.org/x/net/html"
)

// gzipped is how many bytes data has on the way to a reader.
func gzipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// needs are the files that a page loads by itself: style sheets, scripts and the
// icon, as paths of the site.
func needs(t *testing.T, page string, data []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for n := range root.Descendants() {
		attrs := map[string]string{}
		for _, a := range n.Attr {
			attrs[a.Key] = a.Val
		}
		href := ""
		switch {
		case n.Data == "script":
			href = attrs["src"]
		case n.Data == "link" && slices.Contains([]string{"stylesheet", "icon", "preload", "modulepreload"}, attrs["rel"]):
			href = attrs["href"]
		case n.Data == "img" || n.Data == "iframe" || n.Data == "object" || n.Data == "video" || n.Data == "source":
			t.Errorf("%s: a page should need no <%s>", page, n.Data)
		}
		if href != "" {
			files = append(files, path.Join(path.Dir(page), href))
		}
	}
	return files
}

// Pages are light: an indicator's at most 25 kB before anybody reaches for
// anything, the home page's 40 kB, gzipped and with all that they load.
func TestPageWeight(t *testing.T) {
	for _, site := range []string{"..", "../examples/national"} {
		out := os.DirFS(buildSite(t, site))
		sizes := map[string]int{}
		weigh := func(file string) []byte {
			data, err := fs.ReadFile(out, file)
			if err != nil {
				t.Fatal(err)
			}
			if sizes[file] == 0 {
				sizes[file] = gzipped(t, data)
			}
			return data
		}
		pages := map[string]int{"index.html": 40_000, "en/index.html": 40_000}
		for _, pattern := range []string{"indicators/*/index.html", "en/indicators/*/index.html"} {
			found, err := fs.Glob(out, pattern)
			if err != nil || len(found) == 0 {
				t.Fatalf("%s: no %s: %v", site, pattern, err)
			}
			for _, page := range found {
				pages[page] = 25_000
			}
		}
		heaviest := map[int]int{}
		for _, page := range slices.Sorted(maps.Keys(pages)) {
			files := needs(t, page, weigh(page))
			sum := sizes[page]
			for _, file := range files {
				weigh(file)
				sum += sizes[file]
			}
			if sum > pages[page] {
				t.Errorf("%s: %s weighs %d bytes, want at most %d", site, page, sum, pages[page])
			}
			heaviest[pages[page]] = max(heaviest[pages[page]], sum)
		}
		t.Logf("%s: the heaviest indicator's page has %d bytes, the home page %d", site, heaviest[25_000], heaviest[40_000])
	}
}

// watchShifts adds up what moves on a page by itself or after a reader's act.
const watchShifts = `{
	globalThis.shifts = [];
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) {
			const what = e.sources.map((s) => (s.node?.nodeType === Node.TEXT_NODE ? s.node.parentElement : s.node)?.outerHTML.slice(0, 90) ?? "?");
			shifts.push({ value: e.value, what: what.join("; ") });
		}
	}).observe({ type: "layout-shift", buffered: true });
}`

// settled is true when two frames have been painted since.
const settled = `(globalThis.waited = globalThis.waited ?? (requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.calm = true))), 1), globalThis.calm)`

// scrollThrough goes down the page by half windows, and back to its top.
const scrollThrough = `((down) => {
	globalThis.scrolled = false;
	const step = () => {
		scrollTo(0, (down += innerHeight / 2));
		if (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
			requestAnimationFrame(() => requestAnimationFrame(step));
		} else {
			scrollTo(0, 0);
			requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.scrolled = true)));
		}
	};
	step();
	return true;
})(0)`

// TestBrowserStill opens pages whose scripts come late, wakes their charts, and
// watches: nothing is loaded beside what the page names, nothing but the chart's
// own files afterwards, and nothing ever moves.
func TestBrowserStill(t *testing.T) {
	browser := startBrowser(t)
	out := buildSite(t, "..")
	server := httptest.NewServer(slowScripts(http.FileServer(http.Dir(out))))
	defer server.Close()
	v := openTab(t, browser, true)
	v.before(t, watchShifts)
	v.emulate(t, "", &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	for _, width := range []int64{375, 1280} {
		v.resize(t, width)
		for _, page := range []string{
			"/", "/2024/clusters/", "/indicators/", chartPage, "/status/", "/commitments/", "/search/",
			"/en/", "/en" + chartPage, "/en/status/",
		} {
			t.Run(fmt.Sprintf("%s %d", page, width), func(t *testing.T) { v.still(t, server.URL, page, out) })
		}
	}
	t.Run("seen", func(t *testing.T) { v.seesShifts(t) })
}

// slowScripts lets scripts come after the first paint; the one in the head that
// the paint waits for comes at once.
func slowScripts(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") && !strings.Contains(r.URL.Path, "theme.") {
			time.Sleep(150 * time.Millisecond)
		}
		files.ServeHTTP(w, r)
	})
}

func (v *tab) still(t *testing.T, address, page, out string) {
	t.Helper()
	file := strings.TrimPrefix(page, "/") + "index.html"
	data, err := fs.ReadFile(os.DirFS(out), file)
	if err != nil {
		t.Fatal(err)
	}
	v.visit(t, address+page)
	v.until(t, settled)
	allowed := append(needs(t, file, data), strings.TrimPrefix(page, "/"))
	for _, asked := range v.requests() {
		if !slices.Contains(allowed, asked) {
			t.Errorf("loaded before anybody reaches for it: %s", asked)
		}
	}
	v.unmoved(t, "while it loads")
	ask[bool](t, v, scrollThrough)
	v.until(t, `globalThis.scrolled`)
	v.unmoved(t, "while it is read")
	for n := range ask[int](t, v, `document.querySelectorAll(".live-tools button").length`) {
		ask[bool](t, v, fmt.Sprintf(`(document.querySelectorAll("figure[data-live]")[%d].querySelector(".live-tools button").focus(), globalThis.waited = undefined, globalThis.calm = false, true)`, n))
		v.until(t, fmt.Sprintf(`document.querySelectorAll(".live canvas").length > %d`, n))
		ask[bool](t, v, `(document.activeElement.blur(), true)`)
		v.until(t, settled)
	}
	v.unmoved(t, "when its charts come alive")
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// unmoved tells what has moved. The sum is that of the web's Cumulative Layout
// Shift, of which readers are said to notice a tenth. A thousandth is left for a
// page that is painted before all of it has come.
func (v *tab) unmoved(t *testing.T, when string) {
	t.Helper()
	type shift struct {
		Value float64 `json:"value"`
		What  string  `json:"what"`
	}
	list, sum := ask[[]shift](t, v, `shifts.splice(0)`), 0.0
	for _, s := range list {
		sum += s.Value
	}
	if sum < 0.001 {
		return
	}
	for _, s := range list {
		t.Errorf("the page moves %s, by %.4f: %s", when, s.Value, s.What)
	}
}

// requests are the files that the page has asked for, without the site's
// address.
func (v *tab) requests() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	var files []string
	for _, address := range v.asked {
		if u, err := url.Parse(address); err == nil && u.Scheme != "data" {
			files = append(files, strings.TrimPrefix(u.Path, "/"))
		}
	}
	return files
}

// seesShifts opens a page that moves: otherwise the calm of the others would
// mean nothing.
func (v *tab) seesShifts(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<!DOCTYPE html><title>x</title><p>still</p>
			<script>setTimeout(() => document.body.prepend(Object.assign(document.createElement("div"), { style: "height: 200px" })), 200)</script>`)
	}))
	defer server.Close()
	v.visit(t, server.URL+"/")
	v.until(t, `shifts.length`)
}
