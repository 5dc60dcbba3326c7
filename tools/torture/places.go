//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/rclone/gofakes3"
	"github.com/rclone/gofakes3/s3mem"
)

// line is a deploy to a place that takes files one by one: what the two kinds have in
// common. A site that is on its way may have files of both states, but never a page that
// needs an asset which is not there.
type line struct {
	t      *torture
	w      *world
	target string

	mu      sync.Mutex
	touched bool   // the deploy has changed something
	broken  string // the first state of the place that is half a site
}

func (l *line) args(state int) []string { return []string{"deploy", "-C", l.w.sites[state], l.target} }

func (l *line) writing() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.touched
}

func (l *line) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.touched, l.broken = false, ""
}

// judge looks at what readers get.
func (l *line) judge(got tree, to int) (reached bool, err error) {
	l.mu.Lock()
	broken := l.broken
	l.mu.Unlock()
	if broken == "" {
		broken = halves(got)
	}
	switch {
	case broken != "":
		return false, breachf("%s", broken)
	case same(got, l.w.want[to]):
		return true, nil
	}
	for name, text := range got {
		if text != l.w.want[0][name] && text != l.w.want[1][name] && name != "reportsite.txt" {
			return false, breachf("%s is neither that of the old site nor that of the new one", name)
		}
	}
	return false, nil
}

func (l *line) left() (string, error) { return "", nil }

// storage is an S3 server in this process, with a deploy to it. It looks at the site after
// every change.
type storage struct {
	line
	backend *s3mem.Backend
	server  *httptest.Server
	site    tree // what the bucket holds
}

const bucket = "site"

func newStorage(t *torture, w *world) *storage {
	s := &storage{line: line{t: t, w: w}, backend: s3mem.New(), site: tree{}}
	s.backend.CreateBucket(context.Background(), bucket) // a first one is never there
	fake := gofakes3.New(s.backend).Server()
	s.server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if q := r.URL.Query(); q.Get("delimiter") == "" { // it takes an empty one for one that fits everywhere
			q.Del("delimiter")
			r.URL.RawQuery = q.Encode()
		}
		if r.Method != http.MethodPut && r.Method != http.MethodDelete {
			fake.ServeHTTP(rw, r)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return // half a request: the program is gone
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		s.change(func() { fake.ServeHTTP(rw, r) }, r.Method == http.MethodPut, strings.TrimPrefix(r.URL.Path, "/"+bucket+"/"), body)
	}))
	s.target = "s3://" + bucket + "?style=path&region=us-east-1&endpoint=" + s.server.URL
	return s
}

// change lets a request change the bucket, one at a time, and looks at the site then.
func (s *storage) change(do func(), put bool, name string, body []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do()
	s.touched = true
	if put {
		s.site[name] = plain(body)
	} else {
		delete(s.site, name)
	}
	if s.broken == "" {
		s.broken = halves(s.site)
	}
}

// plain is the content of a body, which a client may send in signed chunks.
func plain(body []byte) string {
	head, rest, ok := bytes.Cut(body, []byte("\r\n"))
	if !ok || !bytes.Contains(head, []byte(";chunk-signature=")) {
		return string(body)
	}
	var all []byte
	for {
		var n int
		if _, err := fmt.Sscanf(string(head), "%x;", &n); err != nil || n == 0 || n > len(rest) {
			return string(all)
		}
		all = append(all, rest[:n]...)
		head, rest, _ = bytes.Cut(rest[min(n+2, len(rest)):], []byte("\r\n"))
	}
}

func (s *storage) prepare(ctx context.Context, state int) error {
	if err := s.w.buildBoth(ctx, s.t); err != nil {
		return err
	}
	defer s.reset()
	if same(s.content(), s.w.want[state]) {
		return nil
	}
	if said, err := s.t.call(ctx, s.args(state)...); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	if d := differs(s.w.want[state], s.content()); d != "" {
		return fmt.Errorf("a deploy to S3 brings another site: %s", d)
	}
	return nil
}

func (s *storage) content() tree {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.site)
}

func (s *storage) look(_, to int) (bool, error) { return s.judge(s.content(), to) }

func (s *storage) close() { s.server.Close() }

// daemon is an rsync daemon on this machine, with a deploy to it.
type daemon struct {
	line
	dir string
	cmd *exec.Cmd
}

// newDaemon starts a daemon; nil says that there is no rsync.
func newDaemon(ctx context.Context, t *torture, w *world) (*daemon, error) {
	program, err := exec.LookPath("rsync")
	if err != nil {
		return nil, nil
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	d := &daemon{line: line{t: t, w: w}, dir: filepath.Join(t.work, "rsync")}
	text := fmt.Sprintf("use chroot = no\nmunge symlinks = no\n[site]\npath = %s\nread only = no\n", d.dir)
	if os.Getuid() == 0 {
		text += "uid = 0\ngid = 0\n"
	}
	config := filepath.Join(t.work, "rsyncd.conf")
	if err := errors.Join(os.MkdirAll(d.dir, 0o755), os.WriteFile(config, []byte(text), 0o644)); err != nil {
		return nil, err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	d.target = "rsync://" + address + "/site"
	d.cmd = exec.CommandContext(ctx, program, "--daemon", "--no-detach", "--config="+config, "--address=127.0.0.1", fmt.Sprintf("--port=%d", port))
	if err := d.cmd.Start(); err != nil {
		return nil, err
	}
	for range 200 {
		if c, err := net.Dial("tcp", address); err == nil {
			return d, c.Close()
		}
		time.Sleep(50 * time.Millisecond)
	}
	return nil, errors.Join(errors.New("the rsync daemon does not answer"), d.cmd.Process.Kill())
}

func (d *daemon) prepare(ctx context.Context, state int) error {
	if err := d.w.buildBoth(ctx, d.t); err != nil {
		return err
	}
	defer d.reset()
	got, err := d.settled()
	if err != nil || same(got, d.w.want[state]) {
		return err
	}
	if said, err := d.t.call(ctx, d.args(state)...); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	return nil
}

// writing looks at the mark, which a deploy sends first.
func (d *daemon) writing() bool {
	mark, err := os.ReadFile(filepath.Join(d.dir, "reportsite.txt"))
	return err == nil && string(mark) != d.w.want[0]["reportsite.txt"] && string(mark) != d.w.want[1]["reportsite.txt"]
}

// settled is what the folder holds when the daemon has noticed that the line is broken: its
// temporary files, which begin with a dot, are gone then.
func (d *daemon) settled() (got tree, err error) {
	for range 100 {
		got, err = readTree(d.dir)
		if errors.Is(err, os.ErrNotExist) {
			continue // a file went while we looked
		}
		temporary := 0
		for name := range got {
			if strings.HasPrefix(filepath.Base(name), ".") {
				temporary++
				delete(got, name)
			}
		}
		if temporary == 0 {
			return got, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return got, err
}

func (d *daemon) look(_, to int) (bool, error) {
	got, err := d.settled()
	if err != nil {
		return false, err
	}
	return d.judge(got, to)
}

func (d *daemon) close() {
	d.cmd.Process.Kill() // our own daemon
	d.cmd.Wait()
}
