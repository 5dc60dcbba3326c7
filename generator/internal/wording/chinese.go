package wording

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// hedges are words of resolve; they never change the operator.
var hedges = []string{
	"力争", "确保", "争取", "努力", "奋力", "冲刺", "力求", "有望", "预计", "预期", "计划", "保持", "稳定在",
}

// frames say over what time a figure is counted or with what it is compared. That
// is defined by the indicator, so they are skipped.
var frames = []string{
	"全年", "累计", "同比", "比上年", "较上年", "年均", "实际", "占比", "比重", "比例", "分别", "平均", "全部", "均",
}

// share is the whole of which a figure is a part: 占规上工业的比重.
var share = regexp.MustCompile(`^占[^0-9%，、]{1,60}?的?(?:比重|比例)`)

// fillers stand before a number and mean that it is reached.
var fillers = []string{"新增", "新建", "建成", "培育", "调整", "优化", "在"}

// reaches are the fillers that are verbs of reaching.
var reaches = []string{"达到", "实现", "完成", "达"}

// ends stand before the value after a rise or fall: 降到, 升至.
var ends = []string{"到", "至", "为"}

var rises = []string{
	"由负转正", "增长", "增加", "上升", "上涨", "回升", "上调", "增幅", "增速", "涨幅", "提高", "提升", "扩大", "增", "涨", "升",
}

var falls = []string{
	"负增长", "由正转负", "下降", "降低", "减少", "下跌", "压减", "压降", "缩减", "削减", "回落", "下滑", "下调", "下行", "降", "减", "跌",
}

// depths are the nouns for the size of a fall.
var depths = []string{"降幅", "跌幅"}

// leads are the words before a number that say how it is meant, the longest
// first.
var leads = []word{
	{"达到或超过", model.GE}, {"不低于", model.GE}, {"不少于", model.GE}, {"不小于", model.GE}, {"不慢于", model.GE},
	{"至少", model.GE}, {"≥", model.GE},
	{"不超过", model.LE}, {"不突破", model.LE}, {"不超", model.LE}, {"不高于", model.LE}, {"不多于", model.LE}, {"不大于", model.LE}, {"至多", model.LE}, {"≤", model.LE},
	{"控制在", kept},
	{"超过", model.GT}, {"突破", model.GT}, {"逾", model.GT}, {"破", model.GT}, {"高于", model.GT}, {"快于", model.GT}, {"好于", model.GT}, {"优于", model.GT},
	{"多于", model.GT}, {"大于", model.GT}, {"超", model.GT}, {">", model.GT},
	{"低于", model.LT}, {"少于", model.LT}, {"小于", model.LT}, {"不到", model.LT}, {"不足", model.LT}, {"不满", model.LT},
	{"<", model.LT},
	{"大约", model.Approx}, {"大致", model.Approx}, {"约", model.Approx},
}

// tails are the words after a number.
var tails = []word{
	{"及以上", model.GE}, {"或以上", model.GE}, {"以上", model.GE},
	{"及以下", model.LE}, {"或以下", model.LE}, {"以内", model.LE}, {"以下", model.LE}, {"之内", model.LE},
	{"左右", model.Approx}, {"上下", model.Approx},
}

// commas stand before a higher aim.
var commas = []string{"、", "，", ",", ";"}

// dashes stand between the ends of a range.
var dashes = []string{"——", "—", "–", "-", "~", "至", "到"}

var one = decimal.NewFromInt(1)

// chinese reads a Chinese phrase.
func (c *cursor) chinese() (Figure, bool) {
	var f Figure
	c.hedge(&f)
	if set := setAbove.FindString(c.rest()); set != "" || c.takes("上级下达") {
		c.pos += len(set)
		f.Op = model.External
		return f, true
	}
	if c.whole(&f) || c.relation(&f) {
		return f, true
	}
	w := c.lead()
	f.Reach = w.reached
	return f, c.figure(&f, w) && c.stretch(&f, w.sign)
}

// fromAbove is a target that a higher authority sets, in the words of prose.
const fromAbove = `完成(?:上级|国家|省|市|省、市|省市)(?:下达|定)的?[\p{Han}]{0,12}?(?:任务|目标|指标)`

var setAbove = regexp.MustCompile(`^` + fromAbove)

// hedge takes hedges and frames.
func (c *cursor) hedge(f *Figure) {
	for {
		w, ok := c.take(hedges...)
		if !ok && !c.takes(frames...) {
			return
		}
		if f.Hedge == "" {
			f.Hedge = w
		}
	}
}

// relation takes words that compare with another indicator and have no number of
// their own: 与经济增长同步, 高于全市平均水平.
func (c *cursor) relation(f *Figure) bool {
	start := c.pos
	if c.takes("与", "同", "和") {
		if name, ok := strings.CutSuffix(strings.TrimRight(c.rest(), " "), "同步"); ok && name != "" && f.relate(name, model.RelSync) {
			f.Basically = strings.HasSuffix(name, "基本")
			c.pos = len(c.text)
			return true
		}
	}
	c.pos = start
	for _, w := range []word{
		{"不低于", model.RelGE}, {"不慢于", model.RelGE}, {"高于", model.RelGT}, {"快于", model.RelGT},
		{"好于", model.RelGT}, {"优于", model.RelGT}, {"超过", model.RelGT},
	} {
		c.takes("增长", "增速", "增幅", "涨幅")
		if c.takes(w.text) && f.relate(c.rest(), w.op, "平均", "水平", "增速", "增幅", "增长", "涨幅", "全市", "全省", "全国", "上年") {
			c.pos = len(c.text)
			return true
		}
		c.pos = start
	}
	return false
}

// relate sets the operator when the words name something to compare with (one of
// names, if there are any) and no number.
func (f *Figure) relate(words string, op model.Op, names ...string) bool {
	if strings.ContainsAny(words, "0123456789%，、,;") || len(Find(words)) > 0 {
		return false
	}
	named := len(names) == 0
	for _, name := range names {
		named = named || strings.Contains(words, name)
	}
	if named {
		f.Op = op
	}
	return named
}

// lead takes what stands before the number: how it is meant, and whether it is
// a rise or a fall.
func (c *cursor) lead() leadWords {
	w := leadWords{sign: 1}
	for {
		if m := share.FindString(c.rest()); m != "" {
			c.pos += len(m)
			continue
		}
		if w.op == "" { // before the rest: 达到或超过 is not 达到
			if op, ok := c.operator(leads); ok {
				w.op = op
				continue
			}
		}
		switch {
		case c.takes(depths...):
			w.sign, w.shift, w.deep = -1, true, true
		case w.deep && c.takes("扩大"): // a fall that grows stays one
		case c.takes("收窄", "缩小"):
			w.narrow()
			c.takes("了")
		case c.rise(&w):
		case c.takes(falls...):
			w.sign, w.shift = -1, true
			c.takes("了")
		case c.takes(ends...):
			w.reach()
		case c.takes(reaches...):
			w.reached = true
		case c.takes(fillers...), c.takes(frames...):
		case c.takes("接近", "将近", "逼近", "近"):
			w.near = true
		default:
			return w
		}
	}
}

// rise takes a word for a rise. A comma may stand behind 由负转正.
func (c *cursor) rise(w *leadWords) bool {
	word, ok := c.take(rises...)
	if !ok {
		return false
	}
	w.rise = true
	switch word {
	case "提高", "提升", "扩大", "回升", "上升":
		w.shift = true
	case "由负转正":
		c.takes(commas...)
	}
	c.takes("了")
	return true
}

// base is the year or the figure that a multiple is one of.
var base = regexp.MustCompile(`^(?:是|相当于)?(?:\d{4}年|上年|去年|基数|基期)的`)

// figure takes the number or the range, and what follows it.
func (c *cursor) figure(f *Figure, w leadWords) bool {
	if ok, done := c.structure(f, w, tails); done {
		return ok
	}
	of := base.FindString(c.rest())
	c.pos += len(of)
	first, ok := c.amount()
	if !ok {
		return false
	}
	after := c.pos
	times := first.Unit == "" && c.takes("倍")
	between := c.pos
	if second, at, ok := c.second(times); ok && of == "" {
		if second.Unit == model.Times && first.Unit == "" {
			first.Unit = model.Times
		}
		after = at
		c.takes("之间", "区间")
		tail, _ := c.operator(tails)
		return f.between(first, second, w, tail) || c.back(after)
	}
	if c.pos > between {
		return false // 6%—很多
	}
	if times {
		tail, _ := c.operator(tails)
		return f.times(first, w, tail) || c.back(after)
	}
	if of != "" {
		return c.back(after)
	}
	tail, _ := c.operator(tails)
	if w.op == model.GT {
		c.takes("大关")
	}
	if w.sign > 0 {
		c.takes("的增长", "的增速", "的增幅")
	}
	return f.single(first, w, tail) || c.back(after)
}

// second takes the dash and the second amount of a range; at is where the amount
// begins. Where a dash stands alone it is taken, too.
func (c *cursor) second(times bool) (a Amount, at int, ok bool) {
	if !c.takes(dashes...) {
		return Amount{}, c.pos, false
	}
	at = c.pos
	a, ok = c.amount()
	if ok && a.Unit == "" && c.takes("倍") {
		a.Unit = model.Times
	}
	return a, at, ok && (!times || a.Unit == model.Times)
}

// back moves the cursor back to pos, where the words that are not understood begin.
func (c *cursor) back(pos int) bool {
	c.pos = pos
	return false
}
