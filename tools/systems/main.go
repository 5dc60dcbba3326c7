// Command systems checks that the program and its tests compile for other systems: the
// types of all packages, from source, without making code, and what vet looks for in files
// that belong to one system. That takes seconds where go vet and go build take minutes on
// a machine that has built for no other system.
//
//	go run ./tools/systems                    # Windows and macOS
//	go run ./tools/systems windows/arm64
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/atomic"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/copylock"
	"golang.org/x/tools/go/analysis/passes/nilfunc"
	"golang.org/x/tools/go/analysis/passes/shift"
	"golang.org/x/tools/go/analysis/passes/stdmethods"
	"golang.org/x/tools/go/analysis/passes/structtag"
	"golang.org/x/tools/go/analysis/passes/unreachable"
	"golang.org/x/tools/go/analysis/passes/unsafeptr"
	"golang.org/x/tools/go/analysis/passes/unusedresult"
	"golang.org/x/tools/go/packages"
)

// usual are the systems whose files differ from those of Linux.
var usual = []string{"windows/amd64", "darwin/arm64"}

// analyzers are those of vet that look at each package by itself.
var analyzers = []*analysis.Analyzer{
	assign.Analyzer, atomic.Analyzer, bools.Analyzer, copylock.Analyzer, nilfunc.Analyzer, shift.Analyzer,
	stdmethods.Analyzer, structtag.Analyzer, unreachable.Analyzer, unsafeptr.Analyzer, unusedresult.Analyzer,
}

func main() {
	systems := os.Args[1:]
	if len(systems) == 0 {
		systems = usual
	}
	failed := false
	for _, system := range systems {
		if err := check(system, ".", "./generator", "./generator/internal/..."); err != nil {
			fmt.Fprintf(os.Stderr, "systems: %s: %v\n", system, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// check checks packages for a system, with their tests. The error has a line for each
// fault in them.
func check(system, dir string, patterns ...string) error {
	name, arch, ok := strings.Cut(system, "/")
	if !ok {
		return errors.New("a system is written os/arch")
	}
	list, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps | packages.NeedTypes |
			packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedTypesSizes | packages.NeedModule,
		Dir: dir, Tests: true, Env: append(os.Environ(), "GOOS="+name, "GOARCH="+arch, "CGO_ENABLED=0", "GOFLAGS="),
	}, patterns...)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return errors.New("there are no packages")
	}
	var faults []error
	seen := map[string]bool{}
	packages.Visit(list, nil, func(p *packages.Package) {
		for _, fault := range p.Errors {
			if line := fault.Error(); !seen[line] {
				seen[line] = true
				faults = append(faults, errors.New(line))
			}
		}
	})
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	graph, err := checker.Analyze(analyzers, list, nil)
	if err != nil {
		return err
	}
	for act := range graph.All() {
		if act.Err != nil {
			faults = append(faults, act.Err)
		}
		for _, d := range act.Diagnostics {
			if line := fmt.Sprintf("%v: %s", act.Package.Fset.Position(d.Pos), d.Message); !seen[line] {
				seen[line] = true
				faults = append(faults, errors.New(line))
			}
		}
	}
	return errors.Join(faults...)
}
