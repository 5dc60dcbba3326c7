package verify

import (
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/compress"
	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
)

// described is the manifest of the small site, with its compressed copies.
func described(t *testing.T) *manifest.Manifest {
	t.Helper()
	var l manifest.List
	for name, text := range content {
		l.Add(name, []byte(text))
	}
	for _, c := range compress.Forms() {
		l.Add("assets/a.0123456789.css"+c.Ending, packed(t, c, content["assets/a.0123456789.css"]))
	}
	return &manifest.Manifest{Schema: 1, Files: l.Files(), Headers: []header.Rule{
		{Path: "/*", Set: []header.Line{{Name: "Content-Security-Policy", Value: "default-src 'none'; img-src 'self'"}}},
		{Path: "/assets/*", Set: []header.Line{{Name: "Cache-Control", Value: header.Kept}}},
		{Path: "/gdp/*", Set: []header.Line{{Name: "Content-Security-Policy", Value: "frame-ancestors 'none'"}}},
	}}
}

func packed(t *testing.T, c compress.Form, text string) []byte {
	t.Helper()
	data, err := c.Bytes([]byte(text))
	if err != nil || data == nil {
		t.Fatalf("%s: %v", c.Ending, err)
	}
	return data
}

// host is a web server for the small site below /report/, whose answers a test changes.
type host struct {
	t      *testing.T
	change func(name, encoding string, w http.ResponseWriter) (text string, handled bool)
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutPrefix(r.URL.Path, "/report/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	if _, there := content[name]; !ok || !there {
		name, status = "404.html", http.StatusNotFound
	}
	w.Header().Set("Content-Type", header.Type(name))
	w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src 'self'; upgrade-insecure-requests")
	if strings.HasPrefix(name, "gdp/") {
		w.Header().Add("Content-Security-Policy", "frame-ancestors 'none'")
	}
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "max-age=31536000,immutable")
	}
	text, encoding := content[name], r.Header.Get("Accept-Encoding")
	if h.change != nil {
		other, handled := h.change(name, encoding, w)
		if handled {
			return
		}
		if other != "" {
			text = other
		}
	}
	for _, c := range compress.Forms() {
		if data, _ := c.Bytes([]byte(text)); c.Encoding == encoding && data != nil {
			w.Header().Set("Content-Encoding", encoding)
			text = string(data)
		}
	}
	w.WriteHeader(status)
	w.Write([]byte(text))
}

func TestCompare(t *testing.T) {
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	const css = "assets/a.0123456789.css"
	for name, test := range map[string]struct {
		change func(name, encoding string, w http.ResponseWriter) (string, bool)
		want   []Finding
	}{
		"the same": {nil, nil},
		"one page is changed": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			return map[string]string{"gdp/index.html": "bet here"}[name], false
		}, []Finding{{Kind: Changed, Path: "gdp/index.html", Want: "34 B", Got: "8 B"}}},
		"only the copy that browsers get is changed": {func(name, encoding string, w http.ResponseWriter) (string, bool) {
			if name == css && encoding == "br" {
				return strings.Repeat("evil{}", 20), false
			}
			return "", false
		}, []Finding{{Kind: Changed, Path: css, Want: "77 B", Got: "78 B (br)"}}},
		"a copy that cannot be read": {func(name, encoding string, w http.ResponseWriter) (string, bool) {
			if name != css || encoding != "gzip" {
				return "", false
			}
			w.Header().Set("Content-Encoding", "gzip")
			w.Write([]byte("no gzip"))
			return "", true
		}, []Finding{{Kind: Changed, Path: css, Want: "77 B", Got: "14 B (gzip)"}}},
		"a file is gone": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if name == "data/gdp.json" {
				w.WriteHeader(http.StatusForbidden)
			}
			return "", name == "data/gdp.json"
		}, []Finding{{Kind: Missing, Path: "data/gdp.json", Want: "OK", Got: "HTTP 403"}}},
		"what hosts keep to themselves": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			own := name == "_headers" || name == "_redirects"
			if own {
				w.WriteHeader(http.StatusNotFound)
			}
			return "", own
		}, nil},
		"an address that is nowhere gives the home page": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if name == "404.html" {
				w.Write([]byte(content["index.html"]))
			}
			return "", name == "404.html"
		}, []Finding{{Kind: Missing, Path: "404.html", Want: "Not Found", Got: "HTTP 200"}}},
		"readers are led elsewhere": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if name == "index.html" {
				w.Header().Set("Location", other.URL)
				w.WriteHeader(http.StatusFound)
			}
			return "", name == "index.html"
		}, []Finding{{Kind: Missing, Path: "index.html", Want: "OK", Got: "HTTP 421"}}},
		"no policy": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			w.Header().Del("Content-Security-Policy")
			return "", false
		}, []Finding{
			{Kind: Header, Path: "404.html", Name: "Content-Security-Policy", Want: "default-src 'none'; img-src 'self'", More: 5},
			{Kind: Header, Path: "gdp/index.html", Name: "Content-Security-Policy", Want: "default-src 'none'; img-src 'self', frame-ancestors 'none'"},
		}},
		"a laxer policy": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if name == "gdp/index.html" {
				w.Header().Set("Content-Security-Policy", "default-src *; img-src 'self'; frame-ancestors 'none'")
			}
			return "", false
		}, []Finding{{Kind: Header, Path: "gdp/index.html", Name: "Content-Security-Policy",
			Want: "default-src 'none'; img-src 'self', frame-ancestors 'none'", Got: "default-src *; img-src 'self'; frame-ancestors 'none'"}}},
		"charts for others cannot be shown by them": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if name == "data/gdp.json" || name == "index.html" {
				w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src 'self'; frame-ancestors 'none'")
			}
			return "", false
		}, []Finding{{Kind: Header, Path: "index.html", Name: "Content-Security-Policy",
			Want: "default-src 'none'; img-src 'self'", Got: "default-src 'none'; img-src 'self'; frame-ancestors 'none'"}}},
		"an old figure stays for a day": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			if path.Dir(name) == "data" {
				w.Header().Set("Cache-Control", "max-age=86400")
			}
			return "", false
		}, []Finding{{Kind: Header, Path: "data/gdp.json", Name: "Cache-Control", Want: "no-cache", Got: "max-age=86400"}}},
		"assets are asked for each time": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			w.Header().Del("Cache-Control")
			return "", false
		}, []Finding{{Kind: Header, Path: css, Name: "Cache-Control", Want: header.Kept}}},
		"another type": {func(name, _ string, w http.ResponseWriter) (string, bool) {
			switch name {
			case "index.html":
				w.Header().Set("Content-Type", "text/html; charset=gbk")
			case "data/gdp.json":
				w.Header().Set("Content-Type", "text/plain")
			case css:
				w.Header().Set("Content-Type", "text/css")
			}
			return "", false
		}, []Finding{
			{Kind: Header, Path: "data/gdp.json", Name: "Content-Type", Want: header.Type("a.json"), Got: "text/plain"},
			{Kind: Header, Path: "index.html", Name: "Content-Type", Want: header.Type("a.html"), Got: "text/html; charset=gbk"},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(&host{t, test.change})
			defer server.Close()
			base, err := Address(server.URL + "/report")
			if err != nil {
				t.Fatal(err)
			}
			s := &Server{Base: base, Client: server.Client(), Jobs: 3}
			got, err := s.Compare(t.Context(), described(t))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// A server that does not answer is no site with differences.
func TestCompareNoServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	base, err := Address(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Base: base, Client: http.DefaultClient}
	if list, err := s.Compare(t.Context(), described(t)); err == nil {
		t.Errorf("Compare = %v", list)
	}
}

func TestFetch(t *testing.T) {
	server := httptest.NewServer(&host{t, nil})
	defer server.Close()
	base, _ := Address(server.URL + "/report/")
	s := &Server{Base: base, Client: server.Client()}
	const name = "data/gdp.json"
	if got, err := s.Fetch(t.Context(), name, 100); err != nil || string(got) != content[name] {
		t.Errorf("Fetch = %q, %v", got, err)
	}
	if got, err := s.Fetch(t.Context(), name, 5); err == nil {
		t.Errorf("too large: %q", got)
	}
	if got, err := s.Fetch(t.Context(), "none", 5); err == nil {
		t.Errorf("not there: %q", got)
	}
}

func TestAddress(t *testing.T) {
	for s, want := range map[string]string{
		"https://example.com": "https://example.com/", "http://[::1]:80/a": "http://[::1]:80/a/", "https://例子.中国/报告/": "https://%E4%BE%8B%E5%AD%90.%E4%B8%AD%E5%9B%BD/%E6%8A%A5%E5%91%8A/",
		"ftp://example.com": "", "example.com": "", "https://": "", "https://a:b@c/": "", "https://c/?x": "", "https://c/#x": "", "public": "", "://": "",
	} {
		u, err := Address(s)
		if (err == nil) != (want != "") || err == nil && u.String() != want {
			t.Errorf("Address(%q) = %v, %v, want %q", s, u, err, want)
		}
	}
}
