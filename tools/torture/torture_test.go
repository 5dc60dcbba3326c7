//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// quick is a case of each kind of attack that takes little time, so that the harness does
// not rot.
var quick = []string{"kills/build/0", "disk/new-ci/0", "folders/build-over-papers", "cache/mark/emptied/0", "edited/emptied/0", "doubling/toml/dots"}

func TestSmoke(t *testing.T) {
	var out bytes.Buffer
	h := &torture{seed: 1, percent: 100, out: &out, said: &out, root: filepath.Join("..", "..")}
	err := errors.Join(absolute(&h.root), h.all(t.Context(), h.choose(quick...), 5*time.Minute))
	if err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	for _, name := range quick {
		part, _, _ := strings.Cut(name, "/")
		if !strings.Contains(out.String(), "\n| "+part+"/") && !strings.Contains(out.String(), part+" is skipped") {
			t.Errorf("there is no figure of %s:\n%s", name, &out)
		}
	}
	if _, err := os.Stat(h.work); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is left over: %v", h.work, err)
	}
}

func absolute(name *string) (err error) {
	*name, err = filepath.Abs(*name)
	return err
}

// A promise that is broken is named with what repeats it; another error ends the part.
func TestTry(t *testing.T) {
	var out bytes.Buffer
	h := &torture{seed: 7, percent: 100, out: &out, said: &out}
	var drawn []uint64
	draw := func(r *rand.Rand) error { drawn = append(drawn, r.Uint64()); return nil }
	for _, only := range [][]string{nil, {"a/1"}, {"b", "a"}} {
		h.only = only
		for n := range 3 {
			if _, _, err := h.try(t.Context(), fmt.Sprintf("a/%d", n), draw); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(drawn) != 7 || drawn[3] != drawn[1] || drawn[0] == drawn[1] || drawn[0] != drawn[4] {
		t.Errorf("the cases drew %x", drawn)
	}
	ran, ok, err := h.try(t.Context(), "a/2", func(*rand.Rand) error { return breachf("half a %s", "site") })
	if !ran || ok || err != nil || len(h.broken) != 1 || !strings.Contains(out.String(), "half a site") || !strings.Contains(out.String(), "-seed 7 -only a/2") {
		t.Errorf("a breach: %t, %t, %v: %s", ran, ok, err, &out)
	}
	if _, _, err := h.try(t.Context(), "a/2", func(*rand.Rand) error { return os.ErrClosed }); !errors.Is(err, os.ErrClosed) {
		t.Errorf("an error that is no breach: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := h.try(ended, "a/2", draw); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// What the parts judge by.
func TestJudges(t *testing.T) {
	const page, css = "<link href=\"../assets/site.0123456789.css\">", "assets/site.0123456789.css"
	if halves(tree{"a/index.html": page}) == "" || halves(tree{"a/index.html": page, css: "x"}) != "" {
		t.Error("halves does not see a missing asset")
	}
	a := tree{"a": "1", "b": "2"}
	for _, test := range []struct {
		got  tree
		want string
	}{
		{tree{"a": "1", "b": "2"}, ""}, {tree{"a": "1"}, "b is missing"}, {tree{"a": "1", "b": "22"}, "b differs (2 bytes, not 1)"},
		{tree{"a": "1", "b": "2", "c": ""}, "c is new"}, {nil, "a is missing, b is missing"},
	} {
		if got := differs(a, test.got); got != test.want {
			t.Errorf("differs = %q, want %q", got, test.want)
		}
	}
	if got := plain([]byte("3;chunk-signature=x\r\nabc\r\n0;chunk-signature=y\r\n\r\n")); got != "abc" {
		t.Errorf("plain = %q", got)
	}
}
