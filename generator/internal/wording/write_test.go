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
				for _, v := range []string{"12", "0.5", "1800", "1234567.8", "-3"} {
					b := model.Bound{Op: op, Value: num(v)}
					switch op {
					case model.Range:
						b.Value, b.Low, b.High = decimal.NullDecimal{}, num(v), num("2000000")
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
						if !strings.HasPrefix(v, "-") {
							b.Stretch = num("2000000")
						}
					}
					readBack(t, &model.Target{Indicator: i, Bound: b})
				}
			}
		}
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
		if err == nil && f.Stretch.Valid != target.Stretch.Valid {
			t.Errorf("the higher aim of %q is lost", words)
		}
		if err != nil {
			t.Errorf("%s %+v in %q (%s, better %s) is written %q: %v", target.Op, target.Value.Decimal, i.Unit, i.Measure, i.Better, words, err)
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
		{"12345", "个", "12345个", "12,345"},
		{"2.2", ":1", "2.2:1", "2.2:1"},
		{"-5", "亿元", "-5亿元", "-500 million yuan"},
	} {
		v := decimal.RequireFromString(test.value)
		if zh, en := WriteValue(v, model.Unit(test.unit), model.Chinese), WriteValue(v, model.Unit(test.unit), model.English); zh != test.zh || en != test.en {
			t.Errorf("%s %s: %q, %q; want %q, %q", test.value, test.unit, zh, en, test.zh, test.en)
		}
	}
}
