package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/theme"
)

// Emit takes a finished file; path is relative to the site's root. It is called
// from several goroutines, once for each path, and may not keep data: its memory
// is used again.
type Emit func(path string, data []byte) error

// makeFiles makes files with up to jobs workers. Every file is made even after a
// fault, so that all faults are reported; an error of the machine stops the
// work. progress is told how many files are done; it may be nil.
func makeFiles(ctx context.Context, files []output.File, jobs int, emit Emit, progress func(done, total int)) ([]diag.Diagnostic, error) {
	var (
		next, done atomic.Int64
		mu         sync.Mutex
		diags      []diag.Diagnostic
	)
	group, ctx := errgroup.WithContext(ctx)
	for range max(jobs, 1) {
		group.Go(func() error {
			var buf bytes.Buffer
			for {
				n := int(next.Add(1)) - 1
				if n >= len(files) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				err := makeFile(files[n], &buf, emit)
				if fault, ok := errors.AsType[theme.FaultError](err); ok {
					mu.Lock()
					diags = append(diags, fault.Diagnostic)
					mu.Unlock()
				} else if err != nil {
					return fmt.Errorf("make %s: %w", files[n].Path, err)
				}
				if finished := done.Add(1); progress != nil {
					progress(int(finished), len(files))
				}
			}
		})
	}
	err := group.Wait()
	return diag.Sort(diags), err
}

// makeFile makes a file in buf and emits it, unless it turns out to be absent.
func makeFile(f output.File, buf *bytes.Buffer, emit Emit) error {
	buf.Reset()
	err := f.Make(buf)
	switch {
	case errors.Is(err, output.ErrAbsent):
		return nil
	case err != nil:
		return err
	}
	return emit(f.Path, buf.Bytes())
}
