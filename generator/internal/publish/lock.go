package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

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

// workFolder is where a site is written before it takes the place of a public folder.
func workFolder(dir string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".build")
}

// Unfinished reports whether a build or deploy to a folder is under way, or was killed and
// left something beside it, which the next [Begin] puts right.
func Unfinished(dir string) bool {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return false // Begin says so
	}
	_, err = os.Lstat(workFolder(abs))
	return err == nil
}

// acquire makes the work folder, with the folders above it that are missing, and
// locks it; ErrBusy says that another build has it.
func acquire(dir string) (*lock, error) {
	for range maxTries {
		if err := checkWork(dir); err != nil {
			return nil, err
		}
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

// workParts are what a build makes in its work folder. Nothing else in it is ever
// removed.
var workParts = []string{"lock", keep, "site", "old"}

// workTries is how often a work folder is looked at, a millisecond apart: of another
// build that begins or ends just now, one may see the end before the beginning.
const workTries = 20

// checkWork refuses a folder that has the name of a work folder and is somebody
// else's.
func checkWork(dir string) (err error) {
	for range workTries {
		if err = lookAtWork(dir); err != errWork {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// lookAtWork tells by what a folder holds. A build makes the lock first and removes
// it last.
func lookAtWork(dir string) error {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return errWork
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if !slices.Contains(workParts, e.Name()) {
			return errWork
		}
	}
	lock, err := os.Lstat(filepath.Join(dir, "lock"))
	switch {
	case err == nil && (!lock.Mode().IsRegular() || lock.Size() > 0):
		return errWork
	case errors.Is(err, fs.ErrNotExist) && len(entries) > 0:
		return errWork
	}
	return nil
}

// release removes what builds made of the work folder, as far as it can be
// removed, and lets the next build in. A site set aside stays: see recoverOld. The
// lock file goes last: until then the folder is ours.
func (l *lock) release() error {
	discard(filepath.Join(l.dir, "site")) // what stays, the next build removes
	if _, err := os.Lstat(filepath.Join(l.dir, "old")); errors.Is(err, fs.ErrNotExist) {
		os.Remove(filepath.Join(l.dir, keep))
		os.Remove(l.file.Path()) // Windows refuses while it is open: the next build uses it again
		os.Remove(l.dir)         // which it is only when it is empty
	}
	return l.file.Unlock()
}
