package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lock keeps other builds away from a work folder. The system releases it when
// the process ends, however it ends.
type lock struct {
	dir  string
	file *flock.Flock
}

// maxTries is how often acquire meets a build that is just leaving before it
// gives up.
const maxTries = 100

// acquire makes the work folder, with the folders above it that are missing, and
// locks it; ErrBusy says that another build has it.
func acquire(dir string) (*lock, error) {
	for range maxTries {
		if err := os.MkdirAll(dir, folderMode); err != nil {
			return nil, err
		}
		l := &lock{dir: dir, file: flock.New(filepath.Join(dir, "lock"))}
		locked, err := l.file.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // the build before has just removed the folder
		case err != nil:
			return nil, err
		case !locked:
			return nil, ErrBusy
		}
		if !l.current() {
			// The build before removed the file between our opening and
			// locking it: a third one would lock a new file of that name.
			if err := l.file.Unlock(); err != nil {
				return nil, err
			}
			continue
		}
		// The folder is no part of the site's sources, should it be left over.
		if err := os.WriteFile(filepath.Join(dir, keep), []byte("*\n"), fileMode); err != nil {
			return nil, errors.Join(err, l.release())
		}
		return l, nil
	}
	return nil, ErrBusy
}

// current reports whether the locked file is still the one in the folder.
func (l *lock) current() bool {
	ours, err := l.file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(l.file.Path())
	return err == nil && os.SameFile(ours, named)
}

// release removes the work folder, as far as it can be removed, and lets the
// next build in. The lock file goes last: until then the folder is ours.
func (l *lock) release() error {
	entries, err := os.ReadDir(l.dir)
	if err == nil {
		for _, e := range entries {
			if e.Name() != filepath.Base(l.file.Path()) {
				os.RemoveAll(filepath.Join(l.dir, e.Name()))
			}
		}
	}
	os.Remove(l.file.Path()) // Windows refuses while it is open: the next build uses it again
	os.Remove(l.dir)
	return l.file.Unlock()
}
