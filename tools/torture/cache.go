//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// damage is a way in which a file is no longer what it was.
type damage struct {
	name string
	do   func(name string, r *rand.Rand) error
}

var damages = []damage{
	{"cut-short", func(name string, r *rand.Rand) error {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		return os.Truncate(name, r.Int64N(max(info.Size(), 1)))
	}},
	{"garbage", func(name string, r *rand.Rand) error {
		data := make([]byte, 1+r.IntN(5000))
		for n := range data {
			data[n] = byte(r.Uint32())
		}
		return os.WriteFile(name, data, 0o644)
	}},
	{"a-bit-flipped", func(name string, r *rand.Rand) error {
		data, err := os.ReadFile(name)
		if err != nil || len(data) == 0 {
			return err
		}
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		return os.WriteFile(name, data, 0o644)
	}},
	{"emptied", func(name string, _ *rand.Rand) error { return os.WriteFile(name, nil, 0o644) }},
	{"zeros", func(name string, _ *rand.Rand) error { return os.WriteFile(name, make([]byte, 4096), 0o644) }},
	{"deleted", func(name string, _ *rand.Rand) error { return os.RemoveAll(name) }},
	{"a-folder", func(name string, _ *rand.Rand) error {
		return errors.Join(os.RemoveAll(name), os.MkdirAll(filepath.Join(name, "x"), 0o755))
	}},
	{"a-link-to-nothing", func(name string, _ *rand.Rand) error {
		return errors.Join(os.RemoveAll(name), os.Symlink("nowhere", name))
	}},
}

// cache damages what builds keep for one another or take from elsewhere: the manifest, the
// mark of a published folder, what a killed build left, the installed libraries. A build
// must then publish the right site, or refuse with a message and leave all as it was.
func cache(ctx context.Context, t *torture) error {
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	b := t.table("what is damaged", "times", "the build published the right site", "it said what the site is without", "it refused, and changed nothing", "`verify` noticed")
	site := w.sites[0]
	public := filepath.Join(site, "public")
	beside := filepath.Join(site, ".public.build")
	for _, kind := range []struct{ name, file string }{
		{"manifest", filepath.Join(public, "manifest.json")},
		{"mark", filepath.Join(public, "reportsite.txt")},
		{"lock", filepath.Join(beside, "lock")},
		{"half-stage", filepath.Join(beside, "site", "index.html")},
	} {
		if err := t.damageAll(ctx, b, w, "cache/"+kind.name, func() (string, error) {
			if err := errors.Join(t.restore(ctx, w, public), removeAll(beside)); err != nil {
				return "", err
			}
			if strings.HasPrefix(kind.file, beside) {
				return kind.file, layTree(beside, tree{"lock": "", ".gitignore": "*\n", "site/index.html": "half a page"})
			}
			return kind.file, nil
		}, w.templates[0]); err != nil {
			return err
		}
	}
	return t.damageLibraries(ctx, b, w)
}

// libraries are files of packages that a site uses.
var libraries = []string{
	"package-lock.json", "node_modules/echarts/dist/echarts.common.min.js", "node_modules/echarts/package.json",
	"node_modules/minisearch/dist/es/index.js", "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js",
	"node_modules/@fontsource-variable/noto-sans-sc/unicode.json",
}

// damageLibraries damages a copy of the libraries.
func (t *torture) damageLibraries(ctx context.Context, b *table, w *world) error {
	if !t.anyWanted("cache/libraries") {
		return nil
	}
	from := filepath.Join(t.root, "templates")
	if _, err := os.Stat(filepath.Join(from, "node_modules")); err != nil {
		fmt.Fprintln(t.said, "cache/libraries is skipped: templates/node_modules is not installed")
		return nil
	}
	templates := filepath.Join(t.work, "damaged-templates")
	if err := os.CopyFS(templates, os.DirFS(from)); err != nil {
		return err
	}
	defer removeAll(templates) // which is in the work folder anyway
	// The first build notes what the libraries are.
	if said, err := t.call(ctx, "build", "-C", w.sites[0], "-templates", templates, "-out", filepath.Join(t.work, "noted")); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	for _, file := range libraries {
		short := strings.TrimPrefix(strings.TrimPrefix(file, "node_modules/"), "@fontsource-variable/")
		short, _, _ = strings.Cut(short, "/")
		if strings.HasSuffix(file, "/package.json") {
			short += "-package"
		}
		name := filepath.Join(templates, filepath.FromSlash(file))
		err := t.damageAll(ctx, b, w, "cache/libraries/"+short, func() (string, error) {
			if err := os.RemoveAll(name); err != nil {
				return "", err
			}
			data, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(file)))
			if err != nil {
				return "", err
			}
			return name, errors.Join(os.WriteFile(name, data, 0o644), t.restore(ctx, w, filepath.Join(w.sites[0], "public")))
		}, templates)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(file)))
		if err := errors.Join(err, os.RemoveAll(name), os.WriteFile(name, data, 0o644)); err != nil {
			return err
		}
	}
	return nil
}

// damageAll does every damage to a file that ready lays.
func (t *torture) damageAll(ctx context.Context, b *table, w *world, kind string, ready func() (string, error), templates string) error {
	if !t.anyWanted(kind) {
		return nil
	}
	site := w.sites[0]
	public := filepath.Join(site, "public")
	var times, right, without, refused, noticed int
	for _, d := range damages {
		for n := range max(1, t.count(3)) {
			ran, _, err := t.try(ctx, fmt.Sprintf("%s/%s/%d", kind, d.name, n), func(r *rand.Rand) error {
				name, err := ready()
				if err != nil {
					return err
				}
				if err := d.do(name, r); err != nil {
					return err
				}
				before, err := readTree(public)
				if err != nil {
					return err
				}
				if said, err := t.call(ctx, "verify", "-C", site); code(err) < 0 || panics.MatchString(said) {
					return breachf("verify ends with %v: %s", err, lastLines(said))
				} else if err != nil {
					noticed++
				}
				cmd := t.process(ctx, "build", "-C", site, "-templates", templates, "-out", public, "-jobs", "2")
				cmd.Env = append(cmd.Env, "PATH=") // no npm, which would repair the libraries
				out, err := said(cmd)
				got, readErr := readTree(public)
				if readErr != nil {
					return readErr
				}
				switch {
				case code(err) < 0 || panics.MatchString(out):
					return breachf("the build ends with %v: %s", err, lastLines(out))
				case err != nil && !same(got, before):
					return breachf("the build refuses, and yet %s: %s", differs(before, got), lastLines(out))
				case err != nil && strings.TrimSpace(out) == "":
					return breachf("the build refuses without a word")
				case err != nil:
					refused++
				case strings.Contains(out, "charts will not be interactive"):
					without++
				case !same(got, w.want[0]):
					return breachf("the build ends well, and %s: %s", differs(w.want[0], got), lastLines(out))
				default:
					right++
				}
				return nil
			})
			if err != nil {
				return err
			}
			if ran {
				times++
			}
		}
	}
	b.add(kind, times, right, without, refused, noticed)
	return nil
}
