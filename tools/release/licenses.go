package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

// legal finds the files of a package that say under which terms it comes.
var legal = regexp.MustCompile(`(?i)^(licen[cs]es?|copying|copyright|notice|patents|ofl)([.-].*)?$`)

// component is a part of a release that others wrote.
type component struct{ name, version, dir string }

// licenses writes the licences of all that a release holds into one file, and returns
// its name. A part that brings no licence must not be shipped: that is an error.
func (r *release) licenses(ctx context.Context, templates string) (string, error) {
	parts, err := r.modules(ctx)
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
	own := component{name: "reportsite", version: r.version, dir: r.root}
	language := component{name: "Go", version: strings.TrimPrefix(runtime.Version(), "go"), dir: strings.TrimSpace(string(goroot))}
	var b bytes.Buffer
	for _, c := range slices.Concat([]component{own, language}, parts, libraries) {
		texts, err := legalTexts(c.dir)
		if err != nil {
			return "", fmt.Errorf("the licence of %s: %w", c.name, err)
		}
		title := strings.TrimSpace(c.name + " " + c.version)
		fmt.Fprintf(&b, "%s\n%s\n\n%s\n\n\n", title, strings.Repeat("=", len(title)), texts)
	}
	name := filepath.Join(r.work, "LICENSES.txt")
	return name, os.WriteFile(name, b.Bytes(), 0o644)
}

// legalTexts are the texts of the licence files in a folder.
func legalTexts(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !legal.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")))
	}
	if len(texts) == 0 {
		return "", errors.New("there is no licence in its folder")
	}
	return strings.Join(texts, "\n\n"), nil
}

// modules lists the Go modules of the program, on all systems of the release.
func (r *release) modules(ctx context.Context) ([]component, error) {
	found := map[string]component{}
	for _, t := range every { // not only those that are asked for: the text is the same in all
		system, arch, _ := strings.Cut(t, "/")
		out, err := r.command(ctx, r.root, buildEnv(system, arch), "go", "list", "-deps", "-json=Module", "./generator")
		if err != nil {
			return nil, err
		}
		d := json.NewDecoder(bytes.NewReader(out))
		for {
			var p struct {
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
				found[m.Path] = component{m.Path, m.Version, m.Dir}
			}
		}
	}
	var list []component
	for _, name := range slices.Sorted(maps.Keys(found)) {
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
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, err
	}
	var list []component
	for _, dir := range slices.Sorted(maps.Keys(lock.Packages)) {
		if dir == "" {
			continue
		}
		name := dir[strings.LastIndex(dir, "node_modules/")+len("node_modules/"):]
		list = append(list, component{name, lock.Packages[dir].Version, filepath.Join(templates, filepath.FromSlash(dir))})
	}
	return list, nil
}
