package document

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

var (
	// notice is what a web page has around a text.
	notice = regexp.MustCompile(`(?i)版权|转载|仅代表作者|不代表本站|侵权|联系我们|验证码|留言|发表评论|网友评论|条评论|网站地图|本文地址|上一[篇条]|下一[篇条]|分享到|打印本[页文]|关闭(?:窗口|本页)|字体[：:]|字号|【?大\s*中\s*小】?|浏览次数|浏览量|阅读次数|点击数|责任编辑|责编|ICP备|公网安备|copyright|all rights reserved|当前位置|您的位置|您现在的位置|扫一扫|扫码|相关(?:阅读|文章|链接|新闻)|热门(?:文章|推荐)|推荐阅读|猜你喜欢|技术支持|网站标识码|设为首页|加入收藏|返回顶部|我要纠错|登录|注册|用户名|cookie|privacy policy|subscribe|share this|print this|related articles|版权所有|免责声明|友情链接|主办单位：.*承办`)
	// spam is what links to gambling have.
	spam   = regexp.MustCompile(`(?i)博彩|娱乐城|旗舰厅|棋牌|投注|彩票|六合彩|威尼斯人|老虎机|百家乐|真人视讯|体育平台|电竞竞猜|\bag\s?(?:旗舰|真人|平台)|casino|betting`)
	source = regexp.MustCompile(`(?:信息来源|文章来源|稿件来源|来源|发布机构|发布单位)[：:]\s*([^\s，,。；|]{2,40})`)
	dated  = regexp.MustCompile(`(?:发布时间|发布日期|成文日期|发文日期|发布于|日期|时间)[：:]?\s*(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})`)
	title  = regexp.MustCompile(`(?i)(?:工作报告|公报|运行|简况|概况|形势|执行情况|完成情况|计划|规划|要点|实事|方案|目标任务|主要目标|快报|简析|统计(?:公报|信息|月报|快报|分析)|通报|report|plan|communiqu|bulletin|targets)`)
	byline = regexp.MustCompile(`^(?:[—\-（(]*\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|（.{2,30}）$|.{2,20}(?:市长|县长|区长|省长|主席|主任|局长|州长|代区长|代县长|代市长)[\s　]*.{0,6}$)`)
)

// clean leaves out what does not belong to the text, at both ends, repairs
// punctuation, and finds the title.
func (d *Document) clean() {
	d.meta()
	first, last := 0, len(d.Blocks)
	for last > first && d.drop(last-1, last < len(d.Blocks)) {
		last--
	}
	for first < last && d.drop(first, false) {
		first++
	}
	for n, b := range d.Blocks {
		if n < first || n >= last {
			d.Dropped = append(d.Dropped, Dropped{Line: b.Line, Text: b.Text, Why: why(b.Text)})
		}
	}
	kept := d.Blocks[first:last:last]
	d.Blocks = nil
	for _, b := range kept {
		if spam.MatchString(b.Text) && utf8.RuneCountInString(b.Text) < 200 || onlyNotice(b.Text) {
			d.Dropped = append(d.Dropped, Dropped{Line: b.Line, Text: b.Text, Why: why(b.Text)})
			continue
		}
		var n int
		b.Text, n = Repair(b.Text)
		d.Repaired += n
		for _, row := range b.Rows {
			for i := range row {
				row[i], _ = Repair(row[i])
			}
		}
		if b.Text != "" || len(b.Rows) > 0 {
			d.Blocks = append(d.Blocks, b)
		}
	}
	d.findTitle()
	d.findHeadings()
}

// plainHeading is a line of its own that names a part of a report without a number:
// 2025年工作总结.
var plainHeading = regexp.MustCompile(`^(?:20\d\d年)?[\p{Han}“”、]{0,14}(?:回顾|总结|工作安排|工作计划|工作打算|重点工作|主要工作|工作重点|主要目标|预期目标|目标任务|总体要求|基本情况|完成情况|执行情况|工作情况|工作思路|下一步工作|工作部署|主要任务|重点任务|主要成效|工作成效|存在问题)$`)

// findHeadings makes headings of such lines, where a longer text follows.
func (d *Document) findHeadings() {
	for n := range d.Blocks {
		b := &d.Blocks[n]
		if b.Kind == Paragraph && n+1 < len(d.Blocks) && plainHeading.MatchString(b.Text) && (d.Blocks[n+1].Kind != Paragraph || utf8.RuneCountInString(d.Blocks[n+1].Text) > 20) {
			b.Kind, b.Level = Heading, 1
		}
	}
}

// onlyNotice reports whether a short block is nothing but a notice, such as a row of
// buttons or a line on its source.
func onlyNotice(s string) bool {
	n := utf8.RuneCountInString(s)
	return n < 80 && (notice.MatchString(s) && !strings.ContainsAny(s, "。") || source.MatchString(s) && dated.MatchString(s))
}

// meta finds what the page says about its publication.
func (d *Document) meta() {
	for _, b := range d.Blocks {
		if utf8.RuneCountInString(b.Text) > 200 {
			continue
		}
		if m := source.FindStringSubmatch(b.Text); m != nil && d.Publisher == "" {
			d.Publisher = m[1]
		}
		if m := dated.FindStringSubmatch(b.Text); m != nil && d.Published.IsZero() {
			d.Published = date(m[1], m[2], m[3])
		}
	}
}

func date(y, m, day string) model.Date {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	n, _ := strconv.Atoi(day)
	out, err := model.ParseDate(strings.Join([]string{y, two(month), two(n)}, "-"))
	if err != nil || year < 1949 {
		return model.Date{}
	}
	return out
}

func two(n int) string {
	s := strconv.Itoa(n)
	if n < 10 {
		return "0" + s
	}
	return s
}

// drop reports whether a block at one end does not belong to the text. Behind one that
// was dropped short pieces without an end are links.
func (d *Document) drop(n int, after bool) bool {
	b := d.Blocks[n]
	if len(b.Rows) > 0 {
		return false
	}
	size := utf8.RuneCountInString(b.Text)
	switch {
	case spam.MatchString(b.Text):
		return true
	case notice.MatchString(b.Text) && (size < 120 || countNotices(b.Text) >= 2):
		return true
	case source.MatchString(b.Text) && size < 80 && !strings.Contains(b.Text, "。"):
		return true
	case b.Kind == Heading || title.MatchString(b.Text):
		return false
	case strings.HasPrefix(b.Text, "http") || links(b.Text):
		return true
	}
	return after && size < 12 && !strings.ContainsAny(b.Text, "。，；") && !figureIn.MatchString(b.Text)
}

func countNotices(s string) int { return len(notice.FindAllString(s, -1)) }

// links reports whether a text is a row of short names, as menus are.
func links(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '|' || r == '>' || r == '»' })
	if len(words) < 4 || strings.ContainsAny(s, "。，；,;") {
		return false
	}
	for _, w := range words {
		if utf8.RuneCountInString(w) > 8 || !hanOnly(w) {
			return false
		}
	}
	return true
}

func hanOnly(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return s != ""
}

func why(text string) string {
	switch {
	case spam.MatchString(text):
		return "dropped-spam"
	case notice.MatchString(text), source.MatchString(text):
		return "dropped-notice"
	}
	return "dropped-links"
}

// findTitle takes the lines before the text proper as its title.
func (d *Document) findTitle() {
	n := 0
	for n < len(d.Blocks) && n < 6 {
		b := d.Blocks[n]
		size := utf8.RuneCountInString(b.Text)
		if len(b.Rows) > 0 || b.Kind == Item || size > 60 && !english(b.Text) || size > 160 || strings.ContainsAny(b.Text, "。；") || b.Kind == Heading && b.Level > 1 {
			break
		}
		if m := signed.FindStringSubmatch(b.Text); m != nil && n > 0 {
			if d.Publisher == "" {
				d.Publisher = m[1]
			}
			if d.Published.IsZero() && m[2] != "" {
				d.Published = date(m[2], m[3], m[4])
			}
			n++
			continue
		}
		if n > 0 && d.Title != "" && !byline.MatchString(b.Text) && !title.MatchString(b.Text) {
			break
		}
		if strings.HasSuffix(b.Text, "：") || strings.HasSuffix(b.Text, ":") {
			break
		}
		switch {
		case title.MatchString(b.Text):
			if d.Title != "" && !strings.Contains(b.Text, d.Title) {
				d.Title += b.Text
			} else {
				d.Title = b.Text
			}
		case byline.MatchString(b.Text):
			if m := plainDate.FindStringSubmatch(b.Text); m != nil && d.Published.IsZero() {
				d.Published = date(m[1], m[2], m[3])
			}
		case n == 0 && size <= 45 && yearName.MatchString(b.Text) && !strings.ContainsAny(b.Text, "，：,:"):
			d.Title = b.Text
		case n == 0 && len(d.Blocks) > 1 && (title.MatchString(d.Blocks[1].Text) && utf8.RuneCountInString(d.Blocks[1].Text) < 40):
			d.Title = b.Text
		default:
			d.Blocks = d.Blocks[n:]
			return
		}
		n++
	}
	d.Blocks = d.Blocks[n:]
}

// signed is who published a text, and when: a line below the title.
var signed = regexp.MustCompile(`^([\p{Han}]{2,20}(?:局|委|办|队|委员会|办公室|人民政府|政府))[\s　]*(?:(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)?$`)

// yearName is a year as a title has it.
var yearName = regexp.MustCompile(`20\d\d`)

// english reports whether a text has no Han characters.
func english(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0
}

// isoDate is a date in the head of a page.
var isoDate = regexp.MustCompile(`(20\d\d)-(\d{1,2})-(\d{1,2})`)

var plainDate = regexp.MustCompile(`(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)
