package statement

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// classes are words of one kind, of which several may share what follows them: 城镇和
// 农村居民收入, 国家级、省级企业, 开工、竣工项目.
var classes = [][]string{
	{"城镇", "农村", "城市", "乡村"},
	{"国家级", "省级", "市级", "县级", "国家", "省", "部级", "区级", "自治区级"},
	{"第一产业", "第二产业", "第三产业", "一产", "二产", "三产"},
	{"农业", "工业", "服务业", "建筑业"},
	{"进口", "出口"},
	{"新开工", "开工", "竣工", "续建", "投产", "签约", "建成", "新建", "改建", "扩建", "改扩建", "筹集", "交付", "入库", "开工建设", "竣工投产", "基本建成", "完工", "达产", "新改扩建", "销售", "改造", "修缮", "迁建"},
	{"幼儿园", "小学", "初中", "高中", "中小学"},
	{"小型", "中型", "大型", "微型"},
	{"A级", "3A级", "4A级", "5A级"},
	{"存款", "贷款"}, {"客运", "货运"}, {"国内", "入境", "国际"}, {"男", "女"}, {"新增", "净增"},
}

// both are words for two or three things at once.
var both = []struct {
	word  string
	parts []string
}{
	{"城乡", []string{"城镇", "农村"}},
	{"三次产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"本外币存贷款", []string{"本外币存款", "本外币贷款"}}, {"存贷款", []string{"存款", "贷款"}},
	{"客货运", []string{"客运", "货运"}},
}

// headNouns end a name that several words can share, the longest first.
var headNouns = []string{
	"人均可支配收入", "可支配收入", "零售总额", "增加值", "总产值", "财政收入", "税收收入", "进出口总额", "销售收入", "营业收入", "固定资产投资", "工业投资", "投资总额", "投资", "总额", "产值", "产量", "收入", "面积", "总量", "总数", "余额",
	"中小企业", "高新技术企业", "企业", "项目", "工程", "床位", "车位", "学位", "人数", "机构", "中心", "基地", "平台", "覆盖率", "完成率", "达标率", "合格率", "普及率", "参保率", "率", "道路", "公路", "学校", "幼儿园", "住房", "增速", "增幅", "比重", "占比", "人均财政补助标准", "补助标准", "标准", "浓度", "强度", "排放量",
}

var separator = regexp.MustCompile(`、|和|与|以及|及`)

// amountAt are amounts at the end and at the head of a part.
var (
	amountEnd  = regexp.MustCompile(`\d[\d.,]*(?:亿|万|千万|百万)?(?:元|人|吨|亩)?(?:以上)?$`)
	amountHead = regexp.MustCompile(`^\d[\d.,]*(?:亿|万|千万|百万)?(?:元|人|吨|亩)?(?:以上)?`)
)

// splitHeads takes the heads of a list apart: of 城镇和农村居民收入 there are two. n is
// how many figures there are; with sure only heads of one class are split, because
// without 各 or 均 a single figure may be that of the whole: 住房和城乡建设.
func splitHeads(s string, n int, sure bool) []string {
	for _, b := range both {
		if before, rest, ok := strings.Cut(s, b.word); ok && (n == len(b.parts) || n == 1) {
			var list []string
			for _, p := range b.parts {
				list = append(list, before+p+rest)
			}
			return list
		}
	}
	parts := separator.Split(s, -1)
	if more := len(parts) - n; n > 1 && more > 0 { // 、 may stand within the first
		parts = append([]string{strings.Join(parts[:more+1], "、")}, parts[more+1:]...)
	}
	if len(parts) < 2 || n > 1 && len(parts) != n {
		return nil
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
		if parts[i] == "" {
			return nil
		}
	}
	if list := byAmount(parts); list != nil {
		return list
	}
	if list := byClass(parts); list != nil {
		return list
	}
	if sure {
		return nil
	}
	return byNoun(parts)
}

// byAmount shares what stands around amounts: 产值超10亿元、30亿元的企业.
func byAmount(parts []string) []string {
	last := parts[len(parts)-1]
	first := amountEnd.FindString(parts[0])
	final := amountHead.FindString(last)
	if first == "" || final == "" {
		return nil
	}
	prefix, suffix := strings.TrimSuffix(parts[0], first), last[len(final):]
	list := []string{prefix + first + suffix}
	for _, p := range parts[1 : len(parts)-1] {
		if amountHead.FindString(p) != p {
			return nil
		}
		list = append(list, prefix+p+suffix)
	}
	return append(list, prefix+last)
}

// byClass shares what stands around words of one class.
func byClass(parts []string) []string {
	for _, class := range classes {
		first, last := longest(class, parts[0], strings.HasSuffix), longest(class, parts[len(parts)-1], strings.HasPrefix)
		if first == "" || last == "" {
			continue
		}
		prefix := strings.TrimSuffix(parts[0], first)
		suffix := strings.TrimPrefix(parts[len(parts)-1], last)
		list := []string{prefix + first + suffix}
		for _, p := range parts[1 : len(parts)-1] {
			list = append(list, prefix+p+suffix)
		}
		return append(list, prefix+last+suffix)
	}
	return nil
}

func longest(class []string, s string, at func(s, word string) bool) string {
	found := ""
	for _, word := range class {
		if at(s, word) && len(word) > len(found) {
			found = word
		}
	}
	return found
}

// byNoun gives each part the noun at the end of the last one, unless it has one.
func byNoun(parts []string) []string {
	last := parts[len(parts)-1]
	noun := longest(headNouns, last, strings.HasSuffix)
	verb, _ := splitVerb(parts[0])
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = p
		if i < len(parts)-1 && longest(headNouns, p, strings.HasSuffix) == "" {
			list[i] = p + noun
		}
		if own, _ := splitVerb(p); i > 0 && own == "" && keeps(verb) {
			list[i] = verb + list[i]
		}
		if utf8.RuneCountInString(list[i]) < 2 {
			return nil
		}
	}
	return list
}
