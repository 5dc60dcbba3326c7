//go:build linux

package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// Fields are texts of TOML and front matter, cells and lines of prose; keys, comments and
// marks are none.
func TestFields(t *testing.T) {
	site := tree{
		"config.toml":      "title = \"甲\" # a \"comment\"\n\"a key\" = 1\nlist = [\"b\", \"c\"]\n",
		"content/a.csv":    "指标,\"x,y\"\n",
		"content/p.md":     "+++\ntitle = \"乙\"\n+++\n\n## 丙\n\n丁。\n",
		"content/logo.svg": "<svg/>",
	}
	var texts []string
	fields := fieldsOf(site)
	for _, f := range fields {
		texts = append(texts, site[f.file][f.start:f.end])
	}
	want := []string{`"甲"`, `"b"`, `"c"`, "指标", `"x,y"`, `"乙"`}
	if len(texts) != len(want)+2 || !slices.Equal(texts[:len(want)], want) {
		t.Errorf("fields %q", texts)
	}
	now := with(site, fields, payload{"", `a"b,%d`})
	for file, text := range map[string]string{
		"config.toml":   "title = \"a\\\"b,1\" # a \"comment\"\n\"a key\" = 1\nlist = [\"a\\\"b,2\", \"a\\\"b,3\"]\n",
		"content/a.csv": "\"a\"\"b,4\",\"a\"\"b,5\"\n",
		"content/p.md":  "+++\ntitle = \"a\\\"b,6\"\n+++\n\n## 丙 a\"b,7\n\n丁。 a\"b,8\n",
	} {
		if now[file] != text {
			t.Errorf("%s is %q, want %q", file, now[file], text)
		}
	}
}

// What would run, load or be computed is found, and what only says so is not.
func TestInspect(t *testing.T) {
	for text, name := range map[string]string{
		`<img src=x onerror=a()>`:               "a.html",
		`<a href="JavaScript:a()">x</a>`:        "a.html",
		"<a href=\"java\tscript:a()\">x</a>":    "a.html",
		`<script>a()</script>`:                  "a.html",
		`<p style="color:red">`:                 "a.html",
		`<iframe srcdoc="x"></iframe>`:          "a.html",
		`<img src="http://evil.invalid/x.png">`: "a.html",
		`<svg onload="a()"/>`:                   "a.svg",
		`<svg><script>a()</script></svg>`:       "a.svg",
		`<svg><a`:                               "a.svg",
		`{"a": }`:                               "a.json",
		`=1+(2)`:                                "a.csv",
		`甲,"-2+cmd|' /C calc'!A1"`:              "b.csv",
	} {
		if inspect(tree{name: text}, payload{}) == nil {
			t.Errorf("%s: nothing is found in %s", name, text)
		}
	}
	if err := inspect(tree{
		"a.html": `<p title="onerror=a()">&lt;script>a()&lt;/script> javascript:a() <a href="https://evil.invalid/">x</a></p><script src="a.js"></script><script type="application/json">{}</script>`,
		"a.svg":  `<svg><title>javascript:a()</title></svg>`,
		"a.json": `{"a": "</script>"}`,
		"a.csv":  "'=1+(2),-3.5,+2\n",
	}, payload{}); err != nil {
		t.Error(err)
	}
}

// The browser finds what runs: without that, "nothing came of it" would say nothing.
func TestCanary(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts Chromium")
	}
	h := &torture{work: t.TempDir()}
	b, err := startBrowser(t.Context(), h)
	if err != nil {
		t.Fatal(err)
	}
	if b == nil && os.Getenv("REPORTSITE_REQUIRE_ALL") != "" {
		t.Fatal("there is no Chromium on this machine")
	}
	if b == nil {
		t.Skip("there is no Chromium on this machine")
	}
	defer b.close()
	manifest := func(policy string) string {
		return `{"headers": [{"path": "/*", "set": [{"name": "Content-Security-Policy", "value": "` + policy + `"}]}]}`
	}
	for _, c := range []struct{ page, policy, want string }{
		{"<script>canary(7)</script>", "script-src 'unsafe-inline'", "the text of field 7 ran"},
		{"<script>canary(7)</script>", "script-src 'none'", "the policy was violated"},
		{"<script>alert(1)</script>", "script-src 'unsafe-inline'", "alert was called"},
		{`<p onmouseover="canary(7)">`, "img-src *", "P has a handler"},
		{`<img src="http://evil.invalid/x.png">`, "img-src *", "a request to http://evil.invalid/"},
		{"<p>&lt;script>canary(7)&lt;/script>", "script-src 'none'", ""},
	} {
		_, err := b.open(t.Context(), tree{"index.html": c.page, "manifest.json": manifest(c.policy)}, 100)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s under %q: %v, want %q", c.page, c.policy, err, c.want)
		}
	}
}
