package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A folder is published to only when it is absent or empty or has the mark of a
// former build; otherwise nothing of it is touched, and what was found is named.
func TestOnlyMarkedFoldersAreTaken(t *testing.T) {
	whole := string(marker(map[string]bool{"a": true, "b/c": true}))
	known := Rules{Former: func(folder fs.FS) map[string]bool {
		if _, err := fs.Stat(folder, "site-of-old"); err != nil {
			return nil
		}
		return map[string]bool{"site-of-old": true, "a": true}
	}}
	for _, test := range []struct {
		name   string
		before site
		found  []string // what is named; nil: the folder is taken
	}{
		{"empty", site{}, nil},
		{"a .gitignore alone", site{".gitignore": "*"}, nil},
		{"what systems leave in folders", site{".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x", ".gitkeep": ""}, nil},
		{"marked", site{"a": "old", "b/c": "old", Marker: whole}, nil},
		{"marked, and all files gone", site{Marker: whole}, nil},
		{"marked, with the line ends of another system", site{"a": "old", Marker: "reportsite 1\r\n1 files of this folder are from a build; the next one replaces or removes them and keeps all others.\r\na\r\n"}, nil},
		{"a site of before there were markers", site{"a": "old", "site-of-old": "old"}, nil},
		{"such a site with a marker that is cut short", site{"a": "old", "site-of-old": "old", Marker: whole[:len(whole)-2]}, nil},
		{"papers", site{"report.docx": "mine", "figures/a.xlsx": "mine"}, []string{"figures", "report.docx"}},
		{"one hidden file", site{".well-known/x": "mine"}, []string{".well-known"}},
		{"a folder called .gitignore", site{".gitignore/x": "mine"}, []string{".gitignore"}},
		{"a site of another program", site{"index.html": "mine"}, []string{"index.html"}},
		{"a marker cut short", site{"a": "old", Marker: whole[:len(whole)-2]}, []string{"a", Marker}},
		{"a marker that lost a line", site{"a": "old", Marker: whole[:len(whole)-4]}, []string{"a", Marker}},
		{"an empty marker", site{"a": "old", Marker: ""}, []string{"a", Marker}},
		{"a marker of a later form", site{"a": "old", Marker: "reportsite 2\n"}, []string{"a", Marker}},
		{"a text that only has its name", site{Marker: "my notes on reportsite"}, []string{Marker}},
		{"a marker that names files outside", site{Marker: markerHead + "1 files of this folder are from a build; the next one replaces or removes them and keeps all others.\n../x\n"}, []string{Marker}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "papers")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			lay(t, dir, test.before)
			s, err := Begin(dir, known)
			if test.found == nil {
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Abort(); err != nil {
					t.Fatal(err)
				}
			} else {
				foreign, ok := errors.AsType[*ForeignError](err)
				if !ok || foreign.Reason != ErrUnmarked {
					t.Fatalf("Begin = %v, want %v", err, ErrUnmarked)
				}
				if d := cmp.Diff(test.found, foreign.Files); d != "" {
					t.Errorf("named (-want +got):\n%s", d)
				}
			}
			want := maps.Clone(test.before)
			delete(want, Marker)
			if d := cmp.Diff(want, read(t, dir)); d != "" {
				t.Errorf("the folder was touched (-before +after):\n%s", d)
			}
			onlyPublic(t, dir)
		})
	}
}

// The marker names what the build wrote, in one order, and nothing else.
func TestMarker(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s := stage(t, dir, site{"b/c": "1", "a": "2", "数据/表.csv": "3"})
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, Marker))
	if err != nil {
		t.Fatal(err)
	}
	want := "reportsite 1\n3 files of this folder are from a build; the next one replaces or removes them and keeps all others.\na\nb/c\n数据/表.csv\n"
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Errorf("marker (-want +got):\n%s", d)
	}
	if err := s.Write(Marker, nil); err == nil {
		t.Error("the site may write the marker itself")
	}
}

// What is read is what was written; nothing else is read, and no path leads out.
func FuzzMarker(f *testing.F) {
	f.Add(marker(nil))
	f.Add(marker(map[string]bool{"a": true, "b/c": true}))
	f.Add([]byte("reportsite 1\n1 files"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, ok := readMarker(data)
		if !ok {
			if files != nil {
				t.Errorf("files of no marker: %v", files)
			}
			return
		}
		for name := range files {
			if !fs.ValidPath(name) || !filepath.IsLocal(name) {
				t.Errorf("the marker names %q", name)
			}
		}
		again, ok := readMarker(marker(files))
		if !ok || !maps.Equal(files, again) {
			t.Errorf("%v written and read again is %v, %t", files, again, ok)
		}
	})
}
