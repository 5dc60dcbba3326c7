package draw

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fake gives a script in the place of ECharts.
func fake(t *testing.T, source string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "echarts.js")
	if err := os.WriteFile(path, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// An endless drawing ends with the limit, endless recursion at once, and the
// engine draws on afterwards.
func TestDrawingsThatNeverEnd(t *testing.T) {
	lib, err := readLibrary(fake(t, `var echarts = {
		setPlatformAPI: function () {},
		init: function () { return {
			setOption: function (o) {
				while (o.series === 'endless') {}
				function f() { return f() + 1; }
				if (o.series === 'deep') f();
			},
			renderToSVGString: function () { return '<svg xmlns="http://www.w3.org/2000/svg"/>'; },
			dispose: function () {},
		}; },
	};`))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := lib.start(50 * time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	job := Job{ID: "chart", Width: 10, Height: 10}
	for _, c := range []struct{ option, want string }{
		{`{"series":"endless"}`, "not finished after 50ms"},
		{`{}`, ""},
		{`{"series":"deep"}`, "ECharts: "},
		{`{}`, ""},
	} {
		job.Option = []byte(c.option)
		_, err := engine.draw(context.Background(), job)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.option, err, c.want)
		}
	}
}

func TestScriptsThatAreNoECharts(t *testing.T) {
	for source, want := range map[string]string{
		"var a = ;":                 "compile ECharts",
		"var a = 1;":                "the script defines no echarts",
		"throw new Error('broken')": "start ECharts",
		"var echarts = {}":          "setPlatformAPI",
	} {
		_, _, err := drawAll(t.Context(), []Job{bar(t)}, 1, Options{Script: fake(t, source)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want it to have %q", source, err, want)
		}
	}
}

// What ECharts warns of on the console is a fault of the option.
func TestWarningsAreFaults(t *testing.T) {
	source := `var echarts = {
		setPlatformAPI: function () {},
		init: function () { return {
			setOption: function () { console.warn('deprecated:', 'itemStyle.normal'); },
			renderToSVGString: function () { return '<svg/>'; },
			dispose: function () {},
		}; },
	};`
	_, _, err := drawAll(t.Context(), []Job{bar(t)}, 1, Options{Script: fake(t, source)})
	if err == nil || !strings.Contains(err.Error(), "chart-bar: ECharts: deprecated: itemStyle.normal") {
		t.Errorf("error %v", err)
	}
}

// The width of text decides where labels go; it must not drift.
func TestTextWidth(t *testing.T) {
	for _, c := range []struct {
		text, font string
		want       float64
	}{
		{"目标", "13px sans-serif", 26},
		{"目标", "bold 13px sans-serif", 27.04},
		{"1800", "10px sans-serif", 22.4},
		{"1\u2009800", "10px sans-serif", 24.4}, // a thin space
		{"", "12px sans-serif", 0},
		{"目", "sans-serif", 12},
	} {
		if got := textWidth(c.text, c.font); got != c.want {
			t.Errorf("textWidth(%q, %q) = %v, want %v", c.text, c.font, got, c.want)
		}
	}
}

// The figures of an axis are written like those of the labels: without commas.
func TestAxisHasNoCommas(t *testing.T) {
	for _, job := range options(t) {
		if job.ID != "chart-years" {
			continue
		}
		pictures, _ := mustAll(t, []Job{job}, withECharts(t))
		if svg := string(pictures[0]); !strings.Contains(svg, ">1800<") || strings.Contains(svg, "1,800") {
			t.Errorf("the axis has other figures than 1800:\n%s", svg)
		}
	}
}
