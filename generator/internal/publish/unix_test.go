//go:build unix

package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) {
	switch os.Getenv("PUBLISH_TEST_CHILD") {
	case "":
		os.Exit(m.Run())
	case "builds":
		buildForEver(os.Args[1])
	case "large":
		fillTheDisk(os.Args[1])
	}
}

// child starts this test binary again as a process of its own.
func child(t *testing.T, role string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "PUBLISH_TEST_CHILD="+role)
	cmd.Stderr = os.Stderr
	return cmd
}

// killedSite is how many files the sites of the killed builds have.
const killedSite = 60

// buildForEver publishes site after site; every file of a site holds the
// site's number, but for one that never changes.
func buildForEver(dir string) {
	for n := 0; ; n++ {
		s, err := Begin(dir, Rules{})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if n%2 == 1 {
			s.swap = func(string, string) error { return errors.ErrUnsupported }
		}
		s.Write("same", []byte("same"))
		for i := range killedSite - 1 {
			s.Write(fmt.Sprintf("d%d/f%d", i%7, i), fmt.Append(nil, n))
		}
		if _, err := s.Commit(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if n == 1 {
			fmt.Println("ready")
		}
	}
}

// A build can be killed at any moment: the site is always a whole one. The
// process builds about two sites in ten milliseconds, by turns with the
// exchange in one step and with the two renames, and is killed at moments
// spread over several builds.
func TestKilledBuilds(t *testing.T) {
	kills := 60
	if testing.Short() {
		kills = 10
	}
	dir := filepath.Join(t.TempDir(), "public")
	lay(t, dir, site{".gitignore": "*"})
	for k := range kills {
		cmd := child(t, "builds", dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
			t.Fatalf("the child said %q: %v", line, err)
		}
		time.Sleep(time.Duration(k) * 333 * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait() // it was killed: that is no news
		// Between the two renames there is no public folder; the next build
		// puts it back before it does anything else.
		s, err := Begin(dir, Rules{})
		if err != nil {
			t.Fatalf("kill %d: %v", k, err)
		}
		wholeSite(t, k, read(t, dir))
		if err := s.Abort(); err != nil {
			t.Fatal(err)
		}
		onlyPublic(t, dir)
		if t.Failed() {
			return
		}
	}
}

func wholeSite(t *testing.T, kill int, got site) {
	t.Helper()
	if len(got) != killedSite+1 || got[".gitignore"] != "*" || got["same"] != "same" {
		t.Errorf("kill %d: the site has %d files, want %d", kill, len(got), killedSite+1)
	}
	for name, text := range got {
		if strings.HasPrefix(name, "d") && text != got["d0/f0"] {
			t.Errorf("kill %d: %s is of site %s, d0/f0 of site %s", kill, name, text, got["d0/f0"])
		}
	}
}

// fillTheDisk publishes more than the process may write.
func fillTheDisk(dir string) {
	s, err := Begin(dir, Rules{})
	for i := 0; i < 64 && err == nil; i++ {
		err = s.Write(fmt.Sprint("f", i), make([]byte, 64<<10))
	}
	if s != nil && err != nil {
		_, err = s.Commit()
	}
	e, _ := errors.AsType[*Error](err)
	if e == nil || !errors.Is(err, syscall.ENOSPC) {
		fmt.Printf("no full disk: %v", err)
		return
	}
	fmt.Print(e.Hint().Error())
}

// A full disk leaves the old site. The disk is one in memory, which only root
// may mount; a mount namespace of its own keeps it from everybody else.
func TestFullDisk(t *testing.T) {
	if _, err := exec.LookPath("unshare"); err != nil || os.Getuid() != 0 {
		t.Skip("a small disk can only be mounted by root, with the program unshare")
	}
	top := t.TempDir()
	script := `mount -t tmpfs -o size=1m tmpfs "$1" && mkdir "$1/public" && echo old >"$1/public/a" && printf %s "$3" >"$1/public/reportsite.txt" &&
		PUBLISH_TEST_CHILD=large "$2" "$1/public" && echo && cat "$1/public/a" && ls -A "$1" "$1/public"`
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("unshare", "--mount", "sh", "-c", script, "sh", top, self, string(marker(map[string]bool{"a": true}))).CombinedOutput()
	if err != nil && strings.Contains(string(out), "ermission") {
		t.Skipf("this machine mounts nothing: %s", out)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := "the disk is full: free some space and build again; the site that is published stays as it is\n" +
		"old\n" + top + ":\npublic\n\n" + top + "/public:\na\nreportsite.txt\n"
	if d := cmp.Diff(want, string(out)); d != "" {
		t.Errorf("after a full disk (-want +got):\n%s", d)
	}
}

// What stands in the way of the public folder is refused at once, with the
// reason and a hint, and is not touched.
func TestBeginRefuses(t *testing.T) {
	for _, test := range []struct {
		name string
		lay  func(t *testing.T, dir string) error
		want error
	}{
		{"a file", func(t *testing.T, dir string) error { return os.WriteFile(dir, []byte("x"), 0o644) }, errNoFolder},
		{"a link", func(t *testing.T, dir string) error { return os.Symlink(t.TempDir(), dir) }, errLink},
		{"a link to nothing", func(t *testing.T, dir string) error { return os.Symlink("nowhere", dir) }, errLink},
		{"a read-only folder", func(t *testing.T, dir string) error { return os.Mkdir(dir, 0o555) }, errReadOnly},
		{"a file to stand in", func(t *testing.T, dir string) error {
			return errors.Join(os.Remove(filepath.Dir(dir)), os.WriteFile(filepath.Dir(dir), []byte("x"), 0o644))
		}, syscall.ENOTDIR},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "site", "public")
			if err := os.Mkdir(filepath.Dir(dir), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := test.lay(t, dir); err != nil {
				t.Fatal(err)
			}
			_, err := Begin(dir, Rules{})
			if !errors.Is(err, test.want) {
				t.Fatalf("Begin = %v, want %v", err, test.want)
			}
			if !strings.HasPrefix(err.Error(), "publish: ") {
				t.Errorf("%q does not say who speaks", err)
			}
			if test.want != syscall.ENOTDIR {
				onlyPublic(t, dir)
			}
		})
	}
}

// Published files can be read by a web server under another user whatever the
// umask of the person who builds, and a file whose mode was changed is
// published again.
func TestModes(t *testing.T) {
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	dir := filepath.Join(t.TempDir(), "public")
	for _, want := range []bool{true, false} {
		if changed, err := stage(t, dir, site{"a/b": "1"}).Commit(); err != nil || changed != want {
			t.Fatalf("Commit = %t, %v; want %t", changed, err, want)
		}
	}
	if err := os.Chmod(filepath.Join(dir, "a/b"), 0o600); err != nil {
		t.Fatal(err)
	}
	if changed, err := stage(t, dir, site{"a/b": "1"}).Commit(); err != nil || !changed {
		t.Fatalf("Commit after chmod = %t, %v", changed, err)
	}
	for name, want := range map[string]fs.FileMode{".": 0o755, "a": 0o755, "a/b": 0o644} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("mode of %s = %v, %v; want %v", name, info.Mode().Perm(), err, want)
		}
	}
}

// A link in the place of a published file is replaced by the file, not followed.
func TestLinkInPublic(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"a": "1", "b": "1"})
	if err := os.Remove(filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a", filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	if changed, err := stage(t, dir, site{"a": "1", "b": "1"}).Commit(); err != nil || !changed {
		t.Fatalf("Commit = %t, %v", changed, err)
	}
	if info, err := os.Lstat(filepath.Join(dir, "b")); err != nil || !info.Mode().IsRegular() {
		t.Errorf("b is %v, %v; want a file", info.Mode(), err)
	}
}

// A file that stays the same keeps its time, for web servers and rsync; one
// that changes gets a new one.
func TestTimes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	former(t, dir, site{"same": "1", "other": "1"})
	long := time.Date(2024, 1, 10, 9, 0, 0, 0, time.UTC)
	for _, name := range []string{"same", "other"} {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := stage(t, dir, site{"same": "1", "other": "2"}).Commit(); err != nil {
		t.Fatal(err)
	}
	for name, kept := range map[string]bool{"same": true, "other": false} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.ModTime().Equal(long) != kept {
			t.Errorf("%s has the time %v, %v; kept should be %t", name, info.ModTime(), err, kept)
		}
	}
}
