//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
)

// atOnce is how many builds run at once.
const atOnce = 10

// parallel runs builds of two states into one folder at once, and builds, deploys and a server
// side by side, while a reader reads.
func parallel(ctx context.Context, t *torture) error {
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	b := t.table("what runs at once", "rounds", "runs", "ended well", "said that another one is at work", "pages read meanwhile", "all whole")
	for _, v := range []struct {
		name string
		do   func(context.Context, *world, *rand.Rand, *tally) error
	}{
		{"parallel/builds", t.buildsAtOnce}, {"parallel/build-deploy-serve", t.allAtOnce},
	} {
		var c tally
		rounds, whole := 0, 0
		for n := range t.count(10) {
			ran, ok, err := t.try(ctx, fmt.Sprintf("%s/%d", v.name, n), func(r *rand.Rand) error { return v.do(ctx, w, r, &c) })
			if err != nil {
				return err
			}
			if ran {
				rounds++
			}
			if ran && ok {
				whole++
			}
		}
		if rounds > 0 {
			b.add(v.name, rounds, c.runs.Load(), c.fine.Load(), c.busy.Load(), c.reads.Load(), whole)
		}
	}
	return nil
}

// tally counts what happened.
type tally struct{ runs, fine, busy, reads atomic.Int64 }

// faults collects what went wrong in several goroutines.
type faults struct {
	mu  sync.Mutex
	all []error
}

func (f *faults) add(err error) {
	if err == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all = append(f.all, err)
}

// first is the first fault, one of the harness itself before all others.
func (f *faults) first() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, err := range f.all {
		if _, is := errors.AsType[*breach](err); !is {
			return err
		}
	}
	if len(f.all) > 0 {
		return f.all[0]
	}
	return nil
}

// run runs the program, which may find another at work.
func (t *torture) run(ctx context.Context, c *tally, args ...string) error {
	c.runs.Add(1)
	out, err := t.call(ctx, args...)
	switch {
	case err == nil:
		c.fine.Add(1)
	case code(err) > 0 && !panics.MatchString(out) && (strings.Contains(out, "another build") || strings.Contains(out, "is not as it was built") || strings.Contains(out, "is no built site")):
		c.busy.Add(1)
	default:
		return breachf("%s ends with %v: %s", args[0], err, lastLines(out))
	}
	return nil
}

// read reads pages of a folder until done, each of which must be one of the old or new site.
func (t *torture) read(w *world, dir string, done <-chan struct{}, c *tally, f *faults) {
	for {
		for name, want := range w.want[0] {
			select {
			case <-done:
				return
			default:
			}
			if other, ok := w.want[1][name]; ok {
				data, err := os.ReadFile(filepath.Join(dir, name))
				if err != nil || string(data) != want && string(data) != other {
					f.add(breachf("a reader gets %d bytes of %s, which are of neither site: %v", len(data), name, err))
					return
				}
				c.reads.Add(1)
			}
		}
	}
}

// settle looks at a place when all is over: one whole site, and nothing beside it.
func (t *torture) settle(ctx context.Context, w *world, dir string) error {
	got, err := readTree(filepath.Join(dir, "public"))
	if err != nil {
		return err
	}
	if !same(got, w.want[0]) && !same(got, w.want[1]) {
		return breachf("in the end the folder is neither site: %s; %s", differs(w.want[0], got), differs(w.want[1], got))
	}
	if left, err := listDir(dir); err != nil || len(left) != 1 {
		return breachf("left over: %s, %v", joined(left), err)
	}
	return nil
}

func (t *torture) buildsAtOnce(ctx context.Context, w *world, r *rand.Rand, c *tally) error {
	dir := filepath.Join(t.work, "parallel")
	public := filepath.Join(dir, "public")
	if err := t.restore(ctx, w, public); err != nil {
		return err
	}
	var f faults
	done := make(chan struct{})
	var builds, readers sync.WaitGroup
	readers.Go(func() { t.read(w, public, done, c, &f) })
	before := c.fine.Load()
	for range atOnce {
		state := r.IntN(2)
		builds.Go(func() { f.add(t.run(ctx, c, w.build(state, w.sites[state], public)...)) })
	}
	builds.Wait()
	close(done)
	readers.Wait()
	if err := f.first(); err != nil {
		return err
	}
	if c.fine.Load() == before {
		return breachf("of %d builds at once none ended well", atOnce)
	}
	return t.settle(ctx, w, dir)
}

// allAtOnce builds a site into its public folder and deploys it from there, while it is
// served.
func (t *torture) allAtOnce(ctx context.Context, w *world, r *rand.Rand, c *tally) (err error) {
	from, to := filepath.Join(t.work, "parallel-from"), filepath.Join(t.work, "parallel-to")
	if err := errors.Join(t.restore(ctx, w, filepath.Join(from, "public")), t.restore(ctx, w, filepath.Join(to, "public"))); err != nil {
		return err
	}
	s, err := t.startServer(ctx, w.sites[0], w.templates[0])
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.stop()) }()
	var f faults
	done := make(chan struct{})
	var work, readers sync.WaitGroup
	readers.Go(func() { t.read(w, filepath.Join(to, "public"), done, c, &f) })
	readers.Go(func() { t.read(w, filepath.Join(from, "public"), done, c, &f) })
	for range 3 {
		state := r.IntN(2)
		work.Go(func() { f.add(t.run(ctx, c, w.build(state, w.sites[state], filepath.Join(from, "public"))...)) })
		work.Go(func() {
			f.add(t.run(ctx, c, "deploy", "-C", w.sites[state], "-out", filepath.Join(from, "public"), filepath.Join(to, "public")))
		})
		work.Go(func() { f.add(s.alive()) })
	}
	work.Wait()
	close(done)
	readers.Wait()
	if err := f.first(); err != nil {
		return err
	}
	return errors.Join(t.settle(ctx, w, from), t.settle(ctx, w, to))
}
