package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"reportsite/generator/internal/need"
	"reportsite/generator/internal/testsite"
)

// webServer is a program that docs/operate.md has configurations for.
type webServer struct {
	program, language string                              // language is that of the blocks of code
	config            func(text, port, dir string) string // makes a block a configuration for this machine
	args              func(config, dir string) []string
}

var webServers = []webServer{
	{"nginx", "nginx", func(text, port, dir string) string {
		text = strings.NewReplacer("listen 80;", "listen 127.0.0.1:"+port+";", "listen [::]:80;", "").Replace(text)
		return fmt.Sprintf("pid %[1]s/pid;\nerror_log %[1]s/error.log;\ndaemon off;\nevents {}\nhttp {\naccess_log off;\n%[2]s}\n", dir, text)
	}, func(config, dir string) []string { return []string{"-c", config, "-p", dir} }},
	{"caddy", "caddyfile", func(text, port, dir string) string {
		text = regexp.MustCompile(`(?m)^\w+\.example\.gov\.cn`).ReplaceAllLiteralString(text, "http://127.0.0.1:"+port)
		return "{\n\tadmin off\n\tauto_https off\n}\n" + text
	}, func(config, dir string) []string {
		return []string{"run", "--config", config, "--adapter", "caddyfile"}
	}},
}

// The configurations of web servers in docs/operate.md, taken literally: the servers
// start with them and hand out a site as it was built, compressed copies, lost addresses
// and all headers included, at the root of a host and below a path. Both languages show
// the same ones.
func TestServersOfTheDocs(t *testing.T) {
	for n, place := range []string{"", "/report"} {
		site, srv := filepath.Join(t.TempDir(), "site"), filepath.Join(t.TempDir(), "srv")
		testsite.Unpack(t, "testdata/site.txtar", site)
		config := filepath.Join(site, "config.toml")
		data, err := os.ReadFile(config)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if place != "" {
			text = `base_url = "https://www.example.gov.cn` + place + `"` + "\n" + text
		}
		if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		public := filepath.Join(srv, "report")
		if code, said := runHere(t, "-C", site, "-out", public, "-templates", "../templates", "-compress", "-lang", "en"); code != exitOK {
			t.Fatal(said)
		}
		for _, server := range webServers {
			t.Run(server.program+place, func(t *testing.T) {
				address := "http://127.0.0.1:" + server.start(t, n, srv) + place + "/"
				if code, said := runHere(t, "verify", "-manifest", filepath.Join(public, "manifest.json"), "-strict", "-lang", "en", address); code != exitOK {
					t.Errorf("exit status %d\n%s", code, said)
				}
				if place == "" {
					return
				}
				resp, err := http.Get(strings.TrimSuffix(address, "/"))
				if err != nil {
					t.Fatal(err)
				}
				resp.Body.Close()
				if resp.StatusCode != http.StatusOK || !strings.HasSuffix(resp.Request.URL.Path, place+"/") {
					t.Errorf("%s without a slash leads to %s: %s", place, resp.Request.URL, resp.Status)
				}
			})
		}
	}
}

// start starts the server with the nth configuration for it in the documentation, with
// the folder srv as /srv, and returns its port.
func (s webServer) start(t *testing.T, n int, srv string) string {
	t.Helper()
	block := regexp.MustCompile("(?s)```" + s.language + "\n(.*?)```")
	en := block.FindAllStringSubmatch(readDoc(t, "docs/operate.md"), -1)
	zh := block.FindAllStringSubmatch(readDoc(t, "docs/operate.zh-CN.md"), -1)
	if len(en) <= n || len(zh) <= n || withoutComments(zh[n][1]) != withoutComments(en[n][1]) {
		t.Fatal("docs/operate.md and docs/operate.zh-CN.md do not have the same configuration")
	}
	program := need.Program(t, s.program)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	l.Close()
	dir := t.TempDir()
	os.Chmod(dir, 0o755)
	for at := filepath.Join(srv, "report"); len(at) > len(os.TempDir()); at = filepath.Dir(at) {
		os.Chmod(at, 0o755) // the server's workers may be another user
	}
	config := filepath.Join(dir, "config")
	text := regexp.MustCompile(`/srv\b`).ReplaceAllLiteralString(en[n][1], srv)
	if err := os.WriteFile(config, []byte(s.config(text, port, dir)), 0o644); err != nil {
		t.Fatal(err)
	}
	// Not with the test's context: killed, nginx would leave its workers behind.
	cmd := exec.Command(program, s.args(config, dir)...)
	cmd.WaitDelay = 5 * time.Second
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	t.Cleanup(func() { cmd.Process.Signal(os.Interrupt); <-ended })
	for try := 0; ; try++ {
		if c, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			c.Close()
			return port
		}
		select {
		case <-ended:
			t.Fatalf("%s does not start:\n%s", s.program, out.String())
		default:
		}
		if try == 200 {
			t.Fatalf("%s does not answer", s.program)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// withoutComments is a configuration without the comments, which are in two languages.
func withoutComments(s string) string {
	return regexp.MustCompile(`(?m)^\s*#.*$`).ReplaceAllString(s, "")
}

// runHere runs the program in this process, and gives its exit status and what it says.
func runHere(t *testing.T, args ...string) (int, string) {
	t.Helper()
	var said strings.Builder
	code := run(t.Context(), append([]string{"generator"}, args...), &said, &said)
	return code, said.String()
}
