package verify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"reportsite/generator/internal/compress"
	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
	"reportsite/generator/internal/publish"
)

// Server is a site as a web server hands it out.
type Server struct {
	Base   *url.URL // of its home page; the path ends with a slash
	Client *http.Client
	Jobs   int // how many requests at once; 0 is 1
}

// Address reads the address of a site's home page.
func Address(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return nil, err
	case u.Scheme != "http" && u.Scheme != "https", u.Host == "", u.User != nil, u.RawQuery != "", u.Fragment != "":
		return nil, errors.New("it is no address of a site")
	}
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
	}
	return u, nil
}

// nowhere is an address that no site has: its answer has to be the page 404.html.
const nowhere = "reportsite-verify/no/such/page/"

// optional are files for hosts and builds, which a server need not hand out.
var optional = map[string]bool{"_headers": true, "_redirects": true, publish.Marker: true, manifest.Signature: true}

// notFound is the page for addresses that do not exist.
const notFound = "404.html"

// answer is what a server sent.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// Compare asks for every file as readers' browsers do, plain and compressed, and
// compares what comes with the manifest: contents and headers. The error says that the
// server could not be reached at all.
func (s *Server) Compare(ctx context.Context, m *manifest.Manifest, more ...manifest.File) ([]Finding, error) {
	var (
		mu    sync.Mutex
		list  []Finding
		files = served(append(slices.Clone(m.Files), more...))
	)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(s.Jobs, 1))
	for _, f := range files {
		group.Go(func() error {
			found, err := s.compare(ctx, m, f)
			mu.Lock()
			defer mu.Unlock()
			list = append(list, found...)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	return sorted(joined(list)), nil
}

// served are the files that have an address: all but the compressed copies, which come
// in the place of the file.
func served(files []manifest.File) []manifest.File {
	paths := map[string]bool{}
	for _, f := range files {
		paths[f.Path] = true
	}
	return slices.DeleteFunc(files, func(f manifest.File) bool {
		return slices.ContainsFunc(compress.Forms(), func(c compress.Form) bool {
			original, ok := strings.CutSuffix(f.Path, c.Ending)
			return ok && paths[original]
		})
	})
}

// compare asks for one file, plain and in each compressed form.
func (s *Server) compare(ctx context.Context, m *manifest.Manifest, f manifest.File) ([]Finding, error) {
	encodings := []string{"identity"}
	if header.IsText(f.Path) {
		for _, c := range compress.Forms() {
			encodings = append(encodings, c.Encoding)
		}
	}
	var list []Finding
	for n, encoding := range encodings {
		a, err := s.get(ctx, f, encoding)
		if err != nil {
			return list, err
		}
		want := http.StatusOK
		if path.Base(f.Path) == notFound {
			want = http.StatusNotFound
		}
		switch {
		case a.status != want && optional[f.Path]:
			return nil, nil
		case a.status != want:
			return append(list, Finding{Kind: Missing, Path: f.Path, Want: http.StatusText(want), Got: fmt.Sprintf("HTTP %d", a.status)}), nil
		case !f.Is(a.body):
			found := changed(f, a.body)
			if n > 0 {
				found.Got += " (" + encoding + ")"
			}
			return append(list, found), nil
		}
		if n == 0 {
			list = append(list, headers(m, f, a.header)...)
		}
	}
	return list, nil
}

// addressOf is where readers get a file: a page has the address of its folder.
func (s *Server) addressOf(name string) *url.URL {
	switch path.Base(name) {
	case "index.html":
		name = strings.TrimSuffix(name, "index.html")
	case notFound:
		name = strings.TrimSuffix(name, notFound) + nowhere
	}
	u := *s.Base
	u.Path += name
	return &u
}

// get asks for a file in one encoding and undoes it.
func (s *Server) get(ctx context.Context, f manifest.File, encoding string) (*answer, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.addressOf(f.Path).String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Accept-Encoding", encoding)
	response, err := s.Client.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	a := &answer{status: response.StatusCode, header: response.Header}
	if response.Request.URL.Host != s.Base.Host { // readers are led to another site
		a.status = http.StatusMisdirectedRequest
		return a, nil
	}
	// One byte more than the file has tells that there is more.
	a.body, err = decoded(response, f.Size+1)
	if err != nil && ctx.Err() == nil {
		a.body, err = []byte(err.Error()), nil // a content that cannot be read is another one
	}
	return a, err
}

// decoded reads up to limit bytes of an answer.
func decoded(response *http.Response, limit int64) ([]byte, error) {
	var r io.Reader = response.Body
	for _, c := range compress.Forms() {
		if c.Encoding == response.Header.Get("Content-Encoding") {
			var err error
			if r, err = c.Reader(r); err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	_, err := io.Copy(&b, io.LimitReader(r, limit))
	return b.Bytes(), err
}

// Fetch gets a small file of the site by its path, at most limit bytes of it.
func (s *Server) Fetch(ctx context.Context, name string, limit int64) ([]byte, error) {
	a, err := s.get(ctx, manifest.File{Path: name, Size: limit}, "identity")
	switch {
	case err != nil:
		return nil, fmt.Errorf("verify: %w", err)
	case a.status != http.StatusOK:
		return nil, fmt.Errorf("verify: %s: HTTP %d", s.addressOf(name), a.status)
	case int64(len(a.body)) > limit:
		return nil, fmt.Errorf("verify: %s: it is larger than %d bytes", s.addressOf(name), limit)
	}
	return a.body, nil
}
