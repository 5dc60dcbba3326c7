// Command pack writes the archive that a release carries inside: a templates folder
// with the parts of its libraries that sites use, and the licences. tools/release calls
// it.
//
//	go run ./generator/internal/bundle/pack -templates templates -licenses LICENSES.txt -o archive.zip
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"reportsite/generator/internal/bundle"
	"reportsite/generator/internal/library"
)

func main() {
	templates := flag.String("templates", "templates", "the templates `folder`, with the libraries installed")
	licenses := flag.String("licenses", "", "the `file` with all licences")
	out := flag.String("o", "archive.zip", "the `file` to write")
	flag.Parse()
	if err := run(*templates, *licenses, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(2)
	}
}

func run(templates, licenses, out string) error {
	text, err := os.ReadFile(licenses)
	if err != nil {
		return err
	}
	data, err := archive(os.DirFS(templates), text)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}

// archive packs a templates folder. The same files give the same bytes: in order, and
// without their times.
func archive(templates fs.FS, licenses []byte) ([]byte, error) {
	names, err := list(templates)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	add := func(name string, data []byte) error {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return err
	}
	if err := add(bundle.Licenses, licenses); err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates, name)
		if err != nil {
			return nil, err
		}
		if err := add(name, data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// list names the files of a templates folder in order: all of the theme, and of the
// libraries those that sites use.
func list(templates fs.FS) ([]string, error) {
	var names []string
	used := library.Files()
	found := map[string]bool{}
	err := fs.WalkDir(templates, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if strings.HasPrefix(name, "node_modules/") {
			at := slices.IndexFunc(used, func(u string) bool { return name == u || strings.HasPrefix(name, u+"/") })
			if at < 0 || strings.Contains(name, "/LICENSE") {
				return nil
			}
			found[used[at]] = true
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, u := range used {
		if !found[u] {
			return nil, fmt.Errorf("%s is missing: run npm ci in the templates folder", u)
		}
	}
	slices.Sort(names)
	return names, nil
}
