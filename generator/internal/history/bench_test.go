package history_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/history"
	"reportsite/generator/internal/model"
)

// BenchmarkMoves tells the history of 1 000 targets with a figure for each of 24 months.
func BenchmarkMoves(b *testing.B) {
	edition := &model.Edition{Period: model.YearOf(2024), Published: model.Date{Year: 2024, Month: 1, Day: 10}}
	section := &model.Section{Edition: edition, ID: "goals"}
	edition.Sections = []*model.Section{section}
	site := &model.Site{Editions: []*model.Edition{edition}}
	for n := range 1000 {
		i := &model.Indicator{ID: fmt.Sprint("i", n), Unit: "亿元", Measure: model.Level, Accrual: model.Flow, Better: model.Up, Section: section}
		for _, year := range []int{2023, 2024} {
			i.Targets = append(i.Targets, &model.Target{Indicator: i, Period: model.YearOf(year), Section: section, Bound: model.Bound{
				Op: model.GE, Value: decimal.NewNullDecimal(decimal.NewFromInt(1200)),
			}})
			for month := 1; month <= 12; month++ {
				i.Observations = append(i.Observations, &model.Observation{
					Indicator: i, Period: model.Period{Year: year, Kind: model.Month, N: month}, Basis: model.Cumulative,
					Value: decimal.NewFromInt(int64(month * (90 + n%20))), Released: model.Date{Year: year, Month: month, Day: 28},
				})
			}
		}
		site.Indicators = append(site.Indicators, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(history.Of(site, options(model.Date{Year: 2025, Month: 2, Day: 1})).Moves()) == 0 {
			b.Fatal("nothing moved")
		}
	}
}
