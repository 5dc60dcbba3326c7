package page

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdictcase"
	"reportsite/generator/internal/wording"
)

// randomCase is a random indicator: several figures of 2024 and the year
// before, of every basis.
func randomCase(random *rand.Rand) verdictcase.Row {
	number := func() string { return decimal.New(int64(random.IntN(4000)-400), -int32(random.IntN(3))).String() }
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	r := verdictcase.Row{
		Kind: pick("growth ^", "growth v", "level/flow ^", "level/flow v", "count/flow ^", "count/stock ^", "level/stock v", "share ^", "ratio v", "index ^"),
		Now:  pick("2024-05-20", "2024-08-01", "2025-02-01"),
	}
	low := random.IntN(900)
	r.Target = pick("ge "+number(), "gt "+number(), "le "+number(), "lt "+number(), "eq "+number(), "approx "+number(),
		"approx "+number()+" t=2", fmt.Sprintf("range %d %d", low, low+1+random.IntN(90)), fmt.Sprintf("ge %d s=%d", low, low+20),
		"rel_ge r="+number()+"@2024", fmt.Sprintf("delta_pp 2 b=%d", low), "flat b="+number(), "external", "qualitative",
		"ge "+number()+" > ge "+number()+" a=2024-04-01")
	seen := map[string]bool{}
	for range random.IntN(5) {
		at := pick("2024", "2024p", "2024-06c", "2024-06p", "2024-H1c", "2024-12c", "2024-12p", "2024-03c", "2024-04s", "2023", "2023-12c", "2023-06c")
		if seen[at] {
			continue
		}
		seen[at] = true
		r.Figure += " " + number() + "@" + at + pick("", "", "~", "!", "o", "u", "n")
	}
	return r
}

// figures are an indicator's results, for messages.
func figures(i *model.Indicator) (list []string) {
	for _, o := range i.Observations {
		list = append(list, fmt.Sprintf("%s@%s/%s", wording.Result(o, model.Chinese), o.Period, o.Basis))
	}
	return list
}

// withYearBefore gives most indicators a target for the year before, and days on which
// their figures were published.
func withYearBefore(t *testing.T, random *rand.Rand, i *model.Indicator) *model.Indicator {
	t.Helper()
	r := verdictcase.Row{Kind: "growth ^", Target: fmt.Sprintf("ge %d", random.IntN(60)-10)}
	if random.IntN(4) > 0 {
		before := r.MakeTarget(t)
		before.Indicator, before.Period = i, model.YearOf(2023)
		i.Targets = append([]*model.Target{before}, i.Targets...)
	}
	for _, o := range i.Observations {
		if end := o.Period.End(); o.Released.IsZero() && random.IntN(2) == 0 {
			o.Released = model.Date{Year: end.Year + end.Month/12, Month: end.Month%12 + 1, Day: 1 + random.IntN(20)}
		}
	}
	return i
}
