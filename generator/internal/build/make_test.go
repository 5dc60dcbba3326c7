package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"reportsite/generator/internal/output"
)

// files are n files that say their own numbers; every fifth is absent.
func files(n int) []output.File {
	list := make([]output.File, n)
	for k := range list {
		list[k] = output.File{Path: fmt.Sprint(k), Make: func(w *bytes.Buffer) error {
			if k%5 == 0 {
				return output.ErrAbsent
			}
			_, err := fmt.Fprint(w, k)
			return err
		}}
	}
	return list
}

func TestEveryFileIsMadeOnce(t *testing.T) {
	for _, jobs := range []int{0, 1, 8} {
		var mu sync.Mutex
		got := map[string]string{}
		most := 0
		diags, err := makeFiles(t.Context(), files(100), jobs, func(path string, data []byte) error {
			mu.Lock()
			defer mu.Unlock()
			if _, twice := got[path]; twice {
				t.Errorf("%s is made twice", path)
			}
			got[path] = string(data)
			return nil
		}, func(done, total int) {
			mu.Lock()
			defer mu.Unlock()
			most = max(most, done)
			if total != 100 {
				t.Errorf("%d files in all, want 100", total)
			}
		})
		if err != nil || len(diags) > 0 || len(got) != 80 || most != 100 {
			t.Errorf("%d jobs: %d files, %d done, %v, %v", jobs, len(got), most, diags, err)
		}
		for path, data := range got {
			if path != data {
				t.Errorf("%s says %s", path, data)
			}
		}
	}
}

func TestMakingStops(t *testing.T) {
	full := errors.New("the disk is full")
	if _, err := makeFiles(t.Context(), files(10), 2, func(string, []byte) error { return full }, nil); !errors.Is(err, full) {
		t.Errorf("error = %v, want %v", err, full)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := makeFiles(ctx, files(10), 2, func(string, []byte) error { return nil }, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v, want %v", err, context.Canceled)
	}
}
