package verdict_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// rank orders what can come of one target on one day, the worst first.
var rank = map[verdict.Status]int{
	verdict.Missed: 0, verdict.Behind: 0, verdict.NotJudged: 1, verdict.OnPace: 2, verdict.Achieved: 3, verdict.Ahead: 3, verdict.Exceeded: 4,
}

// within ranks a flow: achieved before the end is more than ahead.
func within(s verdict.Status) int {
	if s == verdict.Achieved {
		return 4
	}
	if s == verdict.Exceeded {
		return 5
	}
	return rank[s]
}

var kinds = []string{"growth ^", "growth v", "level/flow ^", "level/flow v", "count/flow ^", "count/stock ^", "level/stock v", "share ^", "ratio v", "index ^"}

// anyCase makes a case with figures at random; figure has %s for the value.
func anyCase(rnd *rand.Rand) (r row, figure string) {
	r.Kind = kinds[rnd.IntN(len(kinds))]
	n := func() string { return decimal.New(int64(rnd.IntN(4000)-500), -int32(rnd.IntN(3))).String() }
	switch rnd.IntN(8) {
	case 0, 1:
		r.Target = []string{"ge ", "gt ", "le ", "lt "}[rnd.IntN(4)] + n()
	case 2:
		r.Target = "approx " + n()
	case 3:
		r.Target = "approx " + n() + " t=" + decimal.New(int64(rnd.IntN(9)), 0).String()
	case 4:
		low := rnd.IntN(900)
		r.Target = fmt.Sprintf("range %d %d", low, low+1+rnd.IntN(90))
	case 5:
		r.Target = "rel_ge r=" + n() + "@2024"
	case 6:
		low := rnd.IntN(900)
		r.Target = fmt.Sprintf("ge %d s=%d", low, low+1+rnd.IntN(90))
	case 7:
		r.Target = fmt.Sprintf("delta_pp %d b=%d", rnd.IntN(9)-4, rnd.IntN(90))
	}
	// The operator and the direction of the indicator agree, as they do in a
	// report: at least of what should rise, at most of what should fall.
	up := r.Kind[len(r.Kind)-1] == '^'
	if down := r.Target[:2] == "le" || r.Target[:2] == "lt"; down == up && (down || r.Target[:2] == "ge" || r.Target[:2] == "gt") {
		r.Target = map[string]string{"le": "ge", "lt": "gt", "ge": "le", "gt": "lt"}[r.Target[:2]] + r.Target[2:]
	}
	basis := "c"
	if strings.Contains(r.Kind, "stock") {
		basis = "p"
	}
	r.Now, figure = "2025-02-01", "@2024"+map[string]string{"c": "", "p": "p"}[basis]
	if rnd.IntN(2) == 0 {
		r.Now, figure = "2024-08-01", "@2024-06"+basis
	}
	return r, figure
}

func options(t *testing.T, r row) verdict.Options {
	return verdict.Options{AsOf: date(t, r.Now), OnPaceBand: decimal.NewFromInt(verdict.DefaultBand)}
}

// A better figure never gets a worse verdict.
func TestBetterIsNeverWorse(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 4000 {
		r, figure := anyCase(rnd)
		if strings.Contains(r.Target, "s=") && r.Kind[len(r.Kind)-1] == 'v' {
			continue // a higher aim of at most is below it
		}
		a := decimal.New(int64(rnd.IntN(4000)-500), -int32(rnd.IntN(3)))
		b := a.Add(decimal.New(int64(1+rnd.IntN(300)), -int32(rnd.IntN(3))))
		if r.Kind[len(r.Kind)-1] == 'v' {
			a, b = b, a
		}
		judge := func(v decimal.Decimal) *verdict.Verdict {
			c := r
			c.Figure = v.String() + figure
			return judge(c.MakeTarget(t), options(t, c))
		}
		worse, better := judge(a), judge(b)
		order := func(s verdict.Status) int { return rank[s] }
		if strings.Contains(r.Kind, "flow") && r.Now < "2025" {
			order = within
		}
		if order(better.Status) < order(worse.Status) {
			t.Errorf("%s %s%s: %s is %s, but the better %s is %s", r.Kind, r.Target, figure, a, worse.Status, b, better.Status)
		}
	}
}

// Another unit, another scale: the same verdict.
func TestScaleDoesNotMatter(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		r, figure := anyCase(rnd)
		r.Figure = decimal.New(int64(rnd.IntN(4000)-500), -int32(rnd.IntN(3))).String() + figure
		plain := r.MakeTarget(t)
		scaled := r.MakeTarget(t)
		scale(scaled, 4)
		a, b := judge(plain, options(t, r)), verdict.Judge(scaled, options(t, r))
		if a.Status != b.Status || a.Reason != b.Reason {
			t.Errorf("%s %s %s: %s %s, times 10 000 it is %s %s", r.Kind, r.Target, r.Figure, a.Status, a.Reason, b.Status, b.Reason)
		}
	}
}

// scale multiplies every figure of a target by a power of ten.
func scale(t *model.Target, power int32) {
	for _, v := range []*decimal.NullDecimal{&t.Value, &t.Low, &t.High, &t.Base, &t.Tolerance, &t.Stretch} {
		v.Decimal = v.Decimal.Shift(power)
	}
	list := t.Indicator.Observations
	if t.Ref != nil {
		list = append(list, t.Ref.Observations...)
	}
	for _, o := range list {
		o.Value = o.Value.Shift(power)
	}
}

// What has been achieved by adding up is not lost on a later day.
func TestAchievedStays(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	days := []string{"2024-04-01", "2024-08-01", "2024-11-01", "2024-12-31", "2025-02-01"}
	for range 1000 {
		goal := 1 + rnd.IntN(50)
		sum, figures := 0, ""
		for _, p := range []string{"2024-03c", "2024-06c", "2024-09c", "2024"} {
			sum += rnd.IntN(25)
			figures += fmt.Sprintf("%d@%s ", sum, p)
		}
		achieved := false
		for n, day := range days {
			r := row{Kind: "count/flow ^", Target: fmt.Sprintf("ge %d", goal), Figure: figures, Now: day}
			target := r.MakeTarget(t)
			for k, o := range target.Indicator.Observations {
				o.Released = date(t, days[min(k, len(days)-2)])
			}
			s := judge(target, options(t, r)).Status
			if achieved && s != verdict.Achieved && s != verdict.Exceeded {
				t.Fatalf("%s of %d: achieved before, on %s %s", figures, goal, days[n], s)
			}
			achieved = achieved || s == verdict.Achieved
		}
	}
}

// FuzzJudge judges anything: it never panics, always explains itself, and says
// a reason exactly where it does not judge.
func FuzzJudge(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, "8.5", "8.4", "0.1")
	}
	f.Add(uint64(1), "0", "0", "-1")
	f.Add(uint64(2), "1e300", "-1e-300", "0")
	f.Fuzz(func(t *testing.T, seed uint64, goal, actual, other string) {
		var n [3]decimal.Decimal
		for k, s := range []string{goal, actual, other} {
			d, err := decimal.NewFromString(s)
			if err != nil || d.Exponent() > 40 || d.Exponent() < -40 || len(s) > 60 {
				t.Skip("no figure of a report")
			}
			n[k] = d
		}
		rnd := rand.New(rand.NewPCG(seed, 1))
		i := indicatorOf(t, kinds[rnd.IntN(len(kinds))])
		valid := func(d decimal.Decimal) decimal.NullDecimal {
			return decimal.NullDecimal{Decimal: d, Valid: rnd.IntN(4) > 0}
		}
		target := &model.Target{Indicator: i, Period: model.YearOf(2024), Bound: model.Bound{
			Op: model.Ops[rnd.IntN(len(model.Ops))], Value: valid(n[0]), Low: valid(n[0]), High: valid(n[2]), Base: valid(n[2]),
			Tolerance: valid(n[2].Abs()), Stretch: valid(n[2]), Multiple: valid(n[2]),
		}}
		if rnd.IntN(2) == 0 {
			target.Ref = i
		}
		i.Targets = []*model.Target{target}
		for range rnd.IntN(4) {
			i.Observations = append(i.Observations, &model.Observation{
				Indicator: i, Basis: model.Bases[rnd.IntN(4)], Value: n[1], Approx: rnd.IntN(3) == 0,
				Period: model.Period{Year: 2024, Kind: model.Month, N: 1 + rnd.IntN(12)},
			})
		}
		asOf := model.Date{Year: 2024 + rnd.IntN(2), Month: 1 + rnd.IntN(12), Day: 1}
		v := judge(target, verdict.Options{AsOf: asOf, OnPaceBand: decimal.NewFromInt(5)})
		if (v.Status == verdict.NotJudged) != (v.Reason != "") {
			t.Errorf("%s with reason %q", v.Status, v.Reason)
		}
		if e := v.Explain(); e.Zh == "" || e.En == "" {
			t.Errorf("%s explains nothing", v.Status)
		}
		for _, text := range []string{v.Explain().Zh, v.Explain().En, v.Formula} {
			if strings.Contains(text, "%!") || strings.Contains(text, "%[") {
				t.Errorf("%s is explained by %q", v.Status, text)
			}
		}
		if len(v.Steps()) < 2 {
			t.Error("no steps")
		}
	})
}
