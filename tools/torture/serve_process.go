//go:build linux

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// server is `serve` in a process of its own.
type server struct {
	cmd  *exec.Cmd
	addr string
	mu   sync.Mutex
	said strings.Builder
	done chan error
}

// Write collects what the server says.
func (s *server) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.Write(p)
}

func (s *server) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

var serving = regexp.MustCompile(`http://(127\.0\.0\.1:\d+)/`)

// startServer starts `serve` of a site and waits for its address.
func (t *torture) startServer(ctx context.Context, site, templates string) (*server, error) {
	s := &server{done: make(chan error, 1)}
	s.cmd = t.process(ctx, "serve", "-C", site, "-templates", templates, "-addr", "127.0.0.1:0")
	s.cmd.Stdout, s.cmd.Stderr = s, s
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.done <- s.cmd.Wait() }()
	for range 600 {
		if m := serving.FindStringSubmatch(s.text()); m != nil {
			s.addr = m[1]
			return s, nil
		}
		select {
		case err := <-s.done:
			return nil, fmt.Errorf("serve ended: %w: %s", err, s.text())
		case <-time.After(50 * time.Millisecond):
		}
	}
	return nil, errors.Join(fmt.Errorf("serve does not say where: %s", s.text()), s.stop())
}

// stop asks the server to end, as Ctrl-C does, and says what was wrong with that.
func (s *server) stop() error {
	syscall.Kill(s.cmd.Process.Pid, syscall.SIGINT) // our own process, which may have ended
	select {
	case err := <-s.done:
		if panics.MatchString(s.text()) {
			return breachf("serve said %q", lastLines(s.text()))
		}
		if err != nil {
			return breachf("serve ended with %v: %s", err, lastLines(s.text()))
		}
		return nil
	case <-time.After(15 * time.Second):
		syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
		<-s.done
		return breachf("serve did not end within 15 seconds of Ctrl-C")
	}
}

// raw sends bytes and reads the status and the rest of the answer; 0 is a connection that was
// closed without one.
func (s *server) raw(request string) (status int, answer string, err error) {
	c, err := net.DialTimeout("tcp", s.addr, 10*time.Second)
	if err != nil {
		return 0, "", err
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.WriteString(c, request); err != nil && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, syscall.ECONNRESET) {
		return 0, "", err
	}
	// A line that was cut or reset before an answer is a refusal, too.
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return 0, "", nil
	}
	defer r.Body.Close()
	data, _ := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	var b strings.Builder
	r.Header.Write(&b)
	return r.StatusCode, b.String() + "\n" + string(data), nil
}
