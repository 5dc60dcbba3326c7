package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// running is a server over a folder whose page is the text of one file.
type running struct {
	url    string
	dir    string
	builds atomic.Int32
}

// start serves a folder: content/page.txt is the home page, and a text that
// holds "fault" is an error.
func start(t *testing.T) *running {
	t.Helper()
	r := &running{dir: t.TempDir()}
	r.write(t, "content/page.txt", "one")
	ctx, stop := context.WithCancel(t.Context())
	ready, done := make(chan string, 1), make(chan error, 1)
	go func() {
		done <- Run(ctx, Options{
			Addr:  "127.0.0.1:0",
			Roots: []string{filepath.Join(r.dir, "content"), filepath.Join(r.dir, "config.toml"), filepath.Join(r.dir, "absent")},
			Build: r.build,
			Ready: func(url string) { ready <- url },
		})
	}()
	select {
	case r.url = <-ready:
	case err := <-done:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	return r
}

func (r *running) build(context.Context, []string) (Site, error) {
	r.builds.Add(1)
	data, err := os.ReadFile(filepath.Join(r.dir, "content", "page.txt"))
	if err != nil {
		return Site{}, err
	}
	text := string(data)
	if strings.Contains(text, "fault") {
		return Site{Faults: []Fault{{Place: "content/page.txt:1:1", Level: "error", Message: text, Line: text}}}, nil
	}
	files := map[string]string{
		"index.html":       "<html><head></head><body>" + text + "</body></html>",
		"about/index.html": "<html><head></head><body>about</body></html>",
		"a.css":            "body{}",
		"404.html":         "<html><head></head><body>not here</body></html>",
	}
	return Site{File: func(path string) ([]byte, bool, []Fault, error) {
		if path == "broken" {
			return nil, false, nil, fmt.Errorf("the disk is full")
		}
		data, ok := files[path]
		return []byte(data), ok, nil, nil
	}}, nil
}

func (r *running) write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (r *running) get(t *testing.T, path string) (int, string, http.Header) {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Get(r.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(data), answer.Header
}

// listen gives the events of a page, the present state first.
func (r *running) listen(t *testing.T, page string) <-chan message {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, r.url+"_reportsite/events?page="+page, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	events := make(chan message, 64)
	go func() {
		defer close(events)
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var m message
				if json.Unmarshal([]byte(data), &m) == nil {
					events <- m
				}
			}
		}
	}()
	return events
}

// await waits for an event that fits.
func await(t *testing.T, events <-chan message, what string, fits func(message) bool) message {
	t.Helper()
	limit := time.After(10 * time.Second)
	for {
		select {
		case m, ok := <-events:
			if !ok {
				t.Fatalf("the events ended before %s", what)
			}
			if fits(m) {
				return m
			}
		case <-limit:
			t.Fatalf("no event: %s", what)
		}
	}
}

func TestFiles(t *testing.T) {
	r := start(t)
	for _, test := range []struct {
		path   string
		status int
		holds  string
		kind   string
	}{
		{"", 200, "one", "text/html; charset=utf-8"},
		{"index.html", 200, "one", "text/html; charset=utf-8"},
		{"about/", 200, "about", "text/html; charset=utf-8"},
		{"about", 301, "", ""},
		{"a.css", 200, "body{}", "text/css; charset=utf-8"},
		{"nothing/", 404, "not here", "text/html; charset=utf-8"},
		{"broken", 404, "not here", "text/html; charset=utf-8"},
		{"..%2f..%2fetc/passwd", 404, "not here", "text/html; charset=utf-8"},
		{"_reportsite/live.js", 200, "EventSource", "text/javascript; charset=utf-8"},
		{"_reportsite/../../serve.go", 307, "", ""},
	} {
		status, body, head := r.get(t, test.path)
		if status != test.status || !strings.Contains(body, test.holds) {
			t.Errorf("%q: status %d, body %q; want %d and %q", test.path, status, body, test.status, test.holds)
		}
		if test.kind != "" && head.Get("Content-Type") != test.kind {
			t.Errorf("%q has type %q, want %q", test.path, head.Get("Content-Type"), test.kind)
		}
	}
	_, body, head := r.get(t, "")
	if !strings.Contains(body, `data-page="index.html"`) || strings.Index(body, "live.js") > strings.Index(body, "</head>") {
		t.Errorf("the page does not listen: %s", body)
	}
	if head.Get("Cache-Control") != "no-store" {
		t.Error("browsers may keep the page")
	}
}

// A page of the web must not read the site through a name that it points here.
func TestOtherHostsAreRefused(t *testing.T) {
	r := start(t)
	for host, want := range map[string]int{"evil.example": 403, "localhost": 200, "127.0.0.1:1": 200, "[::1]:80": 200, "127.0.0.1.evil.example": 403} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, r.url, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = host
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("host %s: status %d, want %d", host, answer.StatusCode, want)
		}
	}
}

// A page of another site that is open in the editor's browser gets nothing of this one to
// run, show or read; a link from there leads here.
func TestPagesOfOtherSitesAreRefused(t *testing.T) {
	r := start(t)
	for _, path := range []string{"", "style.css", ours + "live.js", ours + "events"} {
		for _, test := range []struct {
			site, mode string
			want       bool
		}{
			{"", "", true}, {"same-origin", "no-cors", true}, {"same-origin", "cors", true}, {"none", "navigate", true}, {"cross-site", "navigate", true},
			{"cross-site", "no-cors", false}, {"cross-site", "cors", false}, {"cross-site", "same-origin", false}, {"cross-site", "", false},
		} {
			ctx, cancel := context.WithCancel(t.Context())
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(r.url, "/")+"/"+strings.TrimPrefix(path, "/"), nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Sec-Fetch-Site", test.site)
			request.Header.Set("Sec-Fetch-Mode", test.mode)
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			cancel() // an event stream has no end
			if refused := answer.StatusCode == http.StatusForbidden; refused == test.want {
				t.Errorf("/%s for %q, %q: status %d", path, test.site, test.mode, answer.StatusCode)
			}
			if test.want && answer.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" {
				t.Errorf("/%s for %q, %q: older browsers are not told whose it is", path, test.site, test.mode)
			}
		}
	}
}

func TestSaveFaultAndFix(t *testing.T) {
	r := start(t)
	events := r.listen(t, "index.html")
	first := <-events
	if len(first.Faults) > 0 {
		t.Fatalf("faults at the start: %v", first.Faults)
	}
	r.write(t, "content/page.txt", "two")
	second := await(t, events, "the saved page", func(m message) bool { return m.Hash != first.Hash })
	if _, body, _ := r.get(t, ""); !strings.Contains(body, "two") {
		t.Errorf("the page is %q", body)
	}
	r.write(t, "content/page.txt", "a fault")
	broken := await(t, events, "the fault", func(m message) bool { return len(m.Faults) == 1 })
	if broken.Hash != second.Hash || broken.Faults[0].Line != "a fault" {
		t.Errorf("the last good page is gone: %+v", broken)
	}
	if _, body, _ := r.get(t, ""); !strings.Contains(body, "two") {
		t.Errorf("the page is %q while there is a fault", body)
	}
	r.write(t, "content/page.txt", "three")
	await(t, events, "the fixed page", func(m message) bool { return len(m.Faults) == 0 && m.Hash != second.Hash })
}

// Programs replace files, rename and delete them, and make folders.
func TestEveryWayToChangeFiles(t *testing.T) {
	r := start(t)
	events := r.listen(t, "index.html")
	last := (<-events).Version
	next := func(what string) {
		t.Helper()
		m := await(t, events, what, func(m message) bool { return m.Version > last })
		time.Sleep(100 * time.Millisecond) // let the echo of the change pass
		for {
			select {
			case more := <-events:
				m = more
				continue
			default:
			}
			break
		}
		last = m.Version
	}
	path := func(name string) string { return filepath.Join(r.dir, "content", name) }
	r.write(t, "content/.page.txt.new", "replaced")
	if err := os.Rename(path(".page.txt.new"), path("page.txt")); err != nil {
		t.Fatal(err)
	}
	next("a replaced file")
	r.write(t, "content/new/deep/a.txt", "a")
	next("a file in new folders")
	r.write(t, "content/new/deep/a.txt", "b")
	next("a change in a new folder")
	if err := os.Rename(path("new"), path("old")); err != nil {
		t.Fatal(err)
	}
	next("a renamed folder")
	if err := os.RemoveAll(path("old")); err != nil {
		t.Fatal(err)
	}
	next("a deleted folder")
	if err := os.Remove(path("page.txt")); err != nil {
		t.Fatal(err)
	}
	m := await(t, events, "the missing page", func(m message) bool { return len(m.Faults) > 0 })
	last = m.Version
	r.write(t, "content/page.txt", "again")
	await(t, events, "the page is back", func(m message) bool { return m.Version > last && len(m.Faults) == 0 })
}

// Files that no build reads start none, and many saves at once start few.
func TestFewBuilds(t *testing.T) {
	r := start(t)
	events := r.listen(t, "index.html")
	<-events
	before := r.builds.Load()
	for _, name := range []string{"content/.swap", "content/page.txt~", "content/~$page.xlsx", "other.txt"} {
		r.write(t, name, "x")
	}
	time.Sleep(200 * time.Millisecond)
	if n := r.builds.Load(); n != before {
		t.Errorf("%d builds for files that no build reads", n-before)
	}
	for n := range 50 {
		r.write(t, "content/page.txt", fmt.Sprintf("save %d", n))
	}
	await(t, events, "the last save", func(message) bool {
		_, body, _ := r.get(t, "")
		return strings.Contains(body, "save 49")
	})
	if n := r.builds.Load() - before; n > 25 {
		t.Errorf("%d builds for 50 saves in a row", n)
	}
}

// A file that is not there yet is watched too, also a hidden one; others of its folder are
// not.
func TestFileThatComes(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, ".change")
	w, err := watch([]string{name, filepath.Join(dir, "none", "x")})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	builds := make(chan []string, 10)
	ctx, stop := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() { w.run(ctx, func(paths []string, _ time.Time) { builds <- paths }) })
	defer func() { stop(); done.Wait() }()
	for _, act := range []func() error{
		func() error { return os.WriteFile(name, nil, 0o644) },
		func() error { return os.Remove(name) },
	} {
		if err := os.WriteFile(filepath.Join(dir, ".other"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := act(); err != nil {
			t.Fatal(err)
		}
		select {
		case paths := <-builds:
			if len(paths) != 1 || paths[0] != name {
				t.Errorf("changed are %q", paths)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("no build")
		}
	}
}
