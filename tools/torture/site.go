//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

// world is a site in two states, A and B, that differ in every page, in an asset and in the
// list of their pages.
type world struct {
	sites     [2]string // folders with config.toml and content/
	templates [2]string
	want      [2]tree // what a build publishes of each
}

// tree is what a folder holds: the content of files by their paths, and of a link where it
// leads, after an arrow.
type tree map[string]string

// readTree reads a folder; one that is not there is nil.
func readTree(dir string) (tree, error) {
	got := tree{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			got = nil
			return fs.SkipAll
		case err != nil:
			return err
		case e.IsDir():
			return nil
		case e.Type()&fs.ModeSymlink != 0:
			to, err := os.Readlink(filepath.Join(dir, name))
			got[name] = "-> " + to
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		got[name] = string(data)
		return err
	})
	return got, err
}

// readAll reads a folder with its folders, which have a slash behind their names.
func readAll(dir string) (tree, error) {
	got, err := readTree(dir)
	if err != nil {
		return nil, err
	}
	return got, fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() && name != "." {
			got[name+"/"] = ""
		}
		return err
	})
}

// differs names some files of two trees that are not the same; "" where all are.
func differs(want, got tree) string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		text, ok := got[name]
		switch {
		case !ok:
			list = append(list, name+" is missing")
		case text != want[name]:
			list = append(list, fmt.Sprintf("%s differs (%d bytes, not %d)", name, len(text), len(want[name])))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			list = append(list, name+" is new")
		}
	}
	if len(list) > 4 {
		list = append(list[:4], fmt.Sprintf("and %d more", len(list)-4))
	}
	return strings.Join(list, ", ")
}

// world makes a site in its two states, once for each source.
func (t *torture) world(ctx context.Context, source string) (*world, error) {
	if w := t.worlds[source]; w != nil {
		return w, nil
	}
	w := &world{}
	top := filepath.Join(t.work, "world", strings.ReplaceAll(source, "/", "-"))
	for n, name := range []string{"a", "b"} {
		w.sites[n], w.templates[n] = filepath.Join(top, name), filepath.Join(top, "templates-"+name)
		if err := t.copySite(filepath.Join(t.root, source), w.sites[n]); err != nil {
			return nil, err
		}
		if err := t.copyTheme(w.templates[n]); err != nil {
			return nil, err
		}
	}
	b := w.sites[1]
	err := errors.Join(
		edit(filepath.Join(b, "config.toml"), func(s string) string {
			return regexp.MustCompile(`(?m)^(title(_en)? *= *")`).ReplaceAllString(s, "${1}B ")
		}),
		os.MkdirAll(filepath.Join(b, "content", "pages"), 0o755),
		os.WriteFile(filepath.Join(b, "content", "pages", "torture.md"), []byte("+++\ntitle = \"B\"\n+++\n\nB\n"), 0o644),
		appendTo(filepath.Join(w.templates[1], "css"), ".css", "\n.torture-b { color: red }\n"),
	)
	if err != nil {
		return nil, err
	}
	for n := range w.sites {
		out := filepath.Join(top, "want")
		if said, err := t.call(ctx, w.build(n, w.sites[n], out)...); err != nil {
			return nil, fmt.Errorf("%s does not build: %w\n%s", w.sites[n], err, said)
		}
		if w.want[n], err = readTree(out); err != nil {
			return nil, err
		}
	}
	if d := differs(w.want[0], w.want[1]); len(w.want[0]) == 0 || d == "" {
		return nil, fmt.Errorf("the two states of %s do not differ", source)
	}
	t.worlds[source] = w
	return w, nil
}

// build is the command line that builds a state of the world.
func (w *world) build(state int, site, out string) []string {
	return []string{"build", "-C", site, "-templates", w.templates[state], "-out", out, "-jobs", "2"}
}

// copySite copies what people write of a site.
func (t *torture) copySite(from, to string) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(from, "config.toml"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "config.toml"), text, 0o644); err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(to, "content"), os.DirFS(filepath.Join(from, "content")))
}

// copyTheme copies the theme. Libraries that are installed are used where they are; without
// them, nobody is asked to install any.
func (t *torture) copyTheme(to string) error {
	from := filepath.Join(t.root, "templates")
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	modules := filepath.Join(from, "node_modules")
	_, missing := os.Stat(modules)
	for _, e := range entries {
		name := e.Name()
		switch {
		case name == "node_modules" || missing != nil && strings.HasPrefix(name, "package"):
		case e.IsDir():
			err = os.CopyFS(filepath.Join(to, name), os.DirFS(filepath.Join(from, name)))
		default:
			var data []byte
			if data, err = os.ReadFile(filepath.Join(from, name)); err == nil {
				if err = os.MkdirAll(to, 0o755); err == nil {
					err = os.WriteFile(filepath.Join(to, name), data, 0o644)
				}
			}
		}
		if err != nil {
			return err
		}
	}
	if missing != nil {
		return nil
	}
	return os.Symlink(modules, filepath.Join(to, "node_modules"))
}

// edit changes a file of the harness.
func edit(name string, change func(string) string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	changed := change(string(text))
	if changed == string(text) {
		return fmt.Errorf("%s has nothing to change", name)
	}
	return os.WriteFile(name, []byte(changed), 0o644)
}

// appendTo adds text to the last file of a folder with this ending.
func appendTo(dir, ending, text string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*"+ending))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no %s in %s: %w", ending, dir, err)
	}
	return edit(files[len(files)-1], func(s string) string { return s + text })
}

// process is a call of the program with an environment of its own.
func (t *torture) process(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, t.program, args...)
	cmd.Dir = t.work
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.work, "TMPDIR=" + t.temp(), "LC_ALL=en_US.UTF-8", "CI=true",
		"AWS_ACCESS_KEY_ID=torture", "AWS_SECRET_ACCESS_KEY=torture-secret"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// temp is the folder for temporary files of the program.
func (t *torture) temp() string {
	dir := filepath.Join(t.work, "tmp")
	os.MkdirAll(dir, 0o777) // a call without it fails and says so
	return dir
}

// call runs the program to its end.
func (t *torture) call(ctx context.Context, args ...string) (string, error) {
	return said(t.process(ctx, args...))
}

func said(cmd *exec.Cmd) (string, error) {
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// code is the exit status of a call; -1 of one that was ended by a signal.
func code(err error) int {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// panics are what a program says that ends in an accident.
var panics = regexp.MustCompile(`(?m)^(panic:|fatal error:|goroutine \d+ \[|SIG[A-Z]+:)|internal error`)

// assets are references of a page to files whose names change with their content.
var assets = regexp.MustCompile(`assets/[A-Za-z0-9_-]+\.[0-9a-f]{6,}\.[a-z0-9]+`)

// halves names the first file of a site that refers to an asset which is not there; "" where
// readers get all that they need.
func halves(site tree) string {
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if ext := path.Ext(name); ext != ".html" && ext != ".css" && ext != ".js" {
			continue
		}
		for _, asset := range assets.FindAllString(site[name], -1) {
			if _, ok := site[asset]; !ok {
				return fmt.Sprintf("%s needs %s, which is not there", name, asset)
			}
		}
	}
	return ""
}

// listDir are the names in a folder.
func listDir(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// same reports whether two texts hold the same, for trees of links and files.
func same(a, b tree) bool { return maps.Equal(a, b) }

// lastLines is the end of what a program said.
func lastLines(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 400 {
		text = "…" + text[len(text)-400:]
	}
	return string(bytes.ToValidUTF8([]byte(text), []byte("?")))
}

func mapKeys(files tree) iter.Seq[string] { return maps.Keys(files) }

func joined(names []string) string { return strings.Join(names, ", ") }
