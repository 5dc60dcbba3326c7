package deploy

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"reportsite/generator/internal/need"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"
)

// sshd is an SSH server in this process, which runs commands with the shell of this
// machine. It cuts the line after some bytes of input, if a test says so.
type sshd struct {
	limit atomic.Int64 // bytes of input until the line breaks; negative: never
	took  atomic.Int64 // bytes of input
	hook  func(command string)
}

// startServer starts an SSH server, and returns how the program ssh reaches it.
func startServer(t *testing.T) (*sshd, []string) {
	t.Helper()
	need.Program(t, "sh") // a server needs a POSIX shell
	program := need.Program(t, "ssh")
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	config := &ssh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(key)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	d := &sshd{}
	d.limit.Store(-1)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go d.serve(c, config)
		}
	}()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return d, []string{
		program, "-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
		"-o", "BatchMode=yes", "-p", port, "--", "user@127.0.0.1",
	}
}

func (d *sshd) serve(c net.Conn, config *ssh.ServerConfig) {
	defer c.Close()
	_, channels, requests, err := ssh.NewServerConn(c, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for open := range channels {
		channel, requests, err := open.Accept()
		if err != nil {
			return
		}
		for r := range requests {
			if r.Type != "exec" {
				r.Reply(false, nil)
				continue
			}
			var line struct{ Command string }
			if err := ssh.Unmarshal(r.Payload, &line); err != nil {
				return
			}
			r.Reply(true, nil)
			if d.hook != nil {
				d.hook(line.Command)
			}
			go func() {
				cmd := exec.Command("sh", "-c", line.Command)
				cmd.Stdout, cmd.Stderr = channel, channel.Stderr()
				in, err := cmd.StdinPipe()
				if err != nil || cmd.Start() != nil {
					return
				}
				go func() {
					if limit := d.limit.Load(); limit >= 0 {
						n, _ := io.Copy(in, io.LimitReader(channel, limit))
						d.limit.Add(-n)
						d.took.Add(n)
						if n == limit {
							cmd.Process.Kill()
							c.Close()
							return
						}
					} else {
						n, _ := io.Copy(in, channel)
						d.took.Add(n)
					}
					in.Close()
				}()
				code := uint32(0)
				if exit, ok := errors.AsType[*exec.ExitError](cmd.Wait()); ok {
					code = uint32(exit.ExitCode())
				}
				channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Code uint32 }{code}))
				channel.Close()
			}()
		}
	}
}

func TestServer(t *testing.T) {
	_, line := startServer(t)
	top := t.TempDir()
	link := filepath.Join(top, "it's a place", "报告")
	if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
		t.Fatal(err)
	}
	lay(t, filepath.Dir(link), files{"other/index.html": "another site"})
	p := serverAt(line, link)
	var releases []string
	for n, content := range []files{first, second, second, third, first, second} {
		s := built(t, content)
		if err := deployTo(t, p, s); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(read(t, s.Dir), read(t, link)); d != "" {
			t.Fatalf("deploy %d:\n%s", n, d)
		}
		to, err := os.Readlink(link)
		if err != nil {
			t.Fatal(err)
		}
		releases = append(releases, to)
		if n == 2 && releases[1] != to {
			t.Error("the same site again made a new release")
		}
	}
	left, err := os.ReadDir(p.releases)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	if len(names) != keptReleases+2 { // with the record and the folder of arrivals
		t.Errorf("on the server lie %q", names)
	}
	// Going back is changing the link; what somebody put into a release stays through the next ones.
	lay(t, filepath.Join(filepath.Dir(link), releases[5]), theirs)
	s := built(t, third)
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(with(read(t, s.Dir), theirs), read(t, link)); d != "" {
		t.Errorf("with files of others:\n%s", d)
	}
	if d := cmp.Diff(files{"index.html": "another site"}, read(t, filepath.Join(filepath.Dir(link), "other"))); d != "" {
		t.Error(d)
	}
	info, err := os.Stat(filepath.Join(link, "gdp", "index.html"))
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("a page has the mode %v, %v", info.Mode(), err)
	}
}

// Somebody changed a file of the release that is shown, also one that the new site has
// unchanged: the new release has what was built, and the old one what it had.
func TestServerFindsChangedFiles(t *testing.T) {
	_, line := startServer(t)
	link := filepath.Join(t.TempDir(), "report")
	p := serverAt(line, link)
	if err := deployTo(t, p, built(t, first)); err != nil {
		t.Fatal(err)
	}
	before, err := filepath.EvalSymlinks(link)
	if err != nil {
		t.Fatal(err)
	}
	lay(t, link, files{"old/index.html": "bet here", "old name/中文.csv": "y"})
	changed := read(t, before)
	s := built(t, with(first, files{"index.html": "new"}))
	if err := deployTo(t, p, s); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(read(t, s.Dir), read(t, link)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(changed, read(t, before)); d != "" {
		t.Errorf("the release before was written to:\n%s", d)
	}
}

// The line breaks while files are sent: readers see the old site, and the next deploy
// sends only what is missing.
func TestServerBrokenLine(t *testing.T) {
	d, line := startServer(t)
	link := filepath.Join(t.TempDir(), "report")
	p := serverAt(line, link)
	old := built(t, first)
	if err := deployTo(t, p, old); err != nil {
		t.Fatal(err)
	}
	lay(t, link, theirs)
	large := with(second, nil)
	noise := make([]byte, 3<<20)
	rand.Read(noise)
	large["data/large.zip"] = string(noise)
	next := built(t, large)
	broken := 0
	for _, limit := range []int64{0, 100, 2000, 5000, 100_000, 2 << 20} {
		d.limit.Store(limit)
		if err := deployTo(t, p, next); err != nil {
			broken++
		}
		d.limit.Store(-1)
		if diff := cmp.Diff(with(read(t, old.Dir), theirs), read(t, link)); diff != "" {
			t.Fatalf("broken after %d bytes, readers see:\n%s", limit, diff)
		}
	}
	if broken != 6 {
		t.Errorf("the line broke %d times", broken)
	}
	if err := deployTo(t, p, next); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(with(read(t, next.Dir), theirs), read(t, link)); diff != "" {
		t.Error(diff)
	}
	// A change of one page does not send the rest again, and no change sends nothing.
	large["index.html"] = "needs assets/b.1.js"
	changed := built(t, large)
	for n, most := range []int64{100_000, 0} {
		d.took.Store(0)
		if err := deployTo(t, p, changed); err != nil {
			t.Fatal(err)
		}
		if took := d.took.Load(); took > most || n == 0 && took == 0 {
			t.Errorf("deploy %d of one changed page sends %d bytes", n, took)
		}
	}
	if diff := cmp.Diff(with(read(t, changed.Dir), theirs), read(t, link)); diff != "" {
		t.Error(diff)
	}
}

// Between the plan and the switch another deploy was faster: it is not undone.
func TestServerMeanwhile(t *testing.T) {
	d, line := startServer(t)
	link := filepath.Join(t.TempDir(), "report")
	p := serverAt(line, link)
	if err := deployTo(t, p, built(t, first)); err != nil {
		t.Fatal(err)
	}
	faster := built(t, third)
	d.hook = func(command string) {
		if strings.Contains(command, "readlink \"$1\"); else was=") {
			d.hook = nil
			if err := deployTo(t, p, faster); err != nil {
				t.Error(err)
			}
		}
	}
	if err := deployTo(t, p, built(t, second)); !errors.Is(err, ErrMoved) {
		t.Errorf("Deploy = %v, want %v", err, ErrMoved)
	}
	if diff := cmp.Diff(read(t, faster.Dir), read(t, link)); diff != "" {
		t.Error(diff)
	}
}

// What no deploy made is not taken: a folder, a file, a link of somebody, a folder that
// has the name of the releases.
func TestServerRefuses(t *testing.T) {
	_, line := startServer(t)
	for name, test := range map[string]struct {
		make func(dir string) error
		want error
	}{
		"a folder": {func(dir string) error { return os.CopyFS(filepath.Join(dir, "report"), os.DirFS(built(t, first).Dir)) }, ErrNoLink},
		"a file":   {func(dir string) error { return os.WriteFile(filepath.Join(dir, "report"), nil, 0o644) }, ErrNoLink},
		"a link":   {func(dir string) error { return os.Symlink(dir, filepath.Join(dir, "report")) }, ErrNoLink},
		"a link to nothing": {func(dir string) error {
			return os.Symlink(".report.releases/../x", filepath.Join(dir, "report"))
		}, ErrNoLink},
		"releases": {func(dir string) error {
			return os.CopyFS(filepath.Join(dir, ".report.releases"), os.DirFS(built(t, first).Dir))
		}, ErrReleases},
		"a file for releases": {func(dir string) error { return os.WriteFile(filepath.Join(dir, ".report.releases"), nil, 0o644) }, ErrReleases},
	} {
		dir := t.TempDir()
		if err := test.make(dir); err != nil {
			t.Fatal(err)
		}
		before := tree(t, dir)
		if err := deployTo(t, serverAt(line, filepath.Join(dir, "report")), built(t, second)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
		if d := cmp.Diff(before, tree(t, dir)); d != "" {
			t.Errorf("%s: something was changed:\n%s", name, d)
		}
	}
	// An empty folder may be what an administrator made for the site.
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "report"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := deployTo(t, serverAt(line, filepath.Join(dir, "report")), built(t, second)); err != nil {
		t.Error(err)
	}
}

// tree is all that a folder holds, links as they are.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var b bytes.Buffer
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil {
			b.WriteString(name + " " + e.Type().String() + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestQuote(t *testing.T) {
	need.Program(t, "sh")
	for _, s := range []string{"", "a b", "it's", `"$HOME"`, "`id`", "*", "\n", "中文", `\`} {
		out, err := exec.Command("sh", "-c", "printf %s "+quote(s)).Output()
		if err != nil {
			t.Fatal(err)
		}
		if string(out) != s {
			t.Errorf("quote(%q) = %s, which the shell reads as %q", s, quote(s), out)
		}
	}
}
