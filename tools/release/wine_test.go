package main

import (
	"archive/zip"
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// wine is a Windows for one test: a prefix of Wine in a folder of its own.
type wine struct {
	env []string
}

// newWine makes a prefix, with the one part that Debian's Wine lacks; the test is
// skipped where there is no Wine, or nothing to compile that part with.
func newWine(t *testing.T) *wine {
	t.Helper()
	const compiler = "x86_64-w64-mingw32-gcc"
	for _, tool := range []string{"wine", "wineserver", compiler} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("the program for Windows is not tried: there is no %s (Debian: wine, wine64, gcc-mingw-w64-x86-64): %v", tool, err)
		}
	}
	if runtime.GOARCH != "amd64" {
		t.Skip("Wine runs programs for the processor of the machine, and this test builds for amd64")
	}
	home := t.TempDir()
	prefix := filepath.Join(home, "prefix")
	w := &wine{env: append(os.Environ(), "HOME="+home, "WINEPREFIX="+prefix, "WINEARCH=win64", "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "DISPLAY=")}
	if out, err := w.command(t, home, "wineboot", "-i").CombinedOutput(); err != nil {
		t.Skipf("Wine does not start: %v\n%s", err, out)
	}
	// The prefix can be removed only when nothing of it runs.
	t.Cleanup(func() {
		end := exec.Command("wineserver", "-k", "-w")
		end.Env = w.env
		end.Run() // it may have ended already
	})
	do(t, ".", compiler, "-shared", "-O", "-o", filepath.Join(prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll"), "testdata/bcryptprimitives.c", "-ladvapi32")
	do(t, ".", compiler, "-municode", "-O", "-o", filepath.Join(prefix, "drive_c", "hold.exe"), "testdata/hold.c")
	return w
}

// command is a program under Wine.
func (w *wine) command(t *testing.T, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), "wine", args...)
	cmd.Dir, cmd.Env = dir, w.env
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// The program for Windows, tried under Wine: in a folder with a Chinese name and a space,
// with files as Windows editors write them, it builds the bytes that are built here,
// again over a site that is there, over read-only files and files that another program
// has open, and hands them out.
func TestWine(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the program for Windows")
	}
	w := newWine(t)
	root := t.TempDir()
	dist := filepath.Join(root, "dist")
	do(t, checkout(t, filepath.Join(root, "from")), "go", "run", "./tools/release", "-targets", "windows/amd64", "-version", "0.0.0-test", "-sbom=false", "-o", dist)
	program := filepath.Join(root, "reportsite.exe")
	unzip(t, filepath.Join(dist, "reportsite-0.0.0-test-windows-amd64.zip"), "reportsite.exe", program)
	site := filepath.Join(root, "我的 站点")
	public := filepath.Join(site, "public")

	run := func(dir string, want int, args ...string) string {
		t.Helper()
		cmd := w.command(t, dir, append([]string{program}, args...)...)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != want {
			t.Fatalf("reportsite %s: %v, want exit status %d\n%s", strings.Join(args, " "), err, want, out)
		}
		return string(out)
	}
	empty := t.TempDir()
	if said := run(empty, 1); !strings.Contains(said, "reportsite new site") || strings.Contains(said, "go run") {
		t.Errorf("in a folder without a site the program says:\n%s", said)
	}
	run(empty, 0, "new", "site", "新 站")
	run(filepath.Join(empty, "新 站"), 0)

	// The report, built on both sides.
	if err := os.CopyFS(filepath.Join(site, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(site, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	here := func() string {
		t.Helper()
		out := filepath.Join(t.TempDir(), "public")
		do(t, "../..", "go", "run", "./generator", "-C", site, "-templates", "templates", "-strict", "-out", out)
		return out
	}
	write("config.toml", "\ufeff"+strings.ReplaceAll(string(config), "\n", "\r\n"))
	run(site, 0, "-strict")
	compare(t, here(), public)
	run(root, 0, "verify", "-C", "我的 站点")

	// Another site over the one that is there, of which a file is read-only.
	if err := os.Chmod(filepath.Join(public, "index.html"), 0o444); err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(config), "年度工作目标", "年度工作目标（试）", 1)
	if changed == string(config) {
		t.Fatal("the title of the report has changed: change this test")
	}
	write("config.toml", changed)
	run(site, 0, "-strict")
	compare(t, here(), public)
	onlySite(t, site)

	// While another program has a page open: the old site or the new one, whole; and the
	// new one when the program has closed it.
	hold := w.command(t, site, `C:\hold.exe`, `public\index.html`)
	in, err := hold.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	said, err := hold.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := hold.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(said).ReadString('\n'); strings.TrimSpace(line) != "held" {
		t.Fatalf("hold.exe: %q, %v", line, err)
	}
	write("config.toml", string(config))
	cmd := w.command(t, site, program, "-strict")
	out, err := cmd.CombinedOutput()
	t.Logf("while a page is open: %v\n%s", err, out)
	run(site, 0, "verify")
	io.WriteString(in, "\n")
	in.Close()
	hold.Wait()
	run(site, 0, "-strict")
	compare(t, here(), public)
	onlySite(t, site)

	served(t, w, program, site)
}

// onlySite reports what builds left beside the site.
func onlySite(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch e.Name() {
		case "config.toml", "content", "public":
		case ".public.build": // Windows keeps the lock file: the next build takes it
			if left, _ := os.ReadDir(filepath.Join(dir, e.Name())); len(left) > 1 {
				t.Errorf("a build left %v", left)
			}
		default:
			t.Errorf("a build left %s", e.Name())
		}
	}
}

// served asks the program's own server for the first page.
func served(t *testing.T, w *wine, program, site string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	cmd := exec.CommandContext(ctx, "wine", program, "serve", "-addr", "127.0.0.1:0")
	cmd.Dir, cmd.Env, cmd.WaitDelay = site, w.env, 10*time.Second
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { stop(); cmd.Wait() }()
	for lines := bufio.NewScanner(said); lines.Scan(); {
		_, rest, ok := strings.Cut(lines.Text(), "http://127.0.0.1:")
		if !ok {
			continue
		}
		port, _, _ := strings.Cut(rest, "/")
		resp, err := http.Get("http://127.0.0.1:" + port + "/")
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		if page, err := io.ReadAll(resp.Body); err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(page), "年度工作目标") {
			t.Errorf("the server on Windows: %s, %v, %.300s", resp.Status, err, page)
		}
		return
	}
	t.Error("serve says no address")
}

// unzip takes one file out of an archive.
func unzip(t *testing.T, archive, name, to string) {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o755); err != nil {
		t.Fatal(err)
	}
}
