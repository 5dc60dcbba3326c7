//go:build unix

// Command bench measures whole builds of synthetic sites as an editor meets
// them: the compiled program, its time and peak memory, beside the time in which the
// same files are written from memory (the floor), and beside Hugo on equal pages, all
// in the same run. Run it in the repository's folder on a quiet machine:
//
//	go run ./generator/bench -n 1000,10000
//
// It prints tables for docs/performance.md: of the report of this folder, then
// of synthetic sites. Hugo is compiled from its module once and kept in the work
// folder, as are the sites.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"reportsite/generator/internal/synth"
)

func main() {
	var o options
	sizes := flag.String("n", "1000,10000", "numbers of indicators, with commas between")
	flag.IntVar(&o.runs, "runs", 5, "measure each build so often and take the least of each figure: that of the run which was disturbed least")
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
		"| indicators | build | wall time | user and system time | peak memory | files written | beside the floor: wall, user and system |\n"+
			"|--:|---|--:|--:|--:|--:|--:|\n")
	if o.report {
		site, err := o.site("report", 0, copySite)
		if err != nil {
			return err
		}
		if err := o.measureSite("the report", append(o.ours(program, site), floorOf(site))); err != nil {
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
	measure func() (usage, error)
	out     string       // the folder that it publishes to
	afresh  bool         // take that folder away before each run
	edit    func() error // done before each run; may be nil
}

// ours are the builds of a site by this program.
func (o options) ours(program, site string) []build {
	command := running(program, "-C", site, "-templates", o.templates)
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
	builds := append(o.ours(program, site), floorOf(site))
	if hugo != "" {
		site, err := o.site("hugo", n, writeHugoSite)
		if err != nil {
			return err
		}
		command := running(hugo, "--source", site, "--quiet")
		builds = append(builds, build{"Hugo " + hugoVersion + ", no charts", command, filepath.Join(site, "public"), true, nil})
	}
	return o.measureSite(strconv.Itoa(n), builds)
}

// measureSite measures builds by turns, so that they meet the same machine.
func (o options) measureSite(name string, builds []build) error {
	aside := filepath.Join(o.dir, "aside")
	if err := os.RemoveAll(aside); err != nil { // of a run that was ended
		return err
	}
	best := make([]usage, len(builds))
	for range max(o.runs, 1) {
		for i, b := range builds {
			used, err := b.run(aside)
			if err != nil {
				return fmt.Errorf("%s: %w", b.name, err)
			}
			best[i] = best[i].least(used)
		}
	}
	var floor usage
	for i, b := range builds {
		if b.name == floorName {
			floor = best[i]
		}
	}
	for i, b := range builds {
		b.print(name, best[i], floor)
	}
	return os.RemoveAll(aside)
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

// run measures a build once. A folder that is to be absent goes aside and is not
// removed: ext4 passes over the places of files that were removed in the last
// minutes, one by one, whenever a file is made. Removing thousands of files before
// each run would measure that.
func (b build) run(aside string) (usage, error) {
	if b.afresh {
		if err := setAside(b.out, aside); err != nil {
			return usage{}, err
		}
	}
	if b.edit != nil {
		if err := b.edit(); err != nil {
			return usage{}, err
		}
	}
	return b.measure()
}

// setAside moves a folder, if it is there, into another one under a new name.
func setAside(dir, aside string) error {
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return err
	}
	unused, err := os.MkdirTemp(aside, "")
	if err != nil {
		return err
	}
	if err := os.Rename(dir, filepath.Join(unused, "public")); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (b build) print(site string, u, floor usage) {
	peak := "–"
	if u.peak > 0 {
		peak = fmt.Sprintf("%d MiB", u.peak>>20)
	}
	fmt.Printf("| %s | %s | %.2f s | %.2f s | %s | %d | %.1f, %.1f |\n", site, b.name,
		u.wall.Seconds(), u.cpu.Seconds(), peak, files(b.out),
		u.wall.Seconds()/floor.wall.Seconds(), u.cpu.Seconds()/floor.cpu.Seconds())
}
