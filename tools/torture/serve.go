//go:build linux

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
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

// attack is a request to the server, and what may come of it.
type attack struct {
	name    string
	request string
	want    []int // allowed statuses; 0: no answer
	deny    bool  // nothing of the site may be in the answer
}

// secret is what lies around the site, and must never be served.
const secret = "torture-secret-7c1f"

// attacks are all requests that are tried one by one.
func attacks(addr string) []attack {
	get := func(path, host string, more ...string) string {
		return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + strings.Join(more, "") + "\r\n"
	}
	_, port, _ := net.SplitHostPort(addr)
	var list []attack
	for n, host := range []string{
		"evil.example", "evil.example:" + port, "localhost.evil.example", "127.0.0.1.evil.example:" + port, "127.0.0.1@evil.example",
		"0.0.0.0", "0.0.0.0:" + port, "[::]:" + port, "169.254.169.254", "192.168.1.1:" + port, "", "localhost.:x", "[::ffff:10.0.0.1]", "2130706433", "0x7f.1", "127.1",
		"xn--fiqs8s", "LOCALHOST.evil", "[fe80::1%25lo]",
	} {
		for _, path := range []string{"/", "/_reportsite/events?page=index.html", "/data/indicators.json"} {
			list = append(list, attack{fmt.Sprintf("host/%d", n), get(path, host), []int{0, 400, 403}, true})
		}
	}
	for _, host := range []string{"localhost", "localhost:" + port, "127.0.0.1", addr, "[::1]", "127.0.0.2:" + port} {
		list = append(list, attack{"own-host/" + host, get("/", host), []int{200}, false})
	}
	for n, path := range []string{
		"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", `/..\secret.txt`, "/....//secret.txt", "/.%2e/.%2e/secret.txt",
		"/assets/../../secret.txt", "/assets/%2e%2e/%2e%2e/secret.txt", "/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/config.toml", "/content/sources.toml", "/.git/config", "//etc/passwd", "/etc/passwd",
		"/%2fetc%2fpasswd", "/file:///etc/passwd", "/C:/Windows/win.ini", "/CON", "/NUL", "/aux.html", "/index.html%00.txt", "/%00", "/index.html::$DATA", "/index.html.", "/INDEX.HTML", "/~root/", "/dev/zero",
		"/proc/self/environ", "/_reportsite/../secret.txt", "/_reportsite/%2e%2e/handler.go", "/_reportsite/..%2f..%2fsecret.txt", "/_reportsite/events?page=../../secret.txt", "/_reportsite/events?page=%00", "/draft-review.html",
		"/" + strings.Repeat("a/", 2000), "/" + strings.Repeat("%61", 10_000), "/?" + strings.Repeat("a=b&", 5000), "/" + strings.Repeat("../", 1000) + "secret.txt", "/;/..;/secret.txt", "/\u202e/", "/%e4%b8%ad", "/%zz", "/%", "*", "",
	} {
		list = append(list, attack{fmt.Sprintf("path/%d", n), get(path, addr), []int{0, 200, 301, 307, 400, 404, 414, 431}, false})
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "OPTIONS", "get", "GETT", "\x00", strings.Repeat("A", 10_000)} {
		list = append(list, attack{fmt.Sprintf("method/%.10q", method), strings.Replace(get("/", addr, "Content-Length: 0\r\n"), "GET", method, 1), []int{0, 400, 404, 405, 501}, true})
	}
	for name, request := range map[string]string{
		"upgrade":       get("/_reportsite/events", addr, "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
		"huge-header":   get("/", addr, "X-A: "+strings.Repeat("a", 4<<20)+"\r\n"),
		"many-headers":  get("/", addr, strings.Repeat("X-A: b\r\n", 200_000)),
		"no-host":       "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
		"two-hosts":     get("/", addr, "Host: evil.example\r\n"),
		"absolute":      get("http://evil.example/", addr),
		"http-0.9":      "GET /\r\n\r\n",
		"http-2":        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"tls":           "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\x00", 200) + "\r\n\r\n",
		"smuggle":       "GET / HTTP/1.1\r\nHost: " + addr + "\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\nConnection: close\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
		"bad-length":    "GET / HTTP/1.1\r\nHost: " + addr + "\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
		"folded-header": "GET / HTTP/1.1\r\nHost: " + addr + "\r\n folded\r\n\r\n",
		"line-end-only": "\r\n\r\n\r\n\r\n\r\n",
	} {
		list = append(list, attack{"form/" + name, request, []int{0, 200, 301, 400, 403, 404, 405, 413, 431, 501, 505}, name == "absolute" || name == "two-hosts"})
	}
	return list
}

// serveAttacks attacks the server that editors run on their machine.
func serveAttacks(ctx context.Context, t *torture) (err error) {
	if !t.anyWanted("serve") {
		return nil
	}
	w, err := t.world(ctx, killed)
	if err != nil {
		return err
	}
	site := filepath.Join(t.work, "served", "site")
	if err := errors.Join(t.copySite(w.sites[0], site), os.WriteFile(filepath.Join(t.work, "served", "secret.txt"), []byte(secret), 0o644),
		os.WriteFile(filepath.Join(site, "secret.txt"), []byte(secret), 0o644)); err != nil {
		return err
	}
	if err := edit(filepath.Join(site, "config.toml"), func(s string) string { return "# " + secret + "\n" + s }); err != nil {
		return err
	}
	s, err := t.startServer(ctx, site, w.templates[0])
	if err != nil {
		return err
	}
	b := t.table("what `serve` meets", "times", "as it should be")
	times, fine := map[string]int{}, map[string]int{}
	var kinds []string
	do := func(kind, name string, what func(r *rand.Rand) error) error {
		ran, ok, err := t.try(ctx, name, what)
		if ran {
			if times[kind] == 0 {
				kinds = append(kinds, kind)
			}
			times[kind]++
		}
		if ran && ok {
			fine[kind]++
		}
		return err
	}
	for n, a := range attacks(s.addr) {
		kind, _, _ := strings.Cut(a.name, "/")
		if err := do("serve/"+kind, fmt.Sprintf("serve/%s/%d", kind, n), func(*rand.Rand) error { return s.meet(a) }); err != nil {
			return errors.Join(err, s.stop())
		}
	}
	for _, m := range []struct {
		name string
		do   func(context.Context, *torture, string) error
	}{
		{"foreign-page", s.foreignPage}, {"idle", s.idle}, {"slow", s.slow}, {"many", s.many}, {"streams", s.streams}, {"half-reads", s.halfReads},
	} {
		if err := do("serve/"+m.name, "serve/"+m.name+"/0", func(*rand.Rand) error { return m.do(ctx, t, site) }); err != nil {
			return errors.Join(err, s.stop())
		}
	}
	stop := s.stop()
	if err := do("serve/end", "serve/end/0", func(*rand.Rand) error { return stop }); err != nil {
		return err
	}
	for _, kind := range kinds {
		b.add(kind, times[kind], fine[kind])
	}
	return nil
}

// meet sends an attack.
func (s *server) meet(a attack) error {
	status, answer, err := s.raw(a.request)
	if err != nil {
		return breachf("the server does not answer: %v", err)
	}
	allowed := false
	for _, w := range a.want {
		allowed = allowed || w == status
	}
	shown := a.request
	if len(shown) > 120 {
		shown = shown[:120] + "…"
	}
	switch {
	case !allowed:
		return breachf("%q is answered with %d", shown, status)
	case strings.Contains(answer, secret) || strings.Contains(answer, "root:x:0"):
		return breachf("%q is answered with a file that is none of the site", shown)
	case a.deny && strings.Contains(answer, "<html"):
		return breachf("%q is answered with a page", shown)
	case strings.Contains(strings.ToLower(answer), "access-control-allow-origin"):
		return breachf("%q lets other origins read", shown)
	}
	return s.alive()
}

// alive looks whether the home page comes, and in time.
func (s *server) alive() error {
	began := time.Now()
	r, err := (&http.Client{Timeout: 20 * time.Second}).Get("http://" + s.addr + "/")
	if err != nil {
		return breachf("after that the server does not answer: %v", err)
	}
	defer r.Body.Close()
	if data, err := io.ReadAll(r.Body); err != nil || r.StatusCode != http.StatusOK || !strings.Contains(string(data), "</html>") {
		return breachf("after that the home page is %d, %v", r.StatusCode, err)
	}
	if took := time.Since(began); took > 10*time.Second {
		return breachf("after that the home page took %s", took)
	}
	return nil
}

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

// idle opens connections that say nothing; the server must close them by itself.
func (s *server) idle(context.Context, *torture, string) error {
	var open []net.Conn
	defer func() {
		for _, c := range open {
			c.Close()
		}
	}()
	for range 100 {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			return breachf("%v", err)
		}
		open = append(open, c)
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
	var open []net.Conn
	defer func() {
		for _, c := range open {
			c.Close()
		}
	}()
	for range 200 {
		c, err := net.Dial("tcp", s.addr)
		if err != nil {
			return breachf("%v", err)
		}
		open = append(open, c)
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
