package draw

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// packWriter writes a pack, picture by picture, and can read back what it has
// written.
type packWriter struct {
	dir    string
	file   *os.File
	size   int64
	places map[key]place
}

// place is where a picture lies in a pack.
type place struct {
	at   int64
	size int
}

func newPack(dir string) (*packWriter, error) {
	f, err := os.CreateTemp(dir, "*"+tempSuffix)
	if err != nil {
		return nil, err
	}
	n, err := io.WriteString(f, packHead)
	p := &packWriter{dir: dir, file: f, size: int64(n), places: map[key]place{}}
	if err != nil {
		return nil, errors.Join(err, p.abort())
	}
	return p, nil
}

// write appends a picture.
func (p *packWriter) write(k key, picture []byte) error {
	e := entry{key: k, data: picture}
	b := make([]byte, 0, entryHead+len(picture))
	b = append(b, e.key[:]...)
	b = binary.LittleEndian.AppendUint32(b, e.checksum())
	b = binary.LittleEndian.AppendUint32(b, uint32(len(e.data)))
	b = append(b, picture...)
	if _, err := p.file.Write(b); err != nil {
		return err
	}
	p.places[k] = place{p.size + int64(entryHead), len(picture)}
	p.size += int64(len(b))
	return nil
}

// read reads a picture back. One that cannot be read is as good as none.
func (p *packWriter) read(k key) (picture []byte, found bool) {
	place, ok := p.places[k]
	if !ok {
		return nil, false
	}
	picture = make([]byte, place.size)
	if _, err := p.file.ReadAt(picture, place.at); err != nil {
		return nil, false
	}
	return picture, true
}

// finish gives the pack its name, which comes from the pictures that it holds:
// two builds that draw the same write the same file.
func (p *packWriter) finish() (name string, err error) {
	keys := make([]key, 0, len(p.places))
	for k := range p.places {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int { return bytes.Compare(a[:], b[:]) })
	h := sha256.New()
	for _, k := range keys {
		h.Write(k[:])
	}
	name = hex.EncodeToString(h.Sum(nil)[:8]) + packSuffix
	if err := errors.Join(p.file.Chmod(0o644), p.file.Close()); err != nil {
		return "", errors.Join(err, os.Remove(p.file.Name()))
	}
	return name, os.Rename(p.file.Name(), filepath.Join(p.dir, name))
}

// abort removes the unfinished pack.
func (p *packWriter) abort() error {
	return errors.Join(p.file.Close(), os.Remove(p.file.Name()))
}
