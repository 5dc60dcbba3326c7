package verdict_test

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
	"reportsite/generator/internal/verdict"
)

// row is one case of testdata/cases.csv.
type row struct {
	line                                                int
	kind, target, figure, now, status, reason, gap, why string
}

// fewest is how many cases there are at least.
const fewest = 120

// TestCases judges the cases that were worked out by hand.
func TestCases(t *testing.T) {
	rows := readRows(t)
	if len(rows) < fewest {
		t.Errorf("there are %d cases, want %d at least", len(rows), fewest)
	}
	for _, r := range rows {
		t.Run(strings.Join([]string{r.kind, r.target, r.figure, r.now}, " "), func(t *testing.T) {
			v := verdict.Judge(targetOf(t, r), verdict.Options{AsOf: date(t, r.now), OnPaceBand: decimal.NewFromInt(verdict.DefaultBand)})
			if string(v.Status) != r.status || string(v.Reason) != r.reason {
				t.Errorf("line %d: %s %s, want %s %s: %s (%s)", r.line, v.Status, v.Reason, r.status, r.reason, r.why, v.Formula)
			}
			if r.gap != "" && (!v.Gap.Valid || !v.Gap.Decimal.Equal(number(t, r.gap))) {
				t.Errorf("line %d: gap %v, want %s: %s", r.line, v.Gap, r.gap, r.why)
			}
			for _, text := range []string{v.Explain().Zh, v.Explain().En} {
				if text == "" || strings.Contains(text, "%!") || strings.Contains(text, "%[") {
					t.Errorf("line %d: the explanation is %q", r.line, text)
				}
			}
		})
	}
}

func readRows(t *testing.T) []row {
	t.Helper()
	f, err := os.Open("testdata/cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comment = '#'
	in.FieldsPerRecord = 8
	var rows []row
	for {
		c, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows[1:] // the head
		}
		if err != nil {
			t.Fatal(err)
		}
		line, _ := in.FieldPos(0)
		rows = append(rows, row{line, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]})
	}
}

func number(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// targetOf makes the target of a case, with its indicator and figures.
func targetOf(t *testing.T, r row) *model.Target {
	t.Helper()
	i := indicatorOf(t, r.kind)
	target := &model.Target{Indicator: i, Period: model.YearOf(2024)}
	i.Targets = []*model.Target{target}
	words := strings.Fields(r.target)
	target.Op = model.Op(words[0])
	var plain []decimal.NullDecimal
	for _, w := range words[1:] {
		key, value, set := strings.Cut(w, "=")
		if !set {
			plain = append(plain, decimal.NewNullDecimal(number(t, w)))
			continue
		}
		switch key {
		case "r":
			ref := indicatorOf(t, r.kind)
			if !strings.Contains(value, "@") {
				value += "@2024"
			}
			ref.Observations = observations(t, ref, value)
			target.Ref = ref
		case "p":
			june := model.Period{Year: 2024, Kind: model.Month, N: 6}
			target.Plan = []model.PlanPoint{{Period: june, Value: number(t, value)}}
		default:
			*map[string]*decimal.NullDecimal{
				"t": &target.Tolerance, "s": &target.Stretch, "b": &target.Base, "m": &target.Multiple,
			}[key] = decimal.NewNullDecimal(number(t, value))
		}
	}
	if target.Op.Relative() && target.Ref == nil {
		target.Ref = indicatorOf(t, r.kind)
	}
	switch {
	case len(plain) == 2:
		target.Low, target.High = plain[0], plain[1]
	case len(plain) == 1:
		target.Value = plain[0]
	case target.Multiple.Valid && target.Base.Valid: // as package check works it out
		target.Value = decimal.NewNullDecimal(target.Base.Decimal.Mul(target.Multiple.Decimal))
	}
	i.Observations = observations(t, i, r.figure)
	return target
}

// indicatorOf makes an indicator of "level/flow ^".
func indicatorOf(t *testing.T, kind string) *model.Indicator {
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

var figureForm = regexp.MustCompile(`^(-?[0-9.]+)@([0-9-]+)([csp]?)([~!]*)$`)

// observations reads "11@2024-06c 12.2@2024".
func observations(t *testing.T, i *model.Indicator, s string) []*model.Observation {
	t.Helper()
	var list []*model.Observation
	for _, f := range strings.Fields(s) {
		m := figureForm.FindStringSubmatch(f)
		if m == nil {
			t.Fatalf("figure %q", f)
		}
		p, err := model.ParsePeriod(m[2])
		if err != nil {
			t.Fatal(err)
		}
		o := &model.Observation{
			Indicator: i, Period: p, Value: number(t, m[1]), Approx: strings.Contains(m[4], "~"),
			Basis: map[string]model.Basis{"": model.Annual, "c": model.Cumulative, "s": model.Single, "p": model.Point}[m[3]],
		}
		if strings.Contains(m[4], "!") {
			o.Stage = "快报"
		}
		list = append(list, o)
	}
	return list
}
