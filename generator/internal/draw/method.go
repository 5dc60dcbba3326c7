package draw

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"
)

// version is part of every cache key. It must be raised with every change of
// this package that changes a picture; TestVersion fails until it is.
const version = 3

// artist draws one picture after the other. It is used by one goroutine.
type artist interface {
	draw(ctx context.Context, job Job) (svg []byte, err error)
}

// method is a way of drawing, with all that the pictures depend on beside
// their jobs.
type method struct {
	hire     func() (artist, error) // may be called by several goroutines at once
	fallback bool
	colors   colors
	base     [sha256.Size]byte // hash of what all jobs have in common
}

func newMethod(opt Options) (*method, error) {
	m := &method{}
	var identity string
	if m.fallback = opt.Script == ""; m.fallback {
		m.hire = func() (artist, error) { return fallback{}, nil }
		identity = "fallback " + fallbackVersion
	} else {
		lib, err := readLibrary(opt.Script)
		if err != nil {
			return nil, err
		}
		m.hire = func() (artist, error) { return lib.start(drawingLimit) }
		identity = "echarts " + lib.digest
	}
	var err error
	if m.colors, err = newColors(opt.Colors); err != nil {
		return nil, err
	}
	h := sha256.New()
	field(h, fmt.Sprintf("draw %d", version))
	field(h, identity)
	for _, hex := range slices.Sorted(maps.Keys(opt.Colors)) {
		field(h, strings.ToLower(hex))
		field(h, opt.Colors[hex])
	}
	h.Sum(m.base[:0])
	return m, nil
}

// key is the hash of everything that a picture depends on.
type key [sha256.Size]byte

func (m *method) key(job Job) (k key) {
	h := sha256.New()
	h.Write(m.base[:])
	field(h, string(job.Option))
	field(h, fmt.Sprintf("%d×%d", job.Width, job.Height))
	field(h, job.ID)
	field(h, job.Title)
	field(h, job.Desc)
	h.Sum(k[:0])
	return k
}

// field adds a text to a hash, so that two texts never run into each other.
func field(h hash.Hash, s string) {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(s)))
	h.Write(size[:])
	h.Write([]byte(s))
}

// picture draws a checked job and makes it fit for a page; nil for one that the
// artist has no form for.
func (m *method) picture(ctx context.Context, hand artist, job Job) ([]byte, error) {
	raw, err := hand.draw(ctx, job)
	if errors.Is(err, errNoForm) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return finish(raw, job, m.colors)
}
