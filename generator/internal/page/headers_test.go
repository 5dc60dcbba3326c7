package page

import (
	"strings"
	"testing"
)

// The policy of the meta element and that of the headers are one.
func TestPolicyIsOne(t *testing.T) {
	files := render(t, loadTheme(t), tinySite())
	if !strings.Contains(strings.ReplaceAll(files["index.html"], "&#39;", "'"), `content="`+policy+`"`) {
		t.Error("base.html has another Content-Security-Policy than _headers")
	}
	if !strings.Contains(files["_headers"], "Content-Security-Policy: "+policy+"; frame-ancestors 'none'\n") || !strings.Contains(files["_headers"], "/en/embed/*") {
		t.Errorf("_headers is\n%s", files["_headers"])
	}
}
