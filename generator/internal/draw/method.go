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
	"sync"
)

// version is part of every cache key. It must be raised with every change of
// this package that changes a picture; TestVersion fails until it is.
const version = 2

// artist draws one picture after the other. It is used by one goroutine.
type artist interface {
	draw(ctx context.Context, job Job) (svg []byte, err error)
}

// method is a way of drawing, with all that the pictures depend on beside
// their jobs.
type method struct {
	hire   func() (artist, error) // may be called by several goroutines at once
	colors colors
	base   [sha256.Size]byte // hash of what all jobs have in common
}

func newMethod(opt Options) (*method, error) {
	m := &method{}
	var identity string
	if opt.Script == "" {
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

// drawAll draws the jobs of the given indexes into pictures. After a failure
// no further job is begun. Jobs are begun in their order, so the failed job
// with the lowest index is the same with any number of workers; its error is
// the one returned.
func (m *method) drawAll(ctx context.Context, jobs []Job, indexes []int, pictures [][]byte, opt Options) error {
	q := &queue{indexes: indexes, progress: opt.Progress, failed: -1}
	var wg sync.WaitGroup
	for range min(max(opt.Jobs, 1), len(indexes)) {
		wg.Go(func() { m.work(ctx, jobs, q, pictures) })
	}
	wg.Wait()
	if q.err == nil && q.done < len(indexes) {
		return ctx.Err()
	}
	return q.err
}

// work draws until the queue is empty.
func (m *method) work(ctx context.Context, jobs []Job, q *queue, pictures [][]byte) {
	var hand artist
	for ctx.Err() == nil {
		i, ok := q.next()
		if !ok {
			return
		}
		svg, err := func() ([]byte, error) {
			if hand == nil {
				var err error
				if hand, err = m.hire(); err != nil {
					return nil, err
				}
			}
			return m.picture(ctx, hand, jobs[i])
		}()
		if err != nil {
			err = fmt.Errorf("%s: %w", jobs[i].ID, err)
		}
		pictures[i] = svg
		q.finish(i, err)
	}
}

// picture draws one job and makes it fit for a page; nil for one that the
// artist has no form for.
func (m *method) picture(ctx context.Context, hand artist, job Job) ([]byte, error) {
	if err := job.check(); err != nil {
		return nil, err
	}
	raw, err := hand.draw(ctx, job)
	if errors.Is(err, errNoForm) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return finish(raw, job, m.colors)
}

// queue hands out indexes in their order and collects what became of them.
type queue struct {
	mu       sync.Mutex
	indexes  []int
	begun    int
	done     int
	failed   int // index of the job that err belongs to; -1: none
	err      error
	progress func(done, total int)
}

func (q *queue) next() (index int, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err != nil || q.begun == len(q.indexes) {
		return 0, false
	}
	q.begun++
	return q.indexes[q.begun-1], true
}

func (q *queue) finish(index int, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if err != nil {
		if q.failed < 0 || index < q.failed {
			q.failed, q.err = index, err
		}
		return
	}
	q.done++
	if q.progress != nil {
		q.progress(q.done, len(q.indexes))
	}
}
