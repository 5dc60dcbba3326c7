package wording

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// datum reads "level 135673.16 亿元 approx".
func datum(t *testing.T, s string) *model.Observation {
	t.Helper()
	words := strings.Fields(s)
	if len(words) < 3 {
		t.Fatalf("datum %q", s)
	}
	i := indicator(model.Measure(words[0]), model.Unit(words[2]), model.Up)
	if words[0] == "fall" {
		i.Measure, i.Name.Zh = model.Growth, "单位能耗降低率"
	}
	o := &model.Observation{Indicator: i}
	if list := strings.Split(words[1], ":"); len(list) > 1 {
		for _, part := range list {
			o.Parts = append(o.Parts, decimal.RequireFromString(part))
		}
	} else {
		o.Value = decimal.RequireFromString(words[1])
	}
	if len(words) > 3 {
		if o.Approx = words[3] == "approx"; !o.Approx {
			o.Sense = model.Sense(words[3])
		}
	}
	return o
}

func TestMatchResult(t *testing.T) {
	list := vectorsOf(t, "testdata/results.txt")
	if len(list) < 120 {
		t.Errorf("there are %d vectors, want 120 at least", len(list))
	}
	for _, v := range list {
		data, want, _ := strings.Cut(v[1], " | ")
		f, err := Parse(v[0])
		if err != nil {
			t.Errorf("Parse(%q): %v", v[0], err)
			continue
		}
		got := "no"
		if m, err := f.MatchResult(datum(t, data)); err == nil {
			if got = string(m.How); m.Converted {
				got += " converted"
			}
		}
		if got != want {
			t.Errorf("%s beside %s: %s, want %s", v[0], data, got, want)
		}
	}
}

// Whatever the words round or cut, one digit more of the same figure agrees as
// well, and one step of the last digit away does not.
func TestRoundingProperty(t *testing.T) {
	o := datum(t, "level 135673.16 亿元")
	for n := int64(-20000); n < 20000; n += 7 {
		o.Value = decimal.New(n*997+13, -2)
		for places := int32(0); places < 3; places++ {
			for _, said := range []decimal.Decimal{o.Value.Round(places), o.Value.Truncate(places)} {
				if said.IsZero() {
					continue
				}
				step := decimal.New(1, -places)
				for _, c := range []struct {
					words decimal.Decimal
					agree bool
				}{{said, true}, {said.Add(step.Mul(decimal.NewFromInt(2))), false}, {said.Sub(step.Mul(decimal.NewFromInt(2))), false}} {
					words := c.words.StringFixed(places) + "亿元"
					f, err := Parse(words)
					if err != nil {
						t.Fatalf("Parse(%q): %v", words, err)
					}
					if _, err := f.MatchResult(o); (err == nil) != c.agree {
						t.Fatalf("%s beside %s: %v, want agreement %t", words, o.Value, err, c.agree)
					}
				}
			}
		}
	}
}

func TestSense(t *testing.T) {
	for _, c := range []struct {
		words string
		sense model.Sense
		ok    bool
	}{
		{"9万亿元", model.Exactly, true}, {"突破9万亿", model.Over, true}, {"逾3000家", model.Over, true}, {"200余家", model.Over, true},
		{"近3000家", model.Near, true}, {"不足3000家", model.Under, true}, {"under 4.5", model.Under, true}, {"over 9 trillion yuan", model.Over, true},
		{"约3000家", About, true}, {"3000家左右", About, true}, {"3000家以上", AtLeast, true}, {"3%以内", AtMost, true},
		{"由负转正", model.Positive, true}, {"为正", model.Positive, true}, {"positive", model.Positive, true}, {"负增长", model.Negative, true},
		{"下降超过3%", model.Under, true}, {"下降近3%", model.Near, true}, {"下降3%多", model.Under, false}, {"下降30多个百分点", model.Under, true},
		{"超过200余家", model.Over, true}, {"不足200余家", model.Over, false},
		{"6%—7%", model.Exactly, false}, {"翻番", model.Exactly, false}, {"持平", model.Exactly, false}, {"2.8:50.9:46.3", model.Exactly, false},
	} {
		f, err := Parse(c.words)
		if err != nil {
			if c.ok {
				t.Errorf("Parse(%q): %v", c.words, err)
			}
			continue
		}
		if sense, ok := f.Sense(); sense != c.sense && c.ok || ok != c.ok {
			t.Errorf("%s: %q, %t; want %q, %t", c.words, sense, ok, c.sense, c.ok)
		}
	}
}

func TestMatchTarget(t *testing.T) {
	land := indicator(model.Level, "万亩", model.Up)
	for _, c := range []struct {
		words string
		bound model.Bound
		how   string
	}{
		{"15万亩以上", model.Bound{Op: model.GE, Value: num("15")}, "exact"},
		{"1万公顷以上", model.Bound{Op: model.GE, Value: num("15")}, "exact converted"},
		{"667公顷", model.Bound{Op: model.GE, Value: num("1")}, "rounded converted"}, // has no end
		{"15.0万亩", model.Bound{Op: model.GE, Value: num("15.04")}, "no"},           // a demand is not rounded
		{"2.0万亩—3.0万亩左右", model.Bound{Op: model.Range, Low: num("2"), High: num("3")}, "exact"},
	} {
		f, err := Parse(c.words)
		if err != nil {
			t.Fatalf("Parse(%q): %v", c.words, err)
		}
		got := "no"
		if m, err := f.MatchTarget(&model.Target{Indicator: land, Bound: c.bound}); err == nil {
			if got = string(m.How); m.Converted {
				got += " converted"
			}
		}
		if got != c.how {
			t.Errorf("%s beside %+v: %s, want %s", c.words, c.bound, got, c.how)
		}
	}
}

func TestAround(t *testing.T) {
	g := New(model.NewUnitTable([]model.DeclaredUnit{{Name: "灶", En: "kitchens"}}))
	for _, c := range []struct{ before, want string }{
		{"规上工业增加值下降", "下降"}, {"投资同比下降", "同比下降"}, {"城乡居民收入分别增长", "分别增长"}, {"失业率下降到", "下降到"},
		{"全年力争", "全年力争"}, {"工业增速由负转正、增长", "增长"}, {"不低于", "不低于"}, {"降幅收窄至", "降幅收窄至"}, {"增速回落", "增速回落"},
		{"未达到", ""}, {"没有突破", ""}, {"总产值", ""}, {"去年的", ""}, {"", ""}, {"下降。", ""}, {"下降，其中工业", ""}, {"约", "约"},
		{"Investment fell by ", "fell by"}, {"GDP grew by about ", "grew by about"}, {"The fall of ", "The fall of"}, {"It did not reach ", ""}, {"the downfall ", ""},
		{"output ", ""}, {"strive for ", "strive for"},
	} {
		if got := strings.TrimSpace(g.Lead(c.before)); got != c.want {
			t.Errorf("Lead(%q) = %q, want %q", c.before, got, c.want)
		}
	}
	for _, c := range []struct{ after, want string }{
		{"左右。", "左右"}, {"以上，", "以上"}, {"以上项目", ""}, {"以上的企业", ""}, {"，左右", ""}, {"以内", "以内"}, {" or more.", " or more"},
		{"的企业", ""}, {"", ""},
	} {
		if got := g.Tail(c.after); got != c.want {
			t.Errorf("Tail(%q) = %q, want %q", c.after, got, c.want)
		}
	}
	for text, want := range map[string]bool{"、": true, " 和 ": true, "以及": true, ", and ": true, "，增长": false, "": false, "\n": false} {
		if Separates(text) != want {
			t.Errorf("Separates(%q) = %t", text, !want)
		}
	}
}

// Units that a site declares are read like the built-in ones, alone, with a word
// of scale, and per another unit.
func TestDeclaredUnits(t *testing.T) {
	g := New(model.NewUnitTable([]model.DeclaredUnit{{Name: "灶", En: "kitchens"}, {Name: "蒸吨"}, {Name: "TEU"}}))
	for _, c := range []struct{ words, want string }{
		{"500灶以上", "ge 500灶"}, {"1.2万灶", "reach 1.2万灶"}, {"三百灶", "reach 300灶"}, {"30公斤/灶", "reach 30公斤/灶"},
		{"12蒸吨", "reach 12蒸吨"}, {"82万TEU", "reach 82万TEU"}, {"5 kitchens or more", "ge 5灶"}, {"500灶—600灶", "range 500灶..600灶"},
	} {
		f, err := g.Parse(c.words)
		if got := spell(f); err != nil || got != c.want {
			t.Errorf("%s is %s, %v; want %s", c.words, got, err, c.want)
		}
		for _, l := range []model.Lang{model.Chinese, model.English} {
			words, _ := f.In(l)
			if _, err := g.Parse(words); err != nil {
				t.Errorf("%s is written %q: %v", c.words, words, err)
			}
		}
		if _, err := Parse(c.words); err == nil && !strings.Contains(c.words, "kitchens") {
			t.Errorf("%s is read without the declaration", c.words)
		}
	}
	if spans := g.Find("改造500灶，新建三灶，共1.2万蒸吨"); len(spans) != 2 || spans[0].Text != "500灶" {
		t.Errorf("found %v", spans)
	}
	u, _ := model.NewUnitTable([]model.DeclaredUnit{{Name: "灶", En: "kitchens"}}).Find("万灶")
	if zh, en := WriteValue(num("1.2").Decimal, u, model.Chinese), WriteValue(num("1.2").Decimal, u, model.English); zh != "1.2万灶" || en != "12,000 kitchens" {
		t.Errorf("%q, %q", zh, en)
	}
}

func FuzzMatch(f *testing.F) {
	for _, v := range vectorsOf(f, "testdata/results.txt") {
		f.Add(v[0], int64(13567316), int32(-2))
	}
	f.Fuzz(func(t *testing.T, words string, n int64, exp int32) {
		figure, err := Parse(words)
		if err != nil {
			return
		}
		for _, unit := range []model.Unit{"亿元", "%", "亩", ""} {
			i := indicator(model.Level, unit, model.Up)
			v := decimal.New(n, exp%12)
			m, err := figure.MatchResult(&model.Observation{Indicator: i, Value: v})
			if (err == nil) != (m.How != "") {
				t.Errorf("%q beside %s%s: %+v, %v", words, v, unit, m, err)
			}
			_ = figure.Agrees(&model.Target{Indicator: i, Bound: model.Bound{Op: model.GE, Value: decimal.NewNullDecimal(v)}})
		}
		for _, l := range []model.Lang{model.Chinese, model.English} {
			if said, ok := figure.In(l); ok == (said == "") {
				t.Errorf("%q is written %q, %t", words, said, ok)
			}
		}
	})
}
