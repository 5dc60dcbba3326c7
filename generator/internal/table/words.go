package table

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// Kind is what a column holds.
type Kind string

// The kinds. The zero Kind is a figure of the indicator itself.
const (
	Value      Kind = ""
	Growth     Kind = "growth"     // 同比: the growth that belongs to an indicator
	Target     Kind = "target"     // 计划、目标
	Completion Kind = "completion" // 完成率: how much of a target is done
	Name       Kind = "name"
	UnitOf     Kind = "unit"
	Time       Kind = "time" // 时期: the row's time
	Note       Kind = "note"
	Source     Kind = "source"
	Nature     Kind = "nature"  // 属性: 预期性、约束性
	Lead       Kind = "lead"    // 责任单位、牵头单位
	Support    Kind = "support" // 配合单位
	Leader     Kind = "leader"  // 责任领导
	Task       Kind = "task"
	Due        Kind = "due"      // 完成时限
	Progress   Kind = "progress" // 进展
	State      Kind = "state"    // 状态
	Section    Kind = "section"  // of a task
	Order      Kind = "order"    // 序号
	Other      Kind = "other"    // known, and not of use here: 排名, 增减额, 环比
)

// Basis of figures; see model.Basis. The zero value: the words do not say it.
type basis = model.Basis

// saying is what the words of a head, a title or a row say.
type saying struct {
	When
	basis  basis
	kind   Kind
	said   bool     // kind was said by a word, or basis or result
	units  []string // in brackets or behind a comma
	rest   string   // what is left: a name perhaps
	clash  bool     // the words name two times
	shown  bool     // 本月: the time of the table
	annual bool     // 全年, 年度
}

// wholes are the heads that are a kind by themselves.
var wholes = map[string]Kind{
	"指标": Name, "指标(单位)": Name, "项目(单位)": Name, "指标名称": Name, "主要指标": Name, "经济指标": Name, "统计指标": Name, "项目": Name, "名称": Name, "指标项目": Name, "主要经济指标": Name, "项目名称": Name, "指标内容": Name, "目标名称": Name, "实事项目": Name, "民生实事项目": Name, "indicator": Name, "indicators": Name, "name": Name, "item": Name,
	"单位": UnitOf, "计量单位": UnitOf, "指标单位": UnitOf, "unit": UnitOf,
	"时期": Time, "时间": Time, "月份": Time, "季度": Time, "年份": Time, "期间": Time, "年度": Time, "年": Time, "月": Time, "年月": Time, "报告期": Time, "数据时间": Time, "period": Time,
	"备注": Note, "说明": Note, "注": Note, "附注": Note, "note": Note,
	"来源": Source, "数据来源": Source, "source": Source,
	"属性": Nature, "指标属性": Nature, "指标性质": Nature, "性质": Nature,
	"责任单位": Lead, "牵头单位": Lead, "责任部门": Lead, "牵头部门": Lead, "主管部门": Lead, "主办单位": Lead, "牵头责任单位": Lead, "牵头(责任)单位": Lead, "责任主体": Lead, "lead": Lead, "lead agency": Lead, "responsible": Lead, "responsible unit": Lead,
	"配合单位": Support, "协办单位": Support, "配合部门": Support, "协同单位": Support, "责任(配合)单位": Support, "参与单位": Support, "support": Support,
	"责任领导": Leader, "牵头领导": Leader, "分管领导": Leader, "责任人": Leader, "包联领导": Leader, "责任区领导": Leader,
	"任务": Task, "工作任务": Task, "重点任务": Task, "任务名称": Task, "目标任务": Task, "事项": Task, "工作事项": Task, "工作内容": Task, "任务内容": Task, "重点工作": Task, "重点工作任务": Task, "重点事项": Task, "具体任务": Task, "主要任务": Task,
	"完成时限": Due, "时限": Due, "完成时间": Due, "办结时限": Due, "完成期限": Due, "计划完成时间": Due, "时限要求": Due,
	"进展": Progress, "进展情况": Progress, "工作进展": Progress, "推进情况": Progress, "完成情况": Progress, "落实情况": Progress, "目前进展": Progress, "工作进展情况": Progress, "进度情况": Progress, "本月进展": Progress,
	"状态": State, "完成状态": State, "推进状态": State, "进展状态": State, "办理状态": State, "进度状态": State, "是否完成": State,
	"章节": Section, "所属部分": Section, "报告章节": Section, "所属章节": Section,
	"序号": Order, "编号": Order, "行次": Order, "栏次": Order, "代码": Order, "no.": Order, "no": Order, "指标代码": Order,
}

// phrase is a word of a head and what it means.
type phrase struct {
	word string
	set  func(s *saying)
}

func based(b basis) func(*saying) {
	return func(s *saying) { s.basis, s.said = b, true }
}

func kindOf(k Kind) func(*saying) {
	return func(s *saying) {
		if s.kind == Value || k == Other { // 完成目标的% is a completion, whatever comes after it
			s.kind = k
		}
		s.said = true
	}
}

func nothing(s *saying) { s.said = true }

// counts are the words within heads for the year to date, and for how much of a
// target is done. They hold words that mean another time by themselves, so they are
// taken first, and the longer before what is part of them.
var counts = []phrase{
	{"1-本月", cumulatively}, {"1-当月", cumulatively}, {"1至本月", cumulatively}, {"自年初至本月", cumulatively}, {"年初至本月", cumulatively},
	{"自年初累计", cumulatively}, {"年初累计", cumulatively}, {"本月止累计", cumulatively}, {"本月止", cumulatively}, {"截至本月", cumulatively},
	{"本月累计", cumulatively}, {"累计完成", cumulatively}, {"年初至今", cumulatively}, {"今年以来", cumulatively}, {"本年累计", cumulatively},
	{"本季累计", cumulatively}, {"本期累计", cumulatively}, {"累计", cumulatively},
	{"占年度目标", kindOf(Completion)}, {"占全年目标", kindOf(Completion)}, {"占年度计划", kindOf(Completion)}, {"占全年计划", kindOf(Completion)},
	{"完成年度目标", kindOf(Completion)}, {"完成年度计划", kindOf(Completion)}, {"完成全年目标", kindOf(Completion)}, {"完成全年计划", kindOf(Completion)},
	{"完成计划", kindOf(Completion)}, {"完成目标", kindOf(Completion)}, {"完成率", kindOf(Completion)}, {"完成比例", kindOf(Completion)},
	{"完成进度", kindOf(Completion)}, {"计划完成", kindOf(Completion)}, {"目标完成", kindOf(Completion)},
	{"比上年同期", kindOf(Growth)}, {"比去年同期", kindOf(Growth)}, {"较上年同期", kindOf(Growth)}, {"较去年同期", kindOf(Growth)},
	{"与上年同期相比", kindOf(Growth)}, {"比上年", kindOf(Growth)}, {"较上年", kindOf(Growth)}, {"比去年", kindOf(Growth)}, {"较去年", kindOf(Growth)},
	{"比上月", kindOf(Other)}, {"较上月", kindOf(Other)}, {"环比", kindOf(Other)},
}

// phrases are the other words within heads.
var phrases = []phrase{
	{"增减额", kindOf(Other)}, {"增减量", kindOf(Other)}, {"增减数", kindOf(Other)}, {"增加额", kindOf(Other)}, {"增量", kindOf(Other)}, {"净增", kindOf(Other)},
	{"排名", kindOf(Other)}, {"排位", kindOf(Other)}, {"位次", kindOf(Other)}, {"名次", kindOf(Other)}, {"比重", kindOf(Other)}, {"占比", kindOf(Other)}, {"贡献率", kindOf(Other)}, {"拉动", kindOf(Other)},
	{"同比", kindOf(Growth)}, {"增长速度", kindOf(Growth)}, {"增长率", kindOf(Growth)}, {"增长", kindOf(Growth)}, {"增速", kindOf(Growth)}, {"增幅", kindOf(Growth)}, {"增减", kindOf(Growth)}, {"升降", kindOf(Growth)},
	{"目标任务", kindOf(Target)}, {"预期目标", kindOf(Target)}, {"目标值", kindOf(Target)}, {"目标数", kindOf(Target)}, {"目标", kindOf(Target)}, {"计划数", kindOf(Target)}, {"计划", kindOf(Target)}, {"任务数", kindOf(Target)}, {"预期", kindOf(Target)},
	{"本月", ofMonth}, {"当月", ofMonth}, {"单月", ofMonth}, {"本季度", ofQuarter}, {"本季", ofQuarter}, {"当季", ofQuarter}, {"单季", ofQuarter}, {"本期", nothing}, {"当期", nothing},
	{"期末", based(model.Point)}, {"月末", based(model.Point)}, {"季末", based(model.Point)}, {"时点", based(model.Point)}, {"余额", nothing},
	{"全年", wholeYear}, {"年度", wholeYear}, {"本年", nothing}, {"今年", nothing},
	{"实际完成", nothing}, {"完成情况", nothing}, {"完成数", nothing}, {"完成值", nothing}, {"完成额", nothing}, {"完成", nothing}, {"实绩", nothing}, {"实际", nothing},
	{"执行", nothing}, {"预计", nothing}, {"实现", nothing}, {"现值", nothing}, {"达到", nothing},
	{"绝对量", nothing}, {"绝对额", nothing}, {"绝对数", nothing}, {"绝对值", nothing}, {"总量", nothing}, {"数值", nothing}, {"金额", nothing}, {"数量", nothing}, {"数额", nothing}, {"指标值", nothing}, {"统计数", nothing},
}

func cumulatively(s *saying) { s.basis, s.said = model.Cumulative, true }

func ofMonth(s *saying) {
	if s.basis == "" {
		s.basis = model.Single
	}
	s.said, s.shown = true, true
}

func ofQuarter(s *saying) {
	if s.basis == "" {
		s.basis = quarterly
	}
	s.said = true
}

func wholeYear(s *saying) { s.annual, s.said = true, true }

// quarterly is 本季: the quarter that ends with the table's month.
const quarterly basis = "quarter"

// dashes of ranges, and the words for one.
var dashes = strings.NewReplacer("—", "-", "–", "-", "―", "-", "‐", "-", "‑", "-", "‒", "-", "－", "-", "~", "-", "～", "-", "−", "-", "﹣", "-", "〜", "-")

// footnote finds marks of footnotes: ①, *, [1], 注1.
var footnote = regexp.MustCompile(`[①-⑳⓪★☆※*＊†‡]+|\[\d{1,2}\]|〔注?\d{0,2}〕|\(注?[一二三四五六七八九\d]?\)|[¹²³⁴⁵⁶⁷⁸⁹]+$`)

// squeeze is a text without its white space, but for one space between Latin words:
// 地区 生产总值, gross domestic product.
func squeeze(text string) string {
	latin := func(r rune) bool { return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	var b strings.Builder
	last, gap := rune(0), false
	for _, r := range text {
		switch r {
		case ' ', '\t', '\n', '\r', '\u3000', '\u00a0', '\u2002', '\u2003', '\u2009':
			gap = true
			continue
		case '\u200b', '\ufeff', '_':
			continue
		}
		if gap && latin(last) && latin(r) && (unicode.IsLetter(last) || unicode.IsLetter(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return b.String()
}

// plain is words without spaces (see squeeze) and signs of ±, in the narrow form, and
// with one kind of dash. Footnotes and bracketed numbers of a list stay.
func plain(words string) string {
	words = squeeze(dashes.Replace(width.Fold.String(words)))
	words = strings.NewReplacer("【", "[", "［", "[", "】", "]", "］", "]").Replace(words)
	return strings.NewReplacer("%%", "%", "(±%)", "(%)", "±%", "(%)", "±", "", "百分比", "(%)").Replace(words)
}

// bracketed finds the last brackets of a text.
var bracketed = regexp.MustCompile(`[(\[]([^()\[\]]*)[)\]]`)

// cutUnits takes units out of plain words: in brackets, behind a comma, or a % at the
// end.
func cutUnits(words string, isUnit func(string) bool) (rest string, units []string) {
	rest = bracketed.ReplaceAllStringFunc(words, func(m string) string {
		inner := strings.TrimPrefix(strings.TrimPrefix(m[1:len(m)-1], "计量"), "单位:")
		list := listed(inner)
		for _, one := range list {
			if !isUnit(one) {
				return m
			}
		}
		units = append(units, list...)
		return ""
	})
	for _, mark := range []string{"%", "‰"} {
		if cut, ok := strings.CutSuffix(rest, mark); ok {
			return cut, append(units, mark)
		}
	}
	for _, comma := range []string{",", ":"} { // 产值,亿元
		if at := strings.LastIndex(rest, comma); at > 0 && isUnit(rest[at+len(comma):]) {
			return rest[:at], append(units, rest[at+len(comma):])
		}
	}
	return rest, units
}

// say reads the words of a head or of a row's name.
func (r *reader) say(words string) saying {
	var s saying
	text := plain(words)
	if k, ok := wholes[strings.ToLower(footnote.ReplaceAllString(text, ""))]; ok {
		s.kind, s.said = k, true
		return s
	}
	text, s.units = cutUnits(text, r.isUnit)
	text = footnote.ReplaceAllString(text, "")
	if k, ok := wholes[strings.ToLower(text)]; ok {
		s.kind, s.said = k, true
		return s
	}
	if r.known(text) {
		s.rest = text
		return s
	}
	text = take(counts, text, &s)
	var ok bool
	s.When, text, ok = takeTime(text)
	s.clash = !ok
	text = take(phrases, text, &s)
	if s.rest = strings.Trim(text, `-+/:、,.()[]±%`); !r.known(s.rest) {
		bare := strings.Trim(s.rest, "的为及与和比数值率任务情况年月-+/:、,.()[]±%")
		if bare == "" || r.known(bare) {
			s.rest = bare
		}
	}
	if len(s.units) == 0 && s.rest != "" && r.isUnit(s.rest) {
		s.units, s.rest = []string{s.rest}, ""
		s.said = true
	}
	if kind, ok := englishHead(words); ok && !s.said && !r.known(s.rest) {
		s.kind, s.said, s.rest = kind, true, ""
	}
	if s.kind == Growth && len(s.units) > 0 && !rate(s.units) {
		s.kind = Other // an increase in 亿元 or in percentage points
	}
	return s
}

// take takes phrases out of a text.
func take(list []phrase, text string, s *saying) (rest string) {
	for _, p := range list {
		if cut := strings.Replace(text, p.word, "", 1); cut != text {
			text = cut
			p.set(s)
		}
	}
	return text
}

// rate reports whether units are those of a growth.
func rate(units []string) bool {
	for _, u := range units {
		if u == "%" || u == "‰" {
			return true
		}
	}
	return false
}

func (r *reader) isUnit(words string) bool {
	if words == "" {
		return false
	}
	if words == "±" || words == "%" || words == "‰" {
		return true
	}
	known, seen := r.units[words]
	if !seen {
		_, known = sheet.UnitOf(words)
		if !known && r.opt.Unit != nil {
			_, known = r.opt.Unit(words)
		}
		r.units[words] = known
	}
	return known
}
