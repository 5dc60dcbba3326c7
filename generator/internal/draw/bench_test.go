package draw

import "testing"

// BenchmarkOneChart draws one chart: in an engine that starts for it, in one
// that runs, with the fallback, and from the cache.
func BenchmarkOneChart(b *testing.B) {
	trend := options(b)
	job := trend[0]
	for _, j := range trend {
		if j.ID == "chart-trend" {
			job = j
		}
	}
	b.Run("cold engine", func(b *testing.B) {
		opt := withECharts(b)
		b.ReportAllocs()
		for b.Loop() {
			mustAll(b, []Job{job}, opt)
		}
	})
	b.Run("warm engine", func(b *testing.B) {
		lib, err := readLibrary(withECharts(b).Script)
		if err != nil {
			b.Fatal(err)
		}
		engine, err := lib.start(drawingLimit)
		if err != nil {
			b.Fatal(err)
		}
		how := &method{colors: colors{}}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := how.picture(b.Context(), engine, job); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("fallback", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			mustAll(b, []Job{job}, Options{})
		}
	})
	b.Run("cached", func(b *testing.B) {
		opt := Options{CacheDir: b.TempDir()}
		mustAll(b, []Job{job}, opt)
		b.ReportAllocs()
		for b.Loop() {
			mustAll(b, []Job{job}, opt)
		}
	})
}
