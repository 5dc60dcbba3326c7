package svg_test

import (
	"strings"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
)

// The word of an inequality is never lost, however narrow the drawing: it stands
// beside its mark or below.
func TestWordsOfInequalities(t *testing.T) {
	cases := 0
	for _, s := range gallery() {
		for _, l := range languages {
			c := s.make(l)
			for _, course := range c.Courses {
				for _, p := range course.Series[0].Points {
					if p.Sense == model.Exactly {
						continue
					}
					cases++
					for _, size := range svg.Sizes {
						if said := texts(read(t, svg.Draw(c, size.Size))); !strings.Contains(said, p.Label) {
							t.Errorf("%s, %s, %s: %q is lost in %q", s.name, l, size.Class, p.Label, said)
						}
					}
				}
			}
		}
	}
	if cases == 0 {
		t.Error("the gallery has no inequality")
	}
}

// texts are the texts of a drawing, those of one note joined.
func texts(list []element) string {
	var b strings.Builder
	for _, e := range list {
		if e.name == "text" {
			b.WriteString(e.text)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// A line ends at a break and begins anew behind it.
func TestLineIsInterrupted(t *testing.T) {
	for _, c := range []struct {
		results string
		lines   int // pieces between two figures
	}{
		{"annual 2020=2 2021=3 2022=4 2023=5", 3},
		{"annual 2020=2 2021=3 2022=|4 2023=5", 2},
		{"annual 2020=2 2021=|3 2022=|4 2023=5", 1},
		{"annual 2020=|2 2021=3 2022=4 2023=5", 3},
		{"annual 2020=2 2021=positive: 2022=4 2023=5", 1},
	} {
		i := indicator("指标 / Indicator", "% growth up").target("2023 ge 4", "4%以上", "4% or more").obs(c.results)
		made := one("2024-02-20", i)(model.Chinese)
		pieces := 0
		for _, e := range read(t, svg.Draw(made, svg.Wide)) {
			if e.name == "path" && e.class == "l" {
				pieces += len(e.lines)
			}
		}
		if made.Form != chart.Years || pieces != c.lines {
			t.Errorf("%s: %s with %d pieces of line, want %d", c.results, made.Form, pieces, c.lines)
		}
	}
}

// The sure part of a bar ends at its figure, or before it where the result is less;
// beyond it only an arrow goes on.
func TestOpenEnds(t *testing.T) {
	length := func(result string) float64 {
		i := indicator("指标 / Indicator", "% growth up").target("2024 ge 3", "3%以上", "3% or more").obs("annual 2024=" + result)
		most := 0.0
		for _, e := range read(t, svg.Draw(one("2025-02-20", i)(model.Chinese), svg.Wide)) {
			if e.name == "rect" && e.class == "r" {
				most = max(most, e.attrs["width"])
			}
		}
		return most
	}
	plain := length("4")
	for result, want := range map[string]float64{"over:4": plain, "near:4": plain - 9, "under:4": plain - 9, "positive:": 0} {
		if got := length(result); abs(got-want) > 0.2 {
			t.Errorf("%s: the bar is %.1f long, want %.1f", result, got, want)
		}
	}
}
