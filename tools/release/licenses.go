package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	licenseclassifier "github.com/google/licenseclassifier/v2"
	"github.com/google/licenseclassifier/v2/assets"
)

// legal finds the files of a package that say under which terms it comes.
var legal = regexp.MustCompile(`(?i)^(licen[cs]es?|copying|copyright|notice|patents|ofl)([.-].*)?$`)

// component is a part of a release.
type component struct {
	name, version string
	dirs          []string // that may hold its licences; the first is its own
	license       string   // an expression of SPDX
	lock          *locked  // of an npm package; nil: it is of Go
}

// locked is what the lock file says of a package.
type locked struct {
	integrity string
	needs     []string // names of packages
	direct    bool     // the theme itself needs it
}

// language is the name of the standard library in an SBOM.
const language = "std"

// licenses lists the parts of a release, and writes the licences of all of them into one
// file, of which it returns the name. A part that brings no licence must not be shipped:
// that is an error.
func (r *release) licenses(ctx context.Context, templates string) (string, error) {
	modules, err := r.modules(ctx)
	if err != nil {
		return "", err
	}
	libraries, err := npmPackages(templates)
	if err != nil {
		return "", err
	}
	goroot, err := r.command(ctx, r.root, nil, "go", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	r.parts = slices.Concat([]component{
		{name: "reportsite", version: r.version, dirs: []string{r.root}},
		{name: language, version: runtime.Version(), dirs: []string{strings.TrimSpace(string(goroot))}},
	}, modules, libraries)
	known, err := assets.DefaultClassifier()
	if err != nil {
		return "", fmt.Errorf("the texts of licences: %w", err)
	}
	var b bytes.Buffer
	for n, c := range r.parts {
		texts, err := legalTexts(c.dirs...)
		if err == nil && c.license == "" { // npm packages name theirs
			r.parts[n].license, err = expression(c.name, known, texts)
		}
		if err != nil {
			return "", fmt.Errorf("the licence of %s: %w", c.name, err)
		}
		title := strings.TrimSpace(c.name + " " + c.version)
		if c.name == language {
			title = "Go " + strings.TrimPrefix(c.version, "go")
		}
		fmt.Fprintf(&b, "%s\n%s\n\n%s\n\n\n", title, strings.Repeat("=", len(title)), strings.Join(texts, "\n\n"))
	}
	name := filepath.Join(r.work, "LICENSES.txt")
	return name, os.WriteFile(name, b.Bytes(), 0o644)
}

// choices are the parts that may be used under one of several licences, which their texts
// say in words: what is found in the texts, and what they mean.
var choices = map[string][2]string{
	"github.com/golang/freetype":     {"FTL AND GPL-2.0", "FTL OR GPL-2.0-or-later"},
	"github.com/go-text/typesetting": {"BSD-3-Clause AND Unlicense", "Unlicense OR BSD-3-Clause"},
}

// expression names the licences of texts as SPDX does.
func expression(name string, known *licenseclassifier.Classifier, texts []string) (string, error) {
	found := map[string]bool{}
	for _, text := range texts {
		for _, m := range known.Match([]byte(text)).Matches {
			if m.MatchType != "Copyright" {
				found[m.Name] = true
			}
		}
	}
	all := strings.Join(slices.Sorted(maps.Keys(found)), " AND ")
	choice, ok := choices[name]
	switch {
	case all == "":
		return "", errors.New("its text is none that is known")
	case !ok:
		return all, nil
	case all != choice[0]:
		return "", fmt.Errorf("its texts are those of %s, and were those of %s: read what they say", all, choice[0])
	}
	return choice[1], nil
}

// legalTexts are the texts of the licence files in folders, and in folders of such files
// there, each text once.
func legalTexts(dirs ...string) ([]string, error) {
	var texts []string
	for n, dir := range dirs {
		files, err := legalFiles(os.DirFS(dir))
		if err != nil {
			return nil, err
		}
		if n == 0 && len(files) == 0 {
			return nil, errors.New("there is no licence in its folder")
		}
		for _, name := range files {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil {
				return nil, err
			}
			text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	return texts, nil
}

// legalFiles lists the licence files of a folder.
func legalFiles(dir fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if !legal.MatchString(e.Name()) {
			continue
		}
		if !e.IsDir() {
			names = append(names, e.Name())
			continue
		}
		inside, err := fs.ReadDir(dir, e.Name())
		if err != nil {
			return nil, err
		}
		for _, f := range inside {
			if f.Type().IsRegular() && path.Ext(f.Name()) != ".go" {
				names = append(names, e.Name()+"/"+f.Name())
			}
		}
	}
	return names, nil
}

// modules lists the Go modules of the program, on all systems of the release. A package of
// a module may have a licence of its own, beside it or above it.
func (r *release) modules(ctx context.Context) ([]component, error) {
	found := map[string]component{}
	for _, t := range every { // not only those that are asked for: the text is the same in all
		system, arch, _ := strings.Cut(t, "/")
		out, err := r.command(ctx, r.root, buildEnv(system, arch), "go", "list", "-deps", "-json=Module,Dir", "./generator")
		if err != nil {
			return nil, err
		}
		d := json.NewDecoder(bytes.NewReader(out))
		for {
			var p struct {
				Dir    string
				Module *struct {
					Path, Version, Dir string
					Main               bool
				}
			}
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			if m := p.Module; m != nil && !m.Main {
				c, ok := found[m.Path]
				if !ok {
					c = component{name: m.Path, version: m.Version, dirs: []string{m.Dir}}
				}
				for at := p.Dir; len(at) > len(m.Dir) && !slices.Contains(c.dirs, at); at = filepath.Dir(at) {
					c.dirs = append(c.dirs, at)
				}
				found[m.Path] = c
			}
		}
	}
	var list []component
	for _, name := range slices.Sorted(maps.Keys(found)) {
		slices.Sort(found[name].dirs) // the module's own is the first
		list = append(list, found[name])
	}
	return list, nil
}

// npmPackages lists the packages of the theme's lock file.
func npmPackages(templates string) ([]component, error) {
	data, err := os.ReadFile(filepath.Join(templates, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version, Integrity, License string
			Dependencies                map[string]string
		}
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, err
	}
	var list []component
	own := lock.Packages[""].Dependencies
	for _, dir := range slices.Sorted(maps.Keys(lock.Packages)) {
		if dir == "" {
			continue
		}
		name := dir[strings.LastIndex(dir, "node_modules/")+len("node_modules/"):]
		p := lock.Packages[dir]
		_, direct := own[name]
		list = append(list, component{
			name: name, version: p.Version, dirs: []string{filepath.Join(templates, filepath.FromSlash(dir))}, license: strings.Trim(p.License, "()"),
			lock: &locked{integrity: p.Integrity, needs: slices.Sorted(maps.Keys(p.Dependencies)), direct: direct},
		})
	}
	return list, nil
}
