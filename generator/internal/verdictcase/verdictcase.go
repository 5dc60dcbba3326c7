// Package verdictcase reads verdicts that were worked out by hand, as test cases
// for every package that shows a verdict. Only tests import it.
package verdictcase

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Row is one case of a file; verdict/testdata/cases.csv says how it is written.
type Row struct {
	Line                                                int
	Kind, Target, Figure, Now, Status, Reason, Gap, Why string
	First, Before                                       string // history.csv only
}

// String names the case: its indicator, target, figures and day.
func (r Row) String() string { return strings.Join([]string{r.Kind, r.Target, r.Figure, r.Now}, " | ") }

// Read reads a file of cases; the columns of history.csv that the others have
// not stay empty.
func Read(t *testing.T, file string) []Row {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comment = '#'
	var rows []Row
	for {
		c, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows[1:] // the head
		}
		if err != nil {
			t.Fatal(err)
		}
		line, _ := in.FieldPos(0)
		r := Row{Line: line, Kind: c[0], Target: c[1], Figure: c[2], Now: c[3], Status: c[4], Reason: c[5], Gap: c[6], Why: c[len(c)-1]}
		if len(c) == 10 {
			r.First, r.Before = c[7], c[8]
		}
		rows = append(rows, r)
	}
}

// Number reads a number as a case writes it.
func Number(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Date reads a day, 2025-02-01.
func Date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// MakeTarget makes the target of a case, with its indicator and figures.
func (r Row) MakeTarget(t *testing.T) *model.Target {
	t.Helper()
	i := Indicator(t, r.Kind)
	target := &model.Target{Indicator: i, Period: model.YearOf(2024)}
	i.Targets = []*model.Target{target}
	versions := strings.Split(r.Target, " > ")
	for n, v := range versions {
		target.Bound = boundOf(t, r.Kind, target, v)
		if n < len(versions)-1 {
			target.Earlier = append(target.Earlier, target.Bound)
		}
	}
	i.Observations = observations(t, i, r.Figure)
	return target
}

// boundOf reads a version of a target, "ge 12 s=13". Values that belong to the
// target as a whole are set in target.
func boundOf(t *testing.T, kind string, target *model.Target, s string) model.Bound {
	t.Helper()
	words := strings.Fields(s)
	b := model.Bound{Op: model.Op(words[0])}
	var plain []decimal.NullDecimal
	for _, w := range words[1:] {
		key, value, set := strings.Cut(w, "=")
		if !set {
			plain = append(plain, decimal.NewNullDecimal(Number(t, w)))
			continue
		}
		switch key {
		case "r":
			b.Ref = referenceOf(t, kind, value)
		case "a":
			b.Announced = Date(t, value)
		case "for":
			target.Period = period(t, value)
		case "c":
			target.Counts = model.Counts(value)
		case "p":
			june := model.Period{Year: 2024, Kind: model.Month, N: 6}
			target.Plan = []model.PlanPoint{{Period: june, Value: Number(t, value)}}
		default:
			*map[string]*decimal.NullDecimal{
				"t": &b.Tolerance, "s": &b.Stretch, "b": &b.Base, "m": &b.Multiple,
			}[key] = decimal.NewNullDecimal(Number(t, value))
		}
	}
	switch {
	case len(plain) == 2:
		b.Low, b.High = plain[0], plain[1]
	case len(plain) == 1:
		b.Value = plain[0]
	case b.Multiple.Valid && b.Base.Valid: // as package check works it out
		b.Value = decimal.NewNullDecimal(b.Base.Decimal.Mul(b.Multiple.Decimal))
	}
	if b.Op.Relative() && b.Ref == nil {
		b.Ref = referenceOf(t, kind, "")
	}
	if b.Op == model.Qualitative {
		b.AsWritten = model.Text{Zh: "稳中提质", En: "steady and better"}
	}
	return b
}

// referenceOf is the indicator that another is compared with.
func referenceOf(t *testing.T, kind, figures string) *model.Indicator {
	t.Helper()
	if figures != "" && !strings.Contains(figures, "@") {
		figures += "@2024"
	}
	i := Indicator(t, kind)
	i.Name = model.Text{Zh: "全市平均", En: "the city's average"}
	i.Short = i.Name
	i.Observations = observations(t, i, figures)
	return i
}

func period(t *testing.T, s string) model.Period {
	t.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Indicator makes an indicator of "level/flow ^".
func Indicator(t *testing.T, kind string) *model.Indicator {
	t.Helper()
	what, better, ok := strings.Cut(kind, " ")
	if !ok {
		t.Fatalf("kind %q", kind)
	}
	measure, accrual, _ := strings.Cut(what, "/")
	name := model.Text{Zh: "指标", En: "indicator"}
	i := &model.Indicator{
		ID: "i", Name: name, Short: name, Unit: model.Percent, Measure: model.Measure(measure), Accrual: model.Accrual(accrual),
		Better: map[string]model.Better{"^": model.Up, "v": model.Down, "=": model.Band}[better],
	}
	switch i.Measure {
	case model.Completion:
		i.Accrual = model.Flow
	case model.Level:
		i.Unit = "亿元"
	case model.Count:
		i.Unit = "家"
	case model.Ratio:
		i.Unit = ":1"
	case model.Index:
		i.Unit = ""
	}
	return i
}

var figureForm = regexp.MustCompile(`^(-?[0-9.]+)@([0-9HQ-]+)([csp]?)([~!ounPN]*)(?:/([0-9-]+))?((?:>[^>]+)*)$`)

// observations reads "11@2024-06c 12.2@2024/2025-01-10>12.1/2025-01-20".
func observations(t *testing.T, i *model.Indicator, s string) []*model.Observation {
	t.Helper()
	var list []*model.Observation
	for _, f := range strings.Fields(s) {
		m := figureForm.FindStringSubmatch(f)
		if m == nil {
			t.Fatalf("figure %q", f)
		}
		o := &model.Observation{
			Indicator: i, Period: period(t, m[2]), Value: Number(t, m[1]), Approx: strings.Contains(m[4], "~"),
			Basis: map[string]model.Basis{"": model.Annual, "c": model.Cumulative, "s": model.Single, "p": model.Point}[m[3]],
		}
		for mark, sense := range map[string]model.Sense{"o": model.Over, "u": model.Under, "n": model.Near, "P": model.Positive, "N": model.Negative} {
			if strings.Contains(m[4], mark) {
				o.Sense = sense
			}
		}
		if strings.Contains(m[4], "!") {
			o.Stage = "快报"
		}
		if m[5] != "" {
			o.Released = Date(t, m[5])
		}
		for _, next := range strings.Split(m[6], ">")[1:] {
			value, day, _ := strings.Cut(next, "/")
			o.Earlier = append(o.Earlier, model.Revision{Value: o.Value, Stage: o.Stage, Released: o.Released})
			o.Value, o.Released = Number(t, value), Date(t, day)
		}
		list = append(list, o)
	}
	return list
}
