package page

import (
	"strings"
	"testing"

	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/testsite"
)

// TestHeadings holds that a line of a heading ends neither within the name of a place nor
// within a figure or a term.
func TestHeadings(t *testing.T) {
	in := tinySite()
	in.Config.Place = testsite.Zh("甲高新区·乙区")
	theme := loadTheme(t)
	b := New(theme, locale.All(in.Input, theme.Texts), in.Parts).books[0]
	for text, want := range map[string]string{
		"甲高新区·乙区年度工作目标":                "[甲高新区·][乙区]年度工作[目标]",
		"招引30亿元以上项目":                   "招引[30亿元以上]项目",
		"规模以上工业增加值增速":                  "[规模以上]工业[增加值][增速]",
		"2026年目标与2025年对比":              "[2026年][目标]与[2025年]对比",
		"2024年工作报告：目标与任务":              "[2024年][工作报告：][目标]与[任务]",
		"“生产总值”、（增速）和·目标":              "[“生产总值”]、[（增速）]和·[目标]",
		"报告“以上”的含义":                    "报告[“以上”]的含义",
		"Output over 5% of it":         "Output over [5%] of it",
		"2025年全年为87906.35亿元，低于5.5%—6%": "[2025年]全年为[87906.35亿元]，低于[5.5%—6%]",
		"版本3.10与2项、7个、−2.85个百分点":       "版本3.10与[2项]、[7个]、[−2.85个百分点]",
	} {
		f := b.newFrame("prose", "about/")
		f.name(said{Text: text})
		var got strings.Builder
		for _, p := range f.HeadingParts() {
			if p.Whole || p.Figure {
				got.WriteString("[" + p.Text + "]")
			} else {
				got.WriteString(p.Text)
			}
		}
		if got.String() != want {
			t.Errorf("%q is cut into %s, want %s", text, got.String(), want)
		}
	}
}
