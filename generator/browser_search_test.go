package main

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/synth"
)

// searchSize is the environment variable with the number of indicators that
// TestBrowserSearchLarge searches.
const searchSize = "REPORTSITE_SEARCH_INDICATORS"

// TestBrowserSearchLarge searches a large site in a browser and reports what that
// takes: the bytes that were fetched, the time from the first key to the first
// result (with the loading of the data) and of later words, and the memory. The
// times do not decide (docs/performance.md has figures), the results do. Only what
// a search asks for is made of the site.
func TestBrowserSearchLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("a large site takes some seconds to prepare; run without -short")
	}
	n := largeBy(t, searchSize)
	browser := startBrowser(t)
	address, fetched := serveOnDemand(t, n)
	v := openTab(t, browser, true)
	v.resize(t, 375)
	v.visit(t, address+"/search/index.html")
	if _, err := chromedp.Call(v.ctx, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
		t.Fatal(err)
	}
	before := v.heap(t)
	last := "合成指标" + strconv.Itoa(n-1)
	for _, test := range []struct {
		words, first string // first is in the first result; "" where nothing is to be found
	}{
		{"合成指标", "合成指标"}, // in every title
		{last, last},
		{"预先通知", ""},
		{"提前通知", "提前通知"},  // in the text of most
		{"合成章节 车间", "车间"}, // a title and a text
		{"雾", "雾"},
	} {
		busy := v.busy(t)
		took := v.search(t, test.words)
		busy = v.busy(t) - busy
		found := ask[[]string](t, v, `[...document.querySelectorAll("[data-results] li")].map((li) => li.textContent)`)
		if (len(found) > 0) != (test.first != "") || len(found) > 0 && !strings.Contains(found[0], test.first) {
			t.Errorf("%s finds %.200q", test.words, found)
		}
		raw, packed := fetched.sizes(t)
		t.Logf("%d indicators, %s: first result after %.0f ms, all after %.0f ms with %.0f ms of work (%d shown); fetched %.0f kB, gzipped %.0f kB",
			n, test.words, took.First, took.All, busy, len(found), float64(raw)/1000, float64(packed)/1000)
	}
	t.Logf("%d indicators: %.1f MB of memory, %.1f MB before", n, v.heap(t), before)
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// search types words and gives the milliseconds until the first results or the
// word that there is none are painted, and until all are found.
func (v *tab) search(t *testing.T, words string) (took struct{ First, All float64 }) {
	t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	expression := `new Promise((done) => {
		const input = document.querySelector("[data-search] input");
		const list = document.querySelector("[data-results]");
		const status = document.querySelector("[data-search-status]");
		list.replaceChildren();
		status.textContent = "";
		const began = performance.now();
		let First;
		const look = () => {
			if (list.children.length || status.textContent && list.ariaBusy !== "true") {
				First ??= performance.now() - began;
			}
			if (First && list.ariaBusy !== "true") {
				done({ First, All: performance.now() - began });
			} else {
				requestAnimationFrame(look);
			}
		};
		input.value = ` + strconv.Quote(words) + `;
		input.dispatchEvent(new Event("input", { bubbles: true }));
		requestAnimationFrame(look);
	})`
	took, err := chromedp.Run(ctx, chromedp.Evaluate[struct{ First, All float64 }](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("search for %s: %v", words, err)
	}
	return took
}

// busy is how long the page's main thread has worked, in milliseconds: unlike the
// time that a reader waits, it does not grow with the machine's other work.
func (v *tab) busy(t *testing.T) float64 {
	t.Helper()
	all, err := chromedp.Call(v.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all.Metrics {
		if m.Name == "TaskDuration" {
			return 1000 * m.Value
		}
	}
	t.Fatal("the browser does not tell how long it works")
	return 0
}

// heap is the memory of the page's scripts in megabytes.
func (v *tab) heap(t *testing.T) float64 {
	t.Helper()
	if _, err := chromedp.Call(v.ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	use, err := chromedp.Call(v.ctx, runtime.GetHeapUsage, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	return use.UsedSize / 1e6
}

// fetches are the data files of a search, and which of them a browser has asked
// for.
type fetches struct {
	files map[string][]byte
	mu    sync.Mutex
	asked map[string]bool
}

// sizes are the bytes of all of them, as they are and gzipped at level 9.
func (f *fetches) sizes(t *testing.T) (raw, packed int) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	for name := range f.asked {
		data := f.files[name]
		raw, packed = raw+len(data), packed+gzipped(t, data)
	}
	return raw, packed
}

// serveOnDemand serves a synthetic site of n indicators, of which it makes the
// files that are asked for.
func serveOnDemand(t *testing.T, n int) (address string, search *fetches) {
	t.Helper()
	dir := t.TempDir()
	if err := synth.Write(dir, n); err != nil {
		t.Fatal(err)
	}
	b := build.Builder{Options: build.Options{Folder: dir, Templates: "../templates", Jobs: 2}}
	site, diags, err := b.Site(t.Context())
	if err != nil || site == nil {
		t.Fatalf("the site cannot be made: %v %v", diags, err)
	}
	search = &fetches{files: map[string][]byte{}, asked: map[string]bool{}}
	name := "search/index.js" // made before they are asked for, as those of a built site
	for n := 0; ; n++ {
		data, ok, _, err := site.Make(name)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			break
		}
		search.files[name] = bytes.Clone(data)
		name = fmt.Sprintf("search/text-%d.js", n)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		data, ok := search.files[name]
		if ok {
			search.mu.Lock()
			search.asked[name] = true
			search.mu.Unlock()
		} else if data, ok, _, _ = site.Make(name); !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		_, _ = w.Write(data) // a page that is gone needs none
	}))
	t.Cleanup(server.Close)
	return server.URL, search
}

// TestBrowserSearchFinds searches the report of this repository as people type:
// what they look for stands first.
func TestBrowserSearchFinds(t *testing.T) {
	browser := startBrowser(t)
	address := serveSite(t, "..")
	v := openTab(t, browser, true)
	v.resize(t, 375)
	for _, test := range []struct{ page, words, first string }{
		{"/search/", "集群", "产业集群"}, // the section, before those that only speak of them
		{"/search/", "工业增加值", "规模以上工业增加值增速"},
		{"/search/", "12%", "进出口总额增速"}, // the figure itself, before 12%以上
		{"/search/", "１２％", "进出口总额增速"},
		{"/search/", "GDP", "地区生产总值增速"}, // by its name in the other language
		{"/search/", "ＧＤＰ", "地区生产总值增速"},
		{"/search/", "5G工厂", "新增5G全连接工厂"}, // nothing has these very words
		{"/search/", "5g", "新增5G全连接工厂"},
		{"/search/", "锂", "锂电产业产值"},           // one character
		{"/search/", "池", "发展锂电池材料、原料药等精细化工"}, // one that begins no pair
		{"/search/", "工业 总产值", "规模以上工业总产值"},
		{"/search/", "  总产值   工业", "规模以上工业总产值"},
		{"/search/", "「新型工业化大推进」", "落实“新型工业化大推进”战略"},
		{"/search/", "总量，工业。", "总量与工业"},
		{"/search/", "1,921", "总产值目标"},
		{"/search/", "数智", "数智化"},
		{"/search/", "產業集群", "产业集群"}, // in traditional characters
		{"/search/", "鋰電產業產值", "锂电产业产值"},
		{"/search/", "全年目标", "全年预期目标"}, // similar
		{"/search/", "招商引资", "招引30亿元以上项目"},
		{"/search/", "没有这样的词句", ""},
		{"/en/search/", "GDP", "Growth of regional GDP"},
		{"/en/search/", "cluster", "Industrial clusters"},
		{"/en/search/", "Lithium", "Output of the lithium battery industry"},
		{"/en/search/", "industrial OUTPUT", "Output of industrial enterprises above designated size"},
		{"/en/search/", "12%", "Growth of total imports and exports"},
		{"/en/search/", "集群", "Industrial clusters"}, // by its name in Chinese
		{"/en/search/", "xyzzy", ""},
	} {
		if ask[string](t, v, "location.pathname") != test.page {
			v.visit(t, address+test.page)
		}
		v.search(t, test.words)
		first := ask[string](t, v, `document.querySelector("[data-results] a")?.lastElementChild.textContent ?? ""`)
		if first != test.first {
			t.Errorf("%s: %q finds %q first, want %q", test.page, test.words, first, test.first)
		}
		if test.first != "" && ask[int](t, v, `document.querySelectorAll("[data-results] li:first-child mark").length`) == 0 {
			t.Errorf("%s: nothing is marked in the first result of %q", test.page, test.words)
		}
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}

// TestBrowserSearchFromDisk searches a site that was opened from a disk, where browsers
// load scripts and nothing else.
func TestBrowserSearchFromDisk(t *testing.T) {
	browser := startBrowser(t)
	out := buildSite(t, "..")
	v := openTab(t, browser, true)
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	page := "file://" + filepath.ToSlash(filepath.Join(out, "search", "index.html"))
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	v.search(t, "工业增加值")
	link := ask[string](t, v, `document.querySelector("[data-results] a")?.href ?? ""`)
	if file := strings.TrimPrefix(link, "file://"); !strings.HasPrefix(file, filepath.ToSlash(out)) || !exists(strings.Split(file, "#")[0]) {
		t.Errorf("the first result leads to %q", link)
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}

func exists(path string) bool {
	_, err := os.Stat(filepath.FromSlash(path))
	return err == nil
}
