package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"reportsite/generator/internal/need"

	"github.com/google/go-cmp/cmp"
)

// step is a fenced block of the tutorial: commands, or a file.
type step struct {
	Kind string // "sh", "sh fails", or the file's path
	Text string
}

// steps reads the blocks of a tutorial. A block of commands has the word sh, a
// file its language and path.
func steps(t *testing.T, name string) []step {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var list []step
	var open *step
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		line := lines.Text()
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &step{Kind: info}
			if language, path, ok := strings.Cut(info, " "); ok && language != "sh" {
				open.Kind = path
			}
		case fence:
			list = append(list, *open)
			open = nil
		case open != nil:
			open.Text += line + "\n"
		}
	}
	if len(list) == 0 {
		t.Fatalf("%s has no steps", name)
	}
	return list
}

// TestTutorial does what the tutorials say, step by step, and holds the two
// languages together.
func TestTutorial(t *testing.T) {
	chinese, english := steps(t, "../docs/tutorial.zh-CN.md"), steps(t, "../docs/tutorial.md")
	if diff := cmp.Diff(chinese, english); diff != "" {
		t.Errorf("steps of the Chinese (-) and the English (+) tutorial:\n%s", diff)
	}
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	need.Link(t, templates, "templates")
	for _, s := range english {
		if !strings.HasPrefix(s.Kind, "sh") {
			if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(s.Kind)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.FromSlash(s.Kind), []byte(s.Text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for command := range strings.Lines(s.Text) {
			args := strings.Fields(command)
			if len(args) < 3 || strings.Join(args[:3], " ") != "go run ./generator" {
				t.Fatalf("the test knows no command %q", command)
			}
			want := exitOK
			if s.Kind == "sh fails" {
				want = exitFaults
			}
			tutorialCommand(t, args[3:], want)
		}
	}
	page, err := os.ReadFile("mysite/public/indicators/roads/index.html")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "快于序时进度") || !strings.Contains(string(page), "82公里") {
		t.Error("the page does not say what the tutorial promises")
	}
}

// tutorialCommand runs a command of the generator. The dev server is stopped
// when it is ready.
func tutorialCommand(t *testing.T, args []string, want int) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	var said output
	if len(args) > 0 && args[0] == "serve" {
		args = append(args, "-addr", "127.0.0.1:0")
		said.until, said.stop = "http://127.0.0.1:", stop
	}
	if got := run(ctx, append([]string{"generator"}, args...), io.Discard, &said); got != want {
		t.Fatalf("go run ./generator %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, want, said.String())
	}
	if said.until != "" && !strings.Contains(said.String(), said.until) {
		t.Fatalf("the server was never ready:\n%s", said.String())
	}
}

// output keeps what a command says, and calls stop when it says a word.
type output struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	until string
	stop  func()
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n, err := o.buf.Write(p)
	if o.stop != nil && strings.Contains(o.buf.String(), o.until) {
		o.stop()
		o.stop = nil
	}
	return n, err
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}
