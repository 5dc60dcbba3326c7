package draft

import (
	"regexp"
	"strings"

	"reportsite/generator/internal/calendar"
)

// timeMark stands for a time, so that 18日在临溪市 does not begin a name with 日, and
// 日照市 keeps its own.
const timeMark = "\x00"

var (
	// placeName is the name of a place before words that only follow one.
	placeName = regexp.MustCompile(`([\p{Han}·]{1,20}?(?:自治区|自治州|自治县|自治旗|高新区|开发区|新区|林区|特区|省|市|州|盟|县|区|旗)(?:·[\p{Han}]{1,8}[区县市])?)` +
		`(?:第[一二三四五六七八九十]+届)?(?:人民代表大会|人民政府|政府|国民经济|` + timeMark + `)`)

	// beforePlace are words that stand before a name and belong to none.
	beforePlace = regexp.MustCompile(`^.*(?:关于|代表|在|受|向|由|经)`)

	// noPlace is a word for a place that has no name in it: 我市, 各县区.
	noPlace = regexp.MustCompile(`^[我全本各该]?[省市州盟县区旗]{1,2}$`)
)

// placeIn is the place whose government or congress a text names; "" where it names none.
func placeIn(text string) string {
	var b strings.Builder
	last := 0
	for _, t := range calendar.All(text) {
		b.WriteString(text[last:t.Begin] + timeMark)
		last = t.Stop
	}
	b.WriteString(text[last:])
	for _, m := range placeName.FindAllStringSubmatch(b.String(), -1) {
		if name := beforePlace.ReplaceAllString(m[1], ""); !noPlace.MatchString(name) {
			return name
		}
	}
	return ""
}
