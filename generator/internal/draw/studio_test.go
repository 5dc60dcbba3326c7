package draw

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

// script is ECharts as the generator installs it.
const script = "../../../templates/node_modules/echarts/dist/echarts.common.min.js"

// withECharts gives options that draw with ECharts, and skips the test where
// nobody has installed it yet.
func withECharts(t testing.TB) Options {
	t.Helper()
	if _, err := os.Stat(script); err != nil {
		if os.Getenv("CI") != "" { // which builds the report before it tests
			t.Fatal("ECharts is not installed")
		}
		t.Skip("ECharts is not installed: run the generator once")
	}
	return Options{Script: script}
}

// options reads the options of testdata/options as jobs.
func options(t testing.TB) []Job {
	t.Helper()
	files, err := filepath.Glob("testdata/options/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no options in testdata: %v", err)
	}
	var jobs []Job
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		jobs = append(jobs, Job{
			Option: data, Width: 340, Height: 260, ID: "chart-" + name,
			Title: "图：" + name, Desc: `目标 1800亿元 & 结果 <1921> "亿元"`,
		})
	}
	return jobs
}

// drawAll draws jobs in a studio of its own with some callers at once.
func drawAll(ctx context.Context, jobs []Job, callers int, opt Options) ([][]byte, Stats, error) {
	s, err := Open(opt)
	if err != nil {
		return nil, Stats{}, err
	}
	pictures := make([][]byte, len(jobs))
	var group errgroup.Group
	group.SetLimit(callers)
	for n, job := range jobs {
		group.Go(func() (err error) {
			pictures[n], err = s.Draw(ctx, job)
			return err
		})
	}
	err = group.Wait()
	return pictures, s.Close(), err
}

func mustAll(t testing.TB, jobs []Job, opt Options) ([][]byte, Stats) {
	t.Helper()
	pictures, stats, err := drawAll(t.Context(), jobs, 2, opt)
	if err != nil {
		t.Fatal(err)
	}
	return pictures, stats
}

// TestPicturesFitThePage holds every picture of every method against what the
// package promises of it.
func TestPicturesFitThePage(t *testing.T) {
	for _, method := range []string{"echarts", "fallback"} {
		t.Run(method, func(t *testing.T) {
			opt := Options{}
			if method == "echarts" {
				opt = withECharts(t)
			}
			opt.Colors = map[string]string{"#c04a00": "--chart-target", "#005a9e": "--chart-result"}
			jobs := options(t)
			pictures, _ := mustAll(t, jobs, opt)
			drawn := 0
			for n, svg := range pictures {
				if svg == nil {
					continue
				}
				drawn++
				for _, fault := range misfits(svg, jobs[n]) {
					t.Errorf("%s: %s", jobs[n].ID, fault)
				}
			}
			if drawn == 0 || method == "echarts" && drawn != len(jobs) {
				t.Errorf("%d of %d drawn", drawn, len(jobs))
			}
		})
	}
}

// misfits lists what a page could not take of a picture.
func misfits(svg []byte, job Job) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	ids := map[string]bool{}
	var texts []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return append(faults, err.Error())
		}
		switch token := token.(type) {
		case xml.EndElement:
			depth--
		case xml.CharData:
			texts = append(texts, string(token))
		case xml.StartElement:
			if depth++; (depth == 1) != (token.Name.Local == "svg") {
				fault("<%s> at depth %d", token.Name.Local, depth)
			}
			if name := token.Name.Local; name == "style" || name == "script" || name == "a" || name == "image" || name == "foreignObject" {
				fault("has an element <%s>", name)
			}
			for _, a := range token.Attr {
				switch name := a.Name.Local; {
				case name == "style" || name == "class" || name == "href" || strings.HasPrefix(name, "on"):
					fault("has an attribute %s=%q", name, a.Value)
				case name == "id" && (ids[a.Value] || !strings.HasPrefix(a.Value, job.ID+"-")):
					fault("id %q is a second one or not its own", a.Value)
				case name == "id":
					ids[a.Value] = true
				case name == "viewBox" && a.Value != fmt.Sprintf("0 0 %d %d", job.Width, job.Height):
					fault("viewBox %q", a.Value)
				case a.Value == "#c04a00" || a.Value == "#005a9e":
					fault("%s does not follow the theme: %s", name, a.Value)
				}
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Infinity") {
					fault("%s=%q", a.Name.Local, a.Value)
				}
			}
		}
	}
	for _, want := range []string{job.Title, job.Desc} {
		if !strings.Contains(strings.Join(texts, "\n"), want) {
			fault("does not say %q", want)
		}
	}
	if want := fmt.Sprintf(`aria-labelledby="%[1]s-title %[1]s-desc"`, job.ID); !bytes.Contains(svg, []byte(want)) || !ids[job.ID+"-title"] || !ids[job.ID+"-desc"] {
		fault("is not labelled by its title and description")
	}
	return faults
}

// TestSamePicturesInAnyOrder draws one after the other and eight at once: engines
// that have drawn something else before must not show it.
func TestSamePicturesInAnyOrder(t *testing.T) {
	opt := withECharts(t)
	jobs := options(t)
	want, _, err := drawAll(t.Context(), jobs, 1, opt)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 { // enough for eight callers to have some each
		jobs = append(jobs, jobs[:6]...)
	}
	for n := range jobs {
		if n >= 6 {
			jobs[n].Desc += strings.Repeat("。", n/6) // no twins, all are drawn
		}
	}
	got, stats, err := drawAll(t.Context(), jobs, 8, opt)
	if err != nil {
		t.Fatal(err)
	}
	if stats.Drawn != len(jobs) {
		t.Errorf("%+v, want %d drawn", stats, len(jobs))
	}
	for n := range want {
		if diff := cmp.Diff(string(want[n]), string(got[n])); diff != "" {
			t.Errorf("%s differs with eight callers: %s", jobs[n].ID, diff)
		}
	}
}

func TestTwinsAreDrawnOnce(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		jobs := make([]Job, 20)
		for n := range jobs {
			jobs[n] = bar(t)
		}
		pictures, stats, err := drawAll(t.Context(), jobs, len(jobs), Options{CacheDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		if want := (Stats{Fallback: 1}); stats != want {
			t.Errorf("%+v, want %+v", stats, want)
		}
		for _, p := range pictures {
			if p == nil || !bytes.Equal(p, pictures[0]) {
				t.Error("two callers got different pictures")
			}
		}
	}
}

// bar is a job that every method draws.
func bar(t testing.TB) Job {
	t.Helper()
	return Job{
		ID: "chart-bar", Width: 340, Height: 200, Title: "柱", Desc: "588",
		Option: []byte(`{"xAxis":{"type":"category","data":["2020","2021"]},"yAxis":{"type":"value"},"series":[{"type":"bar","data":[588,"-"]}]}`),
	}
}

// A fault names the chart that it is in.
func TestFaultsNameTheChart(t *testing.T) {
	for _, c := range []struct {
		name, option, want string
		echarts            bool
	}{
		{"no JSON, fallback", `{`, "chart-bad: read the option", false},
		{"no JSON", `{`, "chart-bad: ECharts: ", true},
		{"no axis", `{"series":[{"type":"bar","data":[1]}]}`, "chart-bad: ECharts: ", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			opt := Options{}
			if c.echarts {
				opt = withECharts(t)
			}
			bad := bar(t)
			bad.ID, bad.Option = "chart-bad", []byte(c.option)
			pictures, _, err := drawAll(t.Context(), []Job{bar(t), bad}, 2, opt)
			if err == nil || !strings.Contains(err.Error(), c.want) || pictures[1] != nil {
				t.Errorf("error %v, want it to have %q", err, c.want)
			}
			if pictures[0] == nil {
				t.Error("the good chart is lost with the bad one")
			}
		})
	}
}

func TestBadJobsAndColors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Job)
		colors map[string]string
		want   string
	}{
		{"no width", func(j *Job) { j.Width = 0 }, nil, "chart-bar: no picture can be 0 by 200 pixels"},
		{"no id", func(j *Job) { j.ID = "" }, nil, "a picture needs an id"},
		{"id with a quote", func(j *Job) { j.ID = `a"b` }, nil, "use letters, digits"},
		{"colour", func(*Job) {}, map[string]string{"red": "--x"}, "write #rrggbb"},
		{"property", func(*Job) {}, map[string]string{"#ff0000": "--x;y"}, "no name of a custom property"},
	} {
		t.Run(c.name, func(t *testing.T) {
			job := bar(t)
			c.change(&job)
			if _, _, err := drawAll(t.Context(), []Job{job}, 1, Options{Colors: c.colors}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want it to have %q", err, c.want)
			}
		})
	}
}

func TestMissingScript(t *testing.T) {
	_, _, err := drawAll(t.Context(), []Job{bar(t)}, 1, Options{Script: filepath.Join(t.TempDir(), "echarts.js")})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want that the script does not exist", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := drawAll(ctx, []Job{bar(t)}, 1, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
