package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
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

// ruleTexts are the fields of a diag.Rule as they stand in the code.
type ruleTexts struct {
	Code, En, Zh, HintEn, HintZh string
	Warning                      bool
}

// rules finds every diag.Rule of the program by its code.
func rules(t *testing.T) map[string]ruleTexts {
	t.Helper()
	found := map[string]ruleTexts{}
	for _, f := range parseAll(t, "*.go", "internal/*/*.go") {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || !isRule(lit.Type) {
				return true
			}
			r := readRule(t, lit)
			if r.Code == "" || r.En == "" || r.Zh == "" {
				t.Errorf("package %s: a rule without code or text: %+v", f.Name.Name, r)
			}
			if other, ok := found[r.Code]; ok {
				t.Errorf("two rules have the code %s: %q and %q", r.Code, r.En, other.En)
			}
			found[r.Code] = r
			return false
		})
	}
	return found
}

func isRule(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Rule" {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "diag"
}

func readRule(t *testing.T, lit *ast.CompositeLit) (r ruleTexts) {
	t.Helper()
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			t.Fatalf("a rule without names of its fields")
		}
		switch name := pair.Key.(*ast.Ident).Name; name {
		case "Severity":
			sel, ok := pair.Value.(*ast.SelectorExpr)
			r.Warning = ok && sel.Sel.Name == "Warning"
		default:
			reflect.ValueOf(&r).Elem().FieldByName(name).SetString(constText(t, pair.Value))
		}
	}
	return r
}

// constText is the value of a string constant, which may be joined with +.
func constText(t *testing.T, e ast.Expr) string {
	t.Helper()
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		return s
	case *ast.BinaryExpr:
		return constText(t, e.X) + constText(t, e.Y)
	}
	t.Fatalf("the text of a rule is no constant: %T", e)
	return ""
}
