package theme

import (
	"regexp"
	"testing"
)

func TestAssetNamesFollowTheirContent(t *testing.T) {
	a, b := NewAsset("site", ".css", []byte("a{}")), NewAsset("site", ".css", []byte("b{}"))
	if a.Path == b.Path || a.Path != NewAsset("site", ".css", []byte("a{}")).Path {
		t.Errorf("%s, %s", a.Path, b.Path)
	}
	if !regexp.MustCompile(`^assets/site\.[0-9a-f]{10}\.css$`).MatchString(a.Path) {
		t.Errorf("%s is no fingerprinted name", a.Path)
	}
}
