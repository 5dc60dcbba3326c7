package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Write adds a file to the stage. The path has slashes and stays within the
// site; its folders are made. A path written twice, one that leads out of the
// site and the public folder's own .gitignore are refused. It is safe for
// several goroutines at once; after a fault, Commit publishes nothing.
func (s *Stage) Write(name string, data []byte) error {
	err := s.write(name, data)
	if err != nil {
		err = fault("write", name, err)
		s.mu.Lock()
		if s.err == nil {
			s.err = err
		}
		s.mu.Unlock()
	}
	return err
}

func (s *Stage) write(name string, data []byte) error {
	name, err := valid(name)
	if err != nil {
		return err
	}
	if err := s.claim(name); err != nil {
		return err
	}
	return s.put(name, data)
}

// put adds the file of a path that was claimed.
func (s *Stage) put(name string, data []byte) error {
	if s.old[name] && sameFile(filepath.Join(s.dir, filepath.FromSlash(name)), data) {
		s.note(func() { s.same[name] = true })
		return nil
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	f, err := s.create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if !s.plain {
		err = errors.Join(err, f.Chmod(fileMode))
	}
	return errors.Join(err, f.Close())
}

// createInRoot makes a new file of the stage on any system.
func (s *Stage) createInRoot(name string) (*os.File, error) {
	return s.site.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

// note changes what the stage knows while others may look at it.
func (s *Stage) note(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

// claim notes that a path is written.
func (s *Stage) claim(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.ended:
		return errEnded
	case s.written[name]:
		return errTwice
	}
	s.written[name] = true
	return nil
}

// folder is one of the stage's folders, made by whoever needs it first. The others
// wait for that one alone: two folders are made side by side.
type folder struct {
	once sync.Once
	err  error
}

// folder makes a folder of the stage and those above it.
func (s *Stage) folder(name string) error {
	if name == "." {
		return nil
	}
	found, ok := s.folders.Load(name)
	if !ok {
		found, _ = s.folders.LoadOrStore(name, new(folder))
	}
	f := found.(*folder)
	f.once.Do(func() { f.err = s.makeFolder(name) })
	return f.err
}

func (s *Stage) makeFolder(name string) error {
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	// One that is there already is known by another spelling, where Data is data.
	if err := s.site.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if s.plain {
		return nil
	}
	return s.site.Chmod(name, folderMode)
}

// chunks are buffers for comparing files.
var chunks = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// sameFile reports whether a published file has this content and the right
// mode. A file that cannot be read is not the same.
func sameFile(name string, data []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() != int64(len(data)) || !published(info.Mode()) {
		return false
	}
	buf := chunks.Get().(*[32 << 10]byte)
	defer chunks.Put(buf)
	for len(data) > 0 {
		part := buf[:min(len(buf), len(data))]
		if _, err := io.ReadFull(f, part); err != nil || !bytes.Equal(part, data[:len(part)]) {
			return false
		}
		data = data[len(part):]
	}
	return true
}

// published reports whether a file has the mode of a published one. Windows
// knows no such modes.
func published(mode fs.FileMode) bool {
	return mode.IsRegular() && (runtime.GOOS == "windows" || mode.Perm() == fileMode)
}

// carryOver brings what stays the same from the public folder to the stage, some
// files at once.
func (s *Stage) carryOver() error {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for batch := range slices.Chunk(slices.Sorted(maps.Keys(s.same)), carryBatch) {
		work.Go(func() error {
			for _, name := range batch {
				if err := s.folder(path.Dir(name)); err != nil {
					return fault("make a folder for", name, err)
				}
				if err := s.link(name); err != nil {
					return fault("carry over", name, err)
				}
			}
			return nil
		})
	}
	return work.Wait()
}

// carryBatch is how many files carryOver brings over in one task.
const carryBatch = 64

// link gives a file of the public folder a second name in the stage, or copies
// it, with its mode and time, where the file system has no such links. The names
// come from Write or from the folder itself: none leads out of the site.
func (s *Stage) link(name string) error {
	local := filepath.FromSlash(name)
	from, to := filepath.Join(s.dir, local), filepath.Join(s.path("site"), local)
	linkErr := os.Link(from, to)
	if linkErr == nil {
		return nil
	}
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("%w (after: %w)", err, linkErr)
	}
	if err := os.WriteFile(to, data, fileMode); err != nil {
		return err
	}
	if err := os.Chmod(to, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
