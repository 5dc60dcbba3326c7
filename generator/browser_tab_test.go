package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"reportsite/generator/internal/need"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patient is how long a page may take, on a machine that is busy with other
// tests.
const patient = time.Minute

// findBrowser is the path of Chromium; without one the test is skipped.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	need.Skip(t, "there is no Chromium on this machine: install it (Debian: apt-get install chromium) to test the pages in a browser")
	return ""
}

// chromium is the one browser of all tests, which takes seconds to start. It
// starts with the first test that needs it, and closes after the last.
var chromium struct {
	start sync.Once
	ctx   context.Context
	close func()
	err   error
}

// withBrowser runs the tests, closes the browser and takes away the sites that
// were built for it.
type withBrowser struct{ *testing.M }

func (m withBrowser) Run() int {
	status := m.M.Run()
	if chromium.close != nil {
		chromium.close()
	}
	if builtSites.root != "" {
		os.RemoveAll(builtSites.root)
	}
	return status
}

// startBrowser gives a test a place of its own in Chromium, with its own memory
// of sites; each visit gets a tab of it.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := findBrowser(t)
	chromium.start.Do(func() {
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path),
			chromedp.DisableGPU,
			chromedp.NoSandbox, // a container's root has no other choice, and the pages are ours
			chromedp.Flag("disable-component-update", true),
			chromedp.Flag("disable-quic", true),
			// Nothing of a page may come from elsewhere: other hosts do not exist.
			chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		)
		ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, cancel := chromedp.NewContext(ctx)
		chromium.ctx, chromium.close = ctx, func() { cancel(); stop() }
		chromium.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
	})
	if chromium.err != nil {
		t.Fatalf("start Chromium: %v", chromium.err)
	}
	ctx, cancel := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("open a window: %v", err)
	}
	return ctx
}

// builtSites are the sites that tests have built, by the folder of their content.
// They are never written to.
var builtSites struct {
	sync.Mutex
	root    string // where they lie
	folders map[string]string
}

// buildSite gives the folder of a built site.
func buildSite(t *testing.T, site string) string {
	t.Helper()
	builtSites.Lock()
	defer builtSites.Unlock()
	if out, ok := builtSites.folders[site]; ok {
		return out
	}
	if builtSites.folders == nil {
		root, err := os.MkdirTemp("", "reportsite-")
		if err != nil {
			t.Fatal(err)
		}
		builtSites.root, builtSites.folders = root, map[string]string{}
	}
	out := filepath.Join(builtSites.root, strconv.Itoa(len(builtSites.folders)), "public")
	if err := os.Mkdir(filepath.Dir(out), 0o755); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	args := []string{"generator", "-C", site, "-templates", "../templates", "-out", out}
	if code := run(t.Context(), args, io.Discard, &said); code != exitOK {
		t.Fatalf("the site does not build: exit status %d\n%s", code, said.String())
	}
	builtSites.folders[site] = out
	return out
}

// serveSite serves a built site on loopback; it returns the address
// without a slash at its end.
func serveSite(t *testing.T, site string) string {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir(buildSite(t, site))))
	t.Cleanup(server.Close)
	return server.URL
}

// tab is a tab of the browser and what its page has done that a quiet page does
// not do.
type tab struct {
	ctx   context.Context
	mu    sync.Mutex
	host  string   // of the page
	asked []string // addresses that the page has asked for
	loud  []string // what the console said, and requests that should not be
}

// openTab opens a tab for pages with or without their scripts.
func openTab(t *testing.T, browser context.Context, scripts bool) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	v := &tab{ctx: ctx}
	if err := chromedp.Listen(ctx, v.listen); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	off := emulation.SetScriptExecutionDisabledParams{Value: !scripts}
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, off); err != nil {
		t.Fatal(err)
	}
	return v
}

// visit opens a page in the tab and waits until it is loaded.
func (v *tab) visit(t *testing.T, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	v.mu.Lock()
	v.host, v.asked, v.loud = u.Host, nil, nil
	v.mu.Unlock()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	response, err := chromedp.Run(ctx, chromedp.NavigateResponse(address))
	if err != nil {
		t.Fatalf("open %s: %v", address, err)
	}
	if response.Status != http.StatusOK {
		t.Fatalf("%s answers %d", address, response.Status)
	}
}

// resize makes the window so many CSS pixels wide.
func (v *tab) resize(t *testing.T, width int64) {
	t.Helper()
	if err := chromedp.Do(v.ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
}

// emulate makes the page believe in a medium, "" for the screen, and in what the
// reader prefers.
func (v *tab) emulate(t *testing.T, medium string, features ...*emulation.MediaFeature) {
	t.Helper()
	params := emulation.SetEmulatedMediaParams{Media: medium, Features: features}
	if _, err := chromedp.Call(v.ctx, emulation.SetEmulatedMedia, params); err != nil {
		t.Fatal(err)
	}
}

// before runs a script in each page that the tab opens, before the page's own.
func (v *tab) before(t *testing.T, script string) {
	t.Helper()
	params := page.AddScriptToEvaluateOnNewDocumentParams{Source: script}
	if _, err := chromedp.Call(v.ctx, page.AddScriptToEvaluateOnNewDocument, params); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates an expression in the page; that works without its scripts too.
func ask[T any](t *testing.T, v *tab, expression string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patient)
	defer cancel()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("ask the page: %v", err)
	}
	return answer
}

// press presses a key.
func (v *tab) press(t *testing.T, key string) {
	t.Helper()
	if err := chromedp.Do(v.ctx, chromedp.KeyEvent(key)); err != nil {
		t.Fatal(err)
	}
}

// listen notes everything that a quiet page does not do. It runs within the
// tab's loop of messages.
func (v *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, cmp.Or(string(a.Value), a.Description))
		}
		v.note("console.%s: %s", e.Type, strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		v.note("exception: %s", e.ExceptionDetails.Text)
	case *log.EventEntryAdded: // violations of the Content-Security-Policy among them
		v.note("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL)
	case *network.EventLoadingFailed:
		v.note("a %s failed to load: %s", e.Type, e.ErrorText)
	case *network.EventRequestWillBeSent:
		v.sent(e.Request.URL)
		u, err := url.Parse(e.Request.URL)
		switch {
		case err != nil || u.Scheme != "data" && u.Host != v.hostNow():
			v.note("a request to another host: %s", e.Request.URL)
		case e.Type == network.ResourceTypeImage || e.Type == network.ResourceTypeFont || e.Type == network.ResourceTypeMedia:
			v.note("the page should need no %s: %s", e.Type, e.Request.URL)
		}
	}
}

func (v *tab) sent(address string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.asked = append(v.asked, address)
}

func (v *tab) note(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.loud = append(v.loud, fmt.Sprintf(format, args...))
}

func (v *tab) hostNow() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.host
}

// noise is what the page has said so far.
func (v *tab) noise() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.loud)
}
