package statement

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// element is a figure, or a list of them, with the words around it.
type element struct {
	phrases     []wording.Phrase
	left, right string
	stage       string // the word of its clause for how final a result is; "" where it has none
	first       bool   // of its clause
	quoted      bool   // the first figure stands in quotation marks that were opened before it
}

// sentence reads the figures of a sentence.
func (r *Reader) sentence(text string, s area, phrases []wording.Phrase, ctx Context) []Item {
	var items []Item
	when := r.when(text, s, ctx)
	r.recent, r.heads = nil, nil
	if !afterSemicolon(text, s) {
		r.period, r.basis = r.main, r.mainBasis
	}
	if p, basis, ok := PeriodIn(compared.ReplaceAllString(headOf(s.of(text)), ""), ctx.Period.Year); ok {
		r.period, r.basis = p, basis
		r.setMain(headOf(s.of(text)), ctx.Role != Goals)
	}
	for _, c := range clauses(text, s) {
		own := within(phrases, c)
		if len(own) == 0 {
			r.see(c.of(text))
			r.clause = strip(c.of(text))
			if p, basis, ok := PeriodIn(compared.ReplaceAllString(c.of(text), ""), ctx.Period.Year); ok {
				r.period, r.basis = p, basis
				r.setMain(c.of(text), false)
			}
			continue
		}
		r.verb, r.figure = "", ""
		stage := stageIn.FindString(c.of(text))
		for _, e := range elements(text, c, own) {
			e.stage, e.quoted = stage, holds(r.quotes, e.phrases[0].Start)
			w := r.whenOf(e, when, ctx)
			for _, item := range r.element(text, e) {
				judge(&item, e, w, ctx, text)
				items = append(items, item)
			}
		}
		r.clause = ""
	}
	return items
}

// setMain takes the period of a clause for the passage where it is the first that is a
// time alone, or that begins with one and more may follow. A deadline is none: 6月底前完成….
func (r *Reader) setMain(clause string, more bool) {
	clause = compared.ReplaceAllString(clause, "")
	list := calendar.All(clause)
	if !r.main.IsZero() || len(list) == 0 || strip(clause[:list[0].Begin]) != "" {
		return
	}
	rest := clause[list[len(list)-1].Stop:]
	if strings.HasPrefix(rest, "前") || !more && strip(rest) != "" {
		return
	}
	r.main, r.mainBasis = r.period, r.basis
}

// afterSemicolon reports whether a sentence goes on from the one before it.
func afterSemicolon(text string, s area) bool {
	before := text[:s.start]
	return strings.HasSuffix(before, "；") || strings.HasSuffix(before, ";")
}

// headOf is the first clause of a sentence, which says of what time it speaks.
func headOf(sentence string) string {
	if i := strings.IndexAny(sentence, "，,：:"); i >= 0 {
		return sentence[:i]
	}
	return sentence
}

// see notes what a clause without a figure speaks of.
func (r *Reader) see(clause string) {
	clause = strings.Trim(clause, " ，：:,；。\n")
	if clause == "" || utf8.RuneCountInString(clause) > 24 {
		return
	}
	verb, noun := splitVerb(strip(clause))
	if verb != "" && noun != "" && utf8.RuneCountInString(noun) <= 16 || verb == "" && endsNoun(noun) {
		r.subject = objectOf(noun)
	}
}

// objectOf is the noun that a clause names, without what it does to it.
func objectOf(noun string) string {
	for _, w := range []string{"培育力度", "建设力度", "力度", "工作", "建设"} {
		if rest, ok := strings.CutSuffix(noun, w); ok && rest != "" {
			return strings.TrimSuffix(rest, "的")
		}
	}
	return noun
}

// difference begins a figure that is the difference from another time.
var difference = regexp.MustCompile(`^(?:比|较)`)

// ownName reports whether the words before a figure say what it is of: a figure behind 、
// is then no further one of the list.
func ownName(lead string) bool { return difference.MatchString(lead) || shareOf.MatchString(lead) }

// elements cuts a clause into its figures: those that only 、 separates make one
// element, because their heads may be shared.
func elements(text string, c area, phrases []wording.Phrase) []element {
	var list []element
	from := c.start
	for n := 0; n < len(phrases); {
		last := n
		for last+1 < len(phrases) && !ownName(phrases[last+1].Lead(text)) && phrases[last].Stop <= phrases[last+1].Begin && wording.Separates(text[phrases[last].Stop:phrases[last+1].Begin]) {
			last++
		}
		e := element{phrases: phrases[n : last+1], left: lastOf(text[min(from, phrases[n].Begin):phrases[n].Begin]), first: n == 0}
		end := c.end
		if last+1 < len(phrases) {
			end = phrases[last+1].Begin
		}
		end = max(end, phrases[last].Stop)
		e.right, from = rightOf(text[phrases[last].Stop:end], last+1 < len(phrases))
		from += phrases[last].Stop
		list = append(list, e)
		n = last + 1
	}
	return list
}

// related are words that name a figure of something that was named before.
const relatedWords = `总投资额?|总产|投资|年度投资|计划投资|年度计划投资|协议资金|协议投资额?|合同金额|床位|在校生|从业人员|税收|利税|利润总额|到位资金|到位资金额|完成投资|年度完成投资|投资额|带动[\p{Han}]{1,6}|惠及[\p{Han}]{1,6}|受益[\p{Han}]{1,6}|投资总额|总产值|产值|营业收入|营收|总数|总量|总额|数量|规模|增速|增幅|涨幅|降幅|占比|比重|比例|余额|面积|年产能|产能|总产量|单产|产量|销售额|交易额|成交额|总里程|里程`

var (
	related  = regexp.MustCompile(`^(?:其|年|预计|累计|计划)?(?:` + relatedWords + `)$`)
	relative = regexp.MustCompile(`(?:其|年)?(?:` + relatedWords + `)$`)
)

// rightOf is what follows a figure and belongs to it; size says how much of the text
// that is. Before a separator it is the figure's own.
func rightOf(between string, more bool) (right string, size int) {
	if !more {
		return between, len(between)
	}
	trimmed := strings.TrimLeft(between, " ")
	for _, sep := range []string{"、", "和", "与", "及", "以及", "，", ","} {
		if strings.HasPrefix(trimmed, sep) {
			return "", len(between) - len(trimmed) + len(sep)
		}
	}
	if notNoun.MatchString(trimmed) { // 由320亿元增加到446亿元
		return "", 0
	}
	for n, c := range between {
		if c == '、' || c == '和' || c == '及' {
			return between[:n], n + utf8.RuneLen(c)
		}
	}
	if at := relative.FindStringIndex(between); at != nil && at[0] > 0 {
		return between[:at[0]], at[0]
	}
	if utf8.RuneCountInString(between) <= 3 {
		return "", 0
	}
	return between, len(between)
}

// element makes the items of an element.
func (r *Reader) element(text string, e element) []Item {
	names, doubts := r.names(text, e)
	var items []Item
	for n, name := range names {
		p := e.phrases[min(n, len(e.phrases)-1)]
		item := Item{Start: p.Begin, End: p.Stop, Words: p.Words(text), Name: name.text, Doubts: doubts}
		measure(&item, p, name, e, text)
		if rest, ok := strings.CutPrefix(item.Words, "分别"); ok { // it is said of the list
			item.Start, item.Words = item.Start+len("分别"), rest
		}
		items = append(items, item)
	}
	return items
}

// time is when a sentence speaks of.
type time struct {
	period model.Period
	basis  model.Basis
	past   bool // it says that the figure was reached
	future bool // it says that it is to be reached
}

var (
	compared = regexp.MustCompile(`(?:比|较|同|与|超|超过|高于|低于|相当于|是|快于|慢于)(?:上一?年|去年|前一?年|20\d\d年|上?[一二三四]季度|上半年|上月|前\S{1,3}月|(?:20\d\d年)?\d{1,2}(?:[—\-–~～至]\d{1,2})?月)(?:份|全年|同期|末|底)?|同比`)
	inYear   = regexp.MustCompile(`年内|全年|今年|年底|年末`)
	pastWord = regexp.MustCompile(`去年|上年|过去一?年|过去的|预计(?:全年|完成|实现|可?达)|已(?:经)?[完建达引培新]|[完建达成实增降升]了|同比增长了|累计(?:完成|建成|新增|实现)|圆满|成功|顺利|荣获|获评|跃居|位居|连续\S{1,3}年`)
	nextWord = regexp.MustCompile(`力争|确保|争取|将|计划(?:新|完|开|投|建|实)|目标|预期|拟|今后|明年|今年(?:要|计划|力争)|要(?:新|完|实|达)|奋力|冲刺|努力`)
	// nextSure is what speaks of the future in a part on the past, too.
	nextSure = regexp.MustCompile(`力争|确保|争取|将(?:达|完|实|新|建)|明年|下一步|下半年|奋力|冲刺`)
)

// when finds the time of a sentence.
func (r *Reader) when(text string, s area, ctx Context) time {
	words := compared.ReplaceAllString(s.of(text), "")
	next := nextWord
	if ctx.Role == Review {
		next = nextSure
	}
	return time{past: pastWord.MatchString(words), future: next.MatchString(words)}
}

// whenOf finds the time of an element.
func (r *Reader) whenOf(e element, w time, ctx Context) time {
	words := compared.ReplaceAllString(e.left, "")
	year := ctx.Period.Year
	if p, basis, ok := PeriodIn(words, year); ok {
		r.period, r.basis = p, basis
		if strings.Contains(words, "到"+p.String()) {
			w.future = w.future || p.Year >= year
		}
	}
	if inYear.MatchString(words) && ctx.Done.Kind == model.Year {
		r.period, r.basis = model.Period{}, ""
	}
	switch {
	case strings.Contains(words, "去年") || strings.Contains(words, "上年"):
		w.past, w.period = true, model.YearOf(year-1)
	case !r.period.IsZero():
		w.period, w.basis = r.period, r.basis
	}
	return w
}
