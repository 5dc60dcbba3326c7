package wording

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The figures of a sentence are found with all the words that say how they are
// meant, and each of them is understood as a whole.
func TestPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"地区生产总值增长6.5%左右，固定资产投资增长8%", "增长6.5%左右|增长8%"},
		{"居民收入与经济增长同步", "与经济增长同步"},
		{"城镇居民收入增幅高于全省平均水平", "增幅高于全省平均水平"},
		{"财政收入增长7%、力争8%，粮食产量稳定在30万吨以上", "增长7%、力争8%|稳定在30万吨以上"},
		{"失业率控制在5.5%以内", "控制在5.5%以内"},
		{"城乡居民收入分别增长7%、8%左右", "分别增长7%|8%左右"},
		{"培育产值超10亿元、30亿元的企业5家、2家", "5家|2家"},
		{"锂电产业产值突破千亿大关", "突破千亿大关"},
		{"2025年实施“三大行动”，召开第三次会议", ""},
		{"GDP to grow by around 5 percent", "to grow by around 5 percent"},
	} {
		var words []string
		for _, p := range Builtin().Phrases(c.text) {
			words = append(words, p.Words(c.text))
			if _, err := Parse(p.Words(c.text)); err != nil {
				t.Errorf("%s: %v", p.Words(c.text), err)
			}
		}
		if d := cmp.Diff(c.want, strings.Join(words, "|")); d != "" {
			t.Errorf("%s:\n%s", c.text, d)
		}
	}
}

// Numbers that are no figures are said to be what they are.
func TestOthers(t *testing.T) {
	const text = "2025年按照国办发〔2017〕47号文件，新建5G基站100个，引进30亿元以上项目"
	g := Builtin()
	spans, kinds := g.Others(text, g.Phrases(text))
	var got []string
	for n, s := range spans {
		got = append(got, s.Text+" "+string(kinds[n]))
	}
	want := []string{"2025 year", "2017 document", "47 name", "5 name", "30 class"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// FuzzPhrases: whatever the text, the phrases lie within it, in order and apart.
func FuzzPhrases(f *testing.F) {
	f.Add("全市生产总值增长6%左右、力争6.5%，城乡居民收入分别增长7%、8%")
	f.Add("from 4.5 to 5 percent, striving for better")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, p := range Builtin().Phrases(text) {
			if p.Begin < end || p.Begin > p.Start || p.Start > p.End || p.End > p.Stop || p.Stop > len(text) {
				t.Fatalf("%q: %d %d %d %d behind %d", text, p.Begin, p.Start, p.End, p.Stop, end)
			}
			end = p.Stop
		}
	})
}
