package option_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/option"
	"reportsite/generator/internal/testsite"
)

// charts are the charts of a site of the repository in both languages.
func charts(t *testing.T, dir string) []*chart.Chart {
	t.Helper()
	site, set := testsite.Load(t, os.DirFS(dir)).On(model.Date{})
	var list []*chart.Chart
	for _, l := range []model.Lang{model.Chinese, model.English} {
		for _, i := range site.Indicators {
			list = append(list, chart.ForIndicator(i, set, l))
			if c := chart.Detail(i, set, l); c != nil {
				list = append(list, c)
			}
		}
		for _, g := range site.Groups {
			list = append(list, chart.Compare(g.ID, g.Name.In(l), g.Indicators, model.Period{}, set, l))
		}
		if c := chart.Timeline("timeline", "进展", site.Commitments, l); c != nil {
			list = append(list, c)
		}
	}
	return list
}

var (
	notData  = regexp.MustCompile(`\bfunction\b *\(|=>|\bNaN\b|\bInfinity\b|javascript:|<script|__f__`)
	hex      = regexp.MustCompile(`"#[0-9a-fA-F]{3,8}"`)
	property = regexp.MustCompile(`"(--[a-z0-9-]+)"`)
)

// TestOptionsAreData: an option is data without code, its colors are custom
// properties of the palette, every datum says itself or is a gap, and nothing is
// 0 that was not published.
func TestOptionsAreData(t *testing.T) {
	known := map[string]bool{}
	for _, c := range chart.Palette() {
		known["--chart-"+string(c.Role)] = true
	}
	alive := 0
	for _, dir := range []string{"../chart/testdata/site", "../../..", "../../../examples/national"} {
		for _, c := range charts(t, dir) {
			data := option.Of(c)
			if (data != nil) != option.Alive(c) {
				t.Errorf("%s: alive is %t, the option has %d bytes", c.ID, option.Alive(c), len(data))
			}
			if data == nil {
				continue
			}
			alive++
			if again := option.Of(c); !bytes.Equal(data, again) {
				t.Errorf("%s differs from time to time", c.ID)
			}
			if found := notData.Find(data); found != nil {
				t.Errorf("%s has %q", c.ID, found)
			}
			if found := hex.Find(data); found != nil {
				t.Errorf("%s has the color %s", c.ID, found)
			}
			for _, m := range property.FindAllSubmatch(data, -1) {
				if !known[string(m[1])] {
					t.Errorf("%s has the color %s, which is none of the palette", c.ID, m[1])
				}
			}
			var o struct {
				Series []struct {
					Name string
					Data []struct {
						Value any
						Said  string
					}
				}
			}
			if err := json.Unmarshal(data, &o); err != nil || len(o.Series) == 0 {
				t.Errorf("%s: %d series, %v", c.ID, len(o.Series), err)
			}
			for _, s := range o.Series {
				if s.Name == "" {
					t.Errorf("%s has a series without a name", c.ID)
				}
				for _, d := range s.Data {
					if (d.Value == "-") == (d.Said != "") {
						t.Errorf("%s, %s: the datum %v says %q", c.ID, s.Name, d.Value, d.Said)
					}
				}
			}
		}
	}
	if alive < 50 {
		t.Errorf("only %d charts come alive", alive)
	}
}
