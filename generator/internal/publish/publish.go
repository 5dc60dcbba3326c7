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
// with the public folder by their content, and linked from it, which keeps their
// times, so that web servers and rsync see what changed. A site without any change leaves the
// public folder as it is. Files are not synced: what a power cut loses, the
// next build notices, because it compares contents, and writes again.
//
// Only what builds wrote is ever replaced or removed. Every published folder has a
// [Marker], which names the files of the build; a folder that holds something and
// has none is refused, as are places that a site must never take ([Rules]). Other
// files that stand in a published folder are kept: a CNAME, the file that proves
// to a search engine whose site it is, .well-known. Where the site has a file of the
// same path, nothing is published. A path that a build wrote is the build's: what
// somebody changed in such a file is overwritten.
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
	"strings"
	"sync"
	"time"
)

// keep is the one file of the public folder that is in the repository and no part
// of the site: it tells git to ignore the rest.
const keep = ".gitignore"

// Modes of what is published: a web server under another user has to read it,
// whatever the umask of the person who built it.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// Stage is a site that is being written beside the public folder. Its zero value is of no use: see [Begin].
type Stage struct {
	dir   string   // the public folder
	work  string   // the folder beside it that only builds use
	lock  *lock    // held from Begin to the end
	site  *os.Root // work/site: what Write fills
	top   *os.File // the same folder, open for [create]
	rules Rules
	old   map[string]bool // regular files of dir; nil: no such folder
	mine  map[string]bool // paths of dir that a former build wrote, but for its marker
	plain bool            // the umask lets published modes through: none need be set
	swap  func(stage, public string) error

	mu      sync.Mutex
	written map[string]bool // every path that Write was given
	same    map[string]bool // those among them that are in dir with the same content already
	kept    []string        // files of dir that no build wrote
	err     error           // the first fault: the stage is not to be published
	ended   bool

	folders sync.Map // folders of site by their paths, each a *folder
}

// Begin locks the public folder dir against other builds, puts right what a
// build that was killed left behind, and makes an empty stage. The folder need
// not exist, nor those above it: they are made, and stay. The error wraps [ErrBusy] while another build runs,
// and is a [*ForeignError] within an [*Error] where the folder is not a build's; every
// error is an [*Error].
func Begin(dir string, rules Rules) (*Stage, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fault("find", dir, err)
	}
	dir = abs
	s := &Stage{
		dir:     dir,
		work:    workFolder(dir),
		rules:   rules,
		swap:    exchange,
		written: map[string]bool{},
		same:    map[string]bool{},
	}
	// Before anything is made, beside the folder or above it.
	if err := s.admitSettled(); err != nil {
		return nil, err
	}
	if s.lock, err = acquire(s.work); err != nil {
		return nil, fault("lock", dir, err)
	}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.end())
	}
	return s, nil
}

// Admits reports why nothing may be published to a folder, whatever builds wrote there; nil
// where it may. It looks at the folder and changes nothing. The error is an [*Error].
func (r Rules) Admits(dir string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return fault("find", dir, err)
	}
	if err := errors.Join(checkPublic(abs), r.checkPlace(abs)); err != nil {
		return fault("use", abs, err)
	}
	return nil
}

// admit refuses a folder that must not be published to, and learns which of its
// files a build wrote.
func (s *Stage) admit() error {
	err := checkPublic(s.dir)
	if err == nil {
		err = s.rules.checkPlace(s.dir)
	}
	if err == nil {
		s.mine, err = s.rules.written(s.dir)
	}
	if err != nil {
		return fault("use", s.dir, err)
	}
	return nil
}

// admitSettled is admit before the lock is held. Another build may exchange the folder
// and remove the old one between two looks at it, which then has files and no mark:
// only a folder that stays so, a millisecond apart, is somebody else's.
func (s *Stage) admitSettled() (err error) {
	for range workTries {
		if err = s.admit(); !errors.Is(err, ErrUnmarked) {
			return err
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// prepare makes the stage's folder and learns what the public folder holds.
func (s *Stage) prepare() error {
	if err := s.recoverOld(); err != nil {
		return fault("put back the site before", s.dir, err)
	}
	if err := s.admit(); err != nil {
		return err
	}
	if err := discard(s.path("site")); err != nil {
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
	if s.site, err = os.OpenRoot(name); err != nil {
		return err
	}
	s.top, err = s.site.Open(".")
	return err
}

// closeSite closes the stage's folder: Windows renames no folder that is open.
func (s *Stage) closeSite() error {
	var err error
	if s.top != nil {
		err = s.top.Close()
	}
	if s.site != nil {
		err = errors.Join(err, s.site.Close())
	}
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

// list notes the regular files of the public folder.
func (s *Stage) list() error {
	old := map[string]bool{}
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			old[name] = true
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	s.old = old
	return err
}

// Commit publishes the stage, if it differs from the public folder, and
// releases the lock. It reports whether it did. After a failed Write it
// publishes nothing and returns that fault. On an error the old site stays. No
// Write may be going on.
func (s *Stage) Commit() (changed bool, err error) {
	if s.ended {
		return false, fault("commit", s.dir, errEnded)
	}
	defer func() { err = errors.Join(err, s.end()) }()
	if s.err != nil {
		return false, s.err
	}
	// The marker is the same only when the paths are: then no file is gone either.
	list := marker(s.written)
	s.written[Marker] = true
	if err := s.put(Marker, list); err != nil {
		return false, fault("write", Marker, err)
	}
	if s.old != nil && len(s.same) == len(s.written) {
		return false, nil
	}
	if err := s.carryOver(); err != nil {
		return false, err
	}
	if err := s.keepForeign(); err != nil {
		return false, fault("publish to", s.dir, err)
	}
	if err := s.closeSite(); err != nil {
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
		if err = twoSteps(s.path("site"), s.dir, s.path("old")); err == nil {
			discard(s.path("old")) // what stays, the next build removes
		}
	}
	if err != nil {
		return fault(actExchange, s.dir, err)
	}
	return nil
}

// Abort drops the stage and releases the lock; the public folder stays as it
// is. After Commit or Abort it does nothing, so that it can be deferred.
func (s *Stage) Abort() error {
	if s.ended {
		return nil
	}
	return s.end()
}

// end removes the work folder and releases the lock. Files that cannot be
// removed, such as one that a program on Windows has open, are left to the
// next build: they are no fault of this one.
func (s *Stage) end() error {
	s.note(func() { s.ended = true })
	s.closeSite() // it may be closed already
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
// a public folder, or with an empty one that somebody made since, the one set
// aside is the site. Beside a whole site it is left over. It may be the only copy
// of somebody's files, so it goes in that case alone.
func (s *Stage) recoverOld() error {
	aside := s.path("old")
	if _, err := os.Lstat(aside); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	files, err := s.rules.written(s.dir)
	switch {
	case err != nil:
		return errAside
	case files != nil:
		return discard(aside)
	}
	if err := s.removeEmpty(aside); err != nil {
		return err
	}
	return os.Rename(aside, s.dir)
}

// removeEmpty removes a public folder that holds at most the same .gitignore as the
// one set aside. One that is not there is no fault.
func (s *Stage) removeEmpty(aside string) error {
	own := filepath.Join(s.dir, keep)
	data, err := os.ReadFile(own)
	if err == nil && sameFile(filepath.Join(aside, keep), data) {
		if err := os.Remove(own); err != nil {
			return err
		}
	}
	if err := os.Remove(s.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errAside
	}
	return nil
}

// valid reports whether a path names a file of the site.
func valid(name string) (string, error) {
	clean := path.Clean(name)
	switch {
	case !fs.ValidPath(clean) || clean == "." || !filepath.IsLocal(filepath.FromSlash(clean)):
		return "", fmt.Errorf("%q: %w", name, errOutside)
	case strings.ContainsAny(clean, "\r\n"):
		return "", fmt.Errorf("%q: %w", name, errOutside)
	case clean == keep || clean == Marker:
		return "", fmt.Errorf("%q: %w", name, errReserved)
	}
	return clean, nil
}
