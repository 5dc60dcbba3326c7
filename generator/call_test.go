package main

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/message"
)

// What the library is given says the same as what was typed: the command first, each
// flag with its value in one word, the rest at the end.
func TestReadCall(t *testing.T) {
	for typed, want := range map[string]string{
		"":                                    "--",
		"-C site":                             "-C=site --",
		"--C=site -strict":                    "-C=site -strict --",
		"-C site check -jobs 2":               "check -C=site -jobs=2 --",
		"check -C site -lang zh":              "check -C=site -lang=zh --",
		"-strict=false build":                 "build -strict=false --",
		"new section city -C site -title a=b": "new section -C=site -title=a=b -- city",
		"-C site new -title -5 section city":  "new section -C=site -title=-5 -- city",
		"diff old -format json new":           "diff -format=json -- old new",
		"diff -- -old new":                    "diff -- -old new",
		"new -lang zh":                        "new --",
	} {
		line := append([]string{"generator"}, strings.Fields(typed)...)
		c, err := readCall(commands(io.Discard, io.Discard, message.English), message.English, line)
		if err != nil {
			t.Errorf("%s: %v", typed, err)
			continue
		}
		if got := strings.Join(c.line("generator")[1:], " "); got != want {
			t.Errorf("%s is %s, want %s", typed, got, want)
		}
	}
}

// A word of the command line never breaks the line of the message.
func TestShown(t *testing.T) {
	for word, want := range map[string]string{
		"a": "a", "报告": "报告", "a\nb": `a\u000ab`, "\x1b[31m": `\u001b[31m`, "\u202e": `\u202e`,
		strings.Repeat("长", 61): strings.Repeat("长", 60) + "…",
	} {
		if got := shown(word); got != want {
			t.Errorf("shown(%q) = %q, want %q", word, got, want)
		}
	}
}

// Any command line is read or refused in one line; what is read says the same when
// it is read again.
func FuzzReadCall(f *testing.F) {
	for _, s := range []string{
		"", "-C\nsite", "check\n-strict\n-strict", "new\nsite\n-year\n2025\nx", "—out\nx", "-h", "diff\n--\n-a\nb", "-jobs\n0", "-as-of=", "build\n-C",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		root := commands(io.Discard, io.Discard, message.English)
		line := append([]string{"generator"}, strings.Split(typed, "\n")...)
		c, err := readCall(root, message.English, line)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\r\x1b") || err.Error() == "" {
				t.Errorf("%q: the message is not one line: %q", typed, err)
			}
			return
		}
		if c.help {
			return
		}
		again, err := readCall(root, message.English, c.line("generator"))
		if err != nil {
			t.Fatalf("%q is read as %q, which is refused: %v", typed, c.line("generator"), err)
		}
		if !slices.Equal(c.line("generator"), again.line("generator")) {
			t.Error(cmp.Diff(c.line("generator"), again.line("generator")))
		}
	})
}
