package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// task makes one file.
type task struct {
	path string
	make func(w *bytes.Buffer) error
	of   *model.Indicator // see [File]
	in   *model.Section
}

func (t task) file() File { return File{t.path, t.of, t.in} }

// faultError carries an editor's fault out of a task.
type faultError struct{ diag.Diagnostic }

func (e faultError) Error() string { return e.Message(diag.English) }

// run does the tasks, some at once. Every task is done even after a fault, so
// that all faults are reported; an error of the machine stops the run.
func run(ctx context.Context, list []task, jobs int, reuse func(File) bool, emit Emit) ([]diag.Diagnostic, error) {
	var (
		next  atomic.Int64
		mu    sync.Mutex
		diags []diag.Diagnostic
	)
	group, ctx := errgroup.WithContext(ctx)
	for range max(jobs, 1) {
		group.Go(func() error {
			var buf bytes.Buffer
			for {
				n := int(next.Add(1)) - 1
				if n >= len(list) || ctx.Err() != nil {
					return ctx.Err()
				}
				if reuse != nil && reuse(list[n].file()) {
					continue
				}
				buf.Reset()
				err := list[n].make(&buf)
				if fault, ok := errors.AsType[faultError](err); ok {
					mu.Lock()
					diags = append(diags, fault.Diagnostic)
					mu.Unlock()
					continue
				}
				if errors.Is(err, errAbsent) {
					continue
				}
				if err == nil {
					err = emit(list[n].path, buf.Bytes())
				}
				if err != nil {
					return fmt.Errorf("page: make %s: %w", list[n].path, err)
				}
			}
		})
	}
	err := group.Wait()
	return diag.Sort(diags), err
}
