package statement

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"reportsite/generator/internal/model"
)

// aliases are words of a name that mean the same, and the one that stands for them.
var aliases = strings.NewReplacer(
	"地区生产总值(gdp)", "地区生产总值", "国内生产总值(gdp)", "地区生产总值", "国内生产总值", "地区生产总值", "gdp", "地区生产总值",
	"规模以上", "规上", "限额以上", "限上", "全社会", "", "固定资产投资额", "固定资产投资", "固定资产投资总额", "固定资产投资", "固投", "固定资产投资",
	"社会消费品零售额", "社会消费品零售总额", "社零总额", "社会消费品零售总额", "社零额", "社会消费品零售总额", "社零", "社会消费品零售总额", "地方一般公共预算收入", "一般公共预算收入", "地方财政一般公共预算收入", "一般公共预算收入", "一般公共财政预算收入", "一般公共预算收入",
	"外贸进出口总额", "进出口总额", "外贸进出口", "进出口总额", "货物进出口总额", "进出口总额", "货物进出口总值", "进出口总额", "进出口总值", "进出口总额", "外贸总额", "进出口总额", "货物进出口", "进出口总额",
	"居民消费价格指数(cpi)", "居民消费价格", "居民消费价格总水平", "居民消费价格", "居民消费价格指数", "居民消费价格", "cpi", "居民消费价格",
	"城镇常住居民", "城镇居民", "农村常住居民", "农村居民", "全体居民", "居民", "研究与试验发展(r&d)经费支出", "研发经费", "研究与试验发展(r&d)经费", "研发经费", "研究与试验发展经费支出", "研发经费", "研究与试验发展经费", "研发经费",
	"r&d经费支出", "研发经费", "r&d经费投入", "研发经费", "r&d经费", "研发经费", "r&d投入", "研发经费", "研发经费支出", "研发经费", "研发经费投入", "研发经费", "研发支出", "研发经费", "研发投入", "研发经费",
	"实际使用外资", "实际利用外资", "利用外资", "实际利用外资", "招商引资到位资金", "招商引资到位资金", "生产总值", "地区生产总值",
	"增长率", "增速", "增长速度", "增速", "增幅", "增速", "同比增长", "增速", "涨幅", "增速", "变化", "增速", "数量", "总数", "平均值", "", "平均水平", "", "平均", "", "均值", "", "比率", "比例", "年均", "", "的", "", "年度", "", "企业数", "企业总数",
)

// inBrackets is what brackets add to a name: （不含农户）. That of an abbreviation stays.
var inBrackets = regexp.MustCompile(`[（(][^（）()]*\p{Han}[^（）()]*[）)]`)

var ofPlace = regexp.MustCompile(`^(?:全年|全[市省县区国州旗]|全国|我[市省县区州]|本[市省县区])+`)

// Norm is a name in the form in which names are compared.
func Norm(name string) string {
	s := strings.ToLower(norm.NFKC.String(name))
	s = ofPlace.ReplaceAllString(strings.Join(strings.Fields(s), ""), "")
	s = inBrackets.ReplaceAllString(s, "")
	s = aliases.Replace(s)
	s = strings.ReplaceAll(s, "地区地区", "地区")
	s = strings.ReplaceAll(s, "实际实际", "实际")
	return strings.Trim(s, "“”\"'《》，、：:")
}

// Key is what figures of one indicator have in common: the name, the measure, and what
// is counted.
func (i *Item) Key() string {
	kind := "level"
	switch i.Measure {
	case model.Growth, model.Share, model.Completion, model.Index, model.Ratio:
		kind = string(i.Measure)
	}
	return Norm(i.Name) + "\x00" + kind
}

// IsEconomy reports whether a name is that of the whole economy.
func IsEconomy(name string) bool {
	return strings.TrimSuffix(Norm(name), "增速") == "地区生产总值"
}

var toEconomy = regexp.MustCompile(`(?i)经济|生产总值|gdp`)

// ToEconomy reports whether a relative target is compared with the economy.
func (i *Item) ToEconomy() bool { return toEconomy.MatchString(i.Words) }

var (
	// comparedWith is what stands behind the words of a relative target: 高于全市农民收入增速,
	// 与财政收入同步.
	comparedWith = regexp.MustCompile(`(?:不低于|不慢于|高于|快于|好于|优于|超过|跑赢|与|同|和)(.+?)(?:平均水平|平均|水平)?(?:增长|增速|增幅)?(?:平均水平|水平)?(?:基本|大体)?(?:同步)?$`)
	wholeOf      = regexp.MustCompile(`^(?:全国|全省|全市|全州|全县|全区|全自治区|全地区|上年|去年)`)
)

// RefName is the name of what a relative target is compared with: the same in a larger
// place or another year, or another thing.
func (i *Item) RefName() string {
	if i.ToEconomy() {
		return "地区生产总值增速"
	}
	m := comparedWith.FindStringSubmatch(i.Words)
	if m == nil {
		return "比较对象：" + i.Words
	}
	of := wholeOf.FindString(m[1])
	switch thing := m[1][len(of):]; {
	case thing != "" && i.Measure == model.Growth:
		return m[1] + "增速"
	case thing != "":
		return m[1]
	}
	return of + strings.TrimPrefix(i.Name, of)
}
