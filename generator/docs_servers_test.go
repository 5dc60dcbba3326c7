package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"reportsite/generator/internal/need"
)

// The configurations of web servers in docs/operate.md, taken literally: the servers
// start with them and hand out a site as it was built, compressed copies, lost addresses
// and all headers included. Both languages show the same ones.
func TestServersOfTheDocs(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	extract(t, "testdata/site.txtar", site)
	public := filepath.Join(site, "public")
	if code, said := runHere(t, "-C", site, "-templates", "../templates", "-compress", "-lang", "en"); code != exitOK {
		t.Fatal(said)
	}
	for name, server := range map[string]struct {
		language string
		config   func(text, port, dir string) string
		args     func(config, dir string) []string
	}{
		"nginx": {"nginx", func(text, port, dir string) string {
			text = strings.NewReplacer("listen 80;", "listen 127.0.0.1:"+port+";", "listen [::]:80;", "", "/srv/report", public).Replace(text)
			return fmt.Sprintf("pid %[1]s/pid;\nerror_log %[1]s/error.log;\ndaemon off;\nevents {}\nhttp {\naccess_log off;\n%[2]s}\n", dir, text)
		}, func(config, dir string) []string { return []string{"-c", config, "-p", dir} }},
		"caddy": {"caddyfile", func(text, port, dir string) string {
			text = strings.NewReplacer("report.example.gov.cn", "http://127.0.0.1:"+port, "/srv/report", public).Replace(text)
			return "{\n\tadmin off\n\tauto_https off\n}\n" + text
		}, func(config, dir string) []string {
			return []string{"run", "--config", config, "--adapter", "caddyfile"}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			block := regexp.MustCompile("(?s)```" + server.language + "\n(.*?)```")
			m := block.FindStringSubmatch(readDoc(t, "docs/operate.md"))
			zh := block.FindStringSubmatch(readDoc(t, "docs/operate.zh-CN.md"))
			if m == nil || zh == nil || withoutComments(zh[1]) != withoutComments(m[1]) {
				t.Fatal("docs/operate.md and docs/operate.zh-CN.md do not have the same configuration")
			}
			program := need.Program(t, name)
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			_, port, _ := net.SplitHostPort(l.Addr().String())
			l.Close()
			dir := t.TempDir()
			os.Chmod(dir, 0o755)
			for at := public; len(at) > len(os.TempDir()); at = filepath.Dir(at) {
				os.Chmod(at, 0o755) // the server's workers may be another user
			}
			config := filepath.Join(dir, "config")
			if err := os.WriteFile(config, []byte(server.config(m[1], port, dir)), 0o644); err != nil {
				t.Fatal(err)
			}
			// Not with the test's context: killed, nginx would leave its workers behind.
			cmd := exec.Command(program, server.args(config, dir)...)
			cmd.WaitDelay = 5 * time.Second
			cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
			var out strings.Builder
			cmd.Stdout, cmd.Stderr = &out, &out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { cmd.Process.Signal(os.Interrupt); cmd.Wait() })
			for try := 0; ; try++ {
				if c, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
					c.Close()
					break
				}
				if try == 200 {
					t.Fatalf("%s does not start", name)
				}
				time.Sleep(50 * time.Millisecond)
			}
			if code, said := runHere(t, "verify", "-C", site, "-strict", "-lang", "en", "http://127.0.0.1:"+port); code != exitOK {
				t.Errorf("exit status %d\n%s", code, said)
			}
		})
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
