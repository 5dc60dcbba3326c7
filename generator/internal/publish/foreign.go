package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
)

// ForeignError says that files stand in the way which no build wrote. Nothing was
// published, and none of them was touched.
type ForeignError struct {
	Reason error    // one of the errors below
	Files  []string // paths within the public folder, in order
	Err    error    // with ErrStuck: why the file cannot be kept
}

func (e *ForeignError) Error() string { return fmt.Sprintf("%v: %q", e.Reason, e.Files) }

// Unwrap gives the reason, and the cause where there is one.
func (e *ForeignError) Unwrap() []error { return []error{e.Reason, e.Err} }

// The reasons of a [ForeignError].
var (
	ErrUnmarked = errors.New("the folder holds files and no mark of a build")
	ErrInTheWay = errors.New("the build writes to the path of a file that no build wrote")
	ErrStuck    = errors.New("a file that no build wrote cannot be kept")
)

// keepForeign brings every file of the public folder that no build wrote to the
// stage: its folders are kept too, and links stay links. It looks at the folder
// anew, since such a file may have appeared while the site was made.
func (s *Stage) keepForeign() error {
	ours := foldersOf(s.mine)
	var inTheWay []string
	modes := map[string]fs.FileMode{}
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			return nil
		case err != nil:
			return err
		case e.IsDir():
			switch {
			case ours[name]:
				return nil
			case s.inTheWay(name, true):
				inTheWay = append(inTheWay, name)
				return fs.SkipDir
			}
			modes[name], err = s.foreignFolder(name, e)
			return err
		case s.mine[name] || s.same[name] || name == Marker:
			return nil
		case s.inTheWay(name, false):
			inTheWay = append(inTheWay, name)
			return nil
		}
		if err := s.foreignFile(name, e); err != nil {
			return &ForeignError{Reason: ErrStuck, Files: []string{name}, Err: cause(err)}
		}
		s.kept = append(s.kept, name)
		return nil
	})
	if err != nil {
		return err
	}
	if len(inTheWay) > 0 {
		return &ForeignError{Reason: ErrInTheWay, Files: inTheWay}
	}
	for name, mode := range modes { // at last: in a read-only one nothing could be made
		if err := s.site.Chmod(name, mode); err != nil {
			return err
		}
	}
	return nil
}

// inTheWay reports whether the stage has another file at a path, or at the path of
// a folder above it. The stage is asked too: on some file systems Data is data.
func (s *Stage) inTheWay(name string, folder bool) bool {
	for at := name; at != "."; at = path.Dir(at) {
		if s.written[at] {
			return true
		}
		info, err := s.site.Lstat(at)
		if err == nil && (!info.IsDir() || at == name && !folder) {
			return true
		}
	}
	return false
}

// foreignFolder makes a folder of the stage, and returns the mode that it is to have.
func (s *Stage) foreignFolder(name string, e fs.DirEntry) (fs.FileMode, error) {
	info, err := e.Info()
	if err != nil {
		return 0, err
	}
	const bits = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	return info.Mode() & bits, s.folder(name)
}

// foreignFile brings a file to the stage as it is.
func (s *Stage) foreignFile(name string, e fs.DirEntry) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	from := filepath.Join(s.dir, filepath.FromSlash(name))
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		to, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(to, filepath.Join(s.path("site"), filepath.FromSlash(name)))
	case !info.Mode().IsRegular():
		return errSpecial
	}
	return s.link(name)
}

// discard removes a folder of builds with all that it holds, also where it holds a
// read-only folder that somebody keeps among the published files.
func discard(dir string) error {
	err := os.RemoveAll(dir)
	switch {
	case err == nil:
		return nil
	case runtime.GOOS == "windows":
		return discardEach(dir)
	case !errors.Is(err, fs.ErrPermission):
		return err
	}
	walkErr := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if e != nil && e.IsDir() {
			os.Chmod(name, 0o700) // RemoveAll tells whether that was enough
		}
		return nil
	})
	return errors.Join(walkErr, os.RemoveAll(dir))
}

// discardEach is discard in the calls that Windows has always had, one for each file.
// os.RemoveAll asks for newer ones, which some file servers do not know (nor does
// Wine before 9): it then leaves everything.
func discardEach(dir string) error {
	var names []string
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, name := range slices.Backward(names) { // what a folder holds comes after it
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Kept lists the files that no build wrote and that the last Commit kept in the
// public folder, but for .gitignore.
func (s *Stage) Kept() []string {
	return slices.DeleteFunc(slices.Clone(s.kept), func(name string) bool { return negligible[name] })
}
