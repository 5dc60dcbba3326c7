package wording

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// What is written from the data reads back as the same demand, for every
// operator and unit in both languages.
func TestWriteReadsBack(t *testing.T) {
	ref := indicator(model.Growth, model.Percent, model.Up)
	ref.Short = model.Text{Zh: "全市平均水平", En: "the city's average"}
	for _, unit := range append(model.Units(), "") {
		for _, i := range []*model.Indicator{
			indicator(model.Growth, unit, model.Up), indicator(model.Growth, unit, model.Down),
			indicator(model.Level, unit, model.Up), indicator(model.Count, unit, model.Down),
		} {
			for _, op := range model.Ops {
				for _, v := range []string{"1", "12", "0.5", "1800", "1234567.8", "-3"} {
					if unit == model.Times && v == "-3" {
						continue // nothing is minus three times as much
					}
					b := model.Bound{Op: op, Value: num(v)}
					switch op {
					case model.Range:
						b.Value, b.Low, b.High = decimal.NullDecimal{}, num(v), num("2000000")
						if strings.HasPrefix(v, "-") {
							b.High = num("-1")
						}
					case model.RelGT, model.RelGE, model.RelSync:
						b.Value, b.Ref = decimal.NullDecimal{}, ref
					case model.Flat, model.External:
						b.Value = decimal.NullDecimal{}
					case model.DeltaPP:
						if i.Unit != model.Percent {
							continue
						}
					case model.Qualitative:
						continue // has no figure
					case model.GE, model.LE:
						b.Stretch = num("2000000")
						if strings.HasPrefix(v, "-") {
							b.Stretch = num("-5")
						}
					}
					readBack(t, &model.Target{Indicator: i, Bound: b})
				}
			}
		}
	}
}

// The same for aims beyond the higher one, structures, and ranges that are only
// about.
func TestWriteMoreReadsBack(t *testing.T) {
	growth, fall := indicator(model.Growth, model.Percent, model.Up), indicator(model.Growth, model.Percent, model.Down)
	parts := indicator(model.Structure, model.Percent, model.Band)
	aims := func(list ...string) (all []decimal.Decimal) {
		for _, s := range list {
			all = append(all, decimal.RequireFromString(s))
		}
		return all
	}
	for _, target := range []model.Target{
		{Indicator: growth, Bound: model.Bound{Op: model.GE, Value: num("6"), Stretch: num("6.5"), Further: aims("7")}},
		{Indicator: growth, Bound: model.Bound{Op: model.GE, Value: num("6"), Stretch: num("6.5"), Further: aims("7", "8")}},
		{Indicator: fall, Bound: model.Bound{Op: model.LE, Value: num("3"), Stretch: num("2.5"), Further: aims("2")}},
		{Indicator: fall, Bound: model.Bound{Op: model.LE, Value: num("-3"), Stretch: num("-3.5"), Further: aims("-4")}},
		{Indicator: fall, Bound: model.Bound{Op: model.LE, Value: num("-3"), Stretch: num("-3.5"), Further: aims("-4", "-5")}},
		{Indicator: growth, Bound: model.Bound{Op: model.Approx, Low: num("5.3"), High: num("5.4")}},
		{Indicator: growth, Bound: model.Bound{Op: model.Approx, Low: num("-5.4"), High: num("-5.3")}},
		{Indicator: parts, Bound: model.Bound{Op: model.EQ, Parts: aims("2.8", "50.9", "46.3")}},
		{Indicator: parts, Bound: model.Bound{Op: model.Approx, Parts: aims("2.8", "50.9", "46.3")}},
	} {
		readBack(t, &target)
	}
}

// The same for multiples of a base.
func TestWriteMultipleReadsBack(t *testing.T) {
	i := indicator(model.Level, "亿元", model.Up)
	for _, op := range []model.Op{model.GE, model.GT, model.LE, model.LT, model.Approx} {
		for _, n := range []string{"2", "1.5", "10"} {
			readBack(t, &model.Target{Indicator: i, Bound: model.Bound{Op: op, Multiple: num(n), Base: num("100"), Value: num("1")}})
		}
	}
}

func readBack(t *testing.T, target *model.Target) {
	t.Helper()
	for _, l := range []model.Lang{model.Chinese, model.English} {
		words, i := Write(target, l), target.Indicator
		f, err := Parse(words)
		if err == nil {
			err = f.Agrees(target)
		}
		said := len(f.Further)
		if f.StretchHigh.Valid {
			said++
		}
		if err == nil && (f.Stretch.Valid != target.Stretch.Valid || said != len(target.Further)) {
			t.Errorf("the higher aim of %q is lost", words)
		}
		if err != nil {
			t.Errorf("%s %+v in %q (%s, better %s) is written %q: %v", target.Op, target.Value.Decimal, i.Unit, i.Measure, i.Better, words, err)
		}
	}
}

// The words themselves.
func TestWrite(t *testing.T) {
	growth := indicator(model.Growth, model.Percent, model.Up)
	output := indicator(model.Level, "亿元", model.Up)
	ref := indicator(model.Growth, model.Percent, model.Up)
	ref.Short = model.Text{Zh: "全市平均水平", En: "the city's average"}
	for _, test := range []struct {
		i      *model.Indicator
		bound  model.Bound
		zh, en string
	}{
		{growth, model.Bound{Op: model.GE, Value: num("12")}, "12%以上", "12% or more"},
		{growth, model.Bound{Op: model.GT, Value: num("12")}, "超过12%", "more than 12%"},
		{growth, model.Bound{Op: model.LE, Value: num("12")}, "12%以内", "12% or less"},
		{growth, model.Bound{Op: model.LT, Value: num("12")}, "低于12%", "less than 12%"},
		{growth, model.Bound{Op: model.EQ, Value: num("12")}, "12%", "12%"},
		{growth, model.Bound{Op: model.Approx, Value: num("12")}, "12%左右", "about 12%"},
		{growth, model.Bound{Op: model.LE, Value: num("-3")}, "下降3%以上", "down by 3% or more"},
		{growth, model.Bound{Op: model.GE, Value: num("-3")}, "下降3%以内", "down by 3% or less"},
		{growth, model.Bound{Op: model.LT, Value: num("-3")}, "降幅超过3%", "down by more than 3%"},
		{growth, model.Bound{Op: model.GT, Value: num("-3")}, "降幅低于3%", "down by less than 3%"},
		{growth, model.Bound{Op: model.Approx, Value: num("-3")}, "下降3%左右", "down by about 3%"},
		{growth, model.Bound{Op: model.Range, Low: num("6"), High: num("6.5")}, "6%～6.5%", "6% to 6.5%"},
		{growth, model.Bound{Op: model.Range, Low: num("-5"), High: num("-3")}, "下降3%～5%", "down by 3% to 5%"},
		{growth, model.Bound{Op: model.Range, Low: num("-1"), High: num("1")}, "−1%～1%", "−1% to 1%"},
		{growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")}, "12%以上，力争13%", "12% or more, at best 13%"},
		{
			growth, model.Bound{Op: model.LE, Value: num("-3"), Stretch: num("-3.5")},
			"下降3%以上，力争下降3.5%", "down by 3% or more, at best down by 3.5%",
		},
		{growth, model.Bound{Op: model.RelGT, Ref: ref}, "高于全市平均水平", "above the city's average"},
		{growth, model.Bound{Op: model.RelGE, Ref: ref}, "不低于全市平均水平", "no lower than the city's average"},
		{growth, model.Bound{Op: model.RelSync, Ref: ref}, "与全市平均水平同步", "in step with the city's average"},
		{growth, model.Bound{Op: model.Flat}, "与上年持平", "unchanged"},
		{growth, model.Bound{Op: model.DeltaPP, Value: num("-0.5")}, "下降0.5个百分点", "down by 0.5 percentage points"},
		{
			growth, model.Bound{Op: model.DeltaPP, Low: num("-1"), High: num("-0.5")},
			"下降0.5个百分点～1个百分点", "down by 0.5 percentage points to 1 percentage point",
		},
		{
			growth, model.Bound{Op: model.DeltaPP, Low: num("1"), High: num("2")},
			"提高1个百分点～2个百分点", "up by 1 percentage point to 2 percentage points",
		},
		{growth, model.Bound{Op: model.External}, "完成上级下达任务", "set by a higher authority"},
		{growth, model.Bound{Op: model.Qualitative, AsWritten: model.Text{Zh: "稳中提质"}}, "稳中提质", "稳中提质"},
		{output, model.Bound{Op: model.GE, Value: num("-12")}, "−12亿元以上", "−1.2 billion yuan or more"},
		{output, model.Bound{Op: model.GE, Multiple: num("2")}, "达到基数的2倍", "2 times the base"},
		{output, model.Bound{Op: model.GT, Multiple: num("2")}, "超过基数的2倍", "more than 2 times the base"},
	} {
		target := &model.Target{Indicator: test.i, Bound: test.bound}
		if zh, en := Write(target, model.Chinese), Write(target, model.English); zh != test.zh || en != test.en {
			t.Errorf("%s: %q, %q; want %q, %q", test.bound.Op, zh, en, test.zh, test.en)
		}
	}
}

func TestWriteValue(t *testing.T) {
	for _, test := range []struct{ value, unit, zh, en string }{
		{"1921", "亿元", "1921亿元", "192.1 billion yuan"},
		{"8.50", "%", "8.50%", "8.50%"},
		{"1", "百分点", "1个百分点", "1 percentage point"},
		{"0.1", "百分点", "0.1个百分点", "0.1 percentage points"},
		{"1269", "万人", "1269万人", "12.69 million persons"},
		{"43377", "元", "43377元", "43,377 yuan"},
		{"24", "家", "24家", "24 firms"},
		{"1", "家", "1家", "1 firm"},
		{"1", "人", "1人", "1 person"},
		{"1", "百分点", "1个百分点", "1 percentage point"},
		{"5", "", "5", "5"},
		{"12345", "个", "12345个", "12,345"},
		{"2.2", ":1", "2.2:1", "2.2:1"},
		{"-5", "亿元", "−5亿元", "−500 million yuan"},
	} {
		v := decimal.RequireFromString(test.value)
		if zh, en := WriteValue(v, model.Unit(test.unit), model.Chinese), WriteValue(v, model.Unit(test.unit), model.English); zh != test.zh || en != test.en {
			t.Errorf("%s %s: %q, %q; want %q, %q", test.value, test.unit, zh, en, test.zh, test.en)
		}
	}
}
