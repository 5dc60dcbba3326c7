package draw

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestVersion fails when pictures change and the version does not: caches in
// the world would go on giving the old ones. The figures of testdata/version.txt
// are the version, and a hash of what ECharts and the fallback draw of
// testdata/options.
func TestVersion(t *testing.T) {
	opt := withECharts(t)
	h := sha256.New()
	for _, script := range []string{opt.Script, ""} {
		opt.Script = script
		pictures, _ := mustAll(t, options(t), opt)
		for _, svg := range pictures {
			field(h, string(svg))
		}
	}
	const file = "testdata/version.txt"
	got := fmt.Sprintf("%d %x", version, h.Sum(nil))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(string(data))
	if got == want {
		return
	}
	number := func(s string) string { n, _, _ := strings.Cut(s, " "); return n }
	if os.Getenv("UPDATE") == "" || os.Getenv("CI") != "" {
		t.Fatalf("pictures are not those of version %s: raise the version, then run with UPDATE=1", number(want))
	}
	if number(got) == number(want) {
		t.Fatal("raise the version first: pictures have changed")
	}
	if err := os.WriteFile(file, []byte(got+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
