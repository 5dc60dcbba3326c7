package verdict_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// TestMissedSentences checks the tone: an expected target is not a duty, a
// binding one is.
func TestMissedSentences(t *testing.T) {
	for nature, want := range map[model.Nature][2]string{
		model.Expected: {
			"2024年全年为11.9%，低于预期目标“12%以上”0.1个百分点。",
			"The figure in 2024 is 11.9%, 0.1 percentage points below the expected target of 12% or more.",
		},
		model.Binding: {
			"2024年全年为11.9%，没有完成约束性目标“12%以上”，低0.1个百分点。",
			"The figure in 2024 is 11.9%: the binding target of 12% or more is not met, it is 0.1 percentage points below.",
		},
		"": {
			"2024年全年为11.9%，低于目标“12%以上”0.1个百分点。",
			"The figure in 2024 is 11.9%, 0.1 percentage points below the target of 12% or more.",
		},
	} {
		r := row{Kind: "growth ^", Target: "ge 12", Figure: "11.9@2024", Now: "2025-02-01"}
		target := r.MakeTarget(t)
		target.Indicator.Nature = nature
		got := judge(target, options(t, r)).Explain()
		if got.Zh != want[0] || got.En != want[1] {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", nature, got.Zh, got.En, want[0], want[1])
		}
	}
}

// TestRangeNamesBothEnds holds that a target with two ends is never told by one of
// them: not in the line of its figure, not where words stand for it, and what
// the formula takes away is what the gap is counted from.
func TestRangeNamesBothEnds(t *testing.T) {
	n := 0
	for _, name := range []string{"cases.csv", "history.csv", "kinds.csv"} {
		for _, r := range readRows(t, name) {
			v := judge(r.MakeTarget(t), options(t, r))
			if v == nil || !v.Goal.Valid || v.Reference != nil {
				continue
			}
			if d, ok := v.Demand(); ok && d.Low.Valid && d.High.Valid && !d.Low.Decimal.Equal(d.High.Decimal) {
				n++
				ends := []string{wording.WriteValue(d.Low.Decimal, v.Target.Indicator.Unit, model.Chinese), wording.WriteValue(d.High.Decimal, v.Target.Indicator.Unit, model.Chinese)}
				for _, s := range v.Steps() {
					if s.Label.Zh == "目标数" && s.Value.Zh != ends[0]+"～"+ends[1] {
						t.Errorf("%s: 目标数 is %s, want %s", r, s.Value.Zh, ends)
					}
				}
				if said := v.Explain().Zh; strings.Contains(said, "（即") && !strings.Contains(said, "（即"+ends[0]+"～"+ends[1]+"）") {
					t.Errorf("%s: %s", r, said)
				}
			}
			if _, gap, ok := strings.Cut(v.Formula, " = "); ok && v.Reason == verdict.NoTolerance {
				if want := wording.WriteValue(v.Gap.Decimal, "", model.Chinese); strings.TrimPrefix(gap, "+") != want {
					t.Errorf("%s: the formula %s has not the gap %s", r, v.Formula, want)
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d ranges", n)
	}
}

// TestPlanSentences holds that what several years make together, and what they
// have on average, is never told like one year's figure.
func TestPlanSentences(t *testing.T) {
	for _, c := range []struct {
		kind, target, figure string
		want                 [2]string
	}{
		{"growth v", "le -13.5 for=2021-2025 c=total", "-14@2021-2025c", [2]string{"2021—2025年累计下降14%，", "The total change from 2021 to 2025 is −14%"}},
		{"growth ^", "ge 6 for=2021-2025 c=average", "5.5@2021-2025c", [2]string{"2021—2025年年均为5.5%，", "The yearly average from 2021 to 2025 is 5.5%"}},
		{"growth v", "le -3 for=2021-2025 c=average", "-2.7@2021-2025c", [2]string{"2021—2025年年均下降2.7%，", "The yearly average from 2021 to 2025 is −2.7%"}},
		{"count/flow ^", "ge 18 for=2021-2025 c=total", "17@2021-2025c", [2]string{"2021—2025年累计为17家，", "The total from 2021 to 2025 is 17 firms"}},
		{"share ^", "ge 60 for=2021-2025 c=end", "61.2@2025", [2]string{"2025年全年为61.2%，", "The figure in 2025 is 61.2%"}},
	} {
		r := row{Kind: c.kind, Target: c.target, Figure: c.figure, Now: "2026-02-01"}
		got := judge(r.MakeTarget(t), options(t, r)).Explain()
		if !strings.HasPrefix(got.Zh, c.want[0]) || !strings.HasPrefix(got.En, c.want[1]) {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", r, got.Zh, got.En, c.want[0], c.want[1])
		}
	}
}

// TestInStep holds the English of a target that compares with another indicator.
func TestInStep(t *testing.T) {
	r := row{Kind: "growth ^", Target: "rel_sync r=6@2024 t=0.5", Figure: "6.6@2024", Now: "2025-02-01"}
	got := judge(r.MakeTarget(t), options(t, r)).Explain()
	if strings.Contains(got.En, "of to be") || !strings.Contains(got.En, "better than the target to be in step with") {
		t.Error(got.En)
	}
}

// TestRemarks holds what else a reader is told.
func TestRemarks(t *testing.T) {
	r := row{Kind: "growth ^", Target: "ge 12", Figure: "11.9@2024", Now: "2025-02-01"}
	target := r.MakeTarget(t)
	o := target.Indicator.Observations[0]
	o.Released = date(t, "2025-01-20")
	o.Earlier = []model.Revision{{Value: number(t, "12.2"), Released: date(t, "2025-01-10")}}
	target.Earlier = []model.Bound{{Op: model.GE, Value: decimal.NewNullDecimal(number(t, "11")), Announced: date(t, "2023-12-20"), AsWritten: model.Text{Zh: "11%以上", En: "11% or more"}}}
	target.Announced = date(t, "2024-02-01")
	target.Override = &model.Override{Status: "achieved", Reason: model.Text{Zh: "口径调整", En: "the scope changed"}, By: "统计办", Date: date(t, "2025-01-25")}
	v := judge(target, options(t, r))
	got := v.Explain()
	for _, want := range []string{
		"若按最初公布的目标“11%以上”，判断是“已完成”。",
		"2024年全年的数值修订前为12.2%，当时的判断是“已完成”。",
		"统计办于2025年1月25日人工认定为“已完成”：口径调整。",
	} {
		if !strings.Contains(got.Zh, want) {
			t.Errorf("%q is not in\n%s", want, got.Zh)
		}
	}
	if v.Status != verdict.Missed {
		t.Errorf("an override changes the computed verdict to %s", v.Status)
	}
	// Before the second announcement and release, the first ones hold.
	r.Now = "2025-01-15"
	if v := judge(target, options(t, r)); v.Status != verdict.Achieved || v.Actual.Value.String() != "12.2" || v.Override != nil {
		t.Errorf("on %s: %s by %s", r.Now, v.Status, v.Actual.Value)
	}
	r.Now = "2024-01-10"
	if v := judge(target, options(t, r)); v.Status != verdict.NotDue || len(v.Others) > 0 {
		t.Errorf("on %s: %s, with %d other versions", r.Now, v.Status, len(v.Others))
	}
}

// TestMethod compares the method with the code: every operator, status
// and reason is explained.
func TestMethod(t *testing.T) {
	g := verdict.Method(verdict.Options{AsOf: date(t, "2024-12-31"), OnPaceBand: decimal.NewFromInt(7)})
	said := map[model.Op]bool{}
	for _, o := range g.Operators {
		if o.Name.Zh == "" || o.Name.En == "" || o.Rule.Zh == "" || o.Rule.En == "" || o.Wording.Zh == "" {
			t.Errorf("%s is not explained in both languages", o.Op)
		}
		said[o.Op] = true
	}
	for _, op := range model.Ops {
		if !said[op] {
			t.Errorf("the method does not explain %s", op)
		}
	}
	var rules strings.Builder
	for _, r := range g.Rules {
		rules.WriteString(r.Text.Zh + r.Text.En)
	}
	if !strings.Contains(rules.String(), "7个百分点") || !strings.Contains(rules.String(), "2024年12月31日") {
		t.Error("the method does not tell the settings of the run")
	}
	want := []verdict.Status{
		verdict.Missed, verdict.OnPace, verdict.Ahead, verdict.Behind, verdict.Behind,
		verdict.NotJudged, verdict.Exceeded, verdict.Missed, verdict.Missed, verdict.Achieved,
	}
	if len(g.Examples) != len(want) {
		t.Fatalf("%d examples, want %d", len(g.Examples), len(want))
	}
	for n, e := range g.Examples {
		if e.Verdict.Status != want[n] {
			t.Errorf("example %s is %s, want %s", e.Title.En, e.Verdict.Status, want[n])
		}
	}
}

// commitmentOn is a commitment as it was known on a day.
func commitmentOn(c *model.Commitment, day model.Date) *model.Commitment {
	e := &model.Edition{Period: model.YearOf(2024)}
	c.Section = &model.Section{Edition: e}
	e.Sections = []*model.Section{c.Section}
	return known.As(&model.Site{Editions: []*model.Edition{e}, Commitments: []*model.Commitment{c}}, day).Commitments[0]
}

// TestCommitment checks when a project is overdue: never where nothing is known.
func TestCommitment(t *testing.T) {
	due := date(t, "2024-12-31")
	event := func(day string, s model.State) model.Event { return model.Event{Date: date(t, day), State: s} }
	for _, test := range []struct {
		name    string
		c       model.Commitment
		asOf    string
		state   model.State
		overdue bool
	}{
		{"nothing is known", model.Commitment{}, "2025-06-01", model.Unknown, false},
		{"begun and late", model.Commitment{State: model.InProgress}, "2025-06-01", model.InProgress, true},
		{"begun and in time", model.Commitment{State: model.InProgress}, "2024-06-01", model.InProgress, false},
		{"done", model.Commitment{State: model.Done}, "2025-06-01", model.Done, false},
		{"the due day itself", model.Commitment{State: model.InProgress}, "2024-12-31", model.InProgress, false},
		{"the newest event counts", model.Commitment{Events: []model.Event{event("2024-03-01", model.InProgress), event("2024-11-01", model.Done)}}, "2025-06-01", model.Done, false},
		{"events to come do not", model.Commitment{Events: []model.Event{event("2024-03-01", model.InProgress), event("2024-11-01", model.Done)}}, "2024-06-01", model.InProgress, false},
		{"known only from later events", model.Commitment{State: model.Done, Events: []model.Event{event("2024-11-01", model.Done)}}, "2024-06-01", model.Unknown, false},
		{"not started", model.Commitment{State: model.NotStarted}, "2025-06-01", model.NotStarted, true},
		{"late", model.Commitment{State: model.Late}, "2024-06-01", model.Late, false},
		{"an event that names no state", model.Commitment{Events: []model.Event{event("2024-03-01", model.Unknown)}}, "2025-06-01", model.Unknown, false},
		{"the editor's state beside it", model.Commitment{State: model.InProgress, Events: []model.Event{event("2024-03-01", model.Unknown)}}, "2025-06-01", model.InProgress, true},
		{"the editor's state is of a later day", model.Commitment{State: model.Done, Events: []model.Event{event("2024-03-01", model.Unknown), event("2024-11-01", model.Done)}}, "2024-06-01", model.Unknown, false},
	} {
		test.c.Due = due
		v := verdict.Commitment(commitmentOn(&test.c, date(t, test.asOf)), date(t, test.asOf))
		if v.Event != nil && strings.Contains(v.Reason.Zh, "没有查到进展") {
			t.Errorf("%s: %q, but something was published", test.name, v.Reason.Zh)
		}
		if v.State != test.state || v.Overdue != test.overdue || v.Reason.Zh == "" || v.Reason.En == "" {
			t.Errorf("%s: %q, overdue %v, %q; want %q, %v", test.name, v.State, v.Overdue, v.Reason.Zh, test.state, test.overdue)
		}
	}
}

// TestFormulaScale checks that the English formula is on the scale of its
// sentence, and that the shift changes nothing else.
func TestFormulaScale(t *testing.T) {
	for _, test := range []struct{ kind, target, figure, now, want string }{
		{"level/flow ^", "gt 1800", "1921@2024", "2025-08-08", "192.1 > 180 (billion yuan)"},
		{"level/flow ^", "ge 90000", "1401879@2024", "2025-08-08", "140.1879 > 9 (trillion yuan)"},
		{"level/flow ^", "ge 1000", "500@2024-06c", "2024-08-01", "−5% ≤ 50 ÷ 100 − 6 ÷ 12 = 0% ≤ 5% (billion yuan)"},
		{"count/flow ^", "ge 24", "24@2024", "2025-02-01", "24 = 24"},
		{"growth ^", "ge 12", "12.1@2024", "2025-02-01", "12.1 > 12"},
	} {
		r := row{Kind: test.kind, Target: test.target, Figure: test.figure, Now: test.now}
		steps := judge(r.MakeTarget(t), options(t, r)).Steps()
		got := ""
		for _, s := range steps {
			if s.Label.En == "Formula" {
				got = s.Value.En
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", r, got, test.want)
		}
	}
}

// TestHigherAims checks what is said of several higher aims.
func TestHigherAims(t *testing.T) {
	for _, test := range []struct{ figure, want string }{
		{"12@2024", "2024年全年为12%，达到目标“12%以上”。距报告力争的13%还差1个百分点。"},
		{"13@2024", "2024年全年为13%，达到目标“12%以上”。报告力争的13%也已达到。距报告力争的14%还差1个百分点。"},
		{"14.5@2024", "2024年全年为14.5%，达到目标“12%以上”。报告力争的13%、14%也已达到。距报告力争的15%还差0.5个百分点。"},
		{"15@2024", "2024年全年为15%，达到目标“12%以上”。报告力争的13%、14%、15%也已达到。"},
	} {
		r := row{Kind: "growth ^", Target: "ge 12 s=13", Figure: test.figure, Now: "2025-02-01"}
		target := r.MakeTarget(t)
		target.AsWritten = model.Text{Zh: "12%以上"}
		target.Further = []decimal.Decimal{number(t, "14"), number(t, "15")}
		if got := judge(target, options(t, r)).Explain().Zh; got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.figure, got, test.want)
		}
	}
}

// TestBasePeriod checks that a plan's target names what it is counted from.
func TestBasePeriod(t *testing.T) {
	r := row{Kind: "growth v", Target: "le -13.5 for=2021-2025 c=total", Figure: "-14@2021-2025c", Now: "2026-02-01"}
	target := r.MakeTarget(t)
	target.AsWritten, target.From = model.Text{Zh: "降低13.5%"}, model.YearOf(2020)
	const want = "2021—2025年累计下降14%，达到目标“降低13.5%”（以2020年为基期）。"
	if got := judge(target, options(t, r)).Explain().Zh; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
