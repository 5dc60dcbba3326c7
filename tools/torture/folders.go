//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// other is the user nobody of Linux, for whom permissions hold.
const other = 65534

// place is a folder of which a command must keep its hands off, or at which it must say what
// it lacks.
type place struct {
	name string
	// lay makes the case in an empty folder; site/ is a copy of the site in it.
	lay func(dir string) error
	// args are the command line.
	args []string
	// as runs the command as this user; 0: as the one who runs the harness.
	as uint32
	// say is what the message must name; "": anything.
	say string
	// fine says that the command may do its work: nothing else may change.
	fine bool
}

// folders meets folders that are read-only, or somebody's: nothing of them may be replaced or
// removed, and a message says why nothing is done.
func folders(ctx context.Context, t *torture) error {
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	if err := w.buildBoth(ctx, t); err != nil {
		return err
	}
	// The other user has to reach program, theme and libraries.
	if err := os.Chmod(t.work, 0o755); err != nil {
		return err
	}
	b := t.table("what is met", "command", "what came of it", "nothing of anybody's changed")
	for _, p := range t.places(w) {
		if p.as != 0 && os.Getuid() != 0 {
			fmt.Fprintf(t.said, "folders/%s is skipped: only root can run a program as another user\n", p.name)
			continue
		}
		what := ""
		ran, ok, err := t.try(ctx, "folders/"+p.name, func(*rand.Rand) (err error) {
			what, err = t.meet(ctx, w, p)
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if ran {
			b.add("folders/"+p.name, p.args[0], what, map[bool]string{true: "yes", false: "no"}[ok])
		}
	}
	return nil
}

// state is what a folder holds, with modes: what nobody may change.
func state(dir string) (tree, error) {
	got := tree{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		at, err := filepath.Rel(dir, name)
		print := info.Mode().String()
		switch {
		case err != nil:
			return err
		case info.Mode().IsRegular():
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			print += " " + string(data)
		case info.Mode()&fs.ModeSymlink != 0:
			to, err := os.Readlink(name)
			if err != nil {
				return err
			}
			print += " -> " + to
		}
		got[at] = print
		return nil
	})
	return got, err
}

func (t *torture) meet(ctx context.Context, w *world, p place) (what string, err error) {
	dir := filepath.Join(t.work, "folders")
	site := filepath.Join(dir, "site")
	if err := errors.Join(removeAll(dir), t.copySite(w.sites[0], site)); err != nil {
		return "", err
	}
	if p.as != 0 {
		if err := ownedBy(dir, p.as); err != nil {
			return "", err
		}
	}
	if err := p.lay(dir); err != nil {
		return "", err
	}
	before, err := state(dir)
	if err != nil {
		return "", err
	}
	args := append([]string{p.args[0]}, p.args[1:]...)
	for n := range args {
		args[n] = strings.NewReplacer("DIR", dir, "THEME", w.templates[0]).Replace(args[n])
	}
	cmd := t.process(ctx, args...)
	if p.as != 0 {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: p.as, Gid: p.as}
		temp := filepath.Join(t.work, "tmp-other")
		if err := errors.Join(os.MkdirAll(temp, 0o755), os.Chown(temp, int(p.as), int(p.as))); err != nil {
			return "", err
		}
		cmd.Env = append(cmd.Env, "TMPDIR="+temp)
	}
	out, runErr := said(cmd)
	after, err := state(dir)
	if err != nil {
		return "", err
	}
	first, _, _ := strings.Cut(strings.TrimSpace(out), "\n")
	what = strings.ReplaceAll(strings.ReplaceAll(first, dir+"/", ""), "|", "/")
	switch {
	case code(runErr) < 0 || panics.MatchString(out):
		return what, breachf("it ends with %v: %s", runErr, lastLines(out))
	case p.fine && runErr != nil:
		return what, breachf("it refuses: %s", lastLines(out))
	case p.fine:
		for name, was := range before {
			if strings.HasPrefix(name, "public/mine") && after[name] != was {
				return what, breachf("%s is not as it was", name)
			}
		}
		return "done, and kept what is somebody's", nil
	case runErr == nil:
		return what, breachf("it ends well, and says %q", lastLines(out))
	case strings.TrimSpace(out) == "" || !strings.Contains(out, p.say):
		return what, breachf("it does not say %q, but %q", p.say, lastLines(out))
	case !same(before, after):
		return what, breachf("it refuses, and yet %s", differs(before, after))
	}
	return what, nil
}

func ownedBy(dir string, id uint32) error {
	return filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(name, int(id), int(id)))
	})
}

// places are all of them.
func (t *torture) places(w *world) []place {
	nothing := func(string) error { return nil }
	files := func(files tree) func(string) error { return func(dir string) error { return layTree(dir, files) } }
	site := func(extra tree) func(string) error {
		return func(dir string) error {
			return errors.Join(layTree(filepath.Join(dir, "public"), w.want[0]), layTree(dir, extra))
		}
	}
	mode := func(name string, mode fs.FileMode, lay func(string) error) func(string) error {
		return func(dir string) error {
			return errors.Join(lay(dir), os.Chmod(filepath.Join(dir, name), mode))
		}
	}
	link := func(to, name string, lay func(string) error) func(string) error {
		return func(dir string) error {
			return errors.Join(lay(dir), os.Symlink(strings.ReplaceAll(to, "DIR", dir), filepath.Join(dir, name)))
		}
	}
	foreign := func(lay func(string) error) func(string) error { // of root, who let others read
		return func(dir string) error {
			return errors.Join(lay(dir), ownedBy(filepath.Join(dir, "public"), 0), os.Chmod(filepath.Join(dir, "public"), 0o755))
		}
	}
	build := []string{"build", "-C", "DIR/site", "-templates", "THEME", "-out", "DIR/public"}
	deploy := []string{"deploy", "-C", w.sites[0], "DIR/public"}
	at := func(command []string, out string) []string {
		if command[0] == "build" {
			return append(append([]string{}, command[:len(command)-1]...), out)
		}
		return []string{"deploy", "-C", w.sites[0], out}
	}
	var list []place
	for _, command := range [][]string{build, deploy} {
		name := command[0] + "-"
		list = append(list,
			place{name: name + "over-papers", lay: files(tree{"public/thesis.doc": "years of work"}), args: command, say: "thesis.doc"},
			place{name: name + "over-a-site-of-others", lay: files(tree{"public/index.html": "<html>mine", "public/assets/a.css": "x"}), args: command, say: "index.html"},
			place{name: name + "over-a-hidden-file", lay: files(tree{"public/.env": "KEY=1"}), args: command, say: ".env"},
			place{name: name + "over-a-folder-only", lay: files(tree{"public/photos/2024/a.jpg": "x"}), args: command, say: "photos"},
			place{name: name + "over-a-repository", lay: files(tree{"public/.git/config": "x"}), args: command},
			place{name: name + "over-half-a-mark", lay: files(tree{"public/reportsite.txt": "reportsite 1\n9 files", "public/a": "x"}), args: command, say: "a"},
			place{name: name + "over-a-mark-that-lies", lay: files(tree{"public/reportsite.txt": "reportsite 1\n1 files of this folder are from a build; the next one replaces or removes them and keeps all others.\n../site/config.toml\n", "public/a": "x"}), args: command},
			place{name: name + "in-the-way", lay: func(dir string) error {
				return errors.Join(site(nil)(dir), os.Remove(filepath.Join(dir, "public/reportsite.txt")), layTree(dir, tree{"public/reportsite.txt": marked("robots.txt")}))
			}, args: command, fine: true},
			place{name: name + "beside-files", lay: site(tree{"public/mine.txt": "x", "public/mine/a/b": "x"}), args: command, fine: true},
			place{name: name + "into-a-link", lay: link("DIR/site", "public", nothing), args: command, say: "public"},
			place{name: name + "into-a-link-to-nothing", lay: link("nowhere", "public", nothing), args: command, say: "public"},
			place{name: name + "into-a-file", lay: files(tree{"public": "a file"}), args: command, say: "public"},
			place{name: name + "into-a-pipe", lay: func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "public"), 0o644) }, args: command, say: "public"},
			place{name: name + "below-a-file", lay: files(tree{"papers": "a file"}), args: at(command, "DIR/papers/public"), say: "papers"},
			place{name: name + "into-content", lay: nothing, args: []string{command[0], "-C", "DIR/site", map[string]string{"build": "-templates=THEME", "deploy": "-out=" + w.sites[0] + "/public"}[command[0]], map[string]string{"build": "-out=DIR/site/content", "deploy": "DIR/site/content"}[command[0]]}, say: "content"},
			place{name: name + "over-the-site", lay: nothing, args: []string{command[0], "-C", "DIR/site", map[string]string{"build": "-templates=THEME", "deploy": "-out=" + w.sites[0] + "/public"}[command[0]], map[string]string{"build": "-out=DIR/site", "deploy": "DIR/site"}[command[0]]}},
			place{name: name + "above-the-site", lay: nothing, args: []string{command[0], "-C", "DIR/site", map[string]string{"build": "-templates=THEME", "deploy": "-out=" + w.sites[0] + "/public"}[command[0]], map[string]string{"build": "-out=DIR", "deploy": "DIR"}[command[0]]}},
			place{name: name + "work-folder-of-others", lay: files(tree{".public.build/thesis.doc": "years of work"}), args: command, say: ".build"},
			place{name: name + "work-folder-is-a-link", lay: link("DIR/site", ".public.build", nothing), args: command, say: ".build"},
			place{name: name + "folder-read-only", as: other, lay: mode("public", 0o555, func(dir string) error {
				return errors.Join(site(nil)(dir), os.Remove(filepath.Join(dir, "public/index.html")), ownedBy(filepath.Join(dir, "public"), other))
			}), args: command, say: "public"},
			place{name: name + "folder-of-another-user", as: other, lay: foreign(func(dir string) error {
				return errors.Join(site(nil)(dir), os.Remove(filepath.Join(dir, "public/index.html")))
			}), args: command, say: "public"},
			place{name: name + "parent-read-only", as: other, lay: mode(".", 0o555, func(dir string) error {
				return errors.Join(layTree(dir, tree{"public/.gitignore": "*\n"}), ownedBy(filepath.Join(dir, "public"), other))
			}), args: command, say: "public"},
		)
	}
	return append(list, []place{
		{name: "content-unreadable", as: other, lay: mode("site/content/sources.toml", 0, nothing), args: build, say: "sources.toml"},
		{name: "folder-unreadable", as: other, lay: mode("site/content/indicators", 0, nothing), args: build, say: "indicators"},
		{name: "config-unreadable", as: other, lay: mode("site/config.toml", 0, nothing), args: build, say: "config.toml"},
		{name: "content-link-outside", lay: link("/etc/hostname", "site/content/secret.toml", nothing), args: build, say: "secret.toml"},
		{name: "content-link-loop", lay: link(".", "site/content/loop", nothing), args: build, say: "loop"},
		{name: "new-read-only", as: other, lay: mode("site/content/indicators", 0o555, nothing), args: []string{"new", "indicator", "-C", "DIR/site", "torture"}, say: "torture"},
		{name: "new-edition-read-only", as: other, lay: mode("site/content/indicators", 0o555, nothing), args: []string{"new", "edition", "-C", "DIR/site", "2027"}},
		{name: "new-over-a-link", lay: link("/nowhere", "site/content/indicators/torture.toml", nothing), args: []string{"new", "indicator", "-C", "DIR/site", "torture"}, say: "torture"},
		{name: "rename-read-only", as: other, lay: mode("site/content/indicators", 0o555, nothing), args: []string{"rename", "-C", "DIR/site", "gdp-growth", "gross-product"}},
		{name: "rename-partly-read-only", as: other, lay: mode("site/content/2024", 0o555, nothing), args: []string{"rename", "-C", "DIR/site", "gdp-growth", "gross-product"}},
		{name: "draft-read-only", as: other, lay: mode("site", 0o555, nothing), args: []string{"draft", filepath.Join(t.root, "generator/internal/draft/testdata/texts/county.txt"), "-o", "DIR/site/draft"}},
		{name: "paste-over-a-file", lay: files(tree{"mine.md": "years of work"}), args: []string{"paste", "-out", "DIR/mine.md", filepath.Join(t.root, "generator/internal/draft/testdata/texts/county.txt")}, say: "mine.md"},
		{name: "paste-over-a-link", lay: link("DIR/site/config.toml", "mine.md", nothing), args: []string{"paste", "-out", "DIR/mine.md", filepath.Join(t.root, "generator/internal/draft/testdata/texts/county.txt")}, say: "mine.md"},
		{name: "table-over-a-file", lay: files(tree{"mine.xlsx": "years of work"}), args: []string{"table", "-C", "DIR/site", "-templates", "THEME", "DIR/mine.xlsx"}, say: "mine.xlsx"},
		{name: "new-site-over-files", lay: nothing, args: []string{"new", "site", "DIR/site"}, say: "config.toml"},
	}...)
}

// marked is the mark of a folder with files of a build.
func marked(names ...string) string {
	return fmt.Sprintf("reportsite 1\n%d files of this folder are from a build; the next one replaces or removes them and keeps all others.\n%s\n", len(names), strings.Join(names, "\n"))
}
