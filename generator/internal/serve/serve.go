// Package serve is the development server: it serves the last good build on this
// machine alone, rebuilds when a file changes, and tells open pages to reload or to
// show what is wrong.
//
// The site is kept in memory, so that public/ stays as it was published. The caller
// passes the build as a function; this package knows only files and addresses.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// Files makes a file of a site when it is asked for. ok is false where there is
// none; faults are those that only making the file shows. It is called by several
// goroutines at once, but only once for each path.
type Files func(path string) (data []byte, ok bool, faults []Fault, err error)

// Site is the outcome of a build.
type Site struct {
	File   Files   // nil: the content has errors and the last good site stays
	Faults []Fault // errors and warnings, in the order in which they are shown
}

// Fault is one diagnostic as the overlay shows it.
type Fault struct {
	Place   string `json:"place"` // file:line:col
	Level   string `json:"level"` // "error" or "warning"
	Message string `json:"message"`
	Line    string `json:"line,omitempty"` // the text of the line
	Hint    string `json:"hint,omitempty"`
}

// Options are the settings of a server.
type Options struct {
	Addr  string   // host:port; port 0 takes a free one
	Roots []string // folders and files to watch
	// Build builds the site; changed are the paths that changed since the last
	// call, nil for the first. It is never called twice at once.
	Build func(ctx context.Context, changed []string) (Site, error)
	// Ready is called with the address when the first build is served.
	Ready func(url string)
	// Built is called with the outcome of every build and how long it took from the
	// change on.
	Built func(site Site, took time.Duration, err error)
}

// Run builds, serves and watches until ctx is done. A build that fails as a whole
// is reported to Built and shown in the page; serving goes on.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	watcher, err := watch(o.Roots)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	defer watcher.Close()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", o.Addr)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	s := &server{options: o, changed: make(chan struct{})}
	s.rebuild(ctx, nil, time.Now())

	server := &http.Server{Handler: s.handler(listener.Addr()), ReadHeaderTimeout: 10 * time.Second}
	var work sync.WaitGroup
	defer work.Wait()
	work.Go(func() {
		<-ctx.Done()
		// Event streams never end by themselves.
		_ = server.Close()
	})
	work.Go(func() {
		watcher.run(ctx, func(paths []string, since time.Time) { s.rebuild(ctx, paths, since) })
	})
	if o.Ready != nil {
		o.Ready("http://" + listener.Addr().String() + "/")
	}
	err = server.Serve(listener)
	cancel()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve: %w", err)
}

// server holds the state that requests see.
type server struct {
	options Options

	mu      sync.Mutex
	files   *shelf        // of the last good build; nil before it
	faults  []Fault       // of the last build
	version int           // counts builds
	changed chan struct{} // closed and replaced at every build
}

// rebuild builds and notifies the open pages.
func (s *server) rebuild(ctx context.Context, paths []string, since time.Time) {
	site, err := s.options.Build(ctx, paths)
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		site = Site{Faults: []Fault{{Level: "error", Message: err.Error()}}}
	}
	s.mu.Lock()
	if site.File != nil {
		s.files = &shelf{make: site.File, made: map[string]*entry{}}
	}
	s.faults = site.Faults
	s.version++
	close(s.changed)
	s.changed = make(chan struct{})
	s.mu.Unlock()
	if s.options.Built != nil {
		s.options.Built(site, time.Since(since), err)
	}
}

// state is what requests see at one moment.
type state struct {
	files   *shelf
	faults  []Fault
	version int
	changed <-chan struct{}
}

func (s *server) state() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return state{s.files, s.faults, s.version, s.changed}
}
