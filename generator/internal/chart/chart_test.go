package chart_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

var (
	hexPattern  = regexp.MustCompile(`#[0-9a-fA-F]{3,8}`)
	fontPattern = regexp.MustCompile(`"fontSize":(\d+)`)
	notData     = regexp.MustCompile(`\bfunction\b *\(|=>|\bNaN\b|\bInfinity\b|javascript:|<script|__f__`)
)

// TestOptionsAreData holds every option of every site of the repository: no
// code, no figure that is none, the colors of the palette, text large enough.
func TestOptionsAreData(t *testing.T) {
	palette := map[string]bool{}
	for _, c := range chart.Palette() {
		palette[c.Hex] = true
	}
	for name, dir := range everySite {
		s := load(t, dir)
		for _, l := range languages {
			for _, c := range s.charts(l) {
				for _, d := range c.Drawings {
					at := fmt.Sprintf("%s, %s, %s, %s", name, l, c.ID, d.Size)
					if found := notData.Find(d.Option); found != nil {
						t.Errorf("%s has %q", at, found)
					}
					for _, hex := range hexPattern.FindAllString(string(d.Option), -1) {
						if !palette[hex] {
							t.Errorf("%s has the color %s", at, hex)
						}
					}
					for _, m := range fontPattern.FindAllStringSubmatch(string(d.Option), -1) {
						if len(m[1]) < 2 || m[1] < "12" {
							t.Errorf("%s has text of %s pixels", at, m[1])
						}
					}
					if !bytes.Contains(d.Option, []byte(`"animation":false`)) {
						t.Errorf("%s is animated", at)
					}
				}
			}
		}
	}
}

// TestTextsHaveTheFigures: whoever does not see a chart hears the same figures.
func TestTextsHaveTheFigures(t *testing.T) {
	for name, dir := range everySite {
		s := load(t, dir)
		for _, l := range languages {
			for _, c := range s.charts(l) {
				for _, row := range c.Table.Rows {
					for _, cell := range row {
						if len(cell.Values) > 0 && !strings.Contains(strings.ToLower(c.Desc), strings.ToLower(cell.Text)) {
							t.Errorf("%s, %s, %s: the table has %q, the text alternative does not:\n%s", name, l, c.ID, cell.Text, c.Desc)
						}
					}
				}
			}
		}
	}
}

// TestSameBytes: the same indicator gives the same chart.
func TestSameBytes(t *testing.T) {
	for range 3 {
		a, b := sample(t), sample(t)
		for n, c := range a.charts(model.Chinese) {
			d := b.charts(model.Chinese)[n]
			for k := range c.Drawings {
				if !bytes.Equal(c.Drawings[k].Option, d.Drawings[k].Option) {
					t.Fatalf("%s differs:\n%s\n%s", c.ID, c.Drawings[k].Option, d.Drawings[k].Option)
				}
			}
		}
	}
}

// TestForms says which data takes which form.
func TestForms(t *testing.T) {
	s := sample(t)
	for id, want := range map[string][2]chart.Form{
		"output":      {chart.Progress, chart.None},
		"planned":     {chart.Progress, chart.None},
		"growth":      {chart.Trend, chart.Years},
		"income":      {chart.Years, chart.None},
		"unpublished": {chart.Target, chart.None},
		"revenue":     {chart.Bullet, chart.None},
		"energy":      {chart.Bullet, chart.None},
		"promise":     {chart.None, chart.None},
	} {
		i := s.indicator(t, id)
		got := [2]chart.Form{chart.ForIndicator(i, s.set, model.Chinese).Form}
		if c := chart.Detail(i, s.set, model.Chinese); c != nil {
			got[1] = c.Form
		}
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// TestGapsAreNotZero: January is not published alone, and May is missing.
func TestGapsAreNotZero(t *testing.T) {
	s := sample(t)
	c := chart.ForIndicator(s.indicator(t, "output"), s.set, model.Chinese)
	for _, d := range c.Drawings {
		o := readOption(t, d.Option)
		for month, gap := range map[int]bool{1: true, 2: false, 5: true, 6: false, 10: true, 12: true} {
			if v := o.Series[0].Data[month-1].Value; (v == "-") != gap {
				t.Errorf("%s: month %d is %v", d.Size, month, v)
			}
		}
	}
	// Years without a figure keep their place.
	real := load(t, "../../..")
	c = chart.ForIndicator(real.indicator(t, "industry-output"), real.set, model.Chinese)
	if names := readOption(t, c.Drawings[0].Option).XAxis[0].Data; !slices.Equal(names, []string{"2020", "2021", "2022", "2023", "2024"}) {
		t.Errorf("years %v", names)
	}
}

// TestNoResultIsNoBar: a target without a result says so and draws none.
func TestNoResultIsNoBar(t *testing.T) {
	s := load(t, "../../..")
	targets := 0
	for _, i := range s.Indicators {
		c := chart.ForIndicator(i, s.set, model.Chinese)
		if c.Form != chart.Target {
			continue
		}
		targets++
		if !strings.Contains(c.Desc, "暂无公开数据") {
			t.Errorf("%s: %s", i.ID, c.Desc)
		}
		for _, d := range c.Drawings {
			said := false
			for _, one := range readOption(t, d.Option).Series {
				for _, datum := range one.Data {
					if one.Type == "bar" && datum.Value != "-" {
						t.Errorf("%s draws a bar of %v", i.ID, datum.Value)
					}
					said = said || datum.Label != nil && datum.Label.Formatter == "暂无公开数据"
				}
			}
			if !said {
				t.Errorf("%s, %s: the picture does not say that there is no result", i.ID, d.Size)
			}
		}
	}
	if targets < 30 {
		t.Errorf("only %d targets without a result: is this the right site?", targets)
	}
}

// TestUnitsNeverShareAScale: a comparison has a panel for each.
func TestUnitsNeverShareAScale(t *testing.T) {
	s := sample(t)
	list := []*model.Indicator{s.indicator(t, "output"), s.indicator(t, "unpublished"), s.indicator(t, "planned"), s.indicator(t, "revenue")}
	c := chart.Compare("mixed", "几项", list, 0, s.set, model.Chinese)
	o := readOption(t, c.Drawings[0].Option)
	if len(o.XAxis) != 3 {
		t.Errorf("%d scales for 亿元, %% and 家", len(o.XAxis))
	}
	if len(c.Table.Rows) != len(list) {
		t.Errorf("%d rows in the table", len(c.Table.Rows))
	}
}

// TestCompareOfAYear: an older report shows its own targets and the results that
// they were held against, nothing of later years.
func TestCompareOfAYear(t *testing.T) {
	s := load(t, everySite["national"])
	list := []*model.Indicator{s.indicator(t, "gdp-growth"), s.indicator(t, "cpi"), s.indicator(t, "grain")}
	for _, year := range []int{2022, 2023, 2025} {
		c := chart.Compare("goals", "目标", list, year, s.set, model.Chinese)
		for n, row := range c.Table.Rows {
			want := "—"
			if target := list[n].Target(model.YearOf(year)); target != nil {
				want = target.AsWritten.Zh
			}
			if got := row[2].Text; got != want {
				t.Errorf("%d, %s: the target is %s, want %s", year, list[n].ID, got, want)
			}
			if period := row[1].Text; period != "—" && period[:4] > fmt.Sprint(year) {
				t.Errorf("%d, %s: the result is of %s", year, list[n].ID, period)
			}
		}
	}
}

func TestNothingToShow(t *testing.T) {
	i := &model.Indicator{ID: "empty", Name: model.Text{Zh: "空"}, Short: model.Text{Zh: "空"}, Unit: "%"}
	set := verdict.All(&model.Site{Indicators: []*model.Indicator{i}}, verdict.Options{AsOf: model.Date{Year: 2024, Month: 7, Day: 1}})
	for _, l := range languages {
		for _, c := range []*chart.Chart{
			chart.ForIndicator(i, set, l), chart.ForCard(i, set, l),
			chart.Compare("c", "比较", []*model.Indicator{i, i}, 0, set, l), chart.Compare("c", "比较", nil, 0, set, l),
		} {
			if len(c.Drawings) > 0 || c.Desc == "" {
				t.Errorf("%s draws something: %+v", c.ID, c)
			}
		}
		if c := chart.Timeline("t", "进展", []*model.Commitment{{}}, l); c != nil {
			t.Errorf("a timeline without events: %+v", c)
		}
		if c := chart.Detail(i, set, l); c != nil {
			t.Errorf("a detail: %+v", c)
		}
	}
}

// Drawn says of every indicator of every site what ForIndicator comes to.
func TestDrawn(t *testing.T) {
	seen := map[bool]int{}
	for name, dir := range everySite {
		s := load(t, dir)
		for _, l := range languages {
			for _, i := range s.Indicators {
				want := len(chart.ForIndicator(i, s.set, l).Drawings) > 0
				if got := chart.Drawn(i, s.set, l); got != want {
					t.Errorf("%s, %s: Drawn is %v, but the chart has drawings: %v", name, i.ID, got, want)
				}
				seen[want]++
			}
		}
	}
	if len(seen) < 2 {
		t.Errorf("only one kind of indicator: %v", seen)
	}
}
