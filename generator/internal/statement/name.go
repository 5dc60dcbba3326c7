package statement

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

// named is the name of a figure, and what it was made of.
type named struct {
	text   string
	verb   string // 新增, 建成
	core   string // the thing itself
	growth bool   // the words call it a rate of change
}

// names finds the names of an element: one for each figure, or for each head where
// several share one figure.
func (r *Reader) names(text string, e element) (list []named, doubts []string) {
	w := r.wordsOf(text, e)
	if one, ok := r.ofBefore(e, w); ok {
		return []named{one}, nil
	}
	if list := r.ofHeads(e, w); list != nil {
		return list, nil
	}
	if list := r.shared(e, w); list != nil {
		return list, nil
	}
	one := r.name(w.head, w.right, w.lead, w.growth, e, true)
	for range e.phrases {
		list = append(list, one)
	}
	return list, w.doubts(one, len(e.phrases))
}

// nameWords are the words that a name is made of.
type nameWords struct {
	head  string // what is left of the words before the figure
	left  string // all of them
	lead  string // between the name and the number: 增长, 达到
	right string // the noun behind the figure

	words  string // of the first figure
	unit   model.Unit
	growth bool // they call it a rate of change
}

func (r *Reader) wordsOf(text string, e element) nameWords {
	p := e.phrases[0]
	w := nameWords{left: e.left, lead: p.Lead(text), right: rightNoun(e.right), words: p.Words(text), unit: p.Value.Unit}
	w.growth = rateWords.MatchString(w.left + w.lead)
	w.head = strip(w.left)
	if rest, ok := strings.CutSuffix(w.head, "净"); ok && strings.HasPrefix(w.lead, "增") { // 净增67家
		w.head = rest + "净增"
	}
	if share := shareOf.FindString(w.lead); share != "" && !strings.Contains(w.head, share) {
		rest, ratio := strings.CutSuffix(share, "的比重")
		w.head += rest
		if ratio {
			w.head += "比重"
		}
	}
	if strings.HasPrefix(w.head, "占") && r.subject != "" { // 民间投资下降1%，占全部投资的比重为54%
		whole := cmp.Or(r.full, r.subject)
		w.head = lastOf(whole[:len(whole)-len(shareEnd.FindString(whole))]) + w.head
	}
	return w
}

// shareEnd is the end of the name of a share: 占全部投资的比重.
var shareEnd = regexp.MustCompile(`占(?:[^0-9%，、占]{1,40}的?(?:比重|比例)|比)$`)

var setAbove = regexp.MustCompile(`(?:下达|定)的?(\p{Han}*?)(任务|目标|指标)$`)

// ofBefore is the name of a single figure that says something of the figure before.
func (r *Reader) ofBefore(e element, w nameWords) (named, bool) {
	switch m := setAbove.FindStringSubmatch(w.words); {
	case len(e.phrases) > 1:
	case m != nil && w.head == "" && m[1] != "": // 完成上级下达的节能减排任务
		return named{text: m[1] + m[2], core: m[1]}, true
	case changes(w.left, w.lead, w.words, w.unit): // it is no figure of its own
		return named{text: w.head, core: r.subject}, true
	case workDone.MatchString(strings.TrimSpace(w.left + w.lead)): // 完成年度计划的64%
		return named{text: cmp.Or(r.full, r.subject, w.head), core: r.subject}, true
	}
	return named{}, false
}

// ofHeads are the names of several figures of which the list before has the heads:
// 分别达到…、…，分别增长…、…
func (r *Reader) ofHeads(e element, w nameWords) (list []named) {
	n := len(e.phrases)
	if n == 1 || w.head != "" {
		return nil
	}
	if n > len(r.heads) && n <= len(r.recent) { // 游客…人次，收入…亿元，分别增长…
		r.heads = r.recent[len(r.recent)-n:]
	}
	if n != len(r.heads) {
		return nil
	}
	for _, h := range r.heads {
		h.growth = w.growth
		if !w.growth && h.verb != "" {
			h.text = h.verb + h.core
		}
		list = append(list, h)
	}
	return list
}

// shared are the names of a list whose heads share words, or that share one figure.
func (r *Reader) shared(e element, w nameWords) (list []named) {
	n := len(e.phrases)
	each := eachOf.MatchString(strings.TrimSpace(w.left + w.lead))
	if n == 1 && !each && !e.phrases[0].Op.Relative() {
		return nil
	}
	heads := splitHeads(w.head+w.right, n, n == 1 && !each)
	if len(heads) < 2 || len(heads) != n && n > 1 {
		return nil
	}
	for _, h := range heads {
		list = append(list, r.name(h, "", w.lead, w.growth, e, false))
	}
	r.subject, r.full = list[len(list)-1].core, list[len(list)-1].text
	if r.heads = nil; n > 1 {
		r.heads = list
	}
	return list
}

// doubts are those about a name of n figures.
func (w nameWords) doubts(name named, n int) (list []string) {
	if n > 1 {
		list = append(list, "doubt-one-name")
	}
	if n == 1 && strings.Contains(w.left+w.lead, "分别") {
		list = append(list, "doubt-apart")
	}
	switch size := utf8.RuneCountInString(name.text); {
	case size < 2:
		list = append(list, "doubt-no-name")
	case size > longName:
		list = append(list, "doubt-long-name")
	}
	return list
}

// longName is how many characters a name has at most without a doubt.
const longName = 24

var (
	shareOf   = regexp.MustCompile(`占[^0-9%，、]{1,40}?的?(?:比重|比例)|占比|比重|比例|比率`)
	rateWords = regexp.MustCompile(`增长|增速|增幅|涨幅|降幅|下降|降低|回落|上涨`)
)

// name makes the name of one figure from the words on both sides of it. alone says that
// it is not of a list: what comes behind may leave out what it says.
func (r *Reader) name(head, right, lead string, growth bool, e element, alone bool) named {
	verb, noun, right := r.parts(head, right, lead)
	if like := alike(noun, r.full); like != "" && !e.first && right == "" { // 省级龙头企业1家、市级2家
		noun = like
	}
	if verb == "" && !e.first && keeps(r.verb) && noun != "" && !related.MatchString(noun) && !growth {
		verb = r.verb
	}
	if isWeak(verb) {
		verb = ""
	}
	name := named{verb: verb, growth: growth}
	rate := rateNoun.FindString(noun)
	if rate != "" {
		noun = strings.TrimSuffix(strings.TrimSuffix(noun, rate), "的")
		name.growth = true
	}
	if right == "" && r.sharesFigure(noun, e) { // 亿纬动力产值500亿元、荆门石化400亿元
		noun += r.figure
	}
	r.compose(&name, noun, lead, growth)
	if real := strings.Contains(e.left, "扣除价格") || strings.Contains(lead, "实际"); growth && real && name.text != "" && !strings.HasSuffix(name.text, "实际") {
		name.text += "实际"
	}
	if rate != "" && name.text != "" && !name.growth {
		name.text += rate
	}
	if alone {
		r.remember(name, noun)
	}
	return name
}

// parts are the verb and the noun of a name, of the words on both sides of a figure, and
// what of it stood behind.
func (r *Reader) parts(head, right, lead string) (verb, noun, behind string) {
	verb, noun = splitVerb(head)
	if verb == "" {
		for _, v := range []string{"新增", "新建", "建成", "培育"} {
			if strings.Contains(lead, v) {
				verb = v
			}
		}
	}
	if strings.HasSuffix(noun, "等") { // the noun before is an example of the one behind
		noun, right = "", cmp.Or(right, r.subject)
		verb = cmp.Or(verb, r.verb)
	}
	switch {
	case right == "":
	case noun == "" || placeOnly(noun) || utf8.RuneCountInString(noun+right) > longNoun:
		noun = right
	default:
		noun += right
	}
	return verb, noun, right
}

// longNoun is how many characters the words on both sides of a figure have together at
// most if they are one noun.
const longNoun = 20

// sharesFigure reports whether a noun is a thing of which the element before names a
// figure that is meant here, too.
func (r *Reader) sharesFigure(noun string, e element) bool {
	return !e.first && r.figure != "" && noun != "" && e.phrases[0].Value.Unit.Kind() == model.Money &&
		relative.FindString(noun) == "" && longest(headNouns, noun, strings.HasSuffix) == ""
}

// compose puts a name together from its noun and what was spoken of before.
func (r *Reader) compose(name *named, noun, lead string, growth bool) {
	verb := name.verb
	switch {
	case agent.MatchString(noun) && r.clause != "" && utf8.RuneCountInString(r.clause) <= 18:
		_, thing := splitVerb(r.clause)
		name.core, name.text = thing, thing+noun
	case noun == "":
		name.core, name.text = r.subject, verb+r.subject
		switch {
		case growth && r.made && len(r.recent) > 0: // 新增企业2.3万户，同比增长12%
			name.text = r.recent[len(r.recent)-1].text
		case growth && r.full != "": // 零售总额128亿元，增长5%
			name.text = r.full
		case verb == "" && r.made && reached.MatchString(lead): // 净增60家，突破900家
			name.text = r.subject + "总数"
		case verb == "" && r.full != "" && (toThere.MatchString(lead) || reached.MatchString(lead)): // 由210亿元增加到228亿元
			name.text = r.full
		}
	case related.MatchString(noun) && (verb == "" || r.subject != "" && !strings.HasPrefix(verb, "新")):
		name.core = r.subject
		name.text = r.subject + strings.TrimPrefix(strings.TrimPrefix(noun, "其"), "预计")
	case (verb == "惠及" || verb == "覆盖" || verb == "服务") && r.subject != "":
		name.core, name.text = r.subject, r.subject+verb+noun
	default:
		name.core, name.text = noun, verb+noun
		if m := relative.FindString(noun); m != "" && len(m) < len(noun) {
			name.core = inner.ReplaceAllString(strings.TrimSuffix(noun, m), "")
			r.figure = m
		}
	}
}

// remember keeps what the words behind a figure may leave out.
func (r *Reader) remember(name named, noun string) {
	r.verb = name.verb
	r.subject = cmp.Or(name.core, r.subject)
	r.made = keeps(name.verb) || name.verb == "净增"
	if !name.growth {
		r.recent = append(r.recent, name)
	}
	r.full = name.text
	if noun != "" && !related.MatchString(noun) {
		r.full = noun
	}
}

// alike completes a word of a class from a name that begins with another one of it.
func alike(word, name string) string {
	for _, class := range classes {
		if !slices.Contains(class, word) {
			continue
		}
		if other := longest(class, name, strings.HasPrefix); other != "" && other != name {
			return word + strings.TrimPrefix(name, other)
		}
	}
	return ""
}

// agent is what the clause before brings about: 实施以旧换新，带动消费900亿元.
var agent = regexp.MustCompile(`^(?:带动|惠及|受益|拉动|撬动)`)

// eachOf says that one figure is that of several things, and reached that it is the
// whole.
var (
	eachOf  = regexp.MustCompile(`(?:各|均|都|同步)(?:增长|达到?|完成|实现|新增)?$`)
	reached = regexp.MustCompile(`突破|达|超过|到`)
)

// inner are words within a name that its other figures do not have: 粮食播种面积, 粮食产量.
var inner = regexp.MustCompile(`(?:播种|种植|综合)$`)

// rateNoun is a noun for a rate of change at the end of a name.
var rateNoun = regexp.MustCompile(`(?:增长率|增长速度|增速|增幅|涨幅|降幅|增长)$`)
