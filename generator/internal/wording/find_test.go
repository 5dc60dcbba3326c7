package wording

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"新建12公里道路和3个公园", "12公里 3个"},
		{"增长8.5%，达到1921亿元", "8.5% 1921亿元"},
		{"引进两家企业、三个项目", "两家 三个"},
		{"全角的１２％也算", "１２％"},
		{"完成1,800亿元", "1,800亿元"},
		{"提高1个百分点", "1个百分点"},
		{"In 2024 output rose 12 percent to 3.5 billion yuan", "12 percent 3.5 billion yuan"},
		{"2024年、2024年6月15日", ""},
		{"三大战略、五大行动、七大专项行动", ""},
		{"15分钟生活圈、5G网络、二期工程", ""},
		{"四区五区、第一、第3个百年", ""},
		{"国办发〔2017〕47号", ""},
		{"30亿元以上项目、产值10亿元以上企业", ""},
		{"一个目标、一项任务、千万不要", ""},
		{"国家级、A4纸、PM2.5", ""},
		{"PM2.5浓度降到35微克/立方米", "35微克/立方米"},
		{"突破千亿元", "千亿元"},
		{"一百二十家、三千五百亿元、百分之十二", "一百二十家 三千五百亿元 百分之十二"},
		{"约3万多家、1500余亿元", "3万多家 1500余亿元"},
		{"增长6%—6.5%，招引20—30家", "6%—6.5% 20—30家"},
		{"100—200亿元", "100—200亿元"},
		{"新增30家以上企业、10个以上项目", "30家 10个"},
		{"80%以上企业、打造3个产业集群", "80% 3个"},
		{"占比达60%，企业数200家，总数5个", "60% 200家 5个"},
		{"投资5亿元的项目3个", "3个"},
		{"设立10亿元产业基金", "10亿元"},
		{"培训1000人以上，惠及20万人", "1000人 20万人"},
		{"下降3.8%和负5%", "3.8% 负5%"},
		{"分别增长7%、8%左右", "7% 8%"},
		{"2.2:1", "2.2:1"},
		{"1 800 firms and 3 percentage points", "3 percentage points"},
		{"第二十三条、第 5 项、第十四届", ""},
		{"前三个月、6个月、24个小时、10多个工作日、三个方面", ""},
		{"十四五规划、二〇二四年、十二五", ""},
		{"“两个维护”“四个意识”“四个自信”、两个一百年、五个一批", ""},
		{"千家万户、百家争鸣、万人空巷、千方百计、十分重要", ""},
		{"数十家、几十个、三四个、好几家", ""},
		{"每万人、每10万人", ""},
		{"亿元以上项目、500万元以上重大产业项目、65岁以上老年人、百亿元级、千亿元产业", ""},
		{"[2017]47件、〔2024〕3件", ""},
		{"一家、一件、一条、一处", ""},
		{"5G、4K、8K超高清、G20、CO2、ISO9001、COVID-19", ""},
		{"In 2024 the 15-minute circle", ""},
		{"", ""},
	} {
		var got []string
		for _, s := range Find(test.text) {
			if test.text[s.Start:s.End] != s.Text {
				t.Errorf("%q: span %d to %d is %q", test.text, s.Start, s.End, s.Text)
			}
			got = append(got, s.Text)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Find(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestHasFigure(t *testing.T) {
	for _, test := range []struct {
		words string
		want  bool
	}{
		{"12%以上吧", true}, {"大约24家左右的样子", true}, {"两家", true}, {"1,800", true}, {"over 12 or thereabouts", true},
		{"地区生产总值", false}, {"GDP growth", false}, {"", false},
		{"2024年目标", false}, {"2024年6月的结果", false}, {"5G基站", false}, {"PM2.5浓度", false}, {"第3产业", false},
		{"GDP in 2024", false}, {"三大战略", false},
		{"2024年5G基站3万个", true}, {"PM2.5浓度35", true},
	} {
		if got := HasFigure(test.words); got != test.want {
			t.Errorf("HasFigure(%q) = %t", test.words, got)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("坚持稳中求进，规上工业增加值增长12%以上，新增企业24家，实施三大行动，推进30亿元以上项目建设。", 12)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}
