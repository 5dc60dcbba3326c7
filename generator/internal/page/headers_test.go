package page

import (
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/feeds"
)

// The policy of the meta element and that of the headers are one.
func TestPolicyIsOne(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	if !strings.Contains(strings.ReplaceAll(files["index.html"], "&#39;", "'"), `content="`+feeds.Policy+`"`) {
		t.Error("base.html has another Content-Security-Policy than _headers")
	}
	if !strings.HasPrefix(files["_headers"], "/*\n  Content-Security-Policy: "+feeds.Policy+"\n") {
		t.Errorf("_headers is\n%s", files["_headers"])
	}
}

// No page but those under embed/ may be shown in a frame.
func TestFrames(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	var closed []string
	lines := strings.Split(files["_headers"], "\n")
	for n, line := range lines[:len(lines)-1] {
		if strings.Contains(lines[n+1], "frame-ancestors 'none'") {
			closed = append(closed, line)
		}
	}
	for _, page := range pagesOf(files) {
		matched := slices.ContainsFunc(closed, func(rule string) bool {
			folder, isFolder := strings.CutSuffix(rule, "*")
			return isFolder && strings.HasPrefix("/"+page, folder) || rule == "/"+page
		})
		if want := !strings.Contains("/"+page, "/embed/"); matched != want {
			t.Errorf("%s: closed to frames is %t", page, matched)
		}
	}
}
