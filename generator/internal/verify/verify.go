// Package verify says whether a folder, or what a web server hands out, is the site of
// a manifest: 防篡改 for those who have no product for it. It reads and changes nothing.
package verify

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

// Kind is what is wrong.
type Kind string

// The kinds of findings, the gravest first.
const (
	Changed Kind = "changed" // the content is another
	Missing Kind = "missing" // it is not there
	Added   Kind = "added"   // the site has no such file
	Header  Kind = "header"  // the content is right and a header is not
)

// Finding is a difference between the manifest and what is there.
type Finding struct {
	Kind Kind   `json:"kind"`
	Path string `json:"path"`           // of the file, from the site's root
	Name string `json:"name,omitempty"` // of the header
	Want string `json:"want,omitempty"`
	Got  string `json:"got,omitempty"`  // "" of a header: it is not sent
	More int    `json:"more,omitempty"` // at how many other addresses the same header is wrong
}

// sorted orders findings by kind, path and header.
func sorted(list []Finding) []Finding {
	order := []Kind{Changed, Missing, Added, Header}
	slices.SortFunc(list, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)),
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Got, b.Got))
	})
	return list
}

// Differs reports whether there is more among the findings than headers.
func Differs(list []Finding) bool {
	return slices.ContainsFunc(list, func(f Finding) bool { return f.Kind != Header })
}

// Folder compares a folder with the files of a manifest. ignore says which paths are
// not the site's and may be there; it may be nil. What git and systems leave in folders
// is ignored too, at the root.
func Folder(folder fs.FS, files []manifest.File, ignore func(path string) bool) ([]Finding, error) {
	want := map[string]manifest.File{}
	for _, f := range files {
		want[f.Path] = f
	}
	var list []Finding
	err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f, ours := want[name]
		switch {
		case !ours && (publish.Negligible(name) || ignore != nil && ignore(name)):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() && !ours:
			return nil
		case !ours:
			list = append(list, Finding{Kind: Added, Path: name})
			return nil
		}
		delete(want, name)
		if !e.Type().IsRegular() {
			list = append(list, Finding{Kind: Changed, Path: name, Got: e.Type().String(), Want: size(f.Size)})
			return skipIfFolder(e)
		}
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		if !f.Is(data) {
			list = append(list, changed(f, data))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("verify: read the folder: %w", err)
	}
	for name := range want {
		list = append(list, Finding{Kind: Missing, Path: name})
	}
	return sorted(list), nil
}

func skipIfFolder(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// changed is the finding of a file that has another content.
func changed(want manifest.File, data []byte) Finding {
	got := manifest.FileOf(want.Path, data)
	if got.Size != want.Size {
		return Finding{Kind: Changed, Path: want.Path, Want: size(want.Size), Got: size(got.Size)}
	}
	return Finding{Kind: Changed, Path: want.Path, Want: short(want.SHA256), Got: short(got.SHA256)}
}

func size(n int64) string { return fmt.Sprintf("%d B", n) }

// short is as much of a hash as a message shows.
func short(sum string) string { return "sha256 " + sum[:12] + "…" }

// Ignore is what [Folder] asks, for patterns of [path.Match]: a folder that fits is
// ignored with all that it holds. The error names the first pattern that is none.
func Ignore(patterns []string) (func(string) bool, error) {
	for _, p := range patterns {
		if _, err := path.Match(p, ""); err != nil {
			return nil, fmt.Errorf("%q: %w", p, err)
		}
	}
	return func(name string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool {
			ok, _ := path.Match(p, name) // its form is known to be good
			return ok
		})
	}, nil
}
