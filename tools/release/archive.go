package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// packed is a file of an archive.
type packed struct {
	name string
	path string // of the file on the disk
	mode fs.FileMode
}

// writeArchive writes a .zip or .tar.gz with these files, all of one time and of nobody.
func writeArchive(name string, files []packed, when time.Time) error {
	var b bytes.Buffer
	add, end := tarGz(&b)
	if strings.HasSuffix(name, ".zip") {
		add, end = zipped(&b)
	}
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		if err := add(f, data, when); err != nil {
			return err
		}
	}
	if err := end(); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

type adder func(f packed, data []byte, when time.Time) error

func zipped(b *bytes.Buffer) (adder, func() error) {
	w := zip.NewWriter(b)
	return func(f packed, data []byte, when time.Time) error {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(f.mode)
		to, err := w.CreateHeader(h)
		if err != nil {
			return err
		}
		_, err = to.Write(data)
		return err
	}, w.Close
}

func tarGz(b *bytes.Buffer) (adder, func() error) {
	z, err := gzip.NewWriterLevel(b, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	w := tar.NewWriter(z)
	return func(f packed, data []byte, when time.Time) error {
			err := w.WriteHeader(&tar.Header{Name: f.name, Mode: int64(f.mode), Size: int64(len(data)), ModTime: when, Format: tar.FormatUSTAR})
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		}, func() error {
			if err := w.Close(); err != nil {
				return err
			}
			return z.Close()
		}
}

// copyTheme copies a templates folder without the libraries, which npm installs.
func copyTheme(to string, from fs.FS) error {
	return fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == "node_modules":
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil // a link to one
		case e.IsDir():
			return os.MkdirAll(filepath.Join(to, filepath.FromSlash(name)), 0o755)
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, filepath.FromSlash(name)), data, 0o644)
	})
}
