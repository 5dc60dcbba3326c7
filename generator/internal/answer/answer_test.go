package answer_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/golden"
	"reportsite/generator/internal/history"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// site is a site with its verdicts.
type site struct {
	*model.Site
	set  *verdict.Set
	year int // of the home page
}

// read reads a site of the repository, as it is known on a day; the zero day is its
// newest.
func read(t *testing.T, folder string, day model.Date) site {
	t.Helper()
	files := testsite.Load(t, os.DirFS(folder))
	s, set := files.On(day)
	return site{s, set, files.Config.Edition}
}

func (s site) own() *model.Edition {
	for _, e := range s.Editions {
		if e.Period.Year == s.year {
			return e
		}
	}
	return s.Latest()
}

// TestSentences keeps every answer of the two sites and of the small one, to be read.
func TestSentences(t *testing.T) {
	tiny := testsite.Tiny()
	for _, test := range []struct {
		name string
		site site
	}{
		{"tiny", site{tiny.Site, tiny.Verdicts, 2024}},
		{"main", read(t, "../../..", model.Date{})},
		{"national", read(t, "../../../examples/national", model.Date{})},
		{"national-2025-08", read(t, "../../../examples/national", model.Date{Year: 2025, Month: 8, Day: 1})},
	} {
		t.Run(test.name, func(t *testing.T) {
			golden.Compare(t, "testdata/"+test.name+".txt", sentences(test.site))
		})
	}
}

// sentences writes all answers of a site, one a line in each language.
func sentences(s site) string {
	var b strings.Builder
	say := func(name string, text model.Text) { fmt.Fprintf(&b, "%s\n  %s\n  %s\n", name, text.Zh, text.En) }
	asOf := s.set.Options().AsOf
	say("home", answer.Home(s.Editions, s.own(), s.set))
	lead := answer.Leading(s.Editions, s.own(), s.set)
	for _, p := range answer.Stand(answer.Of(s.set, lead)).Points() {
		var named []string
		for _, v := range p.Named {
			named = append(named, v.Target.Indicator.ID)
		}
		fmt.Fprintf(&b, "point %s\n  %s：%s %v +%d %v\n  %s: %s\n", p.ID, p.Question.Zh, p.Text.Zh, named, p.More, p.Units, p.Question.En, p.Text.En)
	}
	h := history.Of(s.Site, s.set.Options())
	say("changes", answer.Changes(h.Moves(), s.NewestRelease()))
	say("indicators", answer.Indicators(s.Indicators))
	say("data", answer.Data(s.Site, asOf))
	say("commitments", answer.Tasks(s.Commitments, asOf))
	for _, e := range s.Editions {
		say("report "+e.Period.String(), answer.Report(e, answer.Of(s.set, e), asOf))
		if before := address.Before(s.Site, e); before != nil {
			pairs := answer.Pairs(s.Indicators, before, e)
			say("years "+e.Period.String(), answer.Years(pairs, before, e))
			for _, p := range pairs {
				fmt.Fprintf(&b, "  - %s %s\n", p.Indicator.ID, p.Difference)
			}
		}
		for _, section := range e.Sections {
			say("section "+section.Ref(), answer.Section(section, s.set))
		}
	}
	for _, i := range s.Indicators {
		say("indicator "+i.ID, answer.Indicator(s.set, i))
		tiles := answer.TilesOf(s.set, i)
		if tiles.Full != nil {
			fmt.Fprintf(&b, "  full %s %s\n", tiles.Full.Period, wording.Result(tiles.Full, model.Chinese))
		}
		if tiles.Target != nil {
			fmt.Fprintf(&b, "  target %s %s\n", tiles.Target.Period, tiles.Target.AsWritten.Zh)
		}
		if tiles.Latest != nil {
			fmt.Fprintf(&b, "  latest %s %s\n", tiles.Latest.Period, wording.Result(tiles.Latest, model.Chinese))
		}
	}
	return b.String()
}

// Every target is in one group, and the groups are all there are.
func TestStand(t *testing.T) {
	s := read(t, "../../../examples/national", model.Date{})
	got := answer.Stand(s.set.List())
	sum := len(got.Kept) + len(got.OnWay) + len(got.Behind) + len(got.Unknown)
	if sum != len(got.All) || got.Judged() != sum-len(got.Unknown) {
		t.Errorf("%d targets in groups, %d in all", sum, len(got.All))
	}
	for n := 1; n < len(got.Behind); n++ {
		x, _ := got.Behind[n-1].Short()
		if y, ok := got.Behind[n].Short(); ok && y.GreaterThan(x) {
			t.Errorf("behind, %s%% stands before %s%%", x, y)
		}
	}
}

// The order of a list is the same whatever order it had before, as far as the figures
// say anything; and it does not depend on units.
func TestByShort(t *testing.T) {
	unit := func(id string, u model.Unit, target, result string) *verdict.Verdict {
		i := &model.Indicator{ID: id, Unit: u, Measure: model.Growth, Better: model.Up}
		goal := &model.Target{Indicator: i, Period: model.YearOf(2024), Bound: model.Bound{
			Op: model.GE, Value: decimal.NewNullDecimal(decimal.RequireFromString(target)),
		}}
		i.Targets = []*model.Target{goal}
		if result != "" {
			i.Observations = []*model.Observation{{
				Indicator: i, Period: model.YearOf(2024), Basis: model.Annual, Value: decimal.RequireFromString(result),
			}}
		}
		return verdict.Judge(goal, verdict.Options{AsOf: model.Date{Year: 2025, Month: 6, Day: 1}})
	}
	list := []*verdict.Verdict{
		unit("met", "%", "5", "6"), unit("half", "%", "1", "0.5"), unit("none", "%", "1", ""),
		unit("tenth", "亿元", "1800", "1620"), unit("just", "%", "5", "5"), unit("zero", "%", "0", "-1"),
	}
	want := []string{"half", "tenth", "zero", "just", "met", "none"}
	for n := range 30 {
		slices.SortStableFunc(list, func(a, b *verdict.Verdict) int { // another order each time
			return (len(a.Target.Indicator.ID)*n*7)%5 - (len(b.Target.Indicator.ID)*n*7)%5
		})
		slices.SortStableFunc(list, answer.ByShort)
		var got []string
		for _, v := range list {
			got = append(got, v.Target.Indicator.ID)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("order %v, want %v", got, want)
		}
	}
}

// With no target judged, the report itself leads, and nothing is claimed.
func TestNothingKnown(t *testing.T) {
	tiny := testsite.Tiny()
	e := tiny.Site.Latest()
	set := verdict.All(&model.Site{Editions: tiny.Site.Editions}, verdict.Options{AsOf: model.Date{Year: 2024, Month: 2, Day: 1}})
	if answer.Leading(tiny.Site.Editions, e, set) != e {
		t.Error("another report leads although nothing is judged")
	}
	text := answer.Home(tiny.Site.Editions, e, set)
	if !strings.Contains(text.Zh, "没有提出带数字的目标") || !strings.Contains(text.En, "no target") {
		t.Errorf("without targets the page says %q, %q", text.Zh, text.En)
	}
	if got := answer.Changes(nil, model.Date{}); got.Zh == "" || got.En == "" {
		t.Errorf("without changes the page says %q", got)
	}
	for _, p := range answer.Stand(nil).Points() {
		if p.Text == (model.Text{}) {
			t.Errorf("point %s says nothing", p.ID)
		}
	}
}

// What was the same before is named once.
func TestChangesOfOneDay(t *testing.T) {
	day := model.Date{Year: 2025, Month: 3, Day: 26}
	var moves []history.Move
	for _, m := range []struct {
		from, to verdict.Status
		n        int
	}{{verdict.NotFound, verdict.Achieved, 18}, {verdict.NotFound, verdict.Missed, 6}, {verdict.Behind, verdict.Achieved, 1}} {
		for range m.n {
			moves = append(moves, history.Move{Day: day, From: m.from, To: m.to})
		}
	}
	got := answer.Changes(moves, day)
	want := model.Text{
		Zh: "判断最近一次变化在2025年3月26日：由“欠进度”变为“已完成”1项；由“已到期，本站未查到”变为“已完成”18项、“未达预期”6项。",
		En: "Verdicts last moved on 26 March 2025: 1 from “Behind” to “Achieved”; from “No result found”, 18 to “Achieved”, 6 to “Missed”.",
	}
	if got != want {
		t.Errorf("%q\n%q", got.Zh, got.En)
	}
}
