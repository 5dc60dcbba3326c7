package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A fault in a file of one system is found for that system alone, also in a test.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":            "module example\n\ngo 1.24\n",
		"a.go":              "package example\n\nvar Width = width()\n",
		"a_other.go":        "//go:build !windows\n\npackage example\n\nfunc width() int { return 1 }\n",
		"a_windows.go":      "package example\n\nfunc width() int { return \"1\" }\n",
		"a_darwin_test.go":  "package example\n\nvar height int = Width()\n",
		"vet/a_linux.go":    "package vet\n\nfunc Loop() int {\n\treturn 1\n\tprintln()\n\treturn 2\n}\n",
		"vet/a_other.go":    "//go:build !linux\n\npackage vet\n",
		"good/good.go":      "package good\n",
		"good/good_test.go": "package good\n\nimport \"testing\"\n\nfunc TestGood(t *testing.T) {}\n",
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ system, pattern, want string }{
		{"windows/amd64", ".", "a_windows.go:3:27"},
		{"darwin/arm64", ".", "a_darwin_test.go:3:18"},
		{"linux/amd64", ".", ""},
		{"linux/amd64", "./vet", "a_linux.go:5:2: unreachable code"},
		{"windows/amd64", "./vet", ""},
		{"darwin/arm64", "./good", ""},
		{"windows/amd64", "./none", "none"},
		{"windows", ".", "os/arch"},
	} {
		err := check(test.system, dir, test.pattern)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s %s: %v", test.system, test.pattern, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s %s: %v, want %s", test.system, test.pattern, err, test.want)
		}
	}
}
