package wording

import (
	"testing"

	"reportsite/generator/internal/model"
)

// sameAmount reports whether two amounts are the same, where one may leave out
// the unit that English has no word for.
func sameAmount(a, b Amount) bool {
	if a.Valid != b.Valid {
		return false
	}
	u := a.unitFor(b.Unit)
	v, ok := b.in(u)
	if b.Unit == "" { // 12.69 million
		v, ok = model.Convert(b.Number, u.Root(), u)
	}
	return ok && v.Equal(a.Number)
}

// What figures say is the same after they were written in either language and
// read again: operator, amounts, resolve, higher aim, about and nearly.
func TestFiguresReadBack(t *testing.T) {
	written := 0
	for _, v := range vectors(t) {
		f, err := Parse(v[0])
		if err != nil || f.Op.Relative() {
			continue
		}
		for _, l := range []model.Lang{model.Chinese, model.English} {
			words, ok := f.In(l)
			if !ok {
				t.Errorf("%q is not written in %s", v[0], l)
				continue
			}
			written++
			g, err := Parse(words)
			if err != nil {
				t.Errorf("%q is written %q: %v", v[0], words, err)
				continue
			}
			sense, _ := f.Sense()
			again, _ := g.Sense()
			same := sense == again && f.Shift == g.Shift && f.Basically == g.Basically && len(f.Parts) == len(g.Parts) && len(f.Further) == len(g.Further) &&
				f.Multiple.Valid == g.Multiple.Valid && f.Multiple.Decimal.Equal(g.Multiple.Decimal) &&
				(f.Hedge != "") == (g.Hedge != "") && (f.Op == model.Range) == (g.Op == model.Range) &&
				(f.Op != model.Range || f.Approx == g.Approx)
			for n, part := range f.Parts {
				same = same && part.Equal(g.Parts[n])
			}
			for _, pair := range [][2]Amount{{f.Value, g.Value}, {f.Low, g.Low}, {f.High, g.High}, {f.Stretch, g.Stretch}, {f.StretchHigh, g.StretchHigh}} {
				same = same && sameAmount(pair[0], pair[1])
			}
			if !same {
				t.Errorf("%q is written %q, which says %s instead of %s", v[0], words, spell(g), spell(f))
			}
		}
	}
	if written < 400 {
		t.Errorf("only %d were written", written)
	}
}

func TestTranslate(t *testing.T) {
	for _, c := range []struct{ zh, en string }{
		{"12%", "12%"}, {"12%以上", "12% or more"}, {"达到60%", "reach 60%"}, {"实现1800亿元", "reach 180 billion yuan"},
		{"达到200家以上", "reach 200 firms or more"}, {"冲刺500亿元", "push for 50 billion yuan"},
		{"力争8%左右", "strive for about 8%"}, {"确保24家", "ensure 24 firms"}, {"5%左右", "about 5%"}, {"约5%", "about 5%"},
		{"突破千亿", "more than 100 billion"}, {"突破1800亿元", "more than 180 billion yuan"}, {"近3000家", "nearly 3,000 firms"},
		{"200余家", "more than 200 firms"}, {"4.5%—5%", "4.5% to 5%"}, {"5.3%—5.4%左右", "about 5.3% to 5.4%"},
		{"12%以上、力争13%", "12% or more, striving for 13%"}, {"6%，力争6.5%—7%", "6%, striving for 6.5% to 7%"},
		{"下降3%以上", "down by 3% or more"}, {"下降0.5—1个百分点", "down by 0.5 percentage points to 1 percentage point"},
		{"提高1个百分点", "up by 1 percentage point"}, {"与上年持平", "unchanged"}, {"基本持平", "basically unchanged"},
		{"翻一番", "2 times the base"}, {"增长2倍以上", "3 times the base or more"}, {"3.5‰以内", "3.5‰ or less"},
		{"2.8:50.9:46.3", "2.8:50.9:46.3"}, {"由负转正", "positive"}, {"1.3万亿斤以上", "1.3 trillion jin (0.5 kg) or more"},
		{"900公斤/亩", "900 kg per mu (1/15 ha)"}, {"10/10万以内", "10 per 100 000 or less"},
	} {
		if got, ok := builtin.Translate(c.zh, model.English); got != c.en || !ok {
			t.Errorf("%s: %q, want %q", c.zh, got, c.en)
		}
	}
	for _, words := range []string{"12% or more", "strive for 12%", "kept in balance"} {
		if got, ok := builtin.Translate(words, model.English); got != words || !ok {
			t.Errorf("English words %q become %q", words, got)
		}
	}
	for _, words := range []string{"", "稳中提质", "与经济增长同步", "高于全市平均水平"} {
		if got, ok := builtin.Translate(words, model.English); ok {
			t.Errorf("%q becomes %q", words, got)
		}
	}
	if got, ok := builtin.Translate("at least 12%", model.Chinese); got != "12%以上" || !ok {
		t.Errorf("at least 12%% becomes %q", got)
	}
}

// The words of a target in English, where nobody has written them: what the
// report says keeps its strength, and its unit is named.
func TestWordsOfTheReport(t *testing.T) {
	output := indicator(model.Level, "亿元", model.Up)
	growth := indicator(model.Growth, model.Percent, model.Up)
	ref := indicator(model.Growth, model.Percent, model.Up)
	ref.Short.En = "the city's average"
	for _, c := range []struct {
		i          *model.Indicator
		b          model.Bound
		en         string
		translated bool
	}{
		{output, model.Bound{Op: model.GT, Value: num("1000"), AsWritten: model.Text{Zh: "突破千亿"}}, "more than 100 billion yuan", true},
		{output, model.Bound{Op: model.GE, Value: num("500"), AsWritten: model.Text{Zh: "冲刺500亿元"}}, "push for 50 billion yuan", true},
		{growth, model.Bound{Op: model.GE, Value: num("60"), AsWritten: model.Text{Zh: "达到60%"}}, "reach 60%", true},
		{growth, model.Bound{Op: model.GE, Value: num("12"), AsWritten: model.Text{Zh: "12%"}}, "12%", true},
		{growth, model.Bound{Op: model.GE, Value: num("12"), AsWritten: model.Text{Zh: "12"}}, "12%", true},
		{growth, model.Bound{Op: model.Range, Low: num("4.5"), High: num("5"), AsWritten: model.Text{Zh: "4.5%—5%"}}, "4.5% to 5%", true},
		{growth, model.Bound{Op: model.GE, Value: num("12"), AsWritten: model.Text{Zh: "12%以上", En: "12% and up"}}, "12% and up", false},
		{growth, model.Bound{Op: model.GE, Value: num("12"), AsWritten: model.Text{Zh: "12% or more"}}, "12% or more", false},
		{growth, model.Bound{Op: model.GE, Value: num("12"), AsWritten: model.Text{Zh: "11%以上"}}, "12% or more", true}, // R013 says so
		{growth, model.Bound{Op: model.RelGT, Ref: ref, AsWritten: model.Text{Zh: "高于全市平均水平"}}, "above the city's average", true},
		{growth, model.Bound{Op: model.Flat, AsWritten: model.Text{Zh: "与上年基本持平"}}, "basically unchanged", true},
	} {
		if en, translated := builtin.AsWritten(c.b, c.i, model.English); en != c.en || translated != c.translated {
			t.Errorf("%s: %q, %t; want %q, %t", c.b.AsWritten.Zh, en, translated, c.en, c.translated)
		}
	}
}
