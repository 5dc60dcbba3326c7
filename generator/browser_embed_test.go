package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// hostPage is a page of another site with a chart in a frame, and what docs/output.md
// says about its height.
const hostPage = `<!DOCTYPE html><title>host</title><body><iframe src="%s" width="%d" height="150"></iframe><script>
addEventListener("message", (event) => {
  if (event.data.type !== "reportsite-height") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source) frame.height = event.data.height;
  }
});
</script>`

// TestBrowserEmbed puts a chart into the frame of another site: its display is the
// one that the address names, and the frame becomes as high as the chart.
func TestBrowserEmbed(t *testing.T) {
	browser := startBrowser(t)
	files := http.FileServer(http.Dir(buildSite(t, "..")))
	src, width := "", 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/host.html" {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, hostPage, src, width)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	v := openTab(t, browser, true)
	v.resize(t, 1000)
	for _, test := range []struct {
		query string
		dark  bool // the reader's system
		want  string
	}{
		{"", false, "light"}, {"", true, "dark"},
		{"?theme=light", true, "light"}, {"?theme=dark", false, "dark"}, {"?theme=nonsense", false, "light"},
	} {
		for _, width = range []int{720, 320} {
			src = "/embed/industry-output/" + test.query
			v.emulate(t, "")
			if test.dark {
				v.emulate(t, "", dark)
			}
			v.visit(t, server.URL+"/host.html")
			v.until(t, `document.querySelector("iframe").height !== "150"`)
			type view struct {
				Scheme string `json:"scheme"`
				Scroll int    `json:"scroll"` // pixels that do not fit
				Spare  int    `json:"spare"`  // pixels below the end
			}
			got := ask[view](t, v, `(({ contentDocument: doc }) => ({
				scheme: doc.defaultView.getComputedStyle(doc.documentElement).colorScheme,
				scroll: doc.documentElement.scrollHeight - doc.documentElement.clientHeight,
				spare: Math.round(doc.documentElement.clientHeight - doc.body.getBoundingClientRect().bottom),
			}))(document.querySelector("iframe"))`)
			if got.Scheme != test.want || got.Scroll > 0 || got.Spare > 20 {
				t.Errorf("%q, dark system %t, %d px: %+v, want %s", test.query, test.dark, width, got, test.want)
			}
		}
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
	v.visit(t, server.URL+"/embed/industry-output/")
	if ask[bool](t, v, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("by itself the page scrolls sideways")
	}
}

// The page for an unknown address is complete at any depth, also where nobody told
// the build the site's address.
func TestBrowserNotFound(t *testing.T) {
	browser := startBrowser(t)
	out := buildSite(t, "..")
	files := http.StripPrefix("/report", http.FileServer(http.Dir(out)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/report/2023/nowhere/at/all/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			page, err := os.ReadFile(filepath.Join(out, "404.html"))
			if err != nil {
				t.Error(err)
			}
			w.Write(page)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	v := openTab(t, browser, true)
	v.visit(t, server.URL+"/report/2023/nowhere/at/all/")
	if asked := v.requests(); len(asked) != 1 {
		t.Errorf("the page asks for %q", asked)
	}
	if ask[int](t, v, `document.querySelectorAll("a[href], link[href], script, svg use").length`) > 0 {
		t.Error("the page refers to what is not there")
	}
	for _, n := range v.noise() {
		t.Error(n)
	}
}
