package page

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/theme"
	"reportsite/generator/internal/verdict"
)

// largeSite has n indicators with 24 monthly results each.
func largeSite(n int) input {
	in := tinySite()
	goals := in.Site.Latest().Sections[0]
	for k := range n {
		i := *in.Site.Indicators[0]
		i.ID, i.Name = fmt.Sprintf("large-%d", k), testsite.Zh(fmt.Sprintf("大量指标%d", k))
		i.Definition = testsite.Zh(strings.Repeat("定义的文字。", 80))
		target := *i.Targets[1]
		target.Indicator = &i
		i.Targets, i.Observations = []*model.Target{&target}, nil
		for m := range 24 {
			testsite.Observe(&i, model.Period{Year: 2023 + m/12, Kind: model.Month, N: m%12 + 1}, model.Cumulative, fmt.Sprint(100*(m%12+1)), in.Site.Sources[0])
		}
		in.Site.Indicators = append(in.Site.Indicators, &i)
		if k%25 == 0 {
			goals.Indicators = append(goals.Indicators, &i)
		}
	}
	in.Config.Title.En = "" // one language
	in.Verdicts = verdict.All(in.Site, verdict.Options{OnPaceBand: in.Config.OnPaceBand})
	return in
}

// The time of a site grows with its indicators and not faster.
func BenchmarkRender(b *testing.B) {
	theme, _, err := theme.Load(os.DirFS(templatesDir), needs())
	if err != nil || theme == nil {
		b.Fatal(err)
	}
	for _, n := range []int{100, 1000} {
		in := largeSite(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				size := 0
				var w bytes.Buffer
				for _, f := range filesOf(theme, in) {
					w.Reset()
					if err := f.Make(&w); err != nil && !errors.Is(err, output.ErrAbsent) {
						b.Fatal(err)
					}
					size += w.Len()
				}
				b.ReportMetric(float64(size)/1e6, "MB")
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/indicator")
		})
	}
}
