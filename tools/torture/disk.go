//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sys/unix"
)

// diskSizes is how many sizes of a disk are tried, from nothing free to enough.
const diskSizes = 20

// disk lets the disk be full: small file systems in memory, mounted in a mount namespace of
// this part's own, so that nothing stays mounted however it ends.
func disk(ctx context.Context, t *torture) error {
	if os.Getuid() != 0 {
		fmt.Fprintln(t.out, "disk is skipped: only root can mount a file system of a chosen size")
		return nil
	}
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	if err := w.buildBoth(ctx, t); err != nil {
		return err
	}
	b := t.table("what meets the full disk", "sizes", "failed, and said why", "ended well", "all as before, or all done", "with more room the next run finished")
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // and never unlocked: the namespace ends with the thread
		done <- errors.Join(ownMounts(), t.fillDisks(ctx, b, w))
	}()
	return <-done
}

// ownMounts gives this thread, and the processes that it starts, mounts of their own.
func ownMounts() error {
	if err := unix.Unshare(unix.CLONE_NEWNS); err != nil {
		return fmt.Errorf("a mount namespace: %w", err)
	}
	return unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
}

// writer is a command that writes to a disk.
type writer struct {
	name string
	// lay writes what is on the disk before.
	lay func(dir string) error
	// args are the command line.
	args func(dir string) []string
	// inodes says that files run out and not bytes.
	inodes bool
}

func (t *torture) fillDisks(ctx context.Context, b *table, w *world) error {
	public := func(state int) func(string) error {
		return func(dir string) error { return layTree(filepath.Join(dir, "public"), w.want[state]) }
	}
	content := func(dir string) error { return t.copySite(w.sites[0], filepath.Join(dir, "site")) }
	empty := func(string) error { return nil }
	named := func(dir string) error { return os.Mkdir(filepath.Join(dir, "site"), 0o755) } // by the one who calls
	page := func(dir string) error { return layTree(dir, tree{"other": "a file of one page"}) }
	report := filepath.Join(t.root, "generator", "internal", "draft", "testdata", "texts", "county.txt")
	build := func(dir string) []string { return w.build(1, w.sites[1], filepath.Join(dir, "public")) }
	deploy := func(dir string) []string { return []string{"deploy", "-C", w.sites[1], filepath.Join(dir, "public")} }
	within := func(words ...string) func(string) []string {
		return func(dir string) []string {
			args := make([]string, len(words))
			for n, word := range words {
				args[n] = strings.ReplaceAll(word, "DIR", dir)
			}
			return args
		}
	}
	for _, v := range []writer{
		{name: "build", lay: public(0), args: build},
		{name: "build-inodes", lay: public(0), args: build, inodes: true},
		{name: "build-first", lay: empty, args: build},
		{name: "deploy", lay: public(0), args: deploy},
		{name: "deploy-inodes", lay: public(0), args: deploy, inodes: true},
		{name: "draft", lay: named, args: within("draft", report, "-o", "DIR/site")},
		{name: "draft-inodes", lay: named, args: within("draft", report, "-o", "DIR/site"), inodes: true},
		{name: "new-site", lay: named, args: within("new", "site", "DIR/site")},
		{name: "new-indicator", lay: content, args: within("new", "indicator", "-C", "DIR/site", "-workbook", "torture")},
		{name: "new-edition", lay: content, args: within("new", "edition", "-C", "DIR/site", "2027")},
		{name: "new-ci", lay: content, args: within("new", "ci", "-C", "DIR/site", "github")},
		{name: "rename", lay: content, args: within("rename", "-C", "DIR/site", "gdp-growth", "gross-product")},
		{name: "rename-inodes", lay: content, args: within("rename", "-C", "DIR/site", "gdp-growth", "gross-product"), inodes: true},
		{name: "paste", lay: page, args: within("paste", "-out", "DIR/text.md", report)},
		{name: "table", lay: empty, args: within("table", "-C", w.sites[0], "-templates", w.templates[0], "DIR/table.xlsx")},
	} {
		if t.anyWanted("disk/" + v.name) {
			if err := t.fillDisk(ctx, b, v); err != nil {
				return fmt.Errorf("%s: %w", v.name, err)
			}
		}
	}
	return nil
}

// pageSize is the least that a file takes of a disk in memory, in bytes.
const pageSize = 4096

// usage is what a file system holds, in bytes and files, and has room for.
type usage struct{ bytes, inodes int64 }

// fillDisk runs a writer on disks that have room for nothing, for a part, and for all.
func (t *torture) fillDisk(ctx context.Context, b *table, v writer) error {
	dir := filepath.Join(t.work, "disk")
	roomy := usage{256 << 20, 100_000}
	before, after, need, err := t.measureDisk(ctx, v, dir, roomy)
	if err != nil {
		return err
	}
	var times, failed, fine, whole, again int
	sizes := t.count(diskSizes)
	for n := range sizes {
		ran, _, err := t.try(ctx, fmt.Sprintf("disk/%s/%d", v.name, n), func(r *rand.Rand) (err error) {
			size := roomy
			part := (float64(n) + r.Float64()) / float64(sizes) // an even spread, never the same
			if v.inodes {
				size.inodes = need[0].inodes + int64(part*1.25*float64(need[1].inodes-need[0].inodes))
			} else {
				size.bytes = need[0].bytes + int64(part*1.25*float64(need[1].bytes-need[0].bytes))
				size.bytes = max(size.bytes/pageSize, 1) * pageSize // 0 is a disk without an end
			}
			if err := mount(dir, size, v.lay); err != nil {
				return err
			}
			defer func() { err = errors.Join(err, unix.Unmount(dir, unix.MNT_DETACH)) }()
			said, runErr := t.call(ctx, v.args(dir)...)
			got, err := readAll(dir)
			if err != nil {
				return err
			}
			switch {
			case runErr == nil && same(got, after):
				fine++
			case runErr == nil:
				return breachf("it ended well, but %s", differs(after, got))
			case code(runErr) < 0 || panics.MatchString(said) || strings.TrimSpace(said) == "":
				return breachf("it ended with %v and said %q", runErr, lastLines(said))
			case !same(got, before):
				return breachf("it failed, and left %s; it said %q", differs(before, got), lastLines(said))
			case !strings.Contains(said, "no space left") && !strings.Contains(said, "disk is full"):
				return breachf("it failed without saying that the disk is full: %q", lastLines(said))
			default:
				failed++
			}
			whole++
			if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_REMOUNT, roomy.options()); err != nil {
				return err
			}
			if runErr != nil {
				if said, err := t.call(ctx, v.args(dir)...); err != nil {
					return breachf("with more room it fails: %v: %s", err, lastLines(said))
				}
				if got, err = readAll(dir); err != nil || !same(got, after) {
					return breachf("with more room: %s, %v", differs(after, got), err)
				}
			}
			again++
			return nil
		})
		if err != nil {
			return err
		}
		if ran {
			times++
		}
	}
	b.add("disk/"+v.name, times, failed, fine, whole, again)
	return nil
}

func (u usage) options() string { return fmt.Sprintf("size=%d,nr_inodes=%d", u.bytes, u.inodes) }

// mount makes a disk of a size, with something on it. The caller unmounts it.
func mount(dir string, size usage, lay func(string) error) error {
	err := errors.Join(os.MkdirAll(dir, 0o755), unix.Mount("tmpfs", dir, "tmpfs", 0, size.options()))
	if err == nil {
		if err = lay(dir); err != nil {
			return errors.Join(err, unix.Unmount(dir, unix.MNT_DETACH))
		}
	}
	return err
}

// measureDisk runs a writer with room enough. need is what the disk holds before, and at
// most while it runs: an old and a new site.
func (t *torture) measureDisk(ctx context.Context, v writer, dir string, size usage) (before, after tree, need [2]usage, err error) {
	if err := mount(dir, size, v.lay); err != nil {
		return nil, nil, need, err
	}
	defer func() { err = errors.Join(err, unix.Unmount(dir, unix.MNT_DETACH)) }()
	if before, err = readAll(dir); err != nil {
		return nil, nil, need, err
	}
	if need[0], err = used(dir); err != nil {
		return nil, nil, need, err
	}
	cmd := t.process(ctx, v.args(dir)...)
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		return nil, nil, need, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for running := true; running; {
		select {
		case err := <-ended:
			if err != nil {
				return nil, nil, need, fmt.Errorf("%w: %s", err, said.String())
			}
			running = false
		default:
		}
		now, err := used(dir)
		if err != nil {
			return nil, nil, need, err
		}
		need[1] = usage{max(need[1].bytes, now.bytes), max(need[1].inodes, now.inodes)}
	}
	after, err = readAll(dir)
	return before, after, need, err
}

// used is what a file system holds.
func used(dir string) (usage, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return usage{}, err
	}
	return usage{int64(s.Blocks-s.Bfree) * s.Bsize, int64(s.Files - s.Ffree)}, nil
}

// layTree writes a tree.
func layTree(dir string, files tree) error {
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
