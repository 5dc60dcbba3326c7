package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reportsite/generator/internal/need"
)

// However a file of the stage is made, nothing is written over and nothing outside
// the stage: also where somebody put a link into the stage while it is filled.
func TestCreateStaysInTheStage(t *testing.T) {
	for _, way := range []struct {
		name   string
		create func(*Stage, string) (*os.File, error)
	}{{"the system's way", (*Stage).create}, {"os.Root", (*Stage).createInRoot}} {
		t.Run(way.name, func(t *testing.T) {
			top := t.TempDir()
			lay(t, top, site{"papers/mine": "mine"})
			s := stage(t, filepath.Join(top, "public"), site{"a/there": "1"})
			for link, to := range map[string]string{
				"absolute": filepath.Join(top, "papers"), "relative": "../../papers", "a/file": filepath.Join(top, "papers", "new"),
			} {
				need.Link(t, to, filepath.Join(s.path("site"), link))
			}
			for _, name := range []string{"a/there", "absolute/new", "absolute/mine", "relative/new", "a/file", "missing/x", "../new", "../../papers/new"} {
				if f, err := way.create(s, name); err == nil {
					f.Close()
					t.Errorf("%s was made", name)
				}
			}
			f, err := way.create(s, "a/new")
			if err != nil {
				t.Fatal(err)
			}
			f.Close()
			if got := read(t, filepath.Join(top, "papers")); len(got) != 1 || got["mine"] != "mine" {
				t.Errorf("outside of the stage: %v", got)
			}
			if data, err := os.ReadFile(filepath.Join(s.path("site"), "a/there")); string(data) != "1" {
				t.Errorf("a/there is %q, %v", data, err)
			}
		})
	}
}

// Many writers at once make the folders that they share once, and their fault is
// the same for all who need such a folder.
func TestWriteAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, bad := range []bool{false, true} {
		s := stage(t, dir, site{"file": fmt.Sprint(bad)})
		const writers, files = 8, 40
		var group sync.WaitGroup
		var faults [writers]error
		for w := range writers {
			group.Go(func() {
				for i := range files {
					name := fmt.Sprintf("a/b%d/c/d/%d", i, w)
					if bad && i == files-1 {
						name = fmt.Sprintf("file/x/%d", w) // below a file
					}
					if err := s.Write(name, []byte(name)); err != nil {
						faults[w] = err
					}
				}
			})
		}
		group.Wait()
		for w, err := range faults {
			if (err != nil) != bad {
				t.Errorf("writer %d: %v", w, err)
			}
		}
		if _, err := s.Commit(); (err != nil) != bad {
			t.Errorf("Commit = %v", err)
		}
		got := read(t, dir)
		for name, text := range got {
			if strings.HasPrefix(name, "a/") && name != text {
				t.Errorf("%s holds %q", name, text)
			}
		}
		if len(got) != 1+writers*files {
			t.Errorf("%d files", len(got))
		}
	}
}

// A stage that has ended takes nothing any more, also from a writer that is late.
func TestWriteAfterTheEnd(t *testing.T) {
	s := stage(t, filepath.Join(t.TempDir(), "public"), site{"a": "1"})
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if err := s.put("late", nil); err == nil {
		t.Error("a late file was taken")
	}
	if err := s.Write("later", nil); err == nil {
		t.Error("a file was taken after the end")
	}
}
