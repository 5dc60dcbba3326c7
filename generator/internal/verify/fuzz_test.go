package verify

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
)

// Whatever a server sends in whatever coding, no more than the limit is read of it.
func FuzzDecoded(f *testing.F) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(bytes.Repeat([]byte{'a'}, 1<<16)); err != nil {
		f.Fatal(err)
	}
	if err := z.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), "gzip", int64(100))
	f.Add([]byte("\x1f\x8b"), "gzip", int64(1))
	f.Add([]byte("\x8b\x00\x80a\x03"), "br", int64(10))
	f.Add([]byte("text"), "", int64(2))
	f.Fuzz(func(t *testing.T, body []byte, coding string, limit int64) {
		if limit < 0 || limit > 1<<20 {
			t.Skip("no size of a file")
		}
		response := &http.Response{Body: io.NopCloser(bytes.NewReader(body)), Header: http.Header{"Content-Encoding": {coding}}}
		data, err := decoded(response, limit)
		if err == nil && int64(len(data)) > limit {
			t.Errorf("%d bytes of %d were read", len(data), limit)
		}
	})
}

// FuzzAddress: an address that is taken leads to one server, below one folder.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://a.example/report", "http://[::1]:80", "https://a:b@c/", "http://a/%2e%2e/", "https://a?b", "javascript:alert(1)", "//a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := Address(s)
		if err != nil {
			return
		}
		if u.Host == "" || u.User != nil || !strings.HasSuffix(u.Path, "/") {
			t.Errorf("%q is taken as %s", s, u)
		}
		page := (&Server{Base: u}).addressOf("data/a b%.csv")
		if page.Host != u.Host || !strings.HasPrefix(page.Path, u.Path) {
			t.Errorf("%q leads to %s", s, page)
		}
	})
}
