//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// torture is one run of the harness.
type torture struct {
	seed    uint64
	percent int       // of the usual number of cases
	only    []string  // names of cases, or beginnings of names; empty: all
	out     io.Writer // tables
	said    io.Writer // broken promises, as they are found

	root    string // of the repository
	work    string // the temporary folder
	program string // the compiled program
	worlds  map[string]*world
	broken  []string // promises that were not kept
}

// all runs the parts with these names, and removes everything it has made.
func (t *torture) all(ctx context.Context, names []string, limit time.Duration) (err error) {
	var chosen []part
	for _, name := range names {
		n := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
		if n < 0 {
			return fmt.Errorf("there is no part %q", name)
		}
		chosen = append(chosen, parts[n])
	}
	if t.root == "" {
		if t.root, err = os.Getwd(); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(t.root, "generator", "main.go")); err != nil {
		return errors.New("run it in the folder with generator/ and templates/")
	}
	if t.work, err = os.MkdirTemp("", "reportsite-torture-"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, removeAll(t.work)) }()
	t.worlds = map[string]*world{}
	if err := t.compile(ctx); err != nil {
		return err
	}
	for _, p := range chosen {
		began := time.Now()
		fmt.Fprintf(t.out, "\n### %s: %s\n\n", p.name, p.about)
		within, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("%s took more than %s", p.name, limit))
		err := p.run(within, t)
		if within.Err() != nil {
			err = context.Cause(within)
		}
		cancel()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Fprintf(t.out, "\n(%s, %d s)\n", p.name, int(time.Since(began).Seconds()))
	}
	if len(t.broken) > 0 {
		return fmt.Errorf("%d promises were not kept:\n%s", len(t.broken), strings.Join(t.broken, "\n"))
	}
	return nil
}

// compile builds the program as a release is built, but for what is inside it.
func (t *torture) compile(ctx context.Context) error {
	t.program = filepath.Join(t.work, "reportsite")
	cmd := exec.CommandContext(ctx, "go", "build", "-o", t.program, "./generator")
	cmd.Dir = t.root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}

// removeAll removes a folder of the harness, also what nobody may write to.
func removeAll(dir string) error {
	filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			os.Chmod(name, 0o700) // of our own folder; what is left, RemoveAll names
		}
		return nil
	})
	return os.RemoveAll(dir)
}

// count is how many cases of a usual number are to be run.
func (t *torture) count(usual int) int { return max(1, usual*t.percent/100) }

// choose leaves only the cases with these names, or whose names begin with one of them and a
// slash, and returns their parts.
func (t *torture) choose(names ...string) []string {
	t.only = names
	var parts []string
	for _, name := range names {
		part, _, _ := strings.Cut(name, "/")
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return parts
}

// wanted reports whether a case is to be run.
func (t *torture) wanted(name string) bool {
	return len(t.only) == 0 || slices.ContainsFunc(t.only, func(only string) bool {
		return name == only || strings.HasPrefix(name, only+"/")
	})
}

// anyWanted reports whether a case is to be run whose name begins so.
func (t *torture) anyWanted(prefix string) bool {
	return t.wanted(prefix) || slices.ContainsFunc(t.only, func(only string) bool { return strings.HasPrefix(only, prefix+"/") })
}

// random gives the random numbers of a case.
func (t *torture) random(name string) *rand.Rand {
	h := fnv.New64a()
	io.WriteString(h, name)
	return rand.New(rand.NewPCG(t.seed, h.Sum64()))
}

// breach is a promise that was not kept. Every other error ends the harness.
type breach struct{ what string }

func (b *breach) Error() string { return b.what }

// breachf makes a breach.
func breachf(format string, args ...any) error { return &breach{fmt.Sprintf(format, args...)} }

// try runs a case if it is wanted, and notes a promise that it breaks. ok says that all were
// kept; ran, that it ran at all.
func (t *torture) try(ctx context.Context, name string, do func(r *rand.Rand) error) (ran, ok bool, err error) {
	if !t.wanted(name) {
		return false, true, nil
	}
	if err := ctx.Err(); err != nil {
		return false, false, err
	}
	err = do(t.random(name))
	if b, is := errors.AsType[*breach](err); is && ctx.Err() == nil {
		say := fmt.Sprintf("%s: %s\n  again: go run ./tools/torture -seed %d -only %s", name, b.what, t.seed, name)
		fmt.Fprintln(t.said, "BROKEN", say)
		t.broken = append(t.broken, say)
		return true, false, nil
	}
	return true, err == nil, err
}

// table is a table for people, in Markdown. Its rows are printed as they come.
type table struct{ out io.Writer }

func (t *torture) table(head ...string) *table {
	b := &table{t.out}
	b.line(head)
	fmt.Fprintln(t.out, "|"+strings.Repeat("---|", len(head)))
	return b
}

func (b *table) line(cells []string) { fmt.Fprintf(b.out, "| %s |\n", strings.Join(cells, " | ")) }

func (b *table) add(cells ...any) {
	row := make([]string, len(cells))
	for n, c := range cells {
		row[n] = fmt.Sprint(c)
	}
	b.line(row)
}
