package svg_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
)

// specimen is a chart of the gallery.
type specimen struct {
	name string
	make func(l model.Lang) *chart.Chart
}

// built is an indicator while a specimen is put together.
type built struct{ *model.Indicator }

var section = &model.Section{
	ID: "goals", Title: model.Text{Zh: "目标", En: "Goals"},
	Edition: &model.Edition{Period: model.YearOf(2024), Title: model.Text{Zh: "2024年报告", En: "Report of 2024"}, Published: model.Date{Year: 2021, Month: 1, Day: 10}},
}

var bureau = &model.Source{ID: "bureau", Name: model.Text{Zh: "统计公报", En: "Statistical bulletin"}}

// indicator begins one: "规上工业增加值 / Industrial value added, % growth up".
func indicator(name, kind string) built {
	zh, en, _ := strings.Cut(name, " / ")
	f := strings.Fields(kind)
	i := &model.Indicator{
		ID: "x", Name: model.Text{Zh: zh, En: en}, Short: model.Text{Zh: zh, En: en}, Unit: model.Unit(f[0]),
		Measure: model.Measure(f[1]), Better: model.Better(f[2]), Section: section,
	}
	if f[0] == "-" {
		i.Unit = ""
	}
	if len(f) > 3 {
		i.Accrual = model.Accrual(f[3])
	}
	return built{i}
}

// obs adds results: "annual 2022=10.4 2023=11 cumulative 2024-06=5.8"; 9<8 was 8
// before, ~9 is about 9, |9 begins a new series, near:9 and positive: are inequalities,
// 1/2/3 are parts.
func (b built) obs(list string) built {
	basis := model.Annual
	for word := range strings.FieldsSeq(list) {
		when, value, ok := strings.Cut(word, "=")
		if !ok {
			basis = model.Basis(word)
			continue
		}
		p, err := model.ParsePeriod(when)
		if err != nil {
			panic(err)
		}
		value, was, revised := strings.Cut(value, "<")
		o := &model.Observation{Indicator: b.Indicator, Period: p, Basis: basis, Source: bureau}
		value, o.Approx = strings.CutPrefix(value, "~")
		if rest, ok := strings.CutPrefix(value, "|"); ok {
			value, o.Break = rest, model.Text{Zh: when + "年起含新口径", En: "a new standard from " + when + " on"}
		}
		if sense, rest, ok := strings.Cut(value, ":"); ok && len(sense) > 1 {
			value, o.Sense = rest, model.Sense(sense)
		}
		if strings.Contains(value, "/") {
			for part := range strings.SplitSeq(value, "/") {
				o.Parts = append(o.Parts, decimal.RequireFromString(part))
			}
		} else if value != "" {
			o.Value = decimal.RequireFromString(value)
		}
		if revised {
			o.Earlier = []model.Revision{{Value: decimal.RequireFromString(was)}}
		}
		b.Observations = append(b.Observations, o)
	}
	b.SortObservations()
	return b
}

// target adds a target: "2024 ge 12", "2024 range 4.5 5", with words and changes.
func (b built) target(spec, zh, en string, change ...func(*model.Target)) built {
	f := strings.Fields(spec)
	p, err := model.ParsePeriod(f[0])
	if err != nil {
		panic(err)
	}
	t := &model.Target{Indicator: b.Indicator, Period: p, Section: section}
	t.Op, t.AsWritten = model.Op(f[1]), model.Text{Zh: zh, En: en}
	num := func(n int) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(f[n])) }
	switch {
	case t.Op == model.Range:
		t.Low, t.High = num(2), num(3)
	case len(f) > 2:
		t.Value = num(2)
	}
	for _, c := range change {
		c(t)
	}
	b.Targets = append(b.Targets, t)
	return b
}

func tolerance(v string) func(*model.Target) {
	return func(t *model.Target) { t.Tolerance = decimal.NewNullDecimal(decimal.RequireFromString(v)) }
}

func stretch(v string, further ...string) func(*model.Target) {
	return func(t *model.Target) {
		t.Stretch = decimal.NewNullDecimal(decimal.RequireFromString(v))
		for _, f := range further {
			t.Further = append(t.Further, decimal.RequireFromString(f))
		}
	}
}

func counts(c model.Counts) func(*model.Target) { return func(t *model.Target) { t.Counts = c } }

func parts(b built) built {
	b.Parts = []model.Text{{Zh: "第一产业", En: "Primary"}, {Zh: "第二产业", En: "Secondary"}, {Zh: "第三产业", En: "Tertiary"}}
	return b
}

func earlier(v, zh, en string) func(*model.Target) {
	return func(t *model.Target) {
		b := t.Bound
		b.Value, b.AsWritten = decimal.NewNullDecimal(decimal.RequireFromString(v)), model.Text{Zh: zh, En: en}
		t.Earlier = append(t.Earlier, b)
	}
}

func ref(i built) func(*model.Target) { return func(t *model.Target) { t.Ref = i.Indicator } }

// judged judges indicators on a day.
func judged(day string, list ...built) *verdict.Set {
	site := &model.Site{Editions: []*model.Edition{section.Edition}}
	for _, b := range list {
		site.Indicators = append(site.Indicators, b.Indicator)
		for _, t := range b.Targets {
			if t.Ref != nil {
				site.Indicators = append(site.Indicators, t.Ref)
			}
		}
	}
	d, err := model.ParseDate(day)
	if err != nil {
		panic(err)
	}
	return verdict.All(site, verdict.Options{AsOf: d, OnPaceBand: decimal.NewFromInt(5)})
}

// one is the main chart of an indicator on a day.
func one(day string, b built) func(model.Lang) *chart.Chart {
	return func(l model.Lang) *chart.Chart { return chart.ForIndicator(b.Indicator, judged(day, b), l) }
}

func months(year, n int, value func(int) string) string {
	var b strings.Builder
	for m := 1; m <= n; m++ {
		fmt.Fprintf(&b, " %d-%02d=%s", year, m, value(m))
	}
	return b.String()
}

const longName = "全区规模以上高技术制造业与战略性新兴产业以及现代服务业企业研究与试验发展经费内部支出占地区生产总值的比重与上年同期相比的变化幅度值"

// gallery are all forms, with what is hard for each.
func gallery() []specimen {
	growth := func() built { return indicator("规上工业增加值 / Industrial value added", "% growth up") }
	output := func() built {
		return indicator("规模以上工业总产值 / Industrial output", "亿元 level up flow")
	}
	firms := func() built { return indicator("5G工厂 / 5G factories", "家 count up stock") }
	city := indicator("全市农村居民收入增速 / City growth of rural income", "% growth up")
	return []specimen{
		{"trend: a rate over the months of a year", one("2024-10-20", growth().target("2024 ge 12", "12%以上", "12% or more").
			obs("annual 2023=10.4 cumulative"+strings.Replace(months(2024, 9, func(m int) string {
				return fmt.Sprint([]string{"", "", "11.2", "11.9", "12.4", "11.6", "11.8", "12.0", "12.3", "12.1"}[m])
			}), " 2024-01=", "", 1)))},
		{"trend: a rate over eleven quarters, about with a tolerance, revised", one("2024-10-20", growth().
			target("2022 ge 9", "9%以上", "9% or more").target("2023 ge 10", "10%以上", "10% or more").target("2024 approx 11", "11%左右", "about 11%", tolerance("0.5")).
			obs("cumulative 2022-Q1=8.1 2022-Q2=8.9 2022-Q3=9.4 2022-Q4=9.6 2023-Q1=10.4 2023-Q2=9.9 2023-Q3=10.1<10.4 2023-Q4=10.4 2024-Q1=11.9 2024-Q2=11.0 2024-Q3=10.8"))},
		{"trend: negative and mixed values", one("2024-10-20", indicator("工业生产者出厂价格 / Producer prices", "% growth band").target("2024 range -1 1", "−1%～1%", "−1% to 1%").
			obs("single"+months(2024, 9, func(m int) string {
				return []string{"", "-2.5", "-2.7", "-2.8", "-1.4", "0.3", "0.8", "-0.8", "-1.8", "-2.8"}[m]
			})))},
		{"trend: equal values", one("2024-10-20", growth().target("2024 ge 5", "5%以上", "5% or more").obs("cumulative 2024-Q1=5.0 2024-Q2=5.0 2024-Q3=5.0"))},
		{"trend: 300 months", one("2024-10-20", indicator("调查失业率 / Unemployment", "% share down").target("2024 le 5.5", "5.5%以内", "5.5% or less").obs("single"+func() string {
			out := ""
			for y := 2000; y < 2025; y++ {
				out += months(y, 12, func(m int) string { return fmt.Sprintf("%.1f", 4.5+float64((y*m)%13)/10) })
			}
			return out
		}()))},
		{"trend: two months and no target", one("2024-10-20", growth().obs("cumulative 2024-02=7.1 2024-03=7.6"))},
		{"progress: ahead of the time that has passed", one("2024-07-20", output().target("2024 ge 2200", "2200亿元", "220 billion yuan").
			obs("cumulative"+strings.Replace(months(2024, 6, func(m int) string { return fmt.Sprint(m*210 + m*m) }), " 2024-01=211", "", 1)))},
		{"progress: behind, quarters, a plan", one("2024-10-20", output().target("2024 ge 2200", "2200亿元", "220 billion yuan", func(t *model.Target) {
			for q, v := range []int64{300, 900, 1500, 2200} {
				t.Plan = append(t.Plan, model.PlanPoint{Period: model.Period{Year: 2024, Kind: model.Quarter, N: q + 1}, Value: decimal.NewFromInt(v)})
			}
		}).obs("cumulative 2024-Q1=280 2024-Q2=810 2024-Q3=1377.5"))},
		{"progress: two years, the limit broken", one("2024-10-20", indicator("能源消费总量 / Energy used", "万吨 level down flow").target("2023 le 500", "500万吨以内", "5 million tonnes or less").target("2024 le 480", "480万吨以内", "4.8 million tonnes or less").
			obs("cumulative 2023-Q1=120 2023-Q2=240 2023-Q3=370 2023-Q4=495 2024-Q1=130 2024-Q2=290 2024-Q3=485"))},
		{"years: a rate with targets", one("2025-02-20", growth().target("2022 ge 9", "9%以上", "9% or more").target("2023 ge 10", "10%以上", "10% or more").target("2024 ge 12", "12%以上", "12% or more").
			obs("annual 2019=7.9 2020=3.1 2021=11.2 2022=9.6 2023=10.4 2024=11.8"))},
		{"years: an amount, the running year's half, a higher aim", one("2024-07-20", output().target("2023 ge 1900", "1900亿元", "190 billion yuan").target("2024 ge 2200", "2200亿元以上，力争2300亿元", "220 billion yuan or more, at best 230", stretch("2300")).
			obs("annual 2020=1380 2021=1520.5 2022=1760 2023=1921 cumulative 2024-06=1296"))},
		{"years: two, and a first quarter", one("2024-05-01", output().obs("annual 2022=1760 2023=1921 cumulative 2024-Q1=440"))},
		{"years: trillions", one("2026-01-20", indicator("国内生产总值 / GDP", "亿元 level up flow").obs("annual 2020=1034868 2021=1173823 2022=1234029 2023=1294272 2024=1349084 2025=1401879"))},
		{"years: a target in force that replaced another", one("2025-02-20", growth().target("2024 ge 12", "12%以上", "12% or more", earlier("10", "10%以上", "10% or more")).obs("annual 2022=9.6 2023=10.4 2024=11.8"))},
		{"years: twenty-five", one("2025-02-20", indicator("粮食产量 / Grain", "万吨 level up flow").target("2024 ge 65000", "6.5亿吨以上", "650 million tonnes or more").obs(func() string {
			out := "annual"
			for y := 2000; y < 2025; y++ {
				out += fmt.Sprintf(" %d=%d", y, 46000+(y-2000)*900+(y%5)*300)
			}
			return out
		}()))},
		{"years: own beside the reference", one("2025-02-20", indicator("农村居民收入增速 / Growth of rural income", "% growth up").target("2024 rel_gt", "高于全市平均", "above the city", ref(city.obs("annual 2021=10.1 2022=7.7 2023=7.9 2024=6.8"))).obs("annual 2021=11.2 2022=8.1 2023=8.3 2024=7.4"))},
		{"years: a count from 1 to 3", one("2025-02-20", firms().target("2024 ge 4", "4家", "4").obs("annual 2022=1 2023=1 2024=3"))},
		{"years: 141633.81 beside 0.5", one("2025-02-20", output().obs("annual 2022=0.5 2023=12 2024=141633.81"))},
		{"years: losses and gains", one("2025-02-20", indicator("国有企业利润 / Profit of state firms", "亿元 level up flow").target("2024 ge 10", "10亿元", "1 billion yuan").obs("annual 2021=-12.5 2022=-3 2023=4 2024=9.1"))},
		{"years: inequalities and a break", one("2025-02-20", output().target("2024 ge 2000", "2000亿元以上", "200 billion yuan or more").obs("annual 2020=over:1300 2021=1520.5 2022=|under:1500 2023=1921 2024=near:2000"))},
		{"years: a rate of which some years have a sign or a bound alone", one("2025-02-20", indicator("外贸增速 / Growth of trade", "% growth up").target("2024 ge 3", "3%以上", "3% or more").obs("annual 2020=-2.1 2021=negative: 2022=positive: 2023=|over:2 2024=near:3"))},
		{"years: a plan's target at its end", one("2024-02-20", output().target("2021-2025 ge 2900", "达到2900亿元", "290 billion yuan").target("2024 ge 2200", "2200亿元以上", "220 billion yuan or more").obs("annual 2020=1380 2021=1520.5 2022=1760 2023=1921"))},
		{"years: a plan's yearly average", one("2024-02-20", growth().target("2021-2025 ge 6", "年均6%以上", "6% or more a year", counts(model.Average)).obs("annual 2019=7.1 2020=2.2 2021=8.4 2022=5.6 2023=6.3"))},
		{"plan: a total with its pace", one("2024-02-20", indicator("新增就业 / New jobs", "万人 count up flow").target("2021-2025 ge 18", "18万人以上", "180,000 or more", counts(model.Total)).obs("cumulative 2021-2022=7.6 2021-2023=11.2"))},
		{"plan: a fall in all", one("2024-02-20", indicator("单位能耗变化 / Energy per unit", "% growth down").target("2021-2025 le -13.5", "降低13.5%", "down by 13.5%", counts(model.Total)).obs("cumulative 2021-2023=-8.1"))},
		{"plan: an average so far", one("2024-02-20", growth().target("2021-2025 ge 6", "年均6%以上", "6% or more a year", counts(model.Average)).obs("cumulative 2021-2022=7.0 2021-2023=6.8"))},
		{"bullet: nearly, with several higher aims and a break", one("2024-02-20", indicator("电商交易额 / Online trade", "亿元 level up flow").target("2023 ge 82000", "8.2万亿元以上，力争8.4万亿—8.6万亿元", "8.2 trillion yuan or more, at best 8.4 to 8.6 trillion", stretch("84000", "86000")).obs("annual 2023=|near:80000"))},
		{"bullet: over", one("2025-02-20", output().target("2024 ge 800", "800亿元", "80 billion yuan").obs("annual 2024=over:900"))},
		{"bullet: a fall that is nearly", one("2025-02-20", indicator("单位生产总值能耗 / Energy per unit of GDP", "% growth down").target("2024 le -3", "下降3%以上", "down by 3% or more").obs("annual 2024=over:-3.5"))},
		{"bullet: above zero", one("2025-02-20", growth().target("2024 ge 3", "3%以上", "3% or more").obs("annual 2024=positive:"))},
		{"bullet: above zero, without a target", one("2025-02-20", growth().obs("annual 2024=positive:"))},
		{"bullet: a share of a plan, at the edge", one("2025-02-20", growth().target("2024 approx 8", "8%左右", "about 8%").obs("annual 2024=8.0"))},
		{"bullet: completion of a plan", one("2024-10-20", indicator("投资计划完成率 / Investment plan", "% completion up flow").target("2024 ge 100", "全面完成", "all of it").obs("cumulative 2024-09=81.5"))},
		{"bullet: at least", one("2025-02-20", growth().target("2024 ge 12", "12%以上", "12% or more").obs("annual 2024=11.8"))},
		{"bullet: at most", one("2025-02-20", indicator("城镇调查失业率 / Unemployment", "% share down").target("2024 le 5.5", "5.5%以内", "5.5% or less").obs("annual 2024=5.1"))},
		{"bullet: about with a tolerance", one("2025-02-20", growth().target("2024 approx 8.5", "8.5%左右", "about 8.5%", tolerance("0.3")).obs("annual 2024=8.1"))},
		{"bullet: a range", one("2025-02-20", growth().target("2024 range 4.5 5", "4.5%—5%", "4.5% to 5%").obs("annual 2024=5.2"))},
		{"bullet: two versions and a higher aim", one("2025-02-20", growth().target("2024 ge 7", "7%以上，力争8%", "7% or more, at best 8%", earlier("6.5", "6.5%", "6.5%"), stretch("8")).obs("annual 2024=7.6"))},
		{"bullet: a share near all", one("2025-02-20", indicator("集中式饮用水水源达标率 / Clean sources of water", "% share up").target("2024 ge 98", "98%以上", "98% or more").obs("annual 2024=99.1"))},
		{"bullet: half a year of a flow", one("2024-07-20", firms2().target("2024 ge 24", "24家", "24 firms").obs("cumulative 2024-06=13"))},
		{"bullet: a fall", one("2025-02-20", indicator("单位生产总值能耗 / Energy per unit of GDP", "% growth down").target("2024 le -3", "下降3%以上", "down by 3% or more").obs("annual 2024=-3.8"))},
		{"bullet: no target", one("2025-02-20", firms().obs("annual 2024=31"))},
		{"bullet: a name and a target of sixty characters", one("2025-02-20", indicator(longName+" / "+longName, "% share up").target("2024 ge 3.1", longName+"达到3.1%", longName).obs("annual 2024=2.9"))},
		{"target: at least", one("2024-02-20", growth().target("2024 ge 12", "12%以上", "12% or more"))},
		{"target: more than, in hundreds of millions", one("2024-02-20", output().target("2024 gt 1000", "突破千亿大关", "over 100 billion yuan"))},
		{"target: with last year's result", one("2024-02-20", growth().target("2024 ge 12", "12%以上", "12% or more").obs("annual 2023=10.4"))},
		{"target: a range, down is better", one("2024-02-20", indicator("细颗粒物浓度 / PM2.5", "微克/立方米 index down").target("2024 range 30 35", "30—35微克/立方米", "30 to 35 µg/m³"))},
		{"target: a share", one("2024-02-20", indicator("外资占全市比重 / Share of city FDI", "% share up").target("2024 ge 60", "达到60%", "60%"))},
		{"target: one of a thing", one("2024-02-20", firms().target("2024 ge 1", "1家", "1"))},
		{"relation: without figures", one("2024-02-20", indicator("农村居民收入增速 / Growth of rural income", "% growth up").target("2024 rel_gt", "高于全市平均", "above the city", ref(indicator("全市农村居民收入增速 / City growth", "% growth up"))))},
		{"relation: with figures", one("2025-02-20", indicator("农村居民收入增速 / Growth of rural income", "% growth up").target("2024 rel_gt", "高于全市平均", "above the city", ref(indicator("全市农村居民收入增速 / City growth", "% growth up").obs("annual 2024=6.8"))).obs("annual 2024=7.4"))},
		{"state: in words", one("2024-02-20", indicator("外贸 / Trade", "% growth up").target("2024 qualitative", "促稳提质", "steadier and better"))},
		{"state: set by a higher authority", one("2024-02-20", indicator("能耗 / Energy", "% growth down").target("2024 external", "完成上级下达任务", "as set by the province"))},
		{"state: nothing", one("2024-02-20", indicator("外贸 / Trade", "% growth up"))},
		{"compare: targets only", func(l model.Lang) *chart.Chart { return compare(l, false) }},
		{"compare: with results", func(l model.Lang) *chart.Chart { return compare(l, true) }},
		{"compare: 0.03 and 1.4 million", func(l model.Lang) *chart.Chart {
			a := indicator("甲 / First", "亿元 level up flow").target("2024 ge 1400000", "140万亿元", "140 trillion yuan").obs("annual 2024=1401879")
			b := indicator("乙 / Second", "亿元 level up flow").target("2024 ge 0.03", "300万元", "3 million yuan").obs("annual 2024=0.04")
			return group("大小悬殊的两项", l, "2025-02-20", a, b)
		}},
		{"compare: thirty indicators", func(l model.Lang) *chart.Chart {
			var list []built
			for n := range 30 {
				v := fmt.Sprint(n*n%37 + 3)
				list = append(list, indicator(fmt.Sprintf("第%d项企业数 / Firms of kind %d", n+1, n+1), "家 count up stock").target("2024 ge "+v, v+"家以上", v+" firms or more").obs(fmt.Sprintf("annual 2024=%d", n*n%37+n%5)))
			}
			return group("三十项", l, "2025-02-20", list...)
		}},
		{"compare: lines over years, own and city", func(l model.Lang) *chart.Chart {
			own := indicator("农村居民收入增速 / Growth of rural income", "% growth up").target("2024 rel_gt", "高于全市平均", "above the city", ref(city)).obs("annual 2021=11.2 2022=8.1 2023=8.3 2024=7.4")
			return group("本区与全市", l, "2025-02-20", own, indicator("全市农村居民收入增速 / City growth of rural income", "% growth up").obs("annual 2021=10.1 2022=7.7 2023=7.9 2024=6.8"))
		}},
		{"compare: lines within a year", func(l model.Lang) *chart.Chart {
			a := indicator("商品零售 / Goods", "% growth up").obs("cumulative" + months(2024, 9, func(m int) string { return fmt.Sprintf("%.1f", 4.2-float64(m)/10) }))
			b := indicator("餐饮收入 / Catering", "% growth up").obs("cumulative" + months(2024, 9, func(m int) string { return fmt.Sprintf("%.1f", 12-float64(m)/2) }))
			return group("消费", l, "2024-10-20", a, b)
		}},
		{"compare: five targets", func(l model.Lang) *chart.Chart {
			var list []built
			for n, op := range []string{"ge 12", "le 8", "range 4.5 5", "approx 9", "gt 10"} {
				list = append(list, indicator(fmt.Sprintf("第%d项增速 / Rate %d", n+1, n+1), "% growth up").target("2024 "+op, op, op))
			}
			return group("五项增速", l, "2024-02-20", list...)
		}},
		{"structure", func(l model.Lang) *chart.Chart {
			d := decimal.RequireFromString
			return chart.PartsOf("x", "三次产业结构", []chart.NamedPart{{Name: "第一产业", Value: d("11.5")}, {Name: "第二产业", Value: d("47.7")}, {Name: "第三产业", Value: d("40.8")}}, "%", l)
		}},
		{"structure: years and a target", one("2024-02-20", parts(indicator("三次产业结构 / Structure of industry", "% structure band").obs("annual 2021=3.1/50.1/46.8 2022=2.9/50.6/46.5 2023=2.8/50.9/46.3")).target("2021-2025 approx", "2.5:49.5:48左右", "about 2.5:49.5:48", func(t *model.Target) {
			t.Parts = []decimal.Decimal{decimal.RequireFromString("2.5"), decimal.RequireFromString("49.5"), decimal.RequireFromString("48")}
		}))},
		{"structure: a thin part", func(l model.Lang) *chart.Chart {
			d := decimal.RequireFromString
			return chart.PartsOf("x", "能源结构", []chart.NamedPart{{Name: "煤炭", Value: d("91.5")}, {Name: "石油和其他液体燃料", Value: d("7.7")}, {Name: "风能", Value: d("0.8")}}, "%", l)
		}},
		{"timeline", timelineOf},
		{"overview", overviewOf},
	}
}

func firms2() built {
	return indicator("新增规上工业企业 / New industrial firms", "家 count up flow")
}

func compare(l model.Lang, results bool) *chart.Chart {
	list := []built{
		indicator("规上工业总产值 / Industrial output", "亿元 level up flow").target("2024 ge 1921", "1921亿元", "192.1 billion yuan"),
		indicator("社会消费品零售总额 / Retail sales", "亿元 level up flow").target("2024 ge 167", "167亿元", "16.7 billion yuan"),
		indicator("地区生产总值增速 / GDP growth", "% growth up").target("2024 approx 8.5", "8.5%左右", "about 8.5%"),
		indicator("规上工业增加值增速 / Industrial value added", "% growth up").target("2024 ge 12", "12%以上", "12% or more"),
		indicator("农村居民收入增速 / Growth of rural income", "% growth up").target("2024 qualitative", "高于全市平均", "above the city"),
	}
	if results {
		list[0].obs("annual 2024=1988.4")
		list[2].obs("annual 2024=8.1")
	}
	return group("全年预期目标", l, "2025-02-20", list...)
}

func group(caption string, l model.Lang, day string, list ...built) *chart.Chart {
	var all []*model.Indicator
	for _, b := range list {
		all = append(all, b.Indicator)
	}
	return chart.Compare("x", caption, all, model.YearOf(2024), judged(day, list...), l)
}

func timelineOf(l model.Lang) *chart.Chart {
	date := func(s string) model.Date { d, _ := model.ParseDate(s); return d }
	var list []*model.Commitment
	for n, name := range []string{"荆荆高铁掇刀段建成通车", "凤凰湖湿地公园二期", "全区十二所中小学食堂与运动场地改造提升工程第三标段", "老旧小区改造"} {
		m := &model.Commitment{ID: fmt.Sprint(n), Title: model.Text{Zh: name}, Due: date("2024-12-31")}
		for k := range n + 1 {
			m.Events = append(m.Events, model.Event{Date: date(fmt.Sprintf("2024-%02d-15", 2+n+2*k)), Text: model.Text{Zh: "开工"}})
		}
		list = append(list, m)
	}
	return chart.Timeline("x", "任务时间线", list, l)
}

func overviewOf(l model.Lang) *chart.Chart {
	e := &model.Edition{Period: model.YearOf(2024), Title: model.Text{Zh: "2024年报告"}}
	var all []built
	for n, name := range []string{"总体目标", "产业集群", "企业培育与创新主体梯度培育的若干措施", "城市品质"} {
		s := &model.Section{Edition: e, ID: fmt.Sprint(n), Title: model.Text{Zh: name}}
		for k := range 3 + 7*n {
			i := indicator(fmt.Sprintf("指标%d", k), "% growth up").target("2024 ge 5", "5%以上", "5% or more")
			if k%3 > 0 {
				i.obs(fmt.Sprintf("annual 2024=%d", 3+k%4))
			}
			s.Indicators = append(s.Indicators, i.Indicator)
			all = append(all, i)
		}
		e.Sections = append(e.Sections, s)
	}
	return chart.StatusTiles("x", "目标状态一览", e, judged("2025-02-20", all...), l)
}

var languages = []model.Lang{model.Chinese, model.English}
