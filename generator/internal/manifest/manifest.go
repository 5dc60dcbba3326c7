// Package manifest is the list of a site's files with their sizes and hashes, which
// every build writes into the site as manifest.json. Whoever has it, or the public
// key that it was signed for, can tell whether a copy is the site that was built.
package manifest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"reportsite/generator/internal/header"
)

// Names of the manifest and of its signature, at the root of a site.
const (
	Name      = "manifest.json"
	Signature = "manifest.json.sig"
)

// Schema is the number of the form. It grows when a field changes its meaning.
const Schema = 1

// MaxSize is the size of the largest manifest that is read, in bytes: some hundred
// thousand files.
const MaxSize = 64 << 20

// Manifest describes a built site.
type Manifest struct {
	Schema  int           `json:"schema"`
	Program string        `json:"program"` // version of the program that built it
	Data    string        `json:"data"`    // version of the data, as in data/indicators.json
	Headers []header.Rule `json:"headers"` // what its addresses are to be served with
	Files   []File        `json:"files"`   // in the order of their paths; all but the manifest and its signature
}

// File is a file of the site.
type File struct {
	Path   string `json:"path"` // from the site's root, with slashes
	Size   int64  `json:"size"` // in bytes
	SHA256 string `json:"sha256"`
}

// FileOf describes a file of this content.
func FileOf(path string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{path, int64(len(data)), hex.EncodeToString(sum[:])}
}

// Is reports whether this is the file's content.
func (f File) Is(data []byte) bool { return f == FileOf(f.Path, data) }

// List collects the files of a site while they are made, by several goroutines at
// once. The zero value is an empty list.
type List struct {
	mu    sync.Mutex
	files []File
}

// Add notes a file.
func (l *List) Add(path string, data []byte) {
	f := FileOf(path, data)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.files = append(l.files, f)
}

// Files are those that were added, in order.
func (l *List) Files() []File {
	l.mu.Lock()
	defer l.mu.Unlock()
	slices.SortFunc(l.files, byPath)
	return slices.Clone(l.files)
}

func byPath(a, b File) int { return cmp.Compare(a.Path, b.Path) }

// Write writes a manifest with a line for each file, so that two of them are easily
// compared.
func (m *Manifest) Write(w *bytes.Buffer) error {
	head := *m
	head.Files = []File{}
	text, err := marshal(head)
	if err != nil {
		return err
	}
	w.Write(bytes.TrimSuffix(text, []byte("]}"))) // files come last
	for n, f := range m.Files {
		if n > 0 {
			w.WriteByte(',')
		}
		line, err := marshal(f)
		if err != nil {
			return err
		}
		w.WriteByte('\n')
		w.Write(line)
	}
	w.WriteString("\n]}\n")
	return nil
}

// marshal writes JSON with the signs < > & as they are, and no line's end.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// What can be wrong with a manifest.
var (
	ErrForm   = errors.New("it is no manifest of a site")
	ErrSchema = errors.New("it is of a newer program")
)

// Read reads a manifest. It accepts nothing but what [Manifest.Write] writes: paths
// stay within the site, are in order and come once each.
func Read(data []byte) (*Manifest, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	var m Manifest
	if err := d.Decode(&m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForm, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: something follows its end", ErrForm)
	}
	if m.Schema > Schema {
		return nil, ErrSchema
	}
	if m.Schema < 1 {
		return nil, fmt.Errorf("%w: it has no schema", ErrForm)
	}
	for n, f := range m.Files {
		sum, err := hex.DecodeString(f.SHA256)
		switch {
		case !fs.ValidPath(f.Path) || f.Path == "." || strings.ContainsAny(f.Path, "\\\r\n\x00"):
			return nil, fmt.Errorf("%w: the path %q", ErrForm, f.Path)
		case f.Path == Name || f.Path == Signature:
			return nil, fmt.Errorf("%w: it names itself", ErrForm)
		case n > 0 && byPath(m.Files[n-1], f) >= 0:
			return nil, fmt.Errorf("%w: the path %q is out of order", ErrForm, f.Path)
		case err != nil || len(sum) != sha256.Size || f.SHA256 != strings.ToLower(f.SHA256) || f.Size < 0:
			return nil, fmt.Errorf("%w: the hash or size of %q", ErrForm, f.Path)
		}
	}
	return &m, nil
}

// File finds a file by its path.
func (m *Manifest) File(path string) (File, bool) {
	n, ok := slices.BinarySearchFunc(m.Files, File{Path: path}, byPath)
	if !ok {
		return File{}, false
	}
	return m.Files[n], true
}
