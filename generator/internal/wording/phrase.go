package wording

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Phrase is a figure of running prose together with all the words that say how it
// is meant: the hedge, the verb and the comparator before the number, what follows
// it, and higher aims. The offsets are bytes of the text.
type Phrase struct {
	Figure
	Begin, Start int // of the words before the number, and of the number
	End, Stop    int // of the number, and of the words after it
}

// Words are all words of the phrase.
func (p Phrase) Words(text string) string { return text[p.Begin:p.Stop] }

// Lead are the words before the number.
func (p Phrase) Lead(text string) string { return text[p.Begin:p.Start] }

// wordless are the phrases that compare without a number of their own. What was
// found is read by Parse, which has the last word.
var wordless = regexp.MustCompile(
	`(?:增速|增幅|涨幅)?(?:不低于|不慢于|高于|快于|好于|优于|超过)(?:上年|全(?:国|省|市|县|区|州|地区))[^0-9%，。；：、（）\n]{0,12}?(?:平均水平|平均|增速|增幅|增长|水平)` +
		`|(?:快于|高于|不低于|不慢于|跑赢|略高于)(?:经济|GDP|gdp|地区生产总值)(?:增长|增速)?` +
		`|(?:增长|增速|增幅)?[与同和](?:经济|地区生产总值|国民经济|GDP|gdp|居民|财政)[^0-9%，。；：、（）\n]{0,10}?同步` +
		`|(?:与上年|与去年|较上年|比上年|与上年同期|与去年同期)?(?:基本|大体|总体)?持平|翻(?:了)?[一两三]?番|由负转正|由正转负|实现正增长|零增长|` + fromAbove +
		`|(?:突破|超过|超|达到|跨上|迈上|迈过|冲刺|逾)(?:[一二两三四五六七八九]?[百千]亿|[一二两三四五六七八九]?万亿)元?(?:大关|台阶)?` +
		`|(?i:\bin (?:step|line) with [a-z ]*(?:growth|gdp)\b)`)

// Phrases finds the figures of running prose with the words around them, in the
// order of the text, as [Grammar.Find] finds the bare numbers. A figure whose words are not
// understood as a whole is found with those that are.
func (g *Grammar) Phrases(text string) []Phrase {
	var list []Phrase
	spans := g.Find(text)
	for n := 0; n < len(spans); n++ {
		from := 0
		if len(list) > 0 {
			from = list[len(list)-1].Stop
		}
		p, ok := g.phrase(text, from, spans[n])
		if !ok {
			continue
		}
		// A、力争B: the next figures may be higher aims of this one.
		for last := n + maxAims; n < last && n+1 < len(spans); {
			longer, ok := g.joined(text, p, spans[n+1])
			if !ok {
				break
			}
			p, n = longer, n+1
		}
		list = append(list, p)
	}
	list = merged(list, g.counted(text, list))
	var more []Phrase
	for _, at := range wordless.FindAllStringIndex(text, -1) {
		if p, ok := g.wordless(text, at[0], at[1]); ok && apart(list, p) && apart(more, p) {
			more = append(more, p)
		}
	}
	return merged(list, more)
}

// maxAims is how many higher aims a figure may have.
const maxAims = 8

// merged are two lists of phrases in the order of the text.
func merged(a, b []Phrase) []Phrase {
	list := append(a, b...)
	slices.SortStableFunc(list, func(a, b Phrase) int { return cmp.Compare(a.Begin, b.Begin) })
	return list
}

// englishCount is a number before the plural of what it counts: 40 new schools.
var englishCount = regexp.MustCompile(`(?i)\b(\d{1,3}(?:,\d{3})+|\d+)\s+(?:[a-z][a-z'-]*\s+){0,4}?[a-z][a-z-]*s\b`)

// notCounted are plurals that are no things: spans of time.
var notCounted = regexp.MustCompile(`(?i)^[\d,]+\s+(?:years?|months?|days?|hours?|minutes?|weeks?|times|percentage points)\b`)

// counted finds counts of English prose, which have no unit.
func (g *Grammar) counted(text string, found []Phrase) []Phrase {
	var list []Phrase
	for _, at := range englishCount.FindAllStringSubmatchIndex(text, -1) {
		s := Span{at[2], at[3], text[at[2]:at[3]]}
		if aYear.MatchString(s.Text) || notCounted.MatchString(text[at[0]:]) || s.Start > 0 && strings.ContainsRune("-–./$", rune(text[s.Start-1])) {
			continue
		}
		from := 0
		if n := endBehind(found, s.Start); n > 0 {
			from = found[n-1].Stop
		}
		if p, ok := g.phrase(text, from, s); ok && apart(found, p) && apart(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// phrase takes the words around a number, as many as are understood together.
func (g *Grammar) phrase(text string, from int, s Span) (Phrase, bool) {
	lead, tail := g.Lead(text[from:s.Start]), g.Tail(text[s.End:])
	begin := s.Start
	if lead != "" { // there may be a space between the two
		begin = from + strings.LastIndex(text[from:s.Start], lead)
	}
	for _, p := range []Phrase{
		{Begin: begin, Stop: s.End + len(tail)},
		{Begin: s.Start, Stop: s.End + len(tail)},
		{Begin: begin, Stop: s.End},
		{Begin: s.Start, Stop: s.End},
	} {
		f, err := g.Parse(text[p.Begin:p.Stop])
		if err == nil {
			p.Figure, p.Start, p.End = f, s.Start, s.End
			return p, true
		}
	}
	return Phrase{}, false
}

// joined takes the next figure as a higher aim of a phrase.
func (g *Grammar) joined(text string, p Phrase, next Span) (Phrase, bool) {
	between := text[p.Stop:next.Start]
	if len(between) > 4*maxAround || strings.ContainsAny(between, "。；\n") {
		return p, false
	}
	longer := p
	longer.Stop = next.End + len(g.Tail(text[next.End:]))
	f, err := g.Parse(text[longer.Begin:longer.Stop])
	if err != nil || !f.Stretch.Valid || f.farFetched() {
		return p, false
	}
	longer.Figure, longer.End = f, next.End
	return longer, true
}

// farFetched reports whether the higher aim is one of another kind, or more than twice the
// figure itself: 增长5%，力争达到96亿元 and 净增60家，力争突破900家 are two figures.
func (f Figure) farFetched() bool {
	first := f.Value
	if !first.Valid {
		first = f.High
	}
	if first.Unit != "" && f.Stretch.Unit != "" && first.Unit.Kind() != f.Stretch.Unit.Kind() {
		return true
	}
	return f.Value.Valid && f.Value.Unit == f.Stretch.Unit && f.Stretch.Number.Abs().GreaterThan(f.Value.Number.Abs().Add(f.Value.Number.Abs()))
}

// wordless reads a phrase without a number, with a hedge before it.
func (g *Grammar) wordless(text string, start, end int) (Phrase, bool) {
	f, err := g.Parse(text[start:end])
	for _, word := range []string{"增长", "增速", "增幅", "涨幅"} {
		if err != nil && strings.HasPrefix(text[start:end], word) { // 收入增长与经济增长同步
			start += len(word)
			f, err = g.Parse(text[start:end])
		}
	}
	if err != nil {
		return Phrase{}, false
	}
	if digitRun(text[end:]) > 0 || hanRun(text[end:]) > 0 && len(g.Find(text[end:min(len(text), end+24)])) > 0 { // 高于全市平均水平1.2个百分点
		return Phrase{}, false
	}
	p := Phrase{Figure: f, Begin: start, Start: start, End: end, Stop: end}
	for _, hedge := range hedges {
		if strings.HasSuffix(text[:start], hedge) {
			p.Begin, p.Hedge = start-len(hedge), hedge
			break
		}
	}
	return p, true
}

// endBehind is the first phrase of a list that ends behind an offset. A list of phrases is in
// the order of the text, and none touches another.
func endBehind(list []Phrase, at int) int {
	return sort.Search(len(list), func(n int) bool { return list[n].Stop > at })
}

// apart reports whether a phrase touches none of a list.
func apart(list []Phrase, p Phrase) bool {
	n := endBehind(list, p.Begin)
	return n == len(list) || list[n].Begin >= p.Stop
}

// Noun is the kind of thing that a text has in place of a figure.
type Noun string

// What numbers of a text are that are no figures.
const (
	YearName  Noun = "year"
	Ordinal   Noun = "ordinal"
	ClassName Noun = "class"    // 亿元以上项目
	Document  Noun = "document" // 〔2017〕47号
	ThingName Noun = "name"     // 5G, 三大行动
)

var (
	numeral = regexp.MustCompile(`[0-9][0-9,.]*|[一二三四五六七八九十百千万亿两]+(?:大|项|个|家|条|级|期|年|类|型)`)
	aYear   = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// beforeYear are what stands before the year of a document: （2017〕.
func beforeYear(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("〔[（(号", last)
}

// Others finds the numbers of a text that are none of its figures, as [Grammar.Phrases]
// returns them, and says what they are.
func (g *Grammar) Others(text string, figures []Phrase) (spans []Span, kinds []Noun) {
	for _, at := range numeral.FindAllStringIndex(text, -1) {
		s := Span{at[0], at[1], text[at[0]:at[1]]}
		if !apart(figures, Phrase{Begin: s.Start, Stop: s.End}) {
			continue
		}
		before, after := text[:s.Start], text[s.End:]
		kind := ThingName
		switch {
		case strings.HasSuffix(before, "〔") || beforeYear(before) && strings.HasPrefix(after, "〕"):
			kind = Document
		case aYear.MatchString(s.Text), strings.HasPrefix(after, "年"), strings.HasPrefix(after, "月"), strings.HasPrefix(after, "日"):
			kind = YearName
		case strings.HasSuffix(before, "第"):
			kind = Ordinal
		case strings.HasPrefix(after, "亿") || strings.HasPrefix(after, "万") || strings.HasPrefix(after, "元"):
			kind = ClassName
		}
		spans, kinds = append(spans, s), append(kinds, kind)
	}
	return spans, kinds
}
