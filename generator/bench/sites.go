//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// copySite copies what is written of the report of this folder.
func copySite(dir string, _ int) error {
	if err := copyFile("config.toml", filepath.Join(dir, "config.toml")); err != nil {
		return err
	}
	content := filepath.Join(dir, "content")
	if err := os.RemoveAll(content); err != nil { // of a run before
		return err
	}
	return os.CopyFS(content, os.DirFS("content"))
}

// appendTo is an edit: it adds a text to the file in the middle of those that a
// pattern names.
func appendTo(site, pattern, text string) func() error {
	return func() error {
		list, err := filepath.Glob(filepath.Join(site, filepath.FromSlash(pattern)))
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("no file is called %s in %s", pattern, site)
		}
		f, err := os.OpenFile(list[len(list)/2], os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if _, err := f.WriteString(text); err != nil {
			return err
		}
		return f.Close()
	}
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
