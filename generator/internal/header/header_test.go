package header

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var rules = []Rule{
	{"/*", []Line{{"X-Content-Type-Options", "nosniff"}, {"Content-Security-Policy", "default-src 'none'"}}},
	{"/assets/*", []Line{{"Cache-Control", Kept}}},
	{"/index.html", []Line{{"Content-Security-Policy", "frame-ancestors 'none'"}}},
}

func TestOf(t *testing.T) {
	for address, want := range map[string]map[string][]string{
		"/a":          {"X-Content-Type-Options": {"nosniff"}, "Content-Security-Policy": {"default-src 'none'"}},
		"/assets/x":   {"X-Content-Type-Options": {"nosniff"}, "Content-Security-Policy": {"default-src 'none'"}, "Cache-Control": {Kept}},
		"/assetsx":    {"X-Content-Type-Options": {"nosniff"}, "Content-Security-Policy": {"default-src 'none'"}},
		"/index.html": {"X-Content-Type-Options": {"nosniff"}, "Content-Security-Policy": {"default-src 'none'", "frame-ancestors 'none'"}},
	} {
		if d := cmp.Diff(want, map[string][]string(Of(rules, address))); d != "" {
			t.Errorf("%s:\n%s", address, d)
		}
	}
}

func TestWrite(t *testing.T) {
	var b bytes.Buffer
	Write(&b, rules[1:])
	const want = "/assets/*\n  Cache-Control: " + Kept + "\n/index.html\n  Content-Security-Policy: frame-ancestors 'none'\n"
	if b.String() != want {
		t.Errorf("Write = %q, want %q", b.String(), want)
	}
}

func TestType(t *testing.T) {
	for name, want := range map[string]string{
		"index.html": "text/html; charset=utf-8", "a/b.min.js": "text/javascript; charset=utf-8", "x.svg": "image/svg+xml",
		"CNAME": "application/octet-stream", "x.HTML": "application/octet-stream",
	} {
		if got := Type(name); got != want {
			t.Errorf("Type(%q) = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]bool{"a.html": true, "a.svg": true, "a.json": true, "a.png": false, "a.zip": false, "_headers": false} {
		if IsText(name) != want {
			t.Errorf("IsText(%q) = %t", name, !want)
		}
	}
}
