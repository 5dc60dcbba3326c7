//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// killed is the site that is killed: pages in two languages for six years.
const killed = "examples/national"

// kills ends builds, deploys and renames at random moments, with a signal that no program can
// catch.
func kills(ctx context.Context, t *torture) error {
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	b := t.table("what is killed", "times", "before writing", "while writing", "after the exchange", "had ended before", "readers saw a whole site", "the next run finished, nothing left over")
	for _, v := range []struct {
		name string
		run  victim
	}{
		{"kills/build", &folderVictim{t: t, w: w}},
		{"kills/deploy", &folderVictim{t: t, w: w, deploy: true}},
	} {
		if err := t.killAll(ctx, b, v.name, v.run, 200); err != nil {
			return err
		}
	}
	if t.anyWanted("kills/rename") {
		v, err := newRenameVictim(ctx, t, w)
		if err != nil {
			return err
		}
		if err := t.killAll(ctx, b, "kills/rename", v, 60); err != nil {
			return err
		}
	}
	return t.killLines(ctx, b, w)
}

// killLines kills deploys to places that take files one by one.
func (t *torture) killLines(ctx context.Context, b *table, w *world) error {
	if t.anyWanted("kills/s3") {
		s := newStorage(t, w)
		defer s.close()
		if err := t.killAll(ctx, b, "kills/s3", s, 60); err != nil {
			return err
		}
	}
	if t.anyWanted("kills/rsync") {
		d, err := newDaemon(ctx, t, w)
		if err != nil {
			return err
		}
		if d == nil {
			fmt.Fprintln(t.out, "kills/rsync is skipped: there is no rsync on this machine")
			return nil
		}
		defer d.close()
		return t.killAll(ctx, b, "kills/rsync", d, 60)
	}
	return nil
}

// victim is what is killed.
type victim interface {
	// prepare brings the place to one of the two states.
	prepare(ctx context.Context, state int) error
	// args are the command line that brings it to the other state.
	args(state int) []string
	// writing reports whether the program has begun to write.
	writing() bool
	// look compares the place with the two states. A place that is neither is a breach.
	look(from, to int) (reached bool, err error)
	// left names what must not be there after a finished run; "" for nothing.
	left() (string, error)
}

// moments is how long a run takes.
type moments struct{ start, rest time.Duration } // until it begins to write, and from then on

// measure runs a victim undisturbed.
func (t *torture) measure(ctx context.Context, v victim) (m moments, err error) {
	for n := range 2 { // the second time everything is in memory
		if err := v.prepare(ctx, n); err != nil {
			return m, err
		}
		cmd := t.process(ctx, v.args(1-n)...)
		began := time.Now()
		if err := cmd.Start(); err != nil {
			return m, err
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		m = moments{}
		for ended := false; !ended; {
			select {
			case err := <-done:
				if err != nil {
					return m, err
				}
				ended = true
			case <-time.After(200 * time.Microsecond):
				if m.start == 0 && v.writing() {
					m.start = time.Since(began)
				}
			}
		}
		all := time.Since(began)
		if m.start == 0 {
			m.start = all
		}
		m.rest = all - m.start
	}
	return m, nil
}

// killAll kills a victim many times: half of them at any moment of the run, half while it
// writes.
func (t *torture) killAll(ctx context.Context, b *table, name string, v victim, usual int) error {
	if !t.anyWanted(name) {
		return nil
	}
	m, err := t.measure(ctx, v)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var times, before, during, after, late, whole, next int
	for n := range t.count(usual) {
		ran, _, err := t.try(ctx, fmt.Sprintf("%s/%d", name, n), func(r *rand.Rand) error {
			from, to := n%2, 1-n%2
			if err := v.prepare(ctx, from); err != nil {
				return err
			}
			ended, err := t.kill(ctx, r, v, to, m)
			if err != nil {
				return err
			}
			wrote := v.writing()
			reached, err := v.look(from, to)
			if err != nil {
				return err
			}
			whole++
			switch {
			case ended:
				late++
			case reached:
				after++
			case wrote:
				during++
			default:
				before++
			}
			if err := t.finish(ctx, v, to); err != nil {
				return err
			}
			next++
			return nil
		})
		if err != nil {
			return err
		}
		if ran {
			times++
		}
	}
	b.add(name, times, before, during, after, late, whole, next)
	return nil
}

// kill starts a victim and ends it at a moment of the case. ended says that it was faster.
func (t *torture) kill(ctx context.Context, r *rand.Rand, v victim, to int, m moments) (ended bool, err error) {
	whileWriting := r.IntN(2) == 0
	part := r.Float64()
	cmd := t.process(ctx, v.args(to)...)
	if err := cmd.Start(); err != nil {
		return false, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	moment := time.After(time.Duration(part * float64(m.start+m.rest)))
	if whileWriting {
		for !v.writing() && len(done) == 0 {
			time.Sleep(100 * time.Microsecond)
		}
		moment = time.After(time.Duration(part * float64(m.rest)))
	}
	select {
	case err := <-done:
		if err != nil {
			return false, err
		}
		return true, nil
	case <-moment:
	}
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		return false, err
	}
	return code(<-done) == 0, nil
}

// finish runs a victim to its end, and looks whether all is as if nothing had happened.
func (t *torture) finish(ctx context.Context, v victim, to int) error {
	if said, err := t.call(ctx, v.args(to)...); err != nil {
		return breachf("the next run fails: %v: %s", err, lastLines(said))
	}
	reached, err := v.look(1-to, to)
	if err != nil {
		return err
	}
	if !reached {
		return breachf("the next run ended well and changed nothing")
	}
	left, err := v.left()
	if err != nil {
		return err
	}
	if left != "" {
		return breachf("left over after the next run: %s", left)
	}
	return nil
}

// folderVictim is a build into a folder, or a deploy to one.
type folderVictim struct {
	t      *torture
	w      *world
	deploy bool
}

func (f *folderVictim) dir() string {
	if f.deploy {
		return filepath.Join(f.t.work, "deployed")
	}
	return filepath.Join(f.t.work, "built")
}

func (f *folderVictim) place() string { return filepath.Join(f.dir(), "public") }

func (f *folderVictim) args(state int) []string {
	if f.deploy {
		return []string{"deploy", "-C", f.w.sites[state], f.place()}
	}
	return f.w.build(state, f.w.sites[state], f.place())
}

func (f *folderVictim) prepare(ctx context.Context, state int) error {
	if f.deploy {
		if err := f.w.buildBoth(ctx, f.t); err != nil {
			return err
		}
	}
	if got, err := readTree(f.place()); err != nil || same(got, f.w.want[state]) {
		return err
	}
	if err := errors.Join(removeAll(f.dir()), os.MkdirAll(f.dir(), 0o755)); err != nil {
		return err
	}
	if said, err := f.t.call(ctx, f.args(state)...); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	return nil
}

// buildBoth builds the two states into the public folders of their sites, from which they
// are deployed.
func (w *world) buildBoth(ctx context.Context, t *torture) error {
	for n, site := range w.sites {
		public := filepath.Join(site, "public")
		if _, err := os.Stat(public); err == nil {
			continue
		}
		if said, err := t.call(ctx, w.build(n, site, public)...); err != nil {
			return fmt.Errorf("%w: %s", err, said)
		}
	}
	return nil
}

func (f *folderVictim) writing() bool {
	_, err := os.Lstat(filepath.Join(f.dir(), ".public.build"))
	return !errors.Is(err, fs.ErrNotExist)
}

func (f *folderVictim) look(from, to int) (reached bool, err error) {
	got, err := readTree(f.place())
	if err != nil {
		return false, err
	}
	switch {
	case same(got, f.w.want[to]):
		return true, nil
	case same(got, f.w.want[from]):
		return false, nil
	}
	return false, breachf("the folder is neither the old site (%s) nor the new one (%s)", differs(f.w.want[from], got), differs(f.w.want[to], got))
}

func (f *folderVictim) left() (string, error) {
	names, err := listDir(f.dir())
	if err != nil || len(names) == 1 {
		temp, err := listDir(f.t.temp())
		return joined(temp), err
	}
	return joined(names), nil
}
