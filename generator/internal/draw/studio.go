package draw

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sync/singleflight"
)

// Studio draws pictures when they are asked for, as many at once as there are
// callers. Each engine that it starts for them is kept for the next picture.
type Studio struct {
	how     *method
	drawing singleflight.Group // by key: two callers never draw the same

	mu    sync.Mutex // of all below
	cache *cache
	idle  []artist
	stats Stats
}

// Open opens a studio, which must be closed. A cache that cannot be read is as
// good as none.
func Open(opt Options) (*Studio, error) {
	how, err := newMethod(opt)
	if err != nil {
		return nil, fmt.Errorf("draw: %w", err)
	}
	s := &Studio{how: how}
	s.cache, s.stats.CacheError = openCache(opt.CacheDir)
	return s, nil
}

// Draw draws a job, or finds it; nil for one that the fallback has no form for,
// where a page shows the data without a picture. The picture may lie in memory
// that cannot be written: it must not be changed. The error names the job's id.
func (s *Studio) Draw(ctx context.Context, job Job) ([]byte, error) {
	k := s.how.key(job)
	if picture, found := s.find(k); found {
		return picture, nil
	}
	picture, err, _ := s.drawing.Do(string(k[:]), func() (any, error) {
		if picture, found := s.find(k); found { // another caller has just drawn it
			return picture, nil
		}
		picture, err := s.draw(ctx, job)
		if err == nil {
			s.keep(k, picture)
		}
		return picture, err
	})
	if err != nil {
		return nil, fmt.Errorf("draw: %s: %w", job.ID, err)
	}
	return picture.([]byte), nil
}

// find finds a picture that is drawn already.
func (s *Studio) find(k key) (picture []byte, found bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cache.get(k)
}

func (s *Studio) keep(k key, picture []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case picture == nil:
		s.stats.Omitted++
	case s.how.fallback:
		s.stats.Fallback++
	default:
		s.stats.Drawn++
	}
	s.cache.put(k, picture)
}

// draw has an artist draw a job.
func (s *Studio) draw(ctx context.Context, job Job) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := job.check(); err != nil {
		return nil, err
	}
	hand, err := s.artist()
	if err != nil {
		return nil, err
	}
	picture, err := s.how.picture(ctx, hand, job)
	if err != nil {
		return nil, err // the engine may be in any state: it is let go
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.idle = append(s.idle, hand)
	return picture, nil
}

// artist is one that has nothing to do, or a new one.
func (s *Studio) artist() (artist, error) {
	s.mu.Lock()
	if n := len(s.idle); n > 0 {
		hand := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.mu.Unlock()
		return hand, nil
	}
	s.mu.Unlock()
	return s.how.hire()
}

// DropUnused says that the studio was asked for all pictures that there are: when
// many others lie in the cache, Close may drop them.
func (s *Studio) DropUnused() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cache.spare = true
}

// Close writes the cache, and says where the pictures came from. It is called
// after a failure too: what was drawn until then need not be drawn again.
func (s *Studio) Close() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stats.Cached = len(s.cache.used)
	if err := s.cache.close(); err != nil {
		s.stats.CacheError = errors.Join(s.stats.CacheError, fmt.Errorf("write the chart cache: %w", err))
	}
	return s.stats
}
