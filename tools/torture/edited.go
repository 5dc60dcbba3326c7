//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// edited changes a published folder by hand. `verify` must name what was changed and nothing
// else; the next build must repair it, or refuse and leave all as it is.
func edited(ctx context.Context, t *torture) error {
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	b := t.table("what is done by hand", "times", "`verify` named it", "`deploy` refused", "the next build repaired it", "the next build kept it", "the next build refused")
	for _, h := range byHand {
		if err := t.editAll(ctx, b, w, h); err != nil {
			return err
		}
	}
	return nil
}

// hand is what somebody does to a file of a public folder. path is where it is.
type hand struct {
	name string
	do   func(dir, path string, r *rand.Rand) error
	new  string // the path that is new; "": path itself is changed
	keep bool   // the file is somebody's, and stays
}

// byHand are the ways to change a folder.
var byHand = []hand{
	{name: "byte-changed", do: func(dir, path string, r *rand.Rand) error {
		return rewrite(dir, path, func(data []byte) []byte {
			data[r.IntN(len(data))] ^= 1
			return data
		})
	}},
	{name: "cut-short", do: func(dir, path string, r *rand.Rand) error {
		return rewrite(dir, path, func(data []byte) []byte { return data[:r.IntN(len(data))] })
	}},
	{name: "emptied", do: func(dir, path string, _ *rand.Rand) error { return os.Truncate(filepath.Join(dir, path), 0) }},
	{name: "text-added", do: func(dir, path string, _ *rand.Rand) error {
		return rewrite(dir, path, func(data []byte) []byte { return append(data, "<script src=//x.invalid></script>"...) })
	}},
	{name: "deleted", do: func(dir, path string, _ *rand.Rand) error { return os.Remove(filepath.Join(dir, path)) }},
	{name: "file-added", new: "uploads/photo.jpg", keep: true, do: func(dir, _ string, _ *rand.Rand) error {
		return layTree(dir, tree{"uploads/photo.jpg": "somebody's"})
	}},
	{name: "page-added", new: "indicators/hidden/index.html", keep: true, do: func(dir, _ string, _ *rand.Rand) error {
		return layTree(dir, tree{"indicators/hidden/index.html": "<html>"})
	}},
	{name: "made-a-folder", do: func(dir, path string, _ *rand.Rand) error {
		return errors.Join(os.Remove(filepath.Join(dir, path)), layTree(dir, tree{path + "/mine": "somebody's"}))
	}},
	{name: "made-a-link", do: func(dir, path string, _ *rand.Rand) error {
		name := filepath.Join(dir, path)
		return errors.Join(os.Remove(name), os.Symlink("/etc/hostname", name))
	}},
}

func rewrite(dir, path string, change func([]byte) []byte) error {
	name := filepath.Join(dir, path)
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, change(data), 0o644)
}

func (t *torture) editAll(ctx context.Context, b *table, w *world, h hand) error {
	kind := "edited/" + h.name
	if !t.anyWanted(kind) {
		return nil
	}
	site := w.sites[0]
	public := filepath.Join(site, "public")
	paths := slices.DeleteFunc(slices.Sorted(mapKeys(w.want[0])), func(p string) bool {
		return len(w.want[0][p]) == 0 || p == "manifest.json" || p == "reportsite.txt" // see the part cache
	})
	var times, named, refusedDeploy, repaired, kept, refused int
	for n := range t.count(20) {
		ran, _, err := t.try(ctx, fmt.Sprintf("%s/%d", kind, n), func(r *rand.Rand) error {
			if err := t.restore(ctx, w, public); err != nil {
				return err
			}
			path := paths[r.IntN(len(paths))]
			if err := h.do(public, path, r); err != nil {
				return err
			}
			changed, err := readTree(public)
			if err != nil {
				return err
			}
			at := path
			if h.new != "" {
				at = h.new
			}
			out, err := t.call(ctx, "verify", "-C", site)
			lines := strings.Split(strings.TrimSpace(out), "\n")
			if code(err) != 1 || !strings.Contains(lines[0], at) || len(lines) > 3 {
				return breachf("after a change of %s, verify ends with %d and says %q", at, code(err), lastLines(out))
			}
			named++
			place := filepath.Join(t.work, "edited-place")
			out, err = t.call(ctx, "deploy", "-C", site, place)
			got, readErr := readTree(place)
			if readErr != nil {
				return readErr
			}
			switch {
			case h.keep && (err != nil || differs(w.want[0], got) != ""):
				return breachf("deploy of a site beside %s: %v, %s: %s", at, err, differs(w.want[0], got), lastLines(out))
			case !h.keep && (err == nil || got != nil):
				return breachf("deploy takes a site with another %s: %s", at, lastLines(out))
			case !h.keep:
				refusedDeploy++
			}
			if err := removeAll(place); err != nil {
				return err
			}
			out, err = t.call(ctx, w.build(0, site, public)...)
			got, readErr = readTree(public)
			if readErr != nil {
				return readErr
			}
			want := w.want[0]
			switch {
			case panics.MatchString(out):
				return breachf("the build says %q", lastLines(out))
			case err != nil && !same(got, changed):
				return breachf("the build refuses another %s, and yet changed something: %s", at, differs(changed, got))
			case err != nil && !strings.Contains(out, at):
				return breachf("the build refuses another %s without its name: %q", at, lastLines(out))
			case err != nil:
				refused++
			case h.keep && got[at] != changed[at]:
				return breachf("the build took %s away", at)
			case h.keep:
				delete(got, at)
				kept++
			default:
				repaired++
			}
			if err == nil && !same(got, want) {
				return breachf("after the build, %s", differs(want, got))
			}
			return nil
		})
		if err != nil {
			return err
		}
		if ran {
			times++
		}
	}
	b.add(kind, times, named, refusedDeploy, repaired, kept, refused)
	return nil
}

// restore makes a folder hold the first state of the world, and nothing else.
func (t *torture) restore(ctx context.Context, w *world, public string) error {
	got, err := readTree(public)
	if err == nil && same(got, w.want[0]) {
		return nil
	}
	return errors.Join(removeAll(public), layTree(public, w.want[0]))
}
