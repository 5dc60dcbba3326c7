package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long no file may change before a build begins: programs save in
// several steps (write a new file, rename, touch).
const settle = 15 * time.Millisecond

// hold is how long a build waits at most when files keep changing.
const hold = 300 * time.Millisecond

// settleSheet and holdSheet are the same for workbooks: spreadsheet programs write a file
// with another name, put the old one aside, rename, and delete, and in between there is no
// workbook.
const (
	settleSheet = 200 * time.Millisecond
	holdSheet   = 2 * time.Second
)

// isSheet reports whether spreadsheet programs save a file.
func isSheet(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv":
		return true
	}
	return false
}

// ofExcel is the name of a workbook while Excel saves it.
var ofExcel = regexp.MustCompile(`^[0-9A-F]{8}$`)

// watcher watches folders with their subfolders, and single files.
type watcher struct {
	notify *fsnotify.Watcher
	// only are single files, which are watched through their folder; other files of
	// that folder are ignored.
	only map[string]bool
	dirs map[string]bool // folders that count as a whole
}

// watch starts watching the roots. One that does not exist is a file that may come; where
// its folder does not exist either it is left out: the build reports what is missing.
func watch(roots []string) (*watcher, error) {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch files: %w", err)
	}
	w := &watcher{notify: n, only: map[string]bool{}, dirs: map[string]bool{}}
	for _, root := range roots {
		root = filepath.Clean(root)
		info, err := os.Stat(root)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if _, gone := os.Stat(filepath.Dir(root)); gone != nil {
				continue
			}
			w.only[root] = true
			err = n.Add(filepath.Dir(root))
		case err != nil:
			return nil, errors.Join(fmt.Errorf("watch files: %w", err), n.Close())
		case info.IsDir():
			err = w.add(root)
		default:
			// Programs replace files, which only a watch on the folder notices.
			w.only[root] = true
			err = n.Add(filepath.Dir(root))
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("watch %s: %w", root, err), n.Close())
		}
	}
	return w, nil
}

func (w *watcher) Close() error { return w.notify.Close() }

// add watches a folder and its subfolders.
func (w *watcher) add(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone again
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case ignored(name) && name != dir:
			return filepath.SkipDir
		}
		w.dirs[name] = true
		return w.notify.Add(name)
	})
}

// ignored are files and folders that no build reads: hidden ones, backups, and
// the libraries, which hold thousands of folders.
func ignored(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") && base != "." || base == "node_modules" ||
		strings.HasSuffix(base, "~") || strings.HasPrefix(base, "~$") ||
		strings.HasSuffix(base, ".swp") || strings.HasSuffix(strings.ToLower(base), ".tmp") || ofExcel.MatchString(base)
}

// counts reports whether an event is of a file that a build may read. It also
// starts watching new folders.
func (w *watcher) counts(e fsnotify.Event) bool {
	name := filepath.Clean(e.Name)
	if e.Op == fsnotify.Chmod || ignored(name) && !w.only[name] {
		return false
	}
	if !w.dirs[filepath.Dir(name)] && !w.dirs[name] {
		return w.only[name]
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			// A folder that cannot be watched is still read by the next build.
			_ = w.add(name)
		}
	}
	return true
}

// run calls build with the changed paths when no file has changed for a while;
// since is when the first of them changed. It returns when ctx is done.
func (w *watcher) run(ctx context.Context, build func(paths []string, since time.Time)) {
	changed := map[string]bool{}
	sheets := false // one of changed is a workbook
	var since time.Time
	rest := time.NewTimer(time.Hour)
	rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.notify.Events:
			if !ok {
				return
			}
			if !w.counts(e) {
				if sheets && w.dirs[filepath.Dir(filepath.Clean(e.Name))] { // of a program that is still saving
					rest.Reset(min(settleSheet, max(0, holdSheet-time.Since(since))))
				}
				continue
			}
			if len(changed) == 0 {
				since = time.Now()
			}
			changed[filepath.Clean(e.Name)] = true
			if sheets = sheets || isSheet(e.Name); sheets {
				rest.Reset(min(settleSheet, max(0, holdSheet-time.Since(since))))
				continue
			}
			rest.Reset(min(settle, max(0, hold-time.Since(since))))
		case _, ok := <-w.notify.Errors:
			if !ok {
				return
			}
			// Events were lost: anything may have changed.
			if len(changed) == 0 {
				since = time.Now()
			}
			changed["."] = true
			rest.Reset(settle)
		case <-rest.C:
			paths := slices.Sorted(maps.Keys(changed))
			clear(changed)
			sheets = false
			build(paths, since)
		}
	}
}
