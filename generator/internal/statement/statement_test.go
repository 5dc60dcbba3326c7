package statement

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// read gives what a sentence of the part on goals states, a line for each figure.
func read(text string, role Role) string {
	var lines []string
	ctx := Context{Period: model.YearOf(2025), Done: model.YearOf(2024), Role: role, Stage: "预计"}
	for _, i := range NewReader(wording.Builtin()).Read(text, ctx) {
		value := i.Value.Decimal.String()
		if i.Low.Valid {
			value = i.Low.Decimal.String() + "—" + i.High.Decimal.String()
		}
		if i.Stretch.Valid {
			value += "→" + i.Stretch.Decimal.String()
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s", i.Kind, i.Name, i.Op, value, i.Unit, i.Measure))
	}
	return strings.Join(lines, "\n")
}

// Names are completed from the context: what a clause leaves out is in the one before
// it, and heads may be shared.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"新增规模以上企业12家，总数超过90家", "target 新增规模以上企业 ge 12 家 count\ntarget 规模以上企业总数 gt 90 家 count"},
		{"城乡居民人均可支配收入分别增长6%、7%左右", "target 城镇居民人均可支配收入增速 ge 6 % growth\ntarget 农村居民人均可支配收入增速 approx 7 % growth"},
		{"培育产值超5亿元、10亿元的企业6家、3家", "target 培育产值超5亿元的企业 ge 6 家 count\ntarget 培育产值超10亿元的企业 ge 3 家 count"},
		{"打通东山路、西山路等4条断头路", "target 打通断头路 ge 4 条 count"},
		{"甲公司产值冲刺60亿元、乙公司冲刺40亿元", "target 甲公司产值 ge 60 亿元 level\ntarget 乙公司产值 ge 40 亿元 level"},
		{"一般公共预算收入增长5%、力争6%", "target 一般公共预算收入增速 ge 5→6 % growth"},
		{"建设总投资20亿元的某某产业园项目", "nothing 建设总投资某某产业园项目 ge 20 亿元 level"},
	} {
		if d := cmp.Diff(c.want, read(c.text, Goals)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

// FuzzRead: no text makes the reader panic, and what it finds lies within the text.
func FuzzRead(f *testing.F) {
	f.Add("预计全年地区生产总值增长6%，城镇和农村居民收入分别增长5%、7%；开工、竣工项目80个、70个。")
	f.Add("We aim for growth of 4.5 to 5 percent, and over 12 million urban jobs.")
	f.Fuzz(func(t *testing.T, text string) {
		for _, i := range NewReader(wording.Builtin()).Read(text, Context{Period: model.YearOf(2025), Done: model.YearOf(2024), Role: Goals}) {
			if i.Start < 0 || i.Start > i.End || i.End > len(text) {
				t.Fatalf("%q: %d to %d", text, i.Start, i.End)
			}
		}
	})
}
