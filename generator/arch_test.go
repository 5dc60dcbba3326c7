package main

import (
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which of our packages each package may import. An import that is not
// listed here is refused: generator/README.md explains the order.
var layers = map[string][]string{
	"model":       {},
	"message":     {"model"},
	"diag":        {"message", "typeset"},
	"address":     {"model"},
	"known":       {"model", "address"},
	"wording":     {"message", "model"},
	"intact":      {"diag"},
	"tomlfile":    {"diag", "message", "model", "intact"},
	"markdown":    {"message", "diag", "intact"},
	"config":      {"tomlfile", "diag", "model", "intact"},
	"calendar":    {"model"},
	"sheet":       {"calendar", "diag", "message", "model"},
	"table":       {"calendar", "diag", "model", "sheet"},
	"source":      {"attachment", "tomlfile", "markdown", "sheet", "diag", "intact"},
	"check":       {"message", "source", "sheet", "config", "wording", "address", "model", "markdown", "tomlfile", "diag"},
	"office":      {"calendar", "source", "table", "sheet", "config", "wording", "model", "tomlfile", "diag"},
	"lint":        {"source", "config", "wording", "model", "markdown", "diag"},
	"verdict":     {"message", "model", "wording"},
	"history":     {"known", "model", "verdict"},
	"answer":      {"history", "message", "model", "verdict", "wording"},
	"verdictcase": {"model"}, // for tests alone
	"golden":      {},        // for tests alone
	"need":        {},        // for tests alone
	"chart":       {"model", "wording", "verdict"},
	"typeset":     {},
	"svg":         {"model", "wording", "chart", "typeset"},
	"option":      {"model", "wording", "chart"},
	"share":       {"model", "chart", "svg", "typeset"},
	"library":     {"message"},
	"transpile":   {},
	"theme":       {"message", "address", "model", "tomlfile", "diag", "transpile"},
	"output":      {},
	"header":      {},
	"bundle":      {},
	"manifest":    {"header"},
	"compress":    {},
	"signature":   {},
	"deploy":      {"address", "header", "manifest", "publish", "verify"},
	"verify":      {"manifest", "header", "compress", "publish"},
	"locale":      {"message", "address", "model", "config", "wording", "verdict", "history", "chart", "svg"},
	"page":        {"answer", "address", "model", "config", "wording", "verdict", "history", "chart", "svg", "option", "share", "theme", "output", "locale"},
	"feeds":       {"address", "export", "header", "model", "wording", "verdict", "svg", "option", "output", "locale"},
	"testsite":    {"check", "config", "diag", "known", "locale", "model", "source", "verdict"}, // for tests alone
	"form":        {"message", "model", "sheet"},
	"export":      {"message", "model", "address", "config", "wording", "verdict", "sheet", "output"},
	"build":       {"message", "address", "attachment", "diag", "model", "config", "source", "office", "check", "lint", "known", "verdict", "library", "save", "share", "transpile", "theme", "output", "locale", "page", "feeds", "export", "publish", "header", "manifest", "compress"},
	"publish":     {"message"},
	"synth":       {},
	"compare":     {},
	"attachment":  {"diag"},
	"paste":       {},
	"save":        {"message"},
	"scaffold":    {"message", "save", "sheet"},
	"rename":      {"message", "save"},
	"serve":       {},
	"document":    {"message", "model", "paste", "sheet"},
	"statement":   {"calendar", "model", "table", "wording"},
	"trial":       {"check", "config", "diag", "office", "lint", "save", "source"},
	"draft":       {"calendar", "diag", "document", "message", "model", "save", "statement", "trial", "wording"},
	"bulletin":    {"diag", "document", "model", "save", "source", "statement", "tomlfile", "trial", "wording"},
}

// owners names the packages that may use a library. What is not listed may be
// used anywhere.
var owners = map[string]string{
	"github.com/BurntSushi/toml":       "tomlfile message", // editors' files, and those that are built in
	"github.com/yuin/goldmark":         "markdown",
	"github.com/go-echarts/go-echarts": "option",
	"html/template":                    "theme page draft",
	"github.com/xuri/excelize":         "sheet",
	"github.com/fsnotify/fsnotify":     "serve",
	"github.com/nicksnyder/go-i18n":    "message",
	"golang.org/x/text/language":       "message",
	"golang.org/x/image/vector":        "share",
	"golang.org/x/image/draw":          "attachment",
	"golang.org/x/image/webp":          "attachment",
	"github.com/go-text/typesetting":   "share",
	"github.com/tdewolff/font":         "share",
	"github.com/agnivade/levenshtein":  "diag",
	"github.com/andybalholm/brotli":    "compress",
	"github.com/klauspost/compress":    "compress",
	"github.com/hiddeco/sshsig":        "signature",
	"golang.org/x/crypto/ssh":          "signature",
	"github.com/minio/minio-go":        "deploy",
}

const ours = "reportsite/generator/internal/"

func TestImportsPointOneWay(t *testing.T) {
	files, err := filepath.Glob("internal/*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("found no packages: %v", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		pkg := path.Base(path.Dir(filepath.ToSlash(file)))
		seen[pkg] = true
		may, known := layers[pkg]
		if !known {
			t.Errorf("package %s is not in layers: say there what it may import", pkg)
			continue
		}
		isTest := strings.HasSuffix(file, "_test.go")
		for _, imp := range imports(t, file) {
			if other, ok := strings.CutPrefix(imp, ours); ok && other != pkg && !isTest && !slices.Contains(may, other) {
				t.Errorf("%s imports %s: %s may import only %v", file, other, pkg, may)
			}
			for library, owner := range owners {
				if strings.HasPrefix(imp, library) && !slices.Contains(strings.Fields(owner), pkg) && !isTest {
					t.Errorf("%s imports %s, which only package %s uses", file, imp, owner)
				}
			}
		}
	}
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("layers names package %s, which does not exist", pkg)
		}
	}
}

func imports(t *testing.T, file string) []string {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, s := range tree.Imports {
		p, err := strconv.Unquote(s.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

// The pure packages decide what is built: they may not read the clock, the
// environment or random numbers.
func TestPurePackagesStayPure(t *testing.T) {
	forbidden := []string{"time.Now(", "time.Since(", "os.Getenv(", "os.Environ(", `"math/rand`, `"crypto/rand`}
	for _, pkg := range []string{"model", "wording", "calendar", "table", "office", "check", "known", "verdict", "history", "chart", "svg", "option", "locale", "page", "feeds", "export", "markdown", "tomlfile", "intact"} {
		files, err := filepath.Glob("internal/" + pkg + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("package %s has no files: %v", pkg, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range forbidden {
				if strings.Contains(string(data), word) {
					t.Errorf("%s uses %s", file, word)
				}
			}
		}
	}
}
