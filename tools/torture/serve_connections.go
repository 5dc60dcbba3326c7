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
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// foreignPage asks as a page of another site does that is open in the same browser: it gets
// nothing, neither events nor data that are scripts.
func (s *server) foreignPage(context.Context, *torture, string) error {
	for _, path := range []string{"/_reportsite/events", "/_reportsite/events?page=index.html", "/search/index.js", "/data/indicators.json", "/"} {
		for _, mode := range []string{"no-cors", "cors", "websocket"} {
			status, answer, err := s.raw("GET " + path + " HTTP/1.1\r\nHost: " + s.addr + "\r\nConnection: close\r\nOrigin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: " + mode + "\r\nReferer: https://evil.example/\r\n\r\n")
			if err != nil {
				return breachf("%v", err)
			}
			if strings.Contains(strings.ToLower(answer), "access-control") || status != http.StatusForbidden {
				return breachf("a page of another site gets %s: %d %.200q", path, status, answer)
			}
		}
	}
	return s.alive()
}

// dial opens connections; they are closed with the second result.
func (s *server) dial(n int) (open []net.Conn, closeAll func(), err error) {
	closeAll = func() {
		for _, c := range open {
			c.Close()
		}
	}
	for range n {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			return open, closeAll, breachf("%v", err)
		}
		open = append(open, c)
	}
	return open, closeAll, nil
}

// idle opens connections that say nothing; the server must close them by itself.
func (s *server) idle(context.Context, *torture, string) error {
	open, closeAll, err := s.dial(100)
	defer closeAll()
	if err != nil {
		return err
	}
	if err := s.alive(); err != nil {
		return err
	}
	for _, c := range open {
		c.SetReadDeadline(time.Now().Add(40 * time.Second))
		if _, err := c.Read(make([]byte, 1)); errors.Is(err, os.ErrDeadlineExceeded) {
			return breachf("a connection that says nothing is open after 40 seconds")
		}
	}
	return nil
}

// slow sends a request byte by byte.
func (s *server) slow(context.Context, *torture, string) error {
	var group sync.WaitGroup
	late := make(chan bool, 50)
	for range 50 {
		group.Go(func() {
			c, err := net.Dial("tcp", s.addr)
			if err != nil {
				return // alive says so
			}
			defer c.Close()
			end := time.Now().Add(30 * time.Second)
			for n := 0; time.Now().Before(end); n++ {
				if _, err := io.WriteString(c, string("GET / HTTP/1.1\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"[min(n, 60)])); err != nil {
					return
				}
				time.Sleep(500 * time.Millisecond)
			}
			late <- true
		})
	}
	err := s.alive()
	group.Wait()
	if err == nil && len(late) > 0 {
		err = breachf("%d slow requests are still read after 30 seconds", len(late))
	}
	return err
}

// many asks for pages over a thousand connections at once.
func (s *server) many(context.Context, *torture, string) error {
	var group sync.WaitGroup
	failed := make(chan error, 1000)
	for range 1000 {
		group.Go(func() {
			if status, _, err := s.raw("GET /status/ HTTP/1.1\r\nHost: " + s.addr + "\r\nConnection: close\r\n\r\n"); err != nil || status != http.StatusOK {
				failed <- fmt.Errorf("%d, %v", status, err)
			}
		})
	}
	group.Wait()
	if len(failed) > 0 {
		return breachf("%d of 1000 requests at once failed, the first with %v", len(failed), <-failed)
	}
	return s.alive()
}

// streams opens many event streams, changes the content, and wants the change to be told.
func (s *server) streams(_ context.Context, _ *torture, site string) error {
	open, closeAll, err := s.dial(200)
	defer closeAll()
	if err != nil {
		return err
	}
	for _, c := range open {
		c.SetDeadline(time.Now().Add(60 * time.Second))
		if _, err := io.WriteString(c, "GET /_reportsite/events?page=index.html HTTP/1.1\r\nHost: "+s.addr+"\r\n\r\n"); err != nil {
			return breachf("%v", err)
		}
	}
	readers := make([]*bufio.Reader, len(open))
	next := func(n int) error {
		for {
			line, err := readers[n].ReadString('\n')
			if err != nil {
				return breachf("stream %d: %v", n, err)
			}
			if strings.HasPrefix(line, "data: ") {
				return nil
			}
		}
	}
	for n, c := range open {
		readers[n] = bufio.NewReader(c)
		if err := next(n); err != nil {
			return err
		}
	}
	if err := edit(filepath.Join(site, "config.toml"), func(t string) string { return t + "\n# changed\n" }); err != nil {
		return err
	}
	for n := range open {
		if err := next(n); err != nil {
			return err
		}
	}
	return s.alive()
}

// halfReads asks for large files and goes away.
func (s *server) halfReads(context.Context, *torture, string) error {
	for range 200 {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			return breachf("%v", err)
		}
		io.WriteString(c, "GET /data/indicators.xlsx HTTP/1.1\r\nHost: "+s.addr+"\r\n\r\n")
		c.Read(make([]byte, 10))
		c.Close()
	}
	return s.alive()
}
