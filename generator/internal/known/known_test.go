package known_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/known"
	"reportsite/generator/internal/model"
)

func day(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func value(s string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(s))
}

// site is two reports with an indicator of both, one of the second alone, a
// commitment, and prose that cites all of them.
func site(t *testing.T) *model.Site {
	t.Helper()
	first := &model.Edition{Period: model.YearOf(2024), Published: day(t, "2024-01-10")}
	second := &model.Edition{Period: model.YearOf(2025), Published: day(t, "2025-01-12")}
	goals24 := &model.Section{Edition: first, ID: "goals"}
	goals25 := &model.Section{Edition: second, ID: "goals"}
	first.Sections, second.Sections = []*model.Section{goals24}, []*model.Section{goals25}
	late := &model.Source{ID: "late", Date: day(t, "2025-03-01")}

	old := &model.Indicator{ID: "old", Section: goals25, Fragment: "growth"}
	old.Targets = []*model.Target{
		{
			Indicator: old, Period: model.YearOf(2024), Section: goals24,
			Earlier: []model.Bound{{Op: model.GE, Value: value("700")}},
			Bound:   model.Bound{Op: model.GE, Value: value("800"), Announced: day(t, "2024-06-20")},
			Plan:    []model.PlanPoint{{Period: model.Period{Year: 2024, Kind: model.Half, N: 1}, Value: decimal.NewFromInt(300)}},
			Override: &model.Override{
				Status: "achieved", By: "x", Date: day(t, "2025-02-01"),
			},
		},
		{Indicator: old, Period: model.YearOf(2025), Section: goals25, Bound: model.Bound{Op: model.GE, Value: value("900")}},
	}
	old.Observations = []*model.Observation{
		{
			Indicator: old, Period: model.Period{Year: 2024, Kind: model.Month, N: 6}, Basis: model.Cumulative, Value: decimal.NewFromInt(401),
			Released: day(t, "2024-09-01"), Note: model.Text{Zh: "修订后"},
			Earlier: []model.Revision{{Value: decimal.NewFromInt(390), Released: day(t, "2024-07-15")}},
		},
		{Indicator: old, Period: model.YearOf(2024), Basis: model.Annual, Value: decimal.NewFromInt(820)}, // no date of release
	}
	fresh := &model.Indicator{ID: "fresh", Section: goals25}
	fresh.Targets = []*model.Target{{Indicator: fresh, Period: model.YearOf(2025), Section: goals25}}
	old.Related = []*model.Indicator{fresh}
	old.CitedBy = []*model.Section{goals24, goals25}
	goals24.Indicators, goals25.Indicators = []*model.Indicator{old}, []*model.Indicator{old, fresh}

	task := &model.Commitment{ID: "bridge", Edition: first, Section: goals24, State: model.Done, Source: late, Events: []model.Event{
		{Date: day(t, "2024-03-01"), State: model.InProgress}, {Date: day(t, "2025-03-01"), State: model.Done},
	}}
	goals24.Commitments = []*model.Commitment{task}
	goals24.Body.Parts = []model.Part{
		model.Cite{Indicator: old, Target: old.Targets[0], Text: "700"},
		model.Cite{Indicator: old, Observation: old.Observations[1], Text: "820"},
		model.Cite{Indicator: old, Observation: old.Observations[1]},
		model.PageLink{Path: "2025/goals/#growth", Text: "next"},
		model.PageLink{Path: "2024/goals/", Text: "here"},
		model.Figure{Indicators: []*model.Indicator{old, fresh}},
		model.Figure{Indicators: []*model.Indicator{fresh}},
		model.CommitmentLink{Commitment: task, Text: "bridge"},
	}
	var text model.Plain
	for _, part := range []model.Part{
		model.Cite{Indicator: old, Observation: old.Observations[0]},
		model.Cite{Indicator: old, Observation: old.Observations[1]},
		model.CommitmentLink{Commitment: task},
		model.CommitmentLink{Commitment: &model.Commitment{ID: "later"}},
	} {
		text = append(text, model.Run{Text: " "}, model.Run{Ref: part})
	}
	text = append(text,
		model.Run{Text: "both", Ref: model.Figure{Indicators: []*model.Indicator{old, fresh}}},
		model.Run{Text: "later", Ref: model.Figure{Indicators: []*model.Indicator{fresh}}})
	goals24.Body.Passages = []model.Passage{{ID: "a", Heading: model.Plain{{Text: "heading"}}, Text: text}}
	return &model.Site{
		Editions: []*model.Edition{first, second}, Indicators: []*model.Indicator{old, fresh}, Commitments: []*model.Commitment{task},
		Sources: []*model.Source{late}, Changes: []model.Change{{ID: "c", Date: day(t, "2025-03-02")}},
	}
}

// TestEverythingLaterIsGone looks at the site of a day in the first year.
func TestEverythingLaterIsGone(t *testing.T) {
	all := site(t)
	s := known.As(all, day(t, "2024-08-01"))
	if len(s.Editions) != 1 || len(s.Indicators) != 1 || len(s.Sources) != 0 || len(s.Changes) != 0 {
		t.Fatalf("%d editions, %d indicators, %d sources, %d changes", len(s.Editions), len(s.Indicators), len(s.Sources), len(s.Changes))
	}
	i := s.Indicators[0]
	goals := s.Editions[0].Sections[0]
	if i.Section != goals || i.Fragment != "" || len(i.Targets) != 1 || len(i.Related) != 0 || len(i.CitedBy) != 1 || i.CitedBy[0] != goals {
		t.Errorf("the indicator: section %v, %d targets, %d related, cited by %v", i.Section, len(i.Targets), len(i.Related), i.CitedBy)
	}
	target := i.Targets[0]
	if target.Indicator != i || target.Section != goals || target.Value.Decimal.String() != "800" || len(target.Earlier) != 1 || target.Override != nil || len(target.Plan) != 1 {
		t.Errorf("the target: %+v", target)
	}
	if len(i.Observations) != 1 || i.Observations[0].Value.String() != "390" || i.Observations[0].Note.Zh != "" || i.Observations[0].Indicator != i {
		t.Errorf("the observations: %+v", i.Observations)
	}
	task := s.Commitments[0]
	if len(task.Events) != 1 || task.State != model.Unknown || task.Section != goals || goals.Commitments[0] != task {
		t.Errorf("the commitment: %+v", task)
	}
	parts := goals.Body.Parts
	if len(parts) != 7 {
		t.Fatalf("%d parts of the prose: %v", len(parts), parts)
	}
	if c, ok := parts[0].(model.Cite); !ok || c.Indicator != i || c.Target != target {
		t.Errorf("a target that is known: %v", parts[0])
	}
	for n, want := range map[int]model.Part{1: model.HTML("820"), 2: model.HTML("—"), 3: model.HTML("next")} {
		if parts[n] != want {
			t.Errorf("part %d is %v, want %v", n, parts[n], want)
		}
	}
	if f, ok := parts[5].(model.Figure); !ok || len(f.Indicators) != 1 || f.Indicators[0] != i {
		t.Errorf("a figure of one that is known and one that is not: %v", parts[5])
	}
	passage := goals.Body.Passages[0]
	text := passage.Text.String(func(p model.Part) string {
		switch p := p.(type) {
		case model.Cite:
			if p.Indicator != i || p.Observation != i.Observations[0] {
				t.Errorf("the passage cites %v", p)
			}
			return "390"
		case model.CommitmentLink:
			return p.Commitment.ID
		}
		return "unexpected"
	})
	if passage.ID != "a" || passage.Heading.String(nil) != "heading" || text != "390 — bridge both" {
		t.Errorf("the passage %q: %q", passage.ID, text)
	}
	// The site of the content is as it was.
	if len(all.Indicators[0].Observations) != 2 || len(all.Editions) != 2 || all.Indicators[0].Targets[0].Earlier[0].Value.Decimal.String() != "700" {
		t.Error("the site of the content has changed")
	}
}

// TestVersions checks which version of a target is in force when.
func TestVersions(t *testing.T) {
	for _, test := range []struct {
		day, value string
		earlier    int
		plan       int
	}{
		{"2024-01-10", "700", 0, 0}, {"2024-06-19", "700", 0, 0}, {"2024-06-20", "800", 1, 1}, {"2025-03-01", "800", 1, 1},
	} {
		target := known.As(site(t), day(t, test.day)).Indicators[0].Targets[0]
		if target.Value.Decimal.String() != test.value || len(target.Earlier) != test.earlier || len(target.Plan) != test.plan {
			t.Errorf("on %s: %s with %d earlier versions and %d points of the plan", test.day, target.Value.Decimal, len(target.Earlier), len(target.Plan))
		}
	}
	if s := known.As(site(t), day(t, "2023-12-31")); len(s.Editions) != 1 || len(s.Indicators) != 0 {
		t.Error("before the first report there is an indicator")
	}
}

// TestReleases checks what is known of a figure when.
func TestReleases(t *testing.T) {
	for _, test := range []struct {
		day  string
		want []string
	}{
		{"2024-07-14", nil},
		{"2024-07-15", []string{"390"}},
		{"2024-08-31", []string{"390"}},
		{"2024-09-01", []string{"401"}},
		{"2024-12-30", []string{"401"}},
		{"2024-12-31", []string{"401", "820"}}, // without a date a figure counts from the end of its time
	} {
		var got []string
		for _, o := range known.As(site(t), day(t, test.day)).Indicators[0].Observations {
			got = append(got, o.Value.String())
		}
		if len(got) != len(test.want) {
			t.Errorf("on %s: %v, want %v", test.day, got, test.want)
			continue
		}
		for n := range got {
			if got[n] != test.want[n] {
				t.Errorf("on %s: %v, want %v", test.day, got, test.want)
			}
		}
	}
}

// TestTheNewestDayKnowsEverything checks that nothing is lost by the copy.
func TestTheNewestDayKnowsEverything(t *testing.T) {
	all := site(t)
	newest := all.NewestRelease()
	s := known.As(all, newest)
	if len(s.Editions) != 2 || len(s.Indicators) != 2 || len(s.Indicators[0].Targets) != 2 || len(s.Commitments[0].Events) != 2 ||
		len(s.Editions[0].Sections[0].Body.Parts) != 8 || s.Commitments[0].State != model.Done {
		t.Errorf("on %s: %+v", newest, s)
	}
	if s.Indicators[0].Section != s.Editions[1].Sections[0] || s.Indicators[0].Fragment != "growth" {
		t.Error("the indicator does not stand where the content has it")
	}
}

// TestNewestRelease checks that a changed target moves the as-of date too.
func TestNewestRelease(t *testing.T) {
	s := site(t)
	if got := s.NewestRelease(); got != day(t, "2025-03-01") {
		t.Errorf("%s, want the newest event", got)
	}
	s.Indicators[1].Targets[0].Announced = day(t, "2025-04-02")
	if got := s.NewestRelease(); got != day(t, "2025-04-02") {
		t.Errorf("%s, want the newest version of a target", got)
	}
}

// TestWithheld checks that drafts, and what is set for a later day, are left out with
// all that belongs to them, and that links to them become words.
func TestWithheld(t *testing.T) {
	for _, test := range []struct {
		name     string
		withhold func(*model.Site)
		editions int
		targets  int // of the indicator "old"
		ids      string
	}{
		{"nothing", func(*model.Site) {}, 2, 2, "old fresh"},
		{"a report", func(s *model.Site) { s.Editions[1].Withheld.Draft = true }, 1, 1, "old"},
		{"a report for later", func(s *model.Site) { s.Editions[1].Withheld.Until = day(t, "2025-06-02") }, 1, 1, "old"},
		{"a report for now", func(s *model.Site) { s.Editions[1].Withheld.Until = day(t, "2025-06-01") }, 2, 2, "old fresh"},
		{"a section", func(s *model.Site) { s.Editions[1].Sections[0].Withheld.Draft = true }, 2, 1, "old"},
		{"an indicator", func(s *model.Site) { s.Indicators[1].Withheld.Draft = true }, 2, 2, "old"},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := site(t)
			test.withhold(all)
			s := known.As(all, day(t, "2025-06-01"))
			var ids []string
			for _, i := range s.Indicators {
				ids = append(ids, i.ID)
				if i.Section == nil {
					t.Errorf("%s has no section", i.ID)
				}
			}
			if got := strings.Join(ids, " "); got != test.ids || len(s.Editions) != test.editions || len(s.Indicators[0].Targets) != test.targets {
				t.Errorf("indicators %s, %d reports, %d targets; want %s, %d, %d", got, len(s.Editions), len(s.Indicators[0].Targets), test.ids, test.editions, test.targets)
			}
			link := ""
			for _, part := range s.Editions[0].Sections[0].Body.Parts {
				if p, ok := part.(model.PageLink); ok && p.Path == "2025/goals/#growth" {
					link = p.Path
				}
			}
			hidden := test.editions == 1 || test.name == "a section"
			if (link == "") != hidden {
				t.Errorf("the link to the later section leads to %q", link)
			}
			all.Show()
			if s := known.As(all, day(t, "2025-06-01")); len(s.Indicators) != 2 || len(s.Editions) != 2 {
				t.Errorf("a preview has %d indicators and %d reports", len(s.Indicators), len(s.Editions))
			}
		})
	}
}

// The dates of drafts do not move the as-of date.
func TestDraftsHaveNoDate(t *testing.T) {
	all := site(t)
	all.Editions[0].Withheld.Draft = true
	all.Editions[1].Withheld.Draft = true
	all.Indicators[0].Withheld.Draft = true
	if d := all.NewestRelease(); !d.IsZero() {
		t.Errorf("the as-of date is %s", d)
	}
}
