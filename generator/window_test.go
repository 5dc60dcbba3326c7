package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"reportsite/generator/internal/need"
	"reportsite/generator/internal/testsite"
)

// A double click in a folder without a site says what to do, in Chinese, and the window
// stays until a key is pressed.
func TestDoubleClickWithoutSite(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	t.Chdir(t.TempDir())
	in := strings.NewReader("\nmore")
	var out, said strings.Builder
	if code := doubleClick(t.Context(), "reportsite", in, &out, &said); code != exitFailed || out.Len() > 0 {
		t.Errorf("doubleClick = %d, %q", code, &out)
	}
	for _, want := range []string{"config.toml", "new site", "按回车键关闭窗口。"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the window does not say %q:\n%s", want, &said)
		}
	}
	if in.Len() == len("\nmore") {
		t.Error("the window closes at once")
	}
}

// A double click in a site's folder shows the site in the browser, also when another
// program has the usual port, and says how to stop.
func TestDoubleClick(t *testing.T) {
	if runtime.GOOS != "linux" {
		need.Skip(t, "the browser of this test is a script named xdg-open")
	}
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	site, bin := t.TempDir(), t.TempDir()
	testsite.Unpack(t, "testdata/site.txtar", site)
	need.Link(t, templates, filepath.Join(site, "templates"))
	shown := filepath.Join(bin, "shown")
	script := fmt.Sprintf("#!/bin/sh\nprintf %%s \"$1\" > '%[1]s.new'\nmv '%[1]s.new' '%[1]s'\n", shown)
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	t.Chdir(site)
	if l, err := net.Listen("tcp", "127.0.0.1:8080"); err == nil { // else somebody has it already
		defer l.Close()
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out, said strings.Builder
	ended := make(chan int)
	go func() { ended <- doubleClick(ctx, "reportsite", strings.NewReader(""), &out, &said) }()
	var url []byte
	for url == nil {
		select {
		case code := <-ended:
			t.Fatalf("it ended with %d: %s%s", code, &out, &said)
		case <-time.After(20 * time.Millisecond):
			url, _ = os.ReadFile(shown)
		}
	}
	resp, err := http.Get(string(url))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	stop()
	if code := <-ended; code != exitOK || resp.StatusCode != http.StatusOK {
		t.Errorf("%s: %s; doubleClick = %d: %s", url, resp.Status, code, &said)
	}
	if !strings.Contains(said.String(), "关闭这个窗口即可停止。") || strings.Contains(string(url), ":8080") {
		t.Errorf("the browser shows %s, the window says %q", url, &said)
	}
}
