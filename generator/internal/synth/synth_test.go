package synth

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// The shape that the package promises, and that the benchmarks rely on.
func TestFiles(t *testing.T) {
	const n = 260 // two parts
	var indicators, sections int
	seen := map[string]bool{}
	for name, text := range Files(n) {
		if !fs.ValidPath(name) || seen[name] {
			t.Errorf("path %q is bad or comes twice", name)
		}
		seen[name] = true
		switch {
		case strings.HasPrefix(name, "content/indicators/"):
			indicators++
			if got := strings.Count(text, "released ="); got != 24 {
				t.Errorf("%s has %d observations, want 24", name, got)
			}
			if len(text) < proseBytes {
				t.Errorf("%s has %d bytes only", name, len(text))
			}
		case strings.HasSuffix(name, ".md"):
			sections++
		}
		if !strings.Contains(text, "合成") {
			t.Errorf("%s does not say that it is synthetic", name)
		}
	}
	if indicators != n || sections != (n+perSection-1)/perSection {
		t.Errorf("%d indicators in %d sections", indicators, sections)
	}
}

func TestFilesAreTheSameEachTime(t *testing.T) {
	sum := func() string {
		h := sha256.New()
		for name, text := range Files(60) {
			fmt.Fprintf(h, "%s\n%s\n", name, text)
		}
		return fmt.Sprintf("%x", h.Sum(nil))
	}
	if a, b := sum(), sum(); a != b {
		t.Errorf("two runs differ: %s, %s", a, b)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 30); err != nil {
		t.Fatal(err)
	}
	for name, text := range Files(30) {
		got, err := fs.ReadFile(os.DirFS(dir), name)
		if err != nil || string(got) != text {
			t.Errorf("%s was not written: %v", name, err)
		}
	}
}

// Sums of parts stay within the year's target, so that verdicts of every kind
// come about.
func TestFlowsAddUp(t *testing.T) {
	k := kinds[0]
	for i := 0; i < 200; i += len(kinds) {
		first, last := k.tenths(i, reportYear, 1), k.tenths(i, reportYear, 12)
		if first <= 0 || last < 10*target(i)-10 || last > 10*target(i)+10 {
			t.Errorf("indicator %d runs from %d to %d tenths, target %d", i, first, last, 10*target(i))
		}
	}
}
