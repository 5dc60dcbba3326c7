package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// phrase is a piece of a text. Chinese breaks between any two characters, also within a
// name or a figure.
type phrase struct {
	Text   string
	Whole  bool // a name or a term: it stays on one line, unless it is longer than a line
	Figure bool // a figure with its unit, or a few quoted words: it stays on one line
}

// amounts are figures as this site writes them: with a sign, the other end of a range,
// the unit and a word of the target behind it. Groups of digits alone do not break.
func amounts(units []string) *regexp.Regexp {
	return regexp.MustCompile(`^[−-]?\d+(?:\.\d+)?(?:%?[—～~-]\d+(?:\.\d+)?)?(?:%|‰|` + strings.Join(units, "|") + `|[万亿]?[元人吨斤亩辆家个项件条户])(?:以上|以内|以下|左右)?`)
}

// commonUnits are those of the site's own sentences.
var commonUnits = []string{"个百分点", "年", "月", "日", "级", "期", "项", "万亿元"}

// longestUnit is how many characters a unit may have to stay with its figure.
const longestUnit = 6

// findAmounts is the form of figures with the units of the site.
func (b *book) findAmounts() *regexp.Regexp {
	units := slices.Clone(commonUnits)
	for _, i := range b.Site.Indicators {
		if u := i.Unit.In(b.Lang); u != "" && utf8.RuneCountInString(u) <= longestUnit {
			units = append(units, regexp.QuoteMeta(u))
		}
	}
	slices.SortStableFunc(units, func(a, b string) int { return len(b) - len(a) }) // the longest first
	return amounts(slices.Compact(units))
}

// quotedWords are a few words in quotation marks, short enough for a line of the largest
// print; others break, after their comma.
var quotedWords = regexp.MustCompile(`^“[^”，]{1,6}”`)

// statisticsTerms are terms of Chinese statistics and work reports that read wrongly when
// a line ends within them.
var statisticsTerms = [...]string{
	"国内生产总值", "地区生产总值", "生产总值", "规模以上", "限额以上", "增加值", "总产值", "固定资产", "社会消费品", "零售总额", "进出口",
	"一般公共预算", "人均可支配收入", "可支配收入", "常住居民", "居民消费价格", "调查失业率", "城镇新增", "二氧化碳", "排放", "高新技术",
	"专精特新", "中小企业", "外商直接投资", "技术合同", "成交额", "科技成果", "战略性新兴产业", "万元", "基本平衡", "老旧小区", "目标", "任务", "结果", "增速", "工作报告",
}

// HeadingParts are the pieces of the heading: names of the places of the site, terms of
// statistics, figures and quoted words.
func (f *frame) HeadingParts() []phrase {
	return f.book.phrases(f.Heading.Text, append(f.book.places(), statisticsTerms[:]...))
}

// AnswerParts are the pieces of the answer: its figures and quoted words.
func (f *frame) AnswerParts() []phrase { return f.book.phrases(f.Answer.Text, nil) }

// phrases cuts a text so that no line ends within a name, a figure or quoted words.
func (b *book) phrases(text string, names []string) []phrase {
	switch {
	case text == "":
		return nil
	case b.Lang != model.Chinese:
		return []phrase{{Text: text}} // it breaks at spaces
	}
	var parts []phrase
	rest := 0
	for at := 0; at < len(text); {
		whole := b.phraseAt(text[at:], names)
		if inNumber := at > 0 && whole.Figure && isDigit(text[at-1]); whole.Text == "" || inNumber {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		from, to := at, at+len(whole.Text)
		if whole.Whole { // a line may end before and behind it, but not between it and its marks
			from = rest + len(strings.TrimRight(text[rest:at], openingMarks))
			to = len(text) - len(strings.TrimLeft(text[to:], closingMarks))
			whole.Text = text[from:to]
		}
		if from > rest {
			parts = append(parts, phrase{Text: text[rest:from]})
		}
		parts = append(parts, whole)
		at, rest = to, to
	}
	if rest < len(text) {
		parts = append(parts, phrase{Text: text[rest:]})
	}
	return parts
}

// openingMarks end no line of Chinese text, and closingMarks begin none (clreq, 行首行尾禁则).
const (
	openingMarks = "“‘（《〈「【"
	closingMarks = "，。、；：！？”’）》〉」】·—"
)

func isDigit(c byte) bool { return c >= '0' && c <= '9' || c == '.' }

// phraseAt is the name, figure or quoted word with which a text begins; empty where it
// begins with none.
func (b *book) phraseAt(text string, names []string) phrase {
	longest := 0
	for _, name := range names {
		if strings.HasPrefix(text, name) {
			longest = max(longest, len(name))
		}
	}
	switch at := b.amounts().FindString(text); {
	case longest > 0:
		return phrase{Text: text[:longest], Whole: true}
	case at != "":
		return phrase{Text: at, Figure: true}
	}
	return phrase{Text: quotedWords.FindString(text), Figure: true}
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
