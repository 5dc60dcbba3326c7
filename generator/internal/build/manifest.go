package build

import (
	"bytes"
	"context"
	"fmt"

	"reportsite/generator/internal/compress"
	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

// copies emits the compressed copies of a text file, if the build is to make them.
func (s *Site) copies(path string, data []byte, emit Emit) error {
	if !s.options.Compress || !header.IsText(path) {
		return nil
	}
	for _, f := range compress.Forms() {
		small, err := f.Bytes(data)
		if err != nil {
			return err
		}
		if small == nil {
			continue
		}
		if err := emit(path+f.Ending, small); err != nil {
			return err
		}
	}
	return nil
}

// sum emits the manifest of the files of a build, and its signature where there is a
// key. The manifest names the mark of the published folder too, which follows from the
// other files.
func (s *Site) sum(list *manifest.List, emit Emit) error {
	paths := []string{manifest.Name}
	if s.options.Sign != nil {
		paths = append(paths, manifest.Signature)
	}
	for _, f := range list.Files() {
		paths = append(paths, f.Path)
	}
	list.Add(publish.Marker, publish.Mark(paths))
	m := manifest.Manifest{
		Schema: manifest.Schema, Program: s.options.Program, Data: s.feeds.Version(),
		Headers: s.feeds.Headers(), Files: list.Files(),
	}
	var text bytes.Buffer
	if err := m.Write(&text); err != nil {
		return fmt.Errorf("make %s: %w", manifest.Name, err)
	}
	if err := emit(manifest.Name, text.Bytes()); err != nil {
		return err
	}
	if s.options.Sign == nil {
		return nil
	}
	signed, err := s.options.Sign(text.Bytes())
	if err != nil {
		return fmt.Errorf("make %s: %w", manifest.Signature, err)
	}
	return emit(manifest.Signature, signed)
}

// describe makes the manifest by itself: every file of the site is made anew.
func (s *Site) describe(w *bytes.Buffer) error {
	_, err := s.All(context.Background(), func(path string, data []byte) error {
		if path == manifest.Name {
			w.Write(data)
		}
		return nil
	}, nil)
	return err
}
