//go:build unix

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// floorName is what the table calls the floor: no build that writes these files can
// take less.
const floorName = "the floor: the same files from memory"

// floorOf writes the files of a site's public folder, as the build before it left
// them, into another folder.
func floorOf(site string) build {
	out := site + "-floor"
	return build{floorName, func() (usage, error) { return writeFloor(filepath.Join(site, "public"), out) }, out, true, nil}
}

// writeFloor reads a folder into memory and measures how long it takes to write that
// to a new folder, with as many workers as there are cores, checking and comparing
// nothing.
func writeFloor(from, to string) (usage, error) {
	var folders []string
	files := map[string][]byte{}
	err := filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if e.IsDir() {
			folders = append(folders, target) // those above come first
			return nil
		}
		files[target], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		return usage{}, err
	}
	runtime.GC() // not while it is measured
	return within(func() error { return writeAll(folders, files) })
}

// writeAll makes folders and files that are not there yet.
func writeAll(folders []string, files map[string][]byte) error {
	for _, name := range folders {
		if err := os.Mkdir(name, 0o755); err != nil {
			return err
		}
	}
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for name, data := range files {
		work.Go(func() error { return os.WriteFile(name, data, 0o644) })
	}
	return work.Wait()
}

// within measures a part of this program.
func within(do func() error) (usage, error) {
	before, err := spent()
	if err != nil {
		return usage{}, err
	}
	start := time.Now()
	if err := do(); err != nil {
		return usage{}, err
	}
	wall := time.Since(start)
	after, err := spent()
	return usage{wall: wall, cpu: after - before}, err
}

// spent is the user and system time of this program up to now.
func spent() (time.Duration, error) {
	var r syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), err
}
