//go:build unix

// Command bench measures whole builds of synthetic sites as an editor meets
// them: the compiled program, wall time and peak memory, beside Hugo on equal
// pages in the same run. Run it in the repository's folder on a quiet machine:
//
//	go run ./generator/bench -n 1000,10000
//
// It prints tables for docs/performance.md: of the report of this folder, then
// of synthetic sites. Hugo is compiled from its module once and kept in the work
// folder, as are the sites.
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
	flag.IntVar(&o.runs, "runs", 5, "measure each build so often and take the fastest: the one that was disturbed least")
	flag.StringVar(&o.dir, "dir", filepath.Join(os.TempDir(), "reportsite-bench"), "work folder")
	flag.StringVar(&o.templates, "templates", "templates", "the theme")
	flag.BoolVar(&o.hugo, "hugo", true, "measure Hugo too")
	flag.BoolVar(&o.report, "report", true, "measure the report of this folder too")
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
	report    bool
}

func (o options) measure(sizes string) error {
	if err := claim(o.dir); err != nil {
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
	if o.report {
		site, err := o.site("report", 0, copySite)
		if err != nil {
			return err
		}
		if err := o.measureSite("the report", o.ours(program, site)); err != nil {
			return err
		}
	}
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("-n: %q is no number", s)
		}
		if err := o.measureSize(program, hugo, n); err != nil {
			return err
		}
	}
	return nil
}

// build is one way to build a site.
type build struct {
	name    string
	command []string
	out     string       // the folder that it publishes to
	afresh  bool         // remove that folder before each run
	edit    func() error // done before each run; may be nil
}

// ours are the builds of a site by this program.
func (o options) ours(program, site string) []build {
	command := []string{program, "-C", site, "-templates", o.templates}
	out := filepath.Join(site, "public")
	return []build{
		{"from nothing", command, out, true, nil},
		{"nothing changed", command, out, false, nil},
		{"an indicator edited", command, out, false, appendTo(site, "content/indicators/*.toml", "\n# measured\n")},
		{"a section edited", command, out, false, appendTo(site, "content/*/*-*.md", "\n这一段是测量时加上的。\n")},
	}
}

// measureSize measures builds of a synthetic site, and Hugo's of the same pages.
func (o options) measureSize(program, hugo string, n int) error {
	site, err := o.site("site", n, synth.Write)
	if err != nil {
		return err
	}
	builds := o.ours(program, site)
	if hugo != "" {
		site, err := o.site("hugo", n, writeHugoSite)
		if err != nil {
			return err
		}
		command := []string{hugo, "--source", site, "--quiet"}
		builds = append(builds, build{"Hugo " + hugoVersion + ", no charts", command, filepath.Join(site, "public"), true, nil})
	}
	return o.measureSite(strconv.Itoa(n), builds)
}

// measureSite measures builds by turns, so that they meet the same machine.
func (o options) measureSite(name string, builds []build) error {
	best := make([]usage, len(builds))
	for turn := range max(o.runs, 1) {
		for i, b := range builds {
			used, err := b.run()
			if err != nil {
				return err
			}
			if turn == 0 || used.wall < best[i].wall {
				best[i] = used
			}
		}
	}
	for i, b := range builds {
		b.print(name, best[i])
	}
	return nil
}

// mark is the file of a work folder: what stands beside it is removed and made anew.
const mark = "reportsite-bench.txt"

// claim makes the work folder, and refuses one that holds something else.
func claim(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, mark)); err == nil {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("-dir: %s holds %s and no %s: name a folder that is empty or does not exist yet", dir, entries[0].Name(), mark)
	}
	return os.WriteFile(filepath.Join(dir, mark), []byte("Runs of generator/bench replace what is in this folder.\n"), 0o644)
}

// site writes a site afresh, and returns its folder.
func (o options) site(kind string, n int, write func(dir string, n int) error) (string, error) {
	dir := filepath.Join(o.dir, fmt.Sprintf("%s-%d", kind, n))
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	return dir, write(dir, n)
}

func (b build) run() (usage, error) {
	if b.afresh {
		if err := os.RemoveAll(b.out); err != nil {
			return usage{}, err
		}
	}
	if b.edit != nil {
		if err := b.edit(); err != nil {
			return usage{}, err
		}
	}
	return once(b.command)
}

func (b build) print(site string, u usage) {
	fmt.Printf("| %s | %s | %.2f s | %.0f MiB | %d |\n", site, b.name, u.wall.Seconds(), float64(u.peak)/(1<<20), files(b.out))
}
