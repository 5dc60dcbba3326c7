//go:build linux

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// browser is Chromium with one tab, the server whose pages it opens, and what a page did in
// it that it must not do.
type browser struct {
	ctx     context.Context
	close   func()
	address string // of the server, "http://127.0.0.1:port"; the same for every site, since Chromium may ask for the icon of a page that was left

	mu   sync.Mutex
	site http.Handler // what the server hands out
	bad  []string
}

// watch is run before a page's own scripts: it notes what hostile text would bring about.
const watch = `
window.tortured = [];
window.canary = n => { window.tortured.push('the text of field ' + n + ' ran'); };
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => { window.tortured.push(name + ' was called'); };
document.addEventListener('securitypolicyviolation', e => window.tortured.push('the policy was violated: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
`

// startBrowser starts Chromium; nil says that there is none.
func startBrowser(ctx context.Context, t *torture) (*browser, error) {
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil && program == "" {
			program = found
		}
	}
	if program == "" {
		return nil, nil
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.DisableGPU,
		chromedp.NoSandbox, // root has no other choice; the pages come from this machine
		chromedp.UserDataDir(t.work+"/chromium"),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, cancel := chromedp.NewContext(ctx)
	b := &browser{ctx: ctx}
	server := httptest.NewServer(b)
	b.address, b.close = server.URL, func() { cancel(); stop(); server.Close() }
	fail := func(err error) (*browser, error) {
		b.close()
		return nil, fmt.Errorf("start Chromium: %w", err)
	}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		return fail(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return fail(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		return fail(err)
	}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		return fail(err)
	}
	return b, nil
}

// ServeHTTP hands out a file of the site that is open.
func (b *browser) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	site := b.site
	b.mu.Unlock()
	if site == nil {
		http.NotFound(w, r)
		return
	}
	site.ServeHTTP(w, r)
}

func (b *browser) listen(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	u, err := url.Parse(e.Request.URL)
	if b.site != nil && (err != nil || u.Scheme != "data" && u.Scheme != "blob" && u.Scheme+"://"+u.Host != b.address) {
		b.bad = append(b.bad, fmt.Sprintf("a request to %.100s", e.Request.URL))
	}
}

// open opens pages of a site as a web server hands them out with the headers of its
// manifest, and says what they did.
func (b *browser) open(ctx context.Context, site tree, percent int) (pages int, err error) {
	handler, err := hosted(site)
	if err != nil {
		return 0, err
	}
	b.mu.Lock()
	b.site, b.bad = handler, nil
	b.mu.Unlock()
	for n, name := range slices.Sorted(maps.Keys(site)) {
		if path.Ext(name) != ".html" || percent < 100 && n*percent%100 >= percent {
			continue
		}
		if err := ctx.Err(); err != nil {
			return pages, err
		}
		found, err := b.visit(b.address + "/" + name)
		if err != nil {
			return pages, fmt.Errorf("open %s: %w", name, err)
		}
		if len(found) > 0 {
			return pages, breachf("%s: %s", name, strings.Join(found, "; "))
		}
		pages++
	}
	return pages, nil
}

func (b *browser) visit(address string) ([]string, error) {
	ctx, cancel := context.WithTimeout(b.ctx, 2*time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	// Handlers wait for a reader's pointer: they are looked for.
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`(() => {
		for (const e of document.querySelectorAll('*')) {
			if (e.getAttributeNames().some(a => a.startsWith('on'))) window.tortured.push(e.tagName + ' has a handler');
		}
		return window.tortured;
	})()`))
	b.mu.Lock()
	defer b.mu.Unlock()
	return append(found, b.bad...), err
}

// hosted serves a site with the headers of its manifest.
func hosted(site tree) (http.Handler, error) {
	var m struct {
		Headers []struct {
			Path string
			Set  []struct{ Name, Value string }
		}
	}
	if err := json.Unmarshal([]byte(site["manifest.json"]), &m); err != nil {
		return nil, fmt.Errorf("read the headers of the site: %w", err)
	}
	if len(m.Headers) == 0 {
		return nil, errors.New("the manifest of the site has no headers")
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		text, ok := site[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		for _, rule := range m.Headers {
			if before, any := strings.CutSuffix(rule.Path, "*"); rule.Path == r.URL.Path || any && strings.HasPrefix(r.URL.Path, before) {
				for _, line := range rule.Set {
					w.Header().Add(line.Name, line.Value)
				}
			}
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		w.Write([]byte(text))
	}), nil
}
