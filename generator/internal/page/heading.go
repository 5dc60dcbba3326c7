package page

import (
	"regexp"
	"strings"

	"reportsite/generator/internal/model"
)

// headingPart is a piece of a heading; lines do not break within a whole one unless it is
// longer than a line.
type headingPart struct {
	Text  string
	Whole bool
}

// measured is a figure with what is counted, and a word in quotation marks: Han text could
// break within both.
var measured = regexp.MustCompile(`\d+(?:\.\d+)?(?:[万亿]?[元人吨斤亩辆家个项件条户]|[年月日级期%‰])(?:以上|以内|左右)?|“[^”]{1,10}”`)

// statisticsTerms are terms of Chinese statistics and work reports that read wrongly when
// a line ends within them.
var statisticsTerms = [...]string{
	"国内生产总值", "地区生产总值", "生产总值", "规模以上", "限额以上", "增加值", "总产值", "固定资产", "社会消费品", "零售总额", "进出口",
	"一般公共预算", "人均可支配收入", "可支配收入", "常住居民", "居民消费价格", "调查失业率", "城镇新增", "二氧化碳", "排放", "高新技术",
	"专精特新", "中小企业", "外商直接投资", "技术合同", "成交额", "科技成果", "战略性新兴产业", "万元", "基本平衡", "老旧小区", "目标", "任务", "结果", "增速", "工作报告",
}

// HeadingParts are the pieces of the heading. Chinese breaks between any two characters,
// also within a name; names of the places of the site, figures and quoted words stay whole.
func (f *frame) HeadingParts() []headingPart {
	text := f.Heading.Text
	var parts []headingPart
	rest := 0
	for at := 0; at < len(text); {
		if whole := f.wholeAt(text[at:]); whole > 0 {
			if at > rest {
				parts = append(parts, headingPart{Text: text[rest:at]})
			}
			parts = append(parts, headingPart{text[at : at+whole], true})
			at += whole
			rest = at
			continue
		}
		at++
	}
	if rest < len(text) {
		parts = append(parts, headingPart{Text: text[rest:]})
	}
	return parts
}

// wholeAt is how long the name or figure is with which a text begins; 0 where it begins
// with neither.
func (f *frame) wholeAt(text string) int {
	longest := 0
	for _, name := range append(f.book.places(), statisticsTerms[:]...) {
		if strings.HasPrefix(text, name) {
			longest = max(longest, len(name))
		}
	}
	if longest > 0 {
		return longest
	}
	if at := measured.FindStringIndex(text); at != nil && at[0] == 0 {
		return at[1]
	}
	return 0
}

// places are the names of the places of the site; one of several parts, such as
// 甲区·乙区, is several names, the dot belonging to the first.
func (b *book) places() []string {
	if b.Lang != model.Chinese {
		return nil
	}
	var names []string
	for _, place := range append([]model.Text{b.Config.Place}, b.editionPlaces()...) {
		for _, name := range strings.SplitAfter(place.In(b.Lang), "·") {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

func (b *book) editionPlaces() (list []model.Text) {
	for _, e := range b.Site.Editions {
		list = append(list, e.Place)
	}
	return list
}
