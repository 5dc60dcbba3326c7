package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"sync"
)

// Archive gathers the files of the ZIP. It keeps them packed, since a large site
// has tens of thousands. The zero Archive is empty.
type Archive struct {
	mu      sync.Mutex
	files   map[string]packed
	packers sync.Pool // of *flate.Writer
}

// packed is a file compressed for a ZIP.
type packed struct {
	head zip.FileHeader
	data []byte
}

// firstDay is 1 January 1980 in the date format of ZIP, the earliest date possible;
// the field cannot be empty.
const firstDay = 1<<5 | 1

// Add packs a file, without keeping data. Several goroutines may add files, in
// any order; a path is added once.
func (a *Archive) Add(path string, data []byte) error {
	p := packed{head: zip.FileHeader{
		Name: path, Method: zip.Store,
		//lint:ignore SA1019 CreateRaw takes the date from this field alone
		ModifiedDate: firstDay,
		CRC32:        crc32.ChecksumIEEE(data), UncompressedSize64: uint64(len(data)),
	}}
	if path == XLSX { // which is a ZIP itself
		p.data = slices.Clone(data)
	} else {
		var err error
		if p.data, err = a.deflate(data); err != nil {
			return fmt.Errorf("export: pack %s: %w", path, err)
		}
		p.head.Method = zip.Deflate
	}
	p.head.CompressedSize64 = uint64(len(p.data))
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.files == nil {
		a.files = map[string]packed{}
	}
	a.files[path] = p
	return nil
}

func (a *Archive) deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, ok := a.packers.Get().(*flate.Writer)
	if !ok {
		var err error
		if w, err = flate.NewWriter(&b, flate.DefaultCompression); err != nil {
			return nil, err
		}
	}
	defer a.packers.Put(w)
	w.Reset(&b)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Write writes the archive, whose bytes depend on the files alone.
func (a *Archive) Write(out io.Writer) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	z := zip.NewWriter(out)
	for _, path := range slices.Sorted(maps.Keys(a.files)) {
		f := a.files[path]
		w, err := z.CreateRaw(&f.head)
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return fmt.Errorf("export: pack %s: %w", path, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("export: pack: %w", err)
	}
	return nil
}
