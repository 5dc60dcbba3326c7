//go:build unix

// Command bench measures whole builds of synthetic sites as an editor meets
// them: the compiled program, wall time and peak memory, beside Hugo on equal
// pages in the same run. Run it in the repository's folder on a quiet machine:
//
//	go run ./generator/bench -n 1000,10000
//
// It prints tables for docs/performance.md. Hugo is compiled from its module
// once and kept in the work folder, as are the sites.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"reportsite/generator/internal/synth"
)

func main() {
	var o options
	sizes := flag.String("n", "1000,10000", "numbers of indicators, with commas between")
	flag.IntVar(&o.runs, "runs", 5, "measure each build so often and take the median")
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "reportsite-bench"), "work folder")
	flag.StringVar(&o.templates, "templates", "templates", "the theme")
	flag.BoolVar(&o.hugo, "hugo", true, "measure Hugo too")
	flag.Parse()
	if err := o.measure(*sizes); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	runs      int
	dir       string
	templates string
	hugo      bool
}

func (o options) measure(sizes string) error {
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return err
	}
	program := filepath.Join(o.dir, "generator")
	if err := quietly("go", "build", "-o", program, "./generator"); err != nil {
		return err
	}
	hugo := ""
	if o.hugo {
		var err error
		if hugo, err = installHugo(o.dir); err != nil {
			return err
		}
	}
	fmt.Print(machine(), "\n\n",
		"| indicators | build | wall time | peak memory | files written |\n|--:|---|--:|--:|--:|\n")
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("-n: %q is no number", s)
		}
		if err := o.measureOurs(program, n); err != nil {
			return err
		}
		if hugo == "" {
			continue
		}
		if err := o.measureHugo(hugo, n); err != nil {
			return err
		}
	}
	return nil
}

// measureOurs builds a synthetic site with nothing in the chart cache, with
// everything in it, and once more over an unchanged site.
func (o options) measureOurs(program string, n int) error {
	site := filepath.Join(o.dir, fmt.Sprintf("site-%d", n))
	out := filepath.Join(site, "public")
	if err := os.RemoveAll(site); err != nil {
		return err
	}
	if err := synth.Write(site, n); err != nil {
		return err
	}
	build := []string{program, "-C", site, "-templates", o.templates}
	cold, err := median(1, build, nil) // it takes minutes and hardly varies
	if err != nil {
		return err
	}
	row(n, "reportsite, nothing cached", cold, out)
	warm, err := median(o.runs, build, func() error { return os.RemoveAll(out) })
	if err != nil {
		return err
	}
	row(n, "reportsite, charts cached", warm, out)
	same, err := median(o.runs, build, nil)
	if err != nil {
		return err
	}
	row(n, "reportsite, nothing changed", same, out)
	return nil
}

func (o options) measureHugo(hugo string, n int) error {
	site := filepath.Join(o.dir, fmt.Sprintf("hugo-%d", n))
	out := filepath.Join(site, "public")
	if err := os.RemoveAll(site); err != nil {
		return err
	}
	if err := writeHugoSite(site, n); err != nil {
		return err
	}
	build := []string{hugo, "--source", site, "--quiet"}
	m, err := median(o.runs, build, func() error { return os.RemoveAll(out) })
	if err != nil {
		return err
	}
	row(n, "Hugo "+hugoVersion+", no charts", m, out)
	return nil
}

func row(n int, name string, u usage, out string) {
	fmt.Printf("| %d | %s | %.2f s | %.0f MiB | %d |\n", n, name, u.wall.Seconds(), float64(u.peak)/(1<<20), files(out))
}
