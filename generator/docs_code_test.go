package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reportsite/generator/internal/diag"
)

// parseAll parses the Go files of the patterns but for tests.
func parseAll(t *testing.T, patterns ...string) []*ast.File {
	t.Helper()
	var files []*ast.File
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		if err != nil || len(names) == 0 {
			t.Fatalf("no files %s: %v", p, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
	}
	return files
}

// keysOfStructs gives the keys that tags of a format ("toml") name, in the order
// of the fields, by package and type: "source.Report". A struct within a field is
// named after it: "config.file.Build".
func keysOfStructs(t *testing.T, format string, patterns ...string) map[string][]string {
	t.Helper()
	keys := map[string][]string{}
	for _, f := range parseAll(t, patterns...) {
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if s, ok := spec.Type.(*ast.StructType); ok {
					collectKeys(t, keys, format, f.Name.Name+"."+spec.Name.Name, s)
				}
			}
			return true
		})
	}
	return keys
}

func collectKeys(t *testing.T, keys map[string][]string, format, name string, s *ast.StructType) {
	t.Helper()
	for _, field := range s.Fields.List {
		if field.Tag == nil {
			continue
		}
		tag, err := strconv.Unquote(field.Tag.Value)
		if err != nil {
			t.Fatal(err)
		}
		value, ok := reflect.StructTag(tag).Lookup(format)
		if !ok {
			continue
		}
		key, _, _ := strings.Cut(value, ",") // ",omitempty" and the like
		keys[name] = append(keys[name], key)
		if inner, ok := field.Type.(*ast.StructType); ok {
			collectKeys(t, keys, format, name+"."+field.Names[0].Name, inner)
		}
	}
}

// rules finds every rule of the program by its code: the calls of diag.NewError
// and diag.NewWarning.
func rules(t *testing.T) map[string]*diag.Rule {
	t.Helper()
	found := map[string]*diag.Rule{}
	for _, f := range parseAll(t, "*.go", "internal/*/*.go") {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isCall(call, "diag", "NewError") && !isCall(call, "diag", "NewWarning") {
				return true
			}
			var words []string
			for _, arg := range call.Args {
				words = append(words, literal(t, arg))
			}
			r := diag.NewError(words[0], words[1:]...)
			if isCall(call, "diag", "NewWarning") {
				r.Severity = diag.Warning
			}
			if found[r.Code] != nil {
				t.Errorf("package %s: another rule has the code %s", f.Name.Name, r.Code)
			}
			found[r.Code] = r
			return false
		})
	}
	if len(found) < 100 {
		t.Fatalf("found only %d rules", len(found))
	}
	return found
}

// isCall reports whether a call is of a function of a package.
func isCall(call *ast.CallExpr, pkg, name string) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return false
	}
	x, ok := sel.X.(*ast.Ident)
	return ok && x.Name == pkg
}

// literal is the value of a string in the code.
func literal(t *testing.T, e ast.Expr) string {
	t.Helper()
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		t.Fatalf("%T is no string", e)
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// keysOfMaps gives the keys of the maps with these names that a package
// declares, which are string constants.
func keysOfMaps(t *testing.T, pattern string, names ...string) []string {
	t.Helper()
	var keys []string
	for _, f := range parseAll(t, pattern) {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !slices.Contains(names, spec.Names[0].Name) {
				return true
			}
			for _, e := range spec.Values[0].(*ast.CompositeLit).Elts {
				keys = append(keys, literal(t, e.(*ast.KeyValueExpr).Key))
			}
			return false
		})
	}
	return keys
}
