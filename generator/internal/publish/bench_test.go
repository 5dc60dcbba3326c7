package publish

import (
	"bytes"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// largeSite is the size of a site of ten thousand indicators: four files each.
const largeSite = 40_000

// BenchmarkPublish publishes a large site of small files: for the first time,
// without a change, and with one file changed.
func BenchmarkPublish(b *testing.B) {
	page := bytes.Repeat([]byte("统计 "), 600)
	for _, bench := range []struct {
		name   string
		before bool // a site is there already
		edit   bool // and one file of it differs
	}{
		{"first", false, false}, {"unchanged", true, false}, {"edited", true, true},
	} {
		b.Run(bench.name, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			if bench.before {
				fill(b, dir, page, page)
			}
			for n := 0; b.Loop(); n++ {
				if !bench.before {
					b.StopTimer()
					dir = filepath.Join(b.TempDir(), "public")
					b.StartTimer()
				}
				first := page
				if bench.edit {
					first = fmt.Appendf(nil, "edit %d", n)
				}
				if changed := fill(b, dir, first, page); changed != (bench.edit || !bench.before) {
					b.Fatalf("changed = %t", changed)
				}
			}
		})
	}
}

// fill publishes a large site whose first file holds its own text.
func fill(b *testing.B, dir string, first, rest []byte) bool {
	b.Helper()
	s, err := Begin(dir, Rules{})
	if err != nil {
		b.Fatal(err)
	}
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		group.Go(func() {
			for i := w; i < largeSite; i += workers {
				data := rest
				if i == 0 {
					data = first
				}
				if err := s.Write(fmt.Sprintf("indicators/i%d/f%d", i/4, i%4), data); err != nil {
					b.Error(err)
				}
			}
		})
	}
	group.Wait()
	changed, err := s.Commit()
	if err != nil {
		b.Fatal(err)
	}
	return changed
}
