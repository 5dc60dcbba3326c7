// Package publish puts a built site in the place of the one before, all or
// nothing.
//
// A [Stage] is filled beside the public folder, on the same file system, and
// then exchanged with it in one step where the system has such a step (Linux:
// renameat2, macOS: renamex_np). Elsewhere it takes two renames: public aside,
// then the stage to public. Should a build be ended between these two, the
// next one begins by putting the old site back. In every case readers of the
// public folder see the old site or the new one, whole.
//
// Files that are the same as before are not written again: they are compared
// with the public folder, by their content in [Stage.Write] or by its hash in
// [Stage.Keep], and linked from it, which keeps their times, so that
// web servers and rsync see what changed. A site without any change leaves the
// public folder as it is. Nothing is forced to the disk's surface: what a
// power cut loses, the next build notices, because it compares contents, and
// makes again.
//
// For a public folder named public, everything happens in .public.build beside
// it. That folder holds the lock that keeps a second build away, and is gone
// when no build runs.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// keep is the one file of the public folder that is the editors' and no part
// of the site: it tells git to ignore the rest.
const keep = ".gitignore"

// Modes of what is published: a web server under another user has to read it,
// whatever the umask of the person who built it.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// Stage is a site in the making. Its zero value is of no use: see [Begin].
type Stage struct {
	dir   string          // the public folder
	work  string          // the folder beside it that only builds use
	lock  *lock           // held from Begin to the end
	site  *os.Root        // work/site: what Write fills
	old   map[string]bool // regular files of dir but for keep; nil: no such folder
	mixed bool            // dir holds something that no build made, such as a link
	plain bool            // the umask lets published modes through: none need be set
	swap  func(stage, public string) error

	mu      sync.Mutex
	written map[string]bool // every path that Write was given
	folders map[string]bool // folders made within site
	same    []string        // paths that are in dir with the same content already
	err     error           // the first fault: the stage is not to be published
	ended   bool
}

// Begin locks the public folder dir against other builds, puts right what a
// build that was killed left behind, and makes an empty stage. The folder need
// not exist, nor those above it: they are made, and stay. The error wraps [ErrBusy] while another build runs; every error
// is an [*Error] with a hint.
func Begin(dir string) (*Stage, error) {
	dir = filepath.Clean(dir)
	s := &Stage{
		dir:     dir,
		work:    filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".build"),
		swap:    exchange,
		written: map[string]bool{},
		folders: map[string]bool{".": true},
	}
	var err error
	if s.lock, err = acquire(s.work); err != nil {
		return nil, fault("lock", dir, err)
	}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.end())
	}
	return s, nil
}

// prepare makes the stage's folder and learns what the public folder holds.
func (s *Stage) prepare() error {
	if err := recoverOld(s.dir, s.path("old")); err != nil {
		return fault("put back the site before", s.dir, err)
	}
	if err := checkPublic(s.dir); err != nil {
		return fault("use", s.dir, err)
	}
	if err := os.RemoveAll(s.path("site")); err != nil {
		return fault("remove an unfinished site", s.path("site"), err)
	}
	if err := s.list(); err != nil {
		return fault("read", s.dir, err)
	}
	if err := s.makeSite(); err != nil {
		return fault("make", s.path("site"), err)
	}
	return nil
}

// makeSite makes the empty stage and sees what the umask makes of its mode.
func (s *Stage) makeSite() error {
	name := s.path("site")
	if err := os.Mkdir(name, folderMode); err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	s.plain = info.Mode().Perm() == folderMode
	if !s.plain {
		if err := os.Chmod(name, folderMode); err != nil {
			return err
		}
	}
	s.site, err = os.OpenRoot(name)
	return err
}

// path names a part of the work folder.
func (s *Stage) path(name string) string { return filepath.Join(s.work, name) }

// checkPublic refuses what must not be exchanged for a site. A missing folder
// is none of that.
func checkPublic(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return errLink
	case !info.IsDir():
		return errNoFolder
	}
	return writable(dir, info)
}

// list notes the files of the public folder.
func (s *Stage) list() error {
	old := map[string]bool{}
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() || name == keep:
		case e.Type().IsRegular():
			old[name] = true
		default:
			s.mixed = true
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	s.old = old
	return err
}

// Commit publishes the stage, if it differs from the public folder, and
// releases the lock. It reports whether it did. After a failed Write it
// publishes nothing and returns that fault. On an error the old site stays.
func (s *Stage) Commit() (changed bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return false, fault("commit", s.dir, errEnded)
	}
	defer func() { err = errors.Join(err, s.end()) }()
	if s.err != nil {
		return false, s.err
	}
	if s.old != nil && !s.mixed && len(s.same) == len(s.written) && len(s.same) == len(s.old) {
		return false, nil
	}
	if err := s.carryOver(); err != nil {
		return false, err
	}
	if err := s.site.Close(); err != nil {
		return false, fault("close", s.path("site"), err)
	}
	if err := s.publish(); err != nil {
		return false, err
	}
	return true, nil
}

// publish puts the finished stage in the place of the public folder.
func (s *Stage) publish() error {
	if err := checkPublic(s.dir); err != nil {
		return fault("use", s.dir, err)
	}
	if s.old == nil {
		if err := os.Rename(s.path("site"), s.dir); err != nil {
			return fault("publish to", s.dir, err)
		}
		return nil
	}
	err := s.swap(s.path("site"), s.dir)
	if errors.Is(err, errors.ErrUnsupported) {
		err = twoSteps(s.path("site"), s.dir, s.path("old"))
	}
	if err != nil {
		return fault("exchange", s.dir, err)
	}
	return nil
}

// Abort drops the stage and releases the lock; the public folder stays as it
// is. After Commit or Abort it does nothing, so that it can be deferred.
func (s *Stage) Abort() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return nil
	}
	return s.end()
}

// end removes the work folder and releases the lock. Files that cannot be
// removed, such as one that a program on Windows has open, are left to the
// next build: they are no fault of this one.
func (s *Stage) end() error {
	s.ended = true
	if s.site != nil {
		s.site.Close()
	}
	if err := s.lock.release(); err != nil {
		return fault("unlock", s.dir, err)
	}
	return nil
}

// twoSteps is the exchange of systems that have none: the public folder goes
// aside and the stage takes its place.
func twoSteps(stage, public, aside string) error {
	if err := os.Rename(public, aside); err != nil {
		return err
	}
	err := os.Rename(stage, public)
	if err != nil {
		return errors.Join(err, os.Rename(aside, public))
	}
	return nil
}

// recoverOld ends what a build killed in the middle of twoSteps began: without
// a public folder, the one set aside is the site. With one, it is left over.
func recoverOld(public, aside string) error {
	_, err := os.Lstat(public)
	if errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(aside, public)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if err != nil {
		return err
	}
	return os.RemoveAll(aside)
}

// valid reports whether a path names a file of the site.
func valid(name string) (string, error) {
	clean := path.Clean(name)
	switch {
	case !fs.ValidPath(clean) || clean == "." || !filepath.IsLocal(filepath.FromSlash(clean)):
		return "", fmt.Errorf("%q: %w", name, errOutside)
	case clean == keep:
		return "", fmt.Errorf("%q: %w", name, errReserved)
	}
	return clean, nil
}
