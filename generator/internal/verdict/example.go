package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// Example is a worked example with invented round figures.
type Example struct {
	Title   model.Text
	Verdict *Verdict
}

// examples are judged like every target; their figures are invented.
func examples(band decimal.Decimal) []Example {
	var list []Example
	add := func(zh, en string, v *Verdict) {
		list = append(list, Example{model.Text{Zh: zh, En: en}, v})
	}
	half, nine, year := model.Period{Year: 2024, Kind: model.Half, N: 1}, model.Period{Year: 2024, Kind: model.Month, N: 9}, model.YearOf(2024)
	within, after := exampleDay{model.Date{Year: 2024, Month: 11, Day: 20}, band}, exampleDay{model.Date{Year: 2025, Month: 2, Day: 1}, band}
	output := model.Indicator{Name: model.Text{Zh: "产值", En: "output"}, Unit: "亿元", Measure: model.Level, Accrual: model.Flow, Better: model.Up}
	firms := model.Indicator{Name: model.Text{Zh: "新增企业", En: "new firms"}, Unit: "家", Measure: model.Count, Accrual: model.Flow, Better: model.Up}
	spending := model.Indicator{Name: model.Text{Zh: "支出", En: "spending"}, Unit: "万元", Measure: model.Level, Accrual: model.Flow, Better: model.Down}
	growth := model.Indicator{Name: model.Text{Zh: "增速", En: "growth"}, Unit: model.Percent, Measure: model.Growth, Better: model.Up, Nature: model.Expected}
	city := growth
	city.Name = model.Text{Zh: "全市平均", En: "the city's average"}
	energy := model.Indicator{Name: model.Text{Zh: "单位能耗变化", En: "change of energy intensity"}, Unit: model.Percent, Measure: model.Growth, Better: model.Down, Nature: model.Binding}
	share := model.Indicator{Name: model.Text{Zh: "占比", En: "share"}, Unit: model.Percent, Measure: model.Share, Better: model.Up}

	add("“突破1800亿元”，全年1800亿元", "“More than 180 billion yuan”, and exactly that",
		after.judge(output, model.Bound{Op: model.GT, Value: plainFigure("1800"), AsWritten: model.Text{Zh: "突破1800亿元", En: "more than 180 billion yuan"}}, year, "1800"))
	add("“24家”，上半年13家", "“24 firms”, and 13 by the end of June",
		within.judge(firms, model.Bound{Op: model.GE, Value: plainFigure("24"), AsWritten: model.Text{Zh: "24家", En: "24 firms"}}, half, "13"))
	add("“1000亿元以上”，前三季度918.4亿元", "“100 billion yuan or more”, and 91.84 billion in three quarters",
		within.judge(output, model.Bound{Op: model.GE, Value: plainFigure("1000"), AsWritten: model.Text{Zh: "1000亿元以上", En: "100 billion yuan or more"}}, nine, "918.4"))
	add("“控制在200万元以内”，前三季度170万元", "“Within 2 million yuan”, and 1.7 million in three quarters",
		within.judge(spending, model.Bound{Op: model.LE, Value: plainFigure("200"), AsWritten: model.Text{Zh: "控制在200万元以内", En: "within 2 million yuan"}}, nine, "170"))
	add("“12%以上”，上半年11.8%", "“12% or more”, and 11.8% in the first half",
		within.judge(growth, model.Bound{Op: model.GE, Value: plainFigure("12"), AsWritten: model.Text{Zh: "12%以上", En: "12% or more"}}, half, "11.8"))
	add("“8.5%左右”，全年8.4%", "“About 8.5%”, and 8.4% in the year",
		after.judge(growth, model.Bound{Op: model.Approx, Value: plainFigure("8.5"), AsWritten: model.Text{Zh: "8.5%左右", En: "about 8.5%"}}, year, "8.4"))
	add("“6%—6.5%”，全年6.6%", "“6% to 6.5%”, and 6.6% in the year",
		after.judge(growth, model.Bound{Op: model.Range, Low: plainFigure("6"), High: plainFigure("6.5"), AsWritten: model.Text{Zh: "6%—6.5%", En: "6% to 6.5%"}}, year, "6.6"))
	add("预期性目标“高于全市平均”，全年7.5%，全市7.6%", "An expected target “above the city's average”: 7.5%, and 7.6% in the city",
		after.judge(growth, model.Bound{Op: model.RelGT, Ref: after.reference(city, year, "7.6"), AsWritten: model.Text{Zh: "高于全市平均", En: "above the city's average"}}, year, "7.5"))
	add("约束性目标“降低3%以上”，全年下降2.9%", "A binding target “down by 3% or more”, and a fall of 2.9%",
		after.judge(energy, model.Bound{Op: model.LE, Value: plainFigure("-3"), AsWritten: model.Text{Zh: "降低3%以上", En: "down by 3% or more"}}, year, "-2.9"))
	add("“提高1个百分点”，上年59%，全年60.2%", "“Up by 1 percentage point”, from 59% to 60.2%",
		after.judge(share, model.Bound{Op: model.DeltaPP, Value: plainFigure("1"), Base: plainFigure("59"), AsWritten: model.Text{Zh: "提高1个百分点", En: "up by 1 percentage point"}}, year, "60.2"))
	return list
}

// exampleDay is when an example is judged, and how.
type exampleDay struct {
	asOf model.Date
	band decimal.Decimal
}

// judge judges an invented target of 2024 by one figure.
func (e exampleDay) judge(i model.Indicator, b model.Bound, p model.Period, value string) *Verdict {
	own := e.reference(i, p, value)
	t := &model.Target{Indicator: own, Period: model.YearOf(2024), Bound: b}
	own.Targets = []*model.Target{t}
	return Judge(t, Options{AsOf: e.asOf, OnPaceBand: e.band})
}

// reference is an invented indicator with one figure.
func (e exampleDay) reference(i model.Indicator, p model.Period, value string) *model.Indicator {
	i.Short = i.Name
	basis := model.Annual
	if p.Kind != model.Year {
		basis = model.Cumulative
	}
	i.Observations = []*model.Observation{{Indicator: &i, Period: p, Basis: basis, Value: decimal.RequireFromString(value)}}
	return &i
}

func plainFigure(s string) decimal.NullDecimal {
	return decimal.NewNullDecimal(decimal.RequireFromString(s))
}
