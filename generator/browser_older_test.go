package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/andybalholm/brotli"
)

// olderBrowsers is the folder of browsers of 2019 and 2020; .ci/run installs them.
const olderBrowsers = "../tools/older/node_modules"

// TestBrowserOlder opens a page of every kind in real browsers of 2019 and 2020, in
// which nothing may be missing: styles, icons, one drawing for each chart, scripts. The
// pages look at themselves, see testdata/older.js: a browser of that age cannot be
// driven as today's are.
func TestBrowserOlder(t *testing.T) {
	out := buildSite(t, "..")
	for _, version := range []string{"79", "86"} {
		t.Run("chromium "+version, func(t *testing.T) {
			answer := visitOlder(t, version, out)
			if !strings.Contains(answer.Agent, "Chrome/"+version+".") {
				t.Errorf("the browser is %s", answer.Agent)
			}
			for _, fault := range answer.Report {
				t.Error(fault)
			}
		})
	}
}

// A page without style, with a script that fails, is reported: otherwise the silence
// about the others would mean nothing.
func TestBrowserOlderHearsFaults(t *testing.T) {
	out := t.TempDir()
	const page = `<!DOCTYPE html><html><head><title>x</title></head><body><p style="width: 2000px">x</p><svg class="icon"></svg>
		<div class="drawing"></div><select data-theme-switch><option value="elder"></select><script src="a.js"></script>`
	for name, text := range map[string]string{"index.html": page, "a.js": "a?.b"} {
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	heard := strings.Join(visitOlder(t, "79", out).Report, "\n")
	for _, want := range []string{"no style", "scrolls sideways", "an icon of 300", "0 drawings", "a script fails: SyntaxError", "does not come alive"} {
		if !strings.Contains(heard, want) {
			t.Errorf("not heard: %s\n%s", want, heard)
		}
	}
}

// olderAnswer is what the pages said of themselves.
type olderAnswer struct {
	Agent  string   `json:"agent"`
	Report []string `json:"report"`
}

// visitOlder has an older browser open the pages of a built site.
func visitOlder(t *testing.T, version, out string) olderAnswer {
	t.Helper()
	browser := unpackOlder(t, version)
	answers := make(chan olderAnswer, 1)
	files := http.FileServer(http.Dir(out))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/report":
			var a olderAnswer
			if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
				a.Report = []string{"the answer cannot be read: " + err.Error()}
			}
			answers <- a
		case r.URL.Path == "/older.html":
			fmt.Fprintf(w, `<!DOCTYPE html><meta charset="utf-8"><title>x</title>
				<body data-pages="%s" data-live="%s" data-list="/indicators/" data-search="/search/?q=%%E4%%BA%%A7%%E5%%80%%BC">
				<iframe></iframe><script src="/older.js"></script>`, strings.Join(append(kinds, "/en/", "/en/status/"), " "), chartPage)
		case r.URL.Path == "/older.js":
			http.ServeFile(w, r, "testdata/older.js")
		case r.URL.Path == "/hear.js":
			io.WriteString(w, `addEventListener("error", function (e) { parent.postMessage(String(e.error || e.message), "*"); });`)
		case strings.HasSuffix(r.URL.Path, "/") || strings.HasSuffix(r.URL.Path, ".html"):
			recorded := httptest.NewRecorder()
			files.ServeHTTP(recorded, r)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write(bytes.Replace(recorded.Body.Bytes(), []byte("<head>"), []byte(`<head><script src="/hear.js"></script>`), 1))
		default:
			files.ServeHTTP(w, r)
		}
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 4*patient)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote",
		"--disable-dev-shm-usage", "--remote-debugging-port=0", "--user-data-dir="+t.TempDir(), "--window-size=1200,900", server.URL+"/older.html")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case a := <-answers:
		cancel()
		<-ended
		return a
	case err := <-ended:
		t.Fatalf("Chromium %s has ended: %v\n%s", version, err, said.String())
	}
	return olderAnswer{}
}

// unpackOlder gives the path of an older Chromium; without one the test is skipped.
func unpackOlder(t *testing.T, version string) string {
	t.Helper()
	packed, err := os.Open(filepath.Join(olderBrowsers, "chromium-"+version, "bin", "chromium.br"))
	if err != nil {
		need.Skip(t, "there are no older browsers: run npm ci in tools/older to open the pages in them")
	}
	defer packed.Close()
	path := filepath.Join(t.TempDir(), "chromium")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := io.Copy(file, brotli.NewReader(packed)); err != nil {
		t.Fatalf("unpack Chromium %s: %v", version, err)
	}
	return path
}
