// Package compress makes the compressed copies of text files that web servers hand
// out beside the files themselves: .gz and .br.
package compress

import (
	"bytes"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// Form is a way to compress.
type Form struct {
	Ending   string // of the copy's name: ".gz"
	Encoding string // as HTTP calls it: "gzip"
	writer   func(io.Writer) io.WriteCloser
	reader   func(io.Reader) (io.Reader, error)
}

// quality is brotli's. Up to its best, 11, copies get a few per cent smaller and take
// more than ten times as long.
const quality = 9

// Forms lists the forms, the one that servers should prefer first.
func Forms() []Form {
	return []Form{
		{".br", "br",
			func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, quality) },
			func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
		{".gz", "gzip",
			func(w io.Writer) io.WriteCloser {
				z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
				if err != nil {
					panic("generator: internal error: " + err.Error()) // the level is a constant
				}
				return z
			},
			func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
	}
}

// Bytes is the compressed copy of a file; nil where it would not be smaller. The same
// file always gives the same copy: there is no time in it.
func (f Form) Bytes(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w := f.writer(&b)
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if b.Len() >= len(data) {
		return nil, nil
	}
	return b.Bytes(), nil
}

// Reader gives back what was compressed.
func (f Form) Reader(r io.Reader) (io.Reader, error) { return f.reader(r) }
