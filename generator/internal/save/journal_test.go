package save

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/google/go-cmp/cmp"
)

// several is an All of every kind of change: a new file in a new folder, files that are
// replaced, and files that are moved, changed or as they are.
func several() (before, after map[string]string, list []Change) {
	before = map[string]string{"a": "1", "b": "2", "empty": "", "x/c": "3"}
	after = map[string]string{"a": "one", "d": "2", "empty": "full", "x/": "", "y/": "", "y/z/": "", "y/z/c": "three", "y/new": "4", "y/none": ""}
	list = []Change{
		{File: File{"a", []byte("one")}, Old: []byte("1")},
		{File: File{"d", []byte("2")}, From: "b", Old: []byte("2")},
		{File: File{"empty", []byte("full")}, Old: []byte{}},
		{File: File{"y/z/c", []byte("three")}, From: "x/c", Old: []byte("3")},
		{File: File{"y/new", []byte("4")}},
		{File: File{"y/none", nil}},
	}
	return before, after, list
}

// errKilled stands for the signal that ends the process.
var errKilled = errors.New("killed")

// saveUntil saves and stops after so many steps, as a kill does: nothing is undone. It
// reports whether it came to that.
func saveUntil(t *testing.T, root *os.Root, list []Change, steps int) (stopped bool) {
	t.Helper()
	s := saving{root: root, list: list}
	s.after = func() {
		if steps--; steps < 0 {
			panic(errKilled)
		}
	}
	defer func() {
		if p := recover(); p != nil {
			if p != errKilled {
				panic(p)
			}
			if s.log.file != nil { // the system closes it
				s.log.file.Close()
			}
			stopped = true
		}
	}()
	if err := s.save(); err != nil {
		t.Fatal(err)
	}
	return false
}

// However far an All has come when it is killed, the next run makes all of it or none, and
// leaves nothing beside the files.
func TestSaveIsFinished(t *testing.T) {
	before, after, list := several()
	none, whole := 0, 0
	for steps := 0; ; steps++ {
		root, dir := lay(t, before)
		stopped := saveUntil(t, root, list, steps)
		written, err := Resume(root)
		if err != nil {
			t.Fatalf("after %d steps: %v", steps, err)
		}
		got, want := all(t, dir), after
		if got["a"] == "1" {
			want = maps.Clone(before)
			want["x/"] = ""
			none++
		} else {
			whole++
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("after %d steps (-want +got):\n%s", steps, d)
		}
		if stopped && got["a"] == "one" && len(written) != len(list) {
			t.Errorf("after %d steps: written are %q", steps, written)
		}
		if !stopped {
			break
		}
	}
	if none < len(list) || whole < len(list) {
		t.Errorf("%d times nothing was done and %d times all", none, whole)
	}
}

// What a step cannot do, for whatever reason, all are undone for.
func TestSaveUndoes(t *testing.T) {
	before, _, list := several()
	want := maps.Clone(before)
	want["x/"] = ""
	for n := range 100 {
		root, dir := lay(t, before)
		s := saving{root: root, list: list}
		step, failed := 0, false
		s.after = func() {
			// A file that is to be renamed is taken away.
			if step++; step <= n || failed || s.staged < len(list) {
				return
			}
			for _, st := range s.log.Steps[s.done:] {
				if st.New == sum(nil) {
					continue // its name, which is kept, is all there is to it
				}
				failed = true
				if err := root.Remove(st.Beside); err != nil {
					t.Fatal(err)
				}
				return
			}
		}
		err := s.save()
		if !failed {
			if err != nil || n < len(list) {
				t.Errorf("%d: %v", n, err)
			}
			return
		}
		if err == nil {
			t.Errorf("%d: it was saved", n)
		}
		if d := cmp.Diff(want, all(t, dir)); d != "" {
			t.Errorf("%d (-want +got):\n%s", n, d)
		}
	}
}

// What somebody has written since the kill stays, and nothing else is touched.
func TestResumeLeavesAChangedFile(t *testing.T) {
	before, _, list := several()
	for _, name := range []string{"a", "b", "d", "empty", "x/c", "y/z/c", "y/new"} {
		for steps := range 100 {
			root, dir := lay(t, before)
			if !saveUntil(t, root, list, steps) {
				break
			}
			text, err := os.ReadFile(filepath.Join(dir, Journal))
			if err != nil || !strings.HasSuffix(string(text), journalReady) {
				continue
			}
			if err := root.WriteFile(name, []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
			want := all(t, dir)
			if _, err := Resume(root); !errors.Is(err, ErrChanged) {
				t.Errorf("%s after %d steps: Resume = %v", name, steps, err)
			}
			if d := cmp.Diff(want, all(t, dir)); d != "" {
				t.Errorf("%s after %d steps (-want +got):\n%s", name, steps, d)
			}
		}
	}
}

// A journal that was cut short is of an All that had done nothing; a file that is none
// stays.
func TestReadJournal(t *testing.T) {
	before, _, list := several()
	root, dir := lay(t, before)
	saveUntil(t, root, list, 0)
	text, err := os.ReadFile(filepath.Join(dir, Journal))
	if err != nil {
		t.Fatal(err)
	}
	want := all(t, dir)
	delete(want, Journal)
	for n := range len(text) {
		if err := root.WriteFile(Journal, text[:n], 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Resume(root); err != nil {
			t.Errorf("%d bytes: %v", n, err)
		}
		if d := cmp.Diff(want, all(t, dir)); d != "" {
			t.Errorf("%d bytes (-want +got):\n%s", n, d)
		}
	}
	if err := root.WriteFile(Journal, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(root); !errors.Is(err, ErrJournal) {
		t.Errorf("Resume = %v", err)
	}
	if err := All(root, list); !errors.Is(err, ErrExists) {
		t.Errorf("All = %v", err)
	}
	want[Journal] = "mine"
	if d := cmp.Diff(want, all(t, dir)); d != "" {
		t.Errorf("the folder (-want +got):\n%s", d)
	}
}

// A journal may come from a stranger. Whatever it names, nothing is touched outside of the
// folder, in hidden folders, through links, or of which it does not know what it is.
func TestResumeRefusesForeignNames(t *testing.T) {
	files := map[string]string{
		"a": "1", "new": "x", ".git/HEAD": "head", ".git/.HEAD.new0": "evil", "content/c": "3", "content/.c.new0": "evil", "notes/.txt.new0": "mine", ".a.new0": "evil",
	}
	one, evil := sum([]byte("1")), sum([]byte("evil"))
	for name, j := range map[string]journal{
		"out of the folder":          {Steps: []step{{Beside: "../.x.new0", Path: "../x", New: evil}}},
		"out by way of a folder":     {Steps: []step{{Beside: "content/../../.x.new0", Path: "content/../../x", New: evil}}},
		"an absolute name":           {Steps: []step{{Beside: "/tmp/.x.new0", Path: "/tmp/x", New: evil}}},
		"a file of another's":        {Steps: []step{{Beside: "new", Path: "a", Old: one, New: sum([]byte("x"))}}},
		"a name like one beside":     {Steps: []step{{Beside: ".a.new0x", Path: "a", Old: one, New: evil}}},
		"a negative number":          {Steps: []step{{Beside: ".a.new-1", Path: "a", Old: one, New: evil}}},
		"in another folder":          {Steps: []step{{Beside: "content/.a.new0", Path: "a", Old: one, New: evil}}},
		"a hidden folder":            {Steps: []step{{Beside: ".git/.HEAD.new0", Path: ".git/HEAD", Old: sum([]byte("head")), New: evil}}},
		"the place of .git":          {Steps: []step{{Beside: "..Git.new0", Path: ".Git", New: evil}}},
		"a hidden folder's file":     {Steps: []step{{Beside: ".x.new0", Path: "x", New: evil, From: ".git/HEAD", FromSum: sum([]byte("head"))}}},
		"a removal out of it":        {Steps: []step{{Beside: ".x.new0", Path: "x", New: evil, From: "../a", FromSum: one}}},
		"a removal through a link":   {Steps: []step{{Beside: ".x.new0", Path: "x", New: evil, From: "link/HEAD", FromSum: sum([]byte("head"))}}},
		"a place through a link":     {Steps: []step{{Beside: "link/.HEAD.new0", Path: "link/HEAD", Old: sum([]byte("head")), New: evil}}},
		"a folder out of it":         {Folders: []string{".."}},
		"a folder of others":         {Folders: []string{"empty"}, Steps: []step{{Beside: ".a.new0", Path: "a", Old: one, New: evil}}},
		"another file beside":        {Steps: []step{{Beside: ".a.new0", Path: "a", Old: one, New: sum([]byte("other"))}}},
		"another file to replace":    {Steps: []step{{Beside: ".a.new0", Path: "a", Old: evil, New: evil}}},
		"another file to remove":     {Steps: []step{{Beside: ".x.new0", Path: "x", New: evil, From: "content/c", FromSum: one}}},
		"nothing beside":             {Steps: []step{{Beside: ".a.new1", Path: "a", Old: one, New: evil}}},
		"a folder where a file was":  {Steps: []step{{Beside: ".content.new0", Path: "content", Old: one, New: evil}}},
		"the second step is foreign": {Steps: []step{{Beside: ".a.new0", Path: "a", Old: one, New: evil}, {Beside: "../.x.new0", Path: "../x", New: evil}}},
	} {
		for _, end := range []string{journalReady, ""} {
			root, dir := lay(t, files)
			need.Link(t, ".git", filepath.Join(dir, "link"))
			if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(j)
			if err != nil {
				t.Fatal(err)
			}
			if err := root.WriteFile(Journal, []byte(journalHead+string(text)+end), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, ".x.new0"), []byte("evil"), 0o644); err != nil {
				t.Fatal(err)
			}
			want := all(t, dir)
			_, err = Resume(root)
			if err == nil {
				// What was not ready is removed: only what has the name of a file beside another.
				if end != "" {
					t.Errorf("%s: it was done", name)
				}
				delete(want, Journal)
				for _, st := range j.Steps {
					delete(want, st.Beside)
				}
			}
			if d := cmp.Diff(want, all(t, dir)); d != "" {
				t.Errorf("%s%q (-want +got):\n%s", name, end, d)
			}
		}
	}
}

// A journal that is a link, a folder or something else is refused, and stays.
func TestResumeRefusesWhatIsNoJournal(t *testing.T) {
	ready := journalHead + `{"folders":null,"steps":[]}`
	for name, text := range map[string]string{
		"something else": "mine", "no list": journalHead + "mine" + journalReady, "a conflict": journalHead + "<<<<<<< HEAD\n" + ready, "more behind it": ready + journalReady + "mine",
		"another field": journalHead + `{"folders":null,"steps":[],"run":"x"}` + journalReady,
	} {
		root, dir := lay(t, map[string]string{Journal: text})
		if _, err := Resume(root); !errors.Is(err, ErrJournal) {
			t.Errorf("%s: Resume = %v", name, err)
		}
		if d := cmp.Diff(map[string]string{Journal: text}, all(t, dir)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	root, dir := lay(t, map[string]string{"x": ready + journalReady})
	need.Link(t, "x", filepath.Join(dir, Journal))
	if _, err := Resume(root); !errors.Is(err, ErrJournal) {
		t.Errorf("a link: Resume = %v", err)
	}
}

// Two runs at a time finish the same change: neither undoes what the other does.
func TestResumeBesideAnother(t *testing.T) {
	before, after, list := several()
	for n := range 100 {
		root, dir := lay(t, before)
		s := saving{root: root, list: list}
		step, other := 0, false
		s.after = func() {
			if step++; step <= n || other || s.staged < len(list) {
				return
			}
			other = true
			if text, err := root.ReadFile(Journal); err != nil || !strings.HasSuffix(string(text), journalReady) {
				other = false
				return
			}
			if _, err := Resume(root); err != nil {
				t.Errorf("%d: Resume = %v", n, err)
			}
		}
		if err := s.save(); err != nil {
			t.Errorf("%d: %v", n, err)
		}
		if d := cmp.Diff(after, all(t, dir)); d != "" {
			t.Errorf("%d (-want +got):\n%s", n, d)
		}
		if !other {
			break
		}
	}
}
