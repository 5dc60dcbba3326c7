package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/header"
)

func sample() *Manifest {
	var l List
	var group sync.WaitGroup
	for _, path := range []string{"index.html", "data/a&b.json", "中文/index.html", "404.html"} {
		group.Go(func() { l.Add(path, []byte("content of "+path)) })
	}
	group.Wait()
	return &Manifest{
		Schema: Schema, Program: "1.2.3", Data: "abc", Files: l.Files(),
		Headers: []header.Rule{{Path: "/*", Set: []header.Line{{Name: "Content-Security-Policy", Value: "default-src 'self'"}}}},
	}
}

func text(t testing.TB, m *Manifest) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteRead(t *testing.T) {
	m := sample()
	data := text(t, m)
	if got := strings.Count(string(data), "\n"); got != len(m.Files)+2 {
		t.Errorf("%d lines for %d files:\n%s", got, len(m.Files), data)
	}
	back, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m, back); d != "" {
		t.Error(d)
	}
	f, ok := back.File("中文/index.html")
	if !ok || !f.Is([]byte("content of 中文/index.html")) || f.Is([]byte("content of 中文/index.htmL")) {
		t.Errorf("File = %v, %t", f, ok)
	}
	if _, ok := back.File("中文"); ok {
		t.Error("a folder was found")
	}
}

// A manifest that was tampered with or cut short is refused, whatever it says.
func TestReadRefuses(t *testing.T) {
	sum := strings.Repeat("0", 64)
	file := func(path string) string { return fmt.Sprintf(`{"path":%q,"size":1,"sha256":%q}`, path, sum) }
	for _, files := range []string{
		file("../x"), file("/x"), file(""), file("."), file("a/../b"), file("a\\b"), file("a\nb"), file(Name), file(Signature),
		file("b") + "," + file("a"), file("a") + "," + file("a"),
		`{"path":"a","size":-1,"sha256":"` + sum + `"}`, `{"path":"a","size":1,"sha256":"00"}`,
		`{"path":"a","size":1,"sha256":"` + strings.Repeat("A", 64) + `"}`, `{"path":"a","size":1}`, `{"path":1}`,
	} {
		if m, err := Read([]byte(`{"schema":1,"files":[` + files + `]}`)); !errors.Is(err, ErrForm) || m != nil {
			t.Errorf("%s: %v, %v", files, m, err)
		}
	}
	for _, data := range []string{"", "{", "null", "[]", `{"files":[]}`, `{"schema":1}{}`, "\xff"} {
		if m, err := Read([]byte(data)); !errors.Is(err, ErrForm) || m != nil {
			t.Errorf("%q: %v, %v", data, m, err)
		}
	}
	if _, err := Read([]byte(`{"schema":2,"files":3}`)); err == nil {
		t.Error("no error for a form that is not known")
	}
	if _, err := Read([]byte(`{"schema":2}`)); !errors.Is(err, ErrSchema) {
		t.Errorf("newer: %v", err)
	}
	whole := text(t, sample())
	for n := range len(whole) - 1 {
		if _, err := Read(whole[:n]); err == nil {
			t.Fatalf("the first %d bytes of %d were taken for a manifest", n, len(whole))
		}
	}
}

// FuzzRead: what is read is written and read again the same, and holds no path that
// leads out of the site.
func FuzzRead(f *testing.F) {
	f.Add(text(f, sample()))
	f.Add([]byte(`{"schema":1,"files":[{"path":"../x","size":1,"sha256":""}]}`))
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Read(data)
		if err != nil {
			if m != nil {
				t.Fatal("a manifest and an error")
			}
			return
		}
		for _, file := range m.Files {
			if strings.HasPrefix(file.Path, "/") || strings.Contains("/"+file.Path+"/", "/../") {
				t.Fatalf("the path %q", file.Path)
			}
		}
		again, err := Read(text(t, m))
		if err != nil || string(text(t, again)) != string(text(t, m)) {
			t.Fatalf("read again: %v", err)
		}
	})
}
