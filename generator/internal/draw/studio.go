package draw

import (
	"context"
	"fmt"
	"sync"
)

// Studio draws one picture at a time when it is asked for, for a server that
// shows a few pages of many. It keeps its engines and all that it has drawn; it
// reads the cache and leaves it as it is. It may be used by several goroutines.
type Studio struct {
	how   *method
	store *cache

	mu    sync.Mutex
	drawn map[key][]byte
	idle  []artist
}

// NewStudio opens a studio. A cache that cannot be read is as good as none.
func NewStudio(opt Options) (*Studio, error) {
	how, err := newMethod(opt)
	if err != nil {
		return nil, fmt.Errorf("draw: %w", err)
	}
	store, err := openCache(opt.CacheDir)
	if err != nil {
		store = nil
	}
	return &Studio{how: how, store: store, drawn: map[key][]byte{}}, nil
}

// Draw draws a job, or finds it; nil for one that the fallback has no form for.
func (s *Studio) Draw(ctx context.Context, job Job) ([]byte, error) {
	k := s.how.key(job)
	picture, hand, found := s.find(k)
	if found {
		return picture, nil
	}
	if hand == nil {
		var err error
		if hand, err = s.how.hire(); err != nil {
			return nil, fmt.Errorf("draw: %w", err)
		}
	}
	picture, err := s.how.picture(ctx, hand, job)
	if err != nil {
		return nil, fmt.Errorf("draw: %s: %w", job.ID, err) // the engine may be in any state: it is let go
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drawn[k] = picture
	s.idle = append(s.idle, hand)
	return picture, nil
}

// find finds a picture, or takes an idle artist to draw it; nil where none is.
func (s *Studio) find(k key) (picture []byte, hand artist, found bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if picture, ok := s.drawn[k]; ok {
		return picture, nil, true
	}
	if picture := s.store.get(k); picture != nil {
		return picture, nil, true
	}
	if n := len(s.idle); n > 0 {
		hand, s.idle = s.idle[n-1], s.idle[:n-1]
	}
	return nil, hand, false
}
