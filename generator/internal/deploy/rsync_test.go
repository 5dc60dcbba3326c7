package deploy

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/need"
	"reportsite/generator/internal/publish"
)

// daemon starts an rsync daemon with one module, and returns its address and folder.
func daemon(t *testing.T) (address, dir string) {
	t.Helper()
	program := need.Program(t, "rsync")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	dir = t.TempDir()
	config := filepath.Join(t.TempDir(), "rsyncd.conf")
	text := fmt.Sprintf("use chroot = no\nmunge symlinks = no\n[site]\npath = %s\nread only = no\n", dir)
	if os.Getuid() == 0 {
		text += "uid = 0\ngid = 0\n"
	}
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "--daemon", "--no-detach", "--config="+config, "--address=127.0.0.1", fmt.Sprintf("--port=%d", port))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go cmd.Wait()
	address = fmt.Sprintf("127.0.0.1:%d", port)
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "rsync://" + address + "/site", dir
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the daemon does not answer")
	return "", ""
}

func TestRsync(t *testing.T) {
	address, dir := daemon(t)
	p, err := At(address+"/report", publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	lay(t, dir, files{"other/index.html": "another site"})
	place := filepath.Join(dir, "report")
	for n, content := range []files{first, second, second, third} {
		s := built(t, content)
		plan, err := p.Plan(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if n == 2 && !plan.Nothing() {
			t.Errorf("the same again: %+v", plan)
		}
		if err := p.Deploy(t.Context(), s, plan, nil); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(read(t, s.Dir), read(t, place)); d != "" {
			t.Fatalf("deploy %d:\n%s", n, d)
		}
	}
	lay(t, place, theirs)
	s := built(t, second)
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(with(read(t, s.Dir), theirs), read(t, place)); d != "" {
		t.Errorf("with files of others:\n%s", d)
	}
	info, err := os.Stat(filepath.Join(place, "index.html"))
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("a page has the mode %v, %v", info.Mode(), err)
	}
	// Somebody's folder is not taken.
	other, err := At(address+"/other", publish.Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, other, s); err == nil {
		t.Error("somebody's folder was taken")
	}
	if d := cmp.Diff(files{"index.html": "another site"}, read(t, filepath.Join(dir, "other"))); d != "" {
		t.Error(d)
	}
}
