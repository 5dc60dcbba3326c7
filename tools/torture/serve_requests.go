//go:build linux

package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

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
