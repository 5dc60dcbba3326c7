package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/testsite"
)

// A web site is compared with what was built: with the site's own manifest, and only
// where there is none with the one that is served.
func TestVerifyAddress(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(t.TempDir(), "site")
	testsite.Unpack(t, "testdata/site.txtar", site)
	public := filepath.Join(site, "public")
	call := func(args ...string) (int, string) {
		var said strings.Builder
		code := run(t.Context(), append([]string{"generator"}, args...), &said, &said)
		return code, said.String()
	}
	if code, said := call("-C", site, "-templates", templates, "-lang", "en"); code != exitOK {
		t.Fatalf("the site does not build: %s", said)
	}
	data, err := os.ReadFile(filepath.Join(public, manifest.Name))
	if err != nil {
		t.Fatal(err)
	}
	m, err := manifest.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	evil := "" // a path whose content somebody changed
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		text, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(name)))
		status := http.StatusOK
		if err != nil {
			name, status = "404.html", http.StatusNotFound
			if text, err = os.ReadFile(filepath.Join(public, name)); err != nil {
				t.Error(err)
			}
		}
		for k, v := range header.Of(m.Headers, "/"+name) {
			w.Header()[k] = v
		}
		w.Header().Set("Content-Type", header.Type(name))
		w.WriteHeader(status)
		w.Write(text)
		if name == evil {
			io.WriteString(w, "<!-- bet here -->")
		}
	}))
	defer server.Close()
	elsewhere := t.TempDir()
	for _, test := range []struct {
		name string
		evil string
		args []string
		code int
		says string
	}{
		{"as built", "", []string{"-C", site, "-strict", server.URL}, exitOK, " files, as built (data "},
		{"a page is changed", "indicators/index.html", []string{"-C", site, server.URL}, exitFaults, "changed: indicators/index.html"},
		{"the page of lost addresses is changed", "404.html", []string{"-C", site, server.URL}, exitFaults, "changed: 404.html"},
		{"the manifest is changed", manifest.Name, []string{"-C", site, server.URL}, exitFaults, "changed: manifest.json"},
		{"by its own manifest", "", []string{"-C", elsewhere, server.URL}, exitOK, "compared with " + server.URL + "/manifest.json itself"},
		{"by a manifest that is named", "", []string{"-C", elsewhere, "-manifest", server.URL + "/manifest.json", server.URL}, exitOK, "as built"},
		{"a folder by a manifest that is served", "", []string{"-manifest", server.URL + "/manifest.json", public}, exitOK, "as built"},
		{"another folder of the server", "", []string{"-C", site, server.URL + "/2024/"}, exitFaults, "the server answers HTTP 404"},
		{"no signature", "", []string{"-C", site, "-key", "testdata/site.txtar", server.URL}, exitFailed, "holds no SSH key"},
	} {
		evil = test.evil
		code, said := call(append([]string{"verify", "-lang", "en"}, test.args...)...)
		if code != test.code || !strings.Contains(said, test.says) {
			t.Errorf("%s: exit status %d, want %d, with %q in\n%s", test.name, code, test.code, test.says, said)
		}
	}
	server.Close()
	if code, said := call("verify", "-lang", "en", "-C", site, server.URL); code != exitFailed {
		t.Errorf("no server: exit status %d\n%s", code, said)
	}
}
