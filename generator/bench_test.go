package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/synth"
)

// Benchmarks of the stages and of whole builds; docs/performance.md has their
// figures, and generator/bench measures larger sites from outside.

// benchOptions build a site with the theme of this folder.
func benchOptions(site string) *options {
	return &options{
		site: site, templates: "../templates", format: "text", jobs: 2, lang: diag.English,
		findings: io.Discard, stderr: io.Discard,
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
		{"cold", []string{".cache", "public"}},
		{"unchanged", nil},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				for _, dir := range bench.clear {
					if err := os.RemoveAll(filepath.Join(o.site, dir)); err != nil {
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
				if err := os.RemoveAll(o.publicDir()); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				mustBuild(b, o)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/indicator")
		})
	}
}

// planOf reads the report of this repository up to the verdicts.
func planOf(b *testing.B, ctx context.Context) *plan {
	b.Helper()
	p, diags, err := prepare(ctx, benchOptions(".."))
	if err != nil || p == nil {
		b.Fatalf("the report has faults: %v %v", diags, err)
	}
	return p
}

// BenchmarkPages reads Markdown and TOML, checks, judges, and fills the
// templates; nothing is written to the disk.
func BenchmarkPages(b *testing.B) {
	o := benchOptions(copySite(b, ".."))
	mustBuild(b, o)
	libraries, _, err := o.findLibraries(b.Context(), func() {})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		p := planOf(b, b.Context())
		p.in.Libraries = libraries
		m := &production{plan: p, progress: func(int, int) {}, emit: func(string, []byte) error { return nil }}
		if _, err := m.all(b.Context(), o.jobs); err != nil {
			b.Fatal(err)
		}
	}
}
