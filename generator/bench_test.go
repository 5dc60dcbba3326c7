package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/build"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/synth"
)

// Benchmarks of the stages and of whole builds; docs/performance.md has their
// figures, and generator/bench measures larger sites from outside.

// benchOptions build a site with the theme of this folder.
func benchOptions(site string) *options {
	return &options{
		Options: build.Options{Folder: site, Templates: "../templates", Jobs: 2},
		format:  "text", lang: diag.English, findings: io.Discard, stderr: io.Discard,
	}
}

// copySite copies what is written of a site into a folder of its own.
func copySite(b *testing.B, from string) string {
	b.Helper()
	site := b.TempDir()
	config, err := os.ReadFile(filepath.Join(from, "config.toml"))
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(site, "config.toml"), config, 0o644); err != nil {
		b.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(site, "content"), os.DirFS(filepath.Join(from, "content"))); err != nil {
		b.Fatal(err)
	}
	return site
}

func mustBuild(b *testing.B, o *options) {
	b.Helper()
	if err := o.run(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkBuild builds the report of this repository: from nothing, and over a
// site that has not changed.
func BenchmarkBuild(b *testing.B) {
	o := benchOptions(copySite(b, ".."))
	mustBuild(b, o)
	for _, bench := range []struct {
		name  string
		clear []string // folders of the site that are removed before each build
	}{
		{"nothing there", []string{"public"}},
		{"unchanged", nil},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				for _, dir := range bench.clear {
					if err := os.RemoveAll(filepath.Join(o.Folder, dir)); err != nil {
						b.Fatal(err)
					}
				}
				b.StartTimer()
				mustBuild(b, o)
			}
		})
	}
}

// BenchmarkSynthetic builds synthetic sites from nothing; the time of an indicator must not grow with their number.
func BenchmarkSynthetic(b *testing.B) {
	for _, n := range []int{100, 400} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			site := b.TempDir()
			if err := synth.Write(site, n); err != nil {
				b.Fatal(err)
			}
			o := benchOptions(site)
			mustBuild(b, o)
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				if err := os.RemoveAll(o.PublicDir()); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				mustBuild(b, o)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/indicator")
		})
	}
}

// BenchmarkPages reads Markdown and TOML, checks, judges, draws and fills the
// templates; nothing is written to the disk.
func BenchmarkPages(b *testing.B) {
	o := benchOptions(copySite(b, ".."))
	b.ReportAllocs()
	for b.Loop() {
		fresh := build.Builder{Options: o.Options}
		site, diags, err := fresh.Site(b.Context())
		if err != nil || site == nil {
			b.Fatalf("the report has faults: %v %v", diags, err)
		}
		if _, err := site.All(b.Context(), func(string, []byte) error { return nil }, nil); err != nil {
			b.Fatal(err)
		}
	}
}
