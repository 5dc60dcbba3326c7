package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// skipped lists the functions that skip a test even in continuous integration, and why
// that hides nothing. Everything else that a machine may lack is skipped through package
// need, which continuous integration makes a failure.
var skipped = map[string]string{
	"../tools/release/release_test.go lacks":      "it cannot import package need, and does the same",
	"../tools/torture/hostile_test.go TestCanary": "it cannot import package need, and does the same",
	"../tools/release/wine_test.go newWine":       "Wine and a C compiler for Windows are more than 700 MB; who has them tries the program there",
	"browser_pictures_test.go sameMachine":        "a newer Chromium is no fault of a change",
	"internal/deploy/s3_test.go TestS3Gateway":    "the server is large and slow to compile; the other tests of S3 have one in their process",
	"internal/need/need.go Skip":                  "it is the package itself",
	"internal/publish/unix_test.go TestFullDisk":  "no container without privileges mounts a disk",
	"internal/svg/page_test.go TestWriteGallery":  "it writes a page for people, on request",
}

// TestSkips holds that no test is left out unseen: whoever skips asks testing.Short, is a
// fuzz target that passes over an input, uses package need, or is listed above.
func TestSkips(t *testing.T) {
	used := map[string]bool{}
	for _, top := range []string{".", "../tools"} {
		err := filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
			if err == nil && e.Name() == "node_modules" {
				return fs.SkipDir
			}
			if err != nil || !strings.HasSuffix(name, ".go") {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok {
					for _, at := range skipsOf(fn) {
						file := filepath.ToSlash(name)
						if key := file + " " + fn.Name.Name; skipped[key] != "" {
							used[key] = true
						} else if skipped[file] != "" {
							used[file] = true
						} else {
							t.Errorf("%s: %s skips: use package need, or say in the list of this file why nothing is hidden", files.Position(at), fn.Name.Name)
						}
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for key := range skipped {
		if !used[key] {
			t.Errorf("%s skips nothing: take it off the list", key)
		}
	}
}

// skipsOf gives the calls of Skip in a function, without those of fuzz targets and those
// below a question for testing.Short.
func skipsOf(fn *ast.FuncDecl) []token.Pos {
	var list []token.Pos
	if strings.HasPrefix(fn.Name.Name, "Fuzz") || fn.Body == nil {
		return nil
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			if call, ok := n.Cond.(*ast.CallExpr); ok && calls(call, "testing", "Short") {
				return false
			}
		case *ast.CallExpr:
			if !calls(n, "need", "Skip") && (calls(n, "", "Skip") || calls(n, "", "Skipf") || calls(n, "", "SkipNow")) {
				list = append(list, n.Pos())
			}
		}
		return true
	})
	return list
}

// calls reports whether a call is of this function; of "", whatever it is called on.
func calls(call *ast.CallExpr, of, name string) bool {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != name {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return of == "" || ok && x.Name == of
}
