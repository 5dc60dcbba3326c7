package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/message"
)

// A build that was killed leaves its work folder in one of these states. What only
// that folder holds comes back, or is left for a person to decide.
func TestBeginAfterAKill(t *testing.T) {
	mark := func(names ...string) string {
		files := map[string]bool{}
		for _, name := range names {
			files[name] = true
		}
		return string(marker(files))
	}
	for _, test := range []struct {
		name   string
		before site       // of the folder that public stands in
		want   site       // of public
		err    message.ID // why nothing is done; all is as before
	}{
		{name: "before the lock was filled", before: site{"public/a": "old", "public/" + Marker: mark("a"), ".public.build/lock": ""},
			want: site{"a": "old"}},
		{name: "while writing",
			before: site{"public/a": "old", "public/" + Marker: mark("a"), ".public.build/site/a": "ne", ".public.build/lock": "", ".public.build/.gitignore": "*\n"},
			want:   site{"a": "old"}},
		{name: "between the two renames",
			before: site{".public.build/old/a": "old", ".public.build/old/CNAME": "mine", ".public.build/old/" + Marker: mark("a"), ".public.build/site/a": "new", ".public.build/lock": ""},
			want:   site{"a": "old", "CNAME": "mine"}},
		{name: "between the two renames, and git made the folder again",
			before: site{".public.build/old/a": "old", ".public.build/old/.gitignore": "*\n", ".public.build/old/" + Marker: mark("a"), ".public.build/lock": "", "public/.gitignore": "*\n"},
			want:   site{"a": "old", ".gitignore": "*\n"}},
		{name: "between the two renames, and git made the folder again with another file",
			before: site{".public.build/old/a": "old", ".public.build/old/.gitignore": "*\n", ".public.build/lock": "", "public/.gitignore": "other\n"},
			err:    errAside},
		{name: "after the two renames",
			before: site{"public/a": "new", "public/" + Marker: mark("a"), ".public.build/old/a": "old", ".public.build/lock": ""},
			want:   site{"a": "new"}},
		{name: "while removing the old site",
			before: site{"public/a": "new", "public/" + Marker: mark("a"), ".public.build/site/b": "old", ".public.build/lock": ""},
			want:   site{"a": "new"}},
		// Folders that only look like those of a build.
		{name: "somebody's own folder of that name",
			before: site{"public/.gitignore": "", ".public.build/papers/a": "mine"}, err: errWork},
		{name: "somebody's own folder with a part of that name",
			before: site{"public/.gitignore": "", ".public.build/site/a": "mine"}, err: errWork},
		{name: "somebody's own folder with a lock of their own",
			before: site{"public/.gitignore": "", ".public.build/site/a": "mine", ".public.build/lock": "4711"}, err: errWork},
		{name: "somebody's file among those of a build",
			before: site{"public/.gitignore": "", ".public.build/lock": "", ".public.build/notes": "mine"}, err: errWork},
		{name: "a file of that name", before: site{"public/.gitignore": "", ".public.build": "mine"}, err: errWork},
	} {
		t.Run(test.name, func(t *testing.T) {
			top := t.TempDir()
			lay(t, top, test.before)
			all := read(t, top)
			dir := filepath.Join(top, "public")
			s, err := Begin(dir, Rules{})
			if test.err != "" {
				if !errors.Is(err, test.err) {
					t.Fatalf("Begin = %v, want %v", err, test.err)
				}
				got := read(t, top)
				for name, text := range all {
					if got[name] != text {
						t.Errorf("%s was %q, is %q", name, text, got[name])
					}
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, read(t, dir)); d != "" {
				t.Errorf("public (-want +got):\n%s", d)
			}
			if err := s.Abort(); err != nil {
				t.Fatal(err)
			}
			onlyPublic(t, dir)
		})
	}
}

// Where the second of the two renames fails, and the way back too, the site set
// aside is the only one: the end of the build leaves it, and the next one puts it back.
func TestASiteSetAsideOutlivesTheBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "old"})
	lay(t, dir, site{"CNAME": "mine"})
	s := stage(t, dir, site{"a": "new"})
	s.swap = func(stage, public string) error {
		return os.Rename(public, filepath.Join(filepath.Dir(stage), "old")) // and no more
	}
	if _, err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	next, err := Begin(dir, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := next.Abort(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(site{"a": "old", "CNAME": "mine"}, read(t, dir)); d != "" {
		t.Errorf("public (-want +got):\n%s", d)
	}
	onlyPublic(t, dir)
}
