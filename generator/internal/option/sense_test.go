package option_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/option"
)

// drawn are the parts of an option that these tests look at.
type drawn struct {
	XAxis []struct {
		Inverse bool `json:"inverse"`
	} `json:"xAxis"`
	Series []struct {
		Type string `json:"type"`
		Data []struct {
			Value  any    `json:"value"`
			Said   string `json:"said"`
			Symbol string `json:"symbol"`
			Rotate int    `json:"symbolRotate"`
		} `json:"data"`
	} `json:"series"`
}

func read(t *testing.T, c *chart.Chart) drawn {
	t.Helper()
	var d drawn
	if err := json.Unmarshal(option.Of(c), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func point(value, label string, s model.Sense, apart bool) chart.Point {
	p := chart.Point{Label: label, Sense: s, Approx: s != model.Exactly, Apart: apart}
	if value != "" {
		p.Value = decimal.NewNullDecimal(decimal.RequireFromString(value))
	}
	return p
}

// No line joins figures that do not compare, an inequality has a triangle that
// points to where the result lies, and a sign alone is no figure of the line.
func TestLinesOfInequalities(t *testing.T) {
	c := &chart.Chart{ID: "x", Lang: model.Chinese, Courses: []chart.Course{{
		Places: []chart.Place{{Name: "2021", Year: 2021}, {Name: "2022", Year: 2022}, {Name: "2023", Year: 2023}, {Name: "2024", Year: 2024}},
		Series: []chart.Series{{Name: "结果", Role: chart.RoleResult, Points: []chart.Point{
			point("", "正值", model.Positive, false), point("2", "2", "", false), point("3", "超过3", model.Over, true), point("4", "近4", model.Near, false),
		}}},
	}}}
	var got []string
	for _, s := range read(t, c).Series {
		line := s.Type
		for _, d := range s.Data {
			value, _ := json.Marshal(d.Value)
			line += " " + string(value) + d.Symbol + d.Said
			if d.Rotate != 0 {
				line += " down"
			}
		}
		got = append(got, line)
	}
	want := []string{
		`line "-" 2` + "2" + ` "-" "-"`,
		`line "-" "-" 3triangle超过3 4triangle近4 down`,
		`scatter ["2021",0]triangle正值`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c.Courses[0].Series[0].Bars = true
	if n := len(read(t, c).Series); n != 2 {
		t.Errorf("bars have %d series, want one and the signs", n)
	}
}

// Falls alone read from zero on the left, in the drawing and in the browser.
func TestFalls(t *testing.T) {
	for value, want := range map[string]bool{"-3.8": true, "3.8": false, "0": false} {
		c := &chart.Chart{ID: "x", Lang: model.Chinese, Bars: []chart.Bars{{Rows: []chart.Bar{{
			Result: point(value, value, "", false),
			Goals:  []chart.Goal{{Role: chart.RoleTarget, At: []decimal.Decimal{decimal.Zero}}},
		}}}}}
		if got := read(t, c).XAxis[0].Inverse; got != want {
			t.Errorf("%s: inverse is %v", value, got)
		}
	}
}
