package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"reportsite/generator/internal/message"
)

// Rules say what a build may publish to, beside what holds for every folder:
// never a root of the file system, a repository's root or a folder within .git, and
// never one that holds what no build wrote. The zero value adds nothing.
type Rules struct {
	Apart []Place // folders that what is published must not touch

	// Former lists the files of a site that was built before sites had a
	// [Marker], by their paths; nil says that the folder holds no such site. It is asked
	// only about a folder without a marker, and may be nil.
	Former func(folder fs.FS) map[string]bool
}

// Place is a folder that must not be published to; it need not exist.
type Place struct {
	Path   string
	Holds  message.ID // why nothing is published to it, or to a folder above it
	Within message.ID // why nothing is published to a folder inside it; "": it may be
}

// Why some places are never published to.
var (
	errRoot       = message.ID("publish-root")
	errRepository = message.ID("publish-repository")
	errInGit      = message.ID("publish-in-git")
)

// placeError is the reason of a place that is never published to.
type placeError struct{ why message.ID }

func (e *placeError) Error() string { return e.why.Error() }
func (e *placeError) Unwrap() error { return e.why }

// Is lets the hint find it.
func (e *placeError) Is(target error) bool { return target == errPlace }

// errPlace stands for every placeError.
var errPlace = errors.New("nothing is published to this place")

// checkPlace refuses a place where nothing may be published, whatever is there.
// Links are followed, and folders compared by what they are and not only by
// their names: Content is content on some file systems.
func (r Rules) checkPlace(dir string) error {
	dir = resolve(dir)
	if filepath.Dir(dir) == dir { // also of a volume on Windows
		return &placeError{errRoot}
	}
	for _, part := range strings.Split(filepath.ToSlash(dir), "/") {
		if strings.EqualFold(part, ".git") {
			return &placeError{errInGit}
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
		return &placeError{errRepository}
	}
	for _, p := range r.Apart {
		path, err := filepath.Abs(p.Path)
		if err != nil {
			return err
		}
		path = resolve(path)
		switch {
		case holds(dir, path):
			return &placeError{p.Holds}
		case p.Within != "" && holds(path, dir):
			return &placeError{p.Within}
		}
	}
	return nil
}

// resolve follows the links of an absolute path, as far as it exists.
func resolve(name string) string {
	rest := ""
	for at := name; ; {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		above := filepath.Dir(at)
		if above == at {
			return name
		}
		at, rest = above, filepath.Join(filepath.Base(at), rest)
	}
}

// holds reports whether a folder is another one or stands above it.
func holds(outer, inner string) bool {
	outerInfo, err := os.Stat(outer)
	for at := inner; ; at = filepath.Dir(at) {
		if strings.EqualFold(at, outer) {
			return true
		}
		if err == nil {
			if info, err := os.Stat(at); err == nil && os.SameFile(info, outerInfo) {
				return true
			}
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}
