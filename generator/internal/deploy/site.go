package deploy

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
	"reportsite/generator/internal/verify"
)

// Site is a built site in a folder of this machine.
type Site struct {
	Dir      string
	Manifest *manifest.Manifest
	Files    []manifest.File // of the manifest, with the manifest itself and its signature
	paths    map[string]manifest.File
	marker   []byte // text of the mark
}

// ChangedError says that a folder is not as it was built. What is deployed would not be
// what its manifest says.
type ChangedError struct{ Findings []verify.Finding }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("deploy: %d files are not as they were built", len(e.Findings))
}

// Open reads the manifest of a built site and makes sure that its files are those of the
// build; the error is a [*ChangedError] where they are not. Other files of the folder are
// no part of the site.
func Open(dir string) (*Site, error) {
	text, err := os.ReadFile(filepath.Join(dir, manifest.Name))
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	m, err := manifest.Read(text)
	if err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	s := &Site{Dir: dir, Manifest: m, Files: append(slices.Clone(m.Files), manifest.FileOf(manifest.Name, text)), paths: map[string]manifest.File{}}
	if signed, err := os.ReadFile(filepath.Join(dir, manifest.Signature)); err == nil {
		s.Files = append(s.Files, manifest.FileOf(manifest.Signature, signed))
	}
	var names []string
	for _, f := range s.Files {
		s.paths[f.Path] = f
		if f.Path != publish.Marker {
			names = append(names, f.Path)
		}
	}
	s.marker = publish.Mark(names)
	list, err := verify.Folder(os.DirFS(dir), s.Files, func(string) bool { return false })
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(f verify.Finding) bool { return f.Kind == verify.Added })
	if len(list) > 0 {
		return nil, &ChangedError{list}
	}
	return s, nil
}

// Cache is the Cache-Control header of a file: what the site asks for, and elsewhere
// that browsers ask before they show a copy.
func (s *Site) Cache(name string) string {
	if c := header.Of(s.Manifest.Headers, "/"+name).Get("Cache-Control"); c != "" {
		return c
	}
	return header.Asked
}
