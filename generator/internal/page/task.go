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
	batches := batchesOf(list)
	group, ctx := errgroup.WithContext(ctx)
	for range max(jobs, 1) {
		group.Go(func() error {
			var buf bytes.Buffer
			for {
				n := int(next.Add(1)) - 1
				if n >= len(batches) {
					return nil
				}
				for _, t := range batches[n] {
					if err := ctx.Err(); err != nil {
						return err
					}
					err := t.run(&buf, reuse, emit)
					if fault, ok := errors.AsType[faultError](err); ok {
						mu.Lock()
						diags = append(diags, fault.Diagnostic)
						mu.Unlock()
					} else if err != nil {
						return fmt.Errorf("page: make %s: %w", t.path, err)
					}
				}
			}
		})
	}
	err := group.Wait()
	return diag.Sort(diags), err
}

// run makes the file in buf and emits it, unless it is there already or absent.
func (t task) run(buf *bytes.Buffer, reuse func(File) bool, emit Emit) error {
	if reuse != nil && reuse(t.file()) {
		return nil
	}
	buf.Reset()
	err := t.make(buf)
	switch {
	case errors.Is(err, errAbsent):
		return nil
	case err != nil:
		return err
	}
	return emit(t.path, buf.Bytes())
}

// batchesOf are the tasks that one goroutine does: those of an indicator or a
// section, which show the same charts and would wait for each other.
func batchesOf(list []task) [][]task {
	var batches [][]task
	for n, t := range list {
		if n > 0 && (t.of != nil || t.in != nil) && t.of == list[n-1].of && t.in == list[n-1].in {
			last := &batches[len(batches)-1]
			*last = append(*last, t)
			continue
		}
		batches = append(batches, list[n:n+1:n+1])
	}
	return batches
}
