//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// renamed is the indicator that gets another id; many files name it.
const renamed = "gdp-growth"

// renameIDs are the ids that it gets in the two states.
var renameIDs = [2]string{"growth-a", "growth-b"}

// renameVictim is a rename, which writes many files of a site. Between its steps the files
// are a mixture: the next command that writes makes all of it or none.
type renameVictim struct {
	t      *torture
	source string
	theme  string
	before tree    // the site before
	want   [2]tree // and with each of the ids
}

func newRenameVictim(ctx context.Context, t *torture, w *world) (*renameVictim, error) {
	v := &renameVictim{t: t, source: w.sites[0], theme: w.templates[0]}
	for n := range v.want {
		if err := v.prepare(ctx, n); err != nil {
			return nil, err
		}
		if said, err := t.call(ctx, v.args(n)...); err != nil {
			return nil, fmt.Errorf("%w: %s", err, said)
		}
		var err error
		if v.want[n], err = readAll(v.dir()); err != nil {
			return nil, err
		}
	}
	return v, v.prepare(ctx, 0)
}

func (v *renameVictim) dir() string { return filepath.Join(v.t.work, "renamed") }

// prepare lays the site down with the id that both states begin with.
func (v *renameVictim) prepare(_ context.Context, _ int) (err error) {
	if err := errors.Join(removeAll(v.dir()), v.t.copySite(v.source, v.dir())); err != nil {
		return err
	}
	v.before, err = readAll(v.dir())
	return err
}

// args are the command line; where the indicator has its id already, a check is all.
func (v *renameVictim) args(state int) []string {
	if _, err := os.Lstat(filepath.Join(v.dir(), "content", "indicators", renameIDs[state]+".toml")); err == nil && !v.writing() {
		return []string{"check", "-C", v.dir(), "-templates", v.theme}
	}
	return []string{"rename", "-C", v.dir(), renamed, renameIDs[state]}
}

func (v *renameVictim) writing() bool {
	_, err := os.Lstat(filepath.Join(v.dir(), ".reportsite-change"))
	return err == nil
}

// look lets another command, which changes nothing itself, come upon the site first.
func (v *renameVictim) look(_, to int) (reached bool, err error) {
	if v.writing() {
		if said, err := v.t.call(context.Background(), "rename", "-C", v.dir(), "no-such-indicator", "another"); err == nil {
			return false, breachf("an indicator that is not there is renamed: %s", lastLines(said))
		}
	}
	got, err := readAll(v.dir())
	if err != nil {
		return false, err
	}
	switch {
	case same(got, v.want[to]):
		return true, nil
	case same(got, v.before):
		return false, nil
	}
	return false, breachf("the site is neither as before (%s) nor renamed (%s)", differs(v.before, got), differs(v.want[to], got))
}

// left is for look to see: it compares all files.
func (v *renameVictim) left() (string, error) { return "", nil }
