package wording

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

func indicator(measure model.Measure, unit model.Unit, better model.Better) *model.Indicator {
	short := model.Text{Zh: "规上工业", En: "industry"}
	return &model.Indicator{ID: "i", Name: short, Short: short, Measure: measure, Unit: unit, Better: better}
}

func num(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }

func TestAgrees(t *testing.T) {
	growth := indicator(model.Growth, model.Percent, model.Up)
	fall := indicator(model.Growth, model.Percent, model.Down)
	output := indicator(model.Level, "亿元", model.Up)
	firms := indicator(model.Count, "家", model.Up)
	rate := indicator(model.Share, model.Percent, model.Up)
	band := indicator(model.Growth, model.Percent, model.Band)
	index := indicator(model.Index, "", model.Up)
	half := model.Bound{Op: model.DeltaPP, Value: num("-0.5")}
	for _, test := range []struct {
		words  string
		i      *model.Indicator
		bound  model.Bound
		zh, en string // of the mismatch; empty: they agree
	}{
		{"12%以上", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12%", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12.0%", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"3%", fall, model.Bound{Op: model.LE, Value: num("3")}, "", ""},
		{"降低3%左右", fall, model.Bound{Op: model.Approx, Value: num("-3")}, "", ""},
		{"降低3%以上", fall, model.Bound{Op: model.LE, Value: num("-3")}, "", ""},
		{"突破千亿", output, model.Bound{Op: model.GT, Value: num("1000")}, "", ""},
		{"1万亿元", output, model.Bound{Op: model.GE, Value: num("10000")}, "", ""},
		{"over 180 billion yuan", output, model.Bound{Op: model.GT, Value: num("1800")}, "", ""},
		{"24 new firms", firms, model.Bound{Op: model.GE, Value: num("24")}, "", ""},
		{"翻番", output, model.Bound{Op: model.GE, Multiple: num("2"), Base: num("5"), Value: num("10")}, "", ""},
		{"提高1个百分点", growth, model.Bound{Op: model.DeltaPP, Value: num("1")}, "", ""},
		{"高于全市平均", growth, model.Bound{Op: model.RelGT}, "", ""},
		{"12%以上", growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")}, "", ""},
		{"12%以上、力争13%", growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")}, "", ""},
		{"6%—6.5%", growth, model.Bound{Op: model.Range, Low: num("6"), High: num("6.5")}, "", ""},
		{"下降3%—5%", fall, model.Bound{Op: model.Range, Low: num("-5"), High: num("-3")}, "", ""},
		{"5000亿—1万亿元", output, model.Bound{Op: model.Range, Low: num("5000"), High: num("10000")}, "", ""},
		{"100—200亿", output, model.Bound{Op: model.Range, Low: num("100"), High: num("200")}, "", ""},
		{"3%", band, model.Bound{Op: model.LE, Value: num("3")}, "", ""},
		{"3%", band, model.Bound{Op: model.GE, Value: num("3")}, "", ""},
		{"3%", growth, model.Bound{Op: model.EQ, Value: num("3")}, "", ""},
		{"下降0.5个百分点", rate, half, "", ""},
		{"-0.5", rate, half, "", ""},
		{"下降0.5—1个百分点", rate, model.Bound{Op: model.DeltaPP, Low: num("-1"), High: num("-0.5")}, "", ""},
		{"1亿斤", indicator(model.Level, "万吨", model.Up), model.Bound{Op: model.GE, Value: num("5")}, "", ""},
		{"15.3公里", indicator(model.Level, "公里", model.Up), model.Bound{Op: model.GE, Value: num("15.3")}, "", ""},
		{"3倍", indicator(model.Ratio, "倍", model.Up), model.Bound{Op: model.GE, Value: num("3")}, "", ""},
		{"2—3倍", indicator(model.Ratio, "倍", model.Up), model.Bound{Op: model.Range, Low: num("2"), High: num("3")}, "", ""},
		{"10/10万以内", indicator(model.Ratio, "/10万", model.Down), model.Bound{Op: model.LE, Value: num("10")}, "", ""},
		{"5.3%—5.4%左右", growth, model.Bound{Op: model.Approx, Low: num("5.3"), High: num("5.4")}, "", ""},
		{
			"5.3%—5.4%", growth, model.Bound{Op: model.Approx, Low: num("5.3"), High: num("5.4")},
			"文字的意思是“区间”，数据写的是“左右”（approx）", "the words mean “a range”, the data says “about” (approx)",
		},
		{
			"6%、力争7%、冲刺8%", growth, model.Bound{Op: model.GE, Value: num("6"), Stretch: num("7")},
			"文字写了更多的力争目标，数据没有写 further", "the words name a further aim, the data has no `further`",
		},
		{"2.8:50.9:46.3", rate, model.Bound{Op: model.EQ, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}}, "", ""},
		{
			"2.8:50:47.2", rate, model.Bound{Op: model.EQ, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}},
			"文字写的是 2.8:50:47.2，数据是 2.8:50.9:46.3", "the words say 2.8:50:47.2, the data says 2.8:50.9:46.3",
		},
		{"5.3%—5.4%左右", growth, model.Bound{Op: model.Range, Low: num("5.3"), High: num("5.4")}, "", ""},
		{"2.8:50.9:46.3左右", rate, model.Bound{Op: model.Approx, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}}, "", ""},
		{
			"2.8:50.9:46.3", rate, model.Bound{Op: model.Approx, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}},
			"文字的意思是“等于”，数据写的是“左右”（approx）", "the words mean “exactly”, the data says “about” (approx)",
		},
		{
			"2.8:50.9:46.3左右", rate, model.Bound{Op: model.EQ, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}},
			"文字的意思是“左右”，数据写的是“等于”（eq）", "the words mean “about”, the data says “exactly” (eq)",
		},
		{
			"46.3%以上", rate, model.Bound{Op: model.EQ, Parts: []decimal.Decimal{num("2.8").Decimal, num("50.9").Decimal, num("46.3").Decimal}},
			"数据是结构（几项之比），文字没有写出各项", "the data has the parts of a structure, the words do not name them",
		},
		{"由负转正", growth, model.Bound{Op: model.GT, Value: num("0")}, "", ""},
		{
			"2.8:50.9:46.3", rate, model.Bound{Op: model.GE, Value: num("2.8")},
			"文字写的是结构（几项之比），数据是一个数", "the words name the parts of a structure, the data has one figure",
		},
		{"减少100家以上", firms, model.Bound{Op: model.LE, Value: num("-100")}, "", ""},
		{"减少100家以上", firms, model.Bound{Op: model.GE, Value: num("100")}, "", ""}, // the indicator counts what goes
		{"减少到100家以内", firms, model.Bound{Op: model.LE, Value: num("100")}, "", ""},
		{"零增长", growth, model.Bound{Op: model.LE, Value: num("0")}, "", ""},
		{"持平", growth, model.Bound{Op: model.Flat}, "", ""},
		{"与经济增长同步", growth, model.Bound{Op: model.RelSync}, "", ""},
		{"完成上级下达任务", growth, model.Bound{Op: model.External}, "", ""},
		{"力争不低于120", index, model.Bound{Op: model.GE, Value: num("120")}, "", ""},
		{
			"下降0.5%", rate, half,
			"文字的单位是“%”，指标的单位是“百分点”", "the words have the unit %, the indicator has 百分点",
		},
		{
			"提高0.5个百分点", rate, half,
			"文字写的是 0.5个百分点，数据是 −0.5个百分点", "the words say 0.5个百分点, the data says −0.5个百分点",
		},
		{
			"5个百分点以上", growth, model.Bound{Op: model.GE, Value: num("5")},
			"文字的单位是“百分点”，指标的单位是“%”", "the words have the unit 百分点, the indicator has %",
		},
		{
			"下降3%", rate, model.Bound{Op: model.GE, Value: num("3")},
			"文字写的是 −3%，数据是 3%", "the words say −3%, the data says 3%",
		},
		{
			"-24家", firms, model.Bound{Op: model.GE, Value: num("24")},
			"文字写的是 −24家，数据是 24家", "the words say −24家, the data says 24家",
		},
		{
			"12%以上、力争13%", growth, model.Bound{Op: model.GE, Value: num("12")},
			"文字写了更高的目标，数据没有写 stretch", "the words name a higher aim, the data has no `stretch`",
		},
		{
			"翻番", output, model.Bound{Op: model.GE, Value: num("10")},
			"文字写的是倍数，数据没有写 multiple", "the words name a multiple, the data has no `multiple`",
		},
		{
			"5%以内", growth, model.Bound{Op: model.LE},
			"文字写的是 5%，数据没有写这个数", "the words say 5%, the data has no such figure",
		},
		{
			"120家以上", index, model.Bound{Op: model.GE, Value: num("120")},
			"文字的单位是“家”，指标没有单位", "the words have the unit 家, the indicator has none",
		},
		{
			"6%—7%", growth, model.Bound{Op: model.Range, Low: num("6"), High: num("6.5")},
			"文字写的是 7%，数据是 6.5%", "the words say 7%, the data says 6.5%",
		},
		{
			"持平", growth, model.Bound{Op: model.Range, Low: num("6"), High: num("6.5")},
			"文字的意思是“持平”，数据写的是“区间”（range）", "the words mean “unchanged”, the data says “a range” (range)",
		},
		{
			"高于全市平均水平", growth, model.Bound{Op: model.RelSync},
			"文字的意思是“高于另一指标”，数据写的是“与另一指标同步”（rel_sync）",
			"the words mean “above another indicator”, the data says “in step with another indicator” (rel_sync)",
		},
		{
			"5%", fall, model.Bound{Op: model.GE, Value: num("5")},
			"文字的意思是“以内（含本数）”，数据写的是“以上（含本数）”（ge）",
			"the words mean “at most”, the data says “at least” (ge)",
		},
		{
			"11%以上", growth, model.Bound{Op: model.GE, Value: num("12")},
			"文字写的是 11%，数据是 12%", "the words say 11%, the data says 12%",
		},
		{
			"超过12%", growth, model.Bound{Op: model.GE, Value: num("12")},
			"文字的意思是“超过（不含本数）”，数据写的是“以上（含本数）”（ge）",
			"the words mean “more than”, the data says “at least” (ge)",
		},
		{
			"12%", growth, model.Bound{Op: model.Approx, Value: num("12")},
			"文字的意思是“以上（含本数）”，数据写的是“左右”（approx）",
			"the words mean “at least”, the data says “about” (approx)",
		},
		{
			"24个", firms, model.Bound{Op: model.GE, Value: num("24")},
			"文字的单位是“个”，指标的单位是“家”", "the words have the unit 个, the indicator has 家",
		},
		{
			"千亿", output, model.Bound{Op: model.GE, Value: num("100")},
			"文字写的是 1000亿元，数据是 100亿元", "the words say 1000亿元, the data says 100亿元",
		},
		{
			"12%以上、力争14%", growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")},
			"文字写的是 14%，数据是 13%", "the words say 14%, the data says 13%",
		},
		{
			"翻两番", output, model.Bound{Op: model.GE, Multiple: num("2")},
			"文字写的是 4 倍，数据是 2 倍", "the words say 4 times, the data says 2 times",
		},
	} {
		f, err := Parse(test.words)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.words, err)
			continue
		}
		err = f.Agrees(&model.Target{Indicator: test.i, Period: model.YearOf(2024), Bound: test.bound})
		m, isMismatch := errors.AsType[*Mismatch](err)
		switch {
		case test.zh == "" && err != nil:
			t.Errorf("%q: %v", test.words, err)
		case test.zh != "" && !isMismatch:
			t.Errorf("%q agrees with %+v", test.words, test.bound)
		case test.zh != "" && (m.Message.Zh != test.zh || m.Message.En != test.en):
			t.Errorf("%q: %q, %q", test.words, m.Message.Zh, m.Message.En)
		}
	}
}

func TestAgreesResult(t *testing.T) {
	output := indicator(model.Level, "亿元", model.Up)
	growth := indicator(model.Growth, model.Percent, model.Up)
	points := indicator(model.Growth, model.PercentagePoint, model.Up)
	firms := indicator(model.Count, "家", model.Up)
	const noApprox = "文字写的是约数，数据没有标明 approx"
	for _, test := range []struct {
		words  string
		i      *model.Indicator
		value  string
		approx bool
		zh     string // of the mismatch; empty: they agree
	}{
		{"1921亿元", output, "1921", false, ""},
		{"0.1921万亿元", output, "1921", false, ""},
		{"192.1 billion yuan", output, "1921", false, ""},
		{"约1921亿元", output, "1921", true, ""},
		{"1921亿元", output, "1921", true, ""}, // 约 may stand before the link
		{"1900多亿元", output, "1900", true, ""},
		{"近200家", firms, "200", true, ""},
		{"减少24家", firms, "24", false, ""},
		{"减少24家", firms, "-24", false, ""},
		{"下降3.8%", growth, "-3.8", false, ""},
		{"fell by 3.8%", growth, "-3.8", false, ""},
		{"5.0%", growth, "5", false, ""},
		{"提高1个百分点", points, "1", false, ""},
		{"近1921亿元", output, "1921", false, noApprox},
		{"提高1个百分点左右", points, "1", false, noApprox},
		{"提高1个百分点以上", points, "1", false, ""},
		{"1900多亿元", output, "1900", false, noApprox},
		{"1920亿元", output, "1921", false, "文字写的是 1920亿元，数据是 1921亿元"},
		{"1921亿元以上", output, "1921", false, ""},
		{"6%—7%", growth, "6", false, "公布的结果是一个数，文字写的是“区间”"},
		{"翻番", output, "10", false, "公布的结果是一个数，文字写的是“以上（含本数）”"},
		{"持平", growth, "0", false, ""},
		{"持平", growth, "0.1", false, "公布的结果是一个数，文字写的是“持平”"},
		{"3.8%", growth, "-3.8", false, "文字写的是 3.8%，数据是 −3.8%"},
		{"下降3.8%", growth, "3.8", false, "文字写的是 −3.8%，数据是 3.8%"},
		{"提高1个百分点", growth, "1", false, "文字的单位是“百分点”，指标的单位是“%”"},
		{"24个", firms, "24", false, "文字的单位是“个”，指标的单位是“家”"},
	} {
		f, err := Parse(test.words)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.words, err)
			continue
		}
		got := ""
		o := &model.Observation{Indicator: test.i, Value: decimal.RequireFromString(test.value), Approx: test.approx}
		if m, ok := errors.AsType[*Mismatch](func() error { _, err := f.MatchResult(o); return err }()); ok {
			got = m.Message.Zh
			if m.Message.En == "" || m.Error() != m.Message.En {
				t.Errorf("%q: the English message is %q", test.words, m.Message.En)
			}
		}
		if got != test.zh {
			t.Errorf("%q beside %s (approx %v): %q, want %q", test.words, test.value, test.approx, got, test.zh)
		}
	}
}
