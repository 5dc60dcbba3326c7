package wording

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// hedges say how sure the report is, and change nothing.
var hedges = []string{
	"力争", "确保", "争取", "努力", "奋力", "冲刺", "力求", "有望", "预计", "预期", "计划", "保持", "稳定在",
}

// frames say what a figure is counted over or compared with, which is the
// indicator's business.
var frames = []string{
	"全年", "累计", "同比", "比上年", "较上年", "年均", "实际", "占比", "比重", "比例", "分别", "平均", "全部", "均",
}

// share is the whole of which a figure is a part: 占规上工业的比重.
var share = regexp.MustCompile(`^占[^0-9%，、]{1,60}?的?(?:比重|比例)`)

// fillers lead to a number and mean that it is reached.
var fillers = []string{"新增", "新建", "建成", "培育", "调整", "优化", "在"}

// reaches are fillers that say it in words.
var reaches = []string{"达到", "实现", "完成", "达"}

// ends lead to the number that a rise or fall ends at.
var ends = []string{"到", "至", "为"}

var rises = []string{
	"由负转正", "增长", "增加", "上升", "上涨", "回升", "上调", "增幅", "增速", "涨幅", "提高", "提升", "扩大", "增", "涨", "升",
}

var falls = []string{
	"负增长", "由正转负", "下降", "降低", "减少", "下跌", "压减", "压降", "缩减", "削减", "回落", "下滑", "下调", "下行", "降", "减", "跌",
}

// depths are the names of a fall's size.
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
	if c.takes("完成上级下达任务", "完成上级下达的任务", "完成上级下达目标", "完成上级下达的目标", "上级下达") {
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

// wholes are phrases that have no number.
var wholes = []struct {
	text string
	op   model.Op
	n    int64 // the multiple, or 0
}{
	{"持平", model.Flat, 0}, {"零增长", model.LE, 0}, {"负增长", model.LT, 0}, {"正增长", model.GT, 0},
	{"翻一番", model.GE, 2}, {"翻两番", model.GE, 4}, {"翻三番", model.GE, 8}, {"翻番", model.GE, 2},
	{"翻了一番", model.GE, 2}, {"翻了两番", model.GE, 4},
	{"由负转正", model.GT, 0}, {"转负为正", model.GT, 0}, {"转正", model.GT, 0}, {"为正", model.GT, 0},
	{"由正转负", model.LT, 0}, {"转负", model.LT, 0}, {"为负", model.LT, 0},
}

// whole takes a phrase that has no number: 持平, 翻一番.
func (c *cursor) whole(f *Figure) bool {
	start := c.pos
	c.takes("达到", "实现")
	c.takes("增速", "增幅", "同比")
	c.takes("与上年同期", "与去年同期", "与上年", "与去年", "同上年", "较上年", "比上年")
	basically := c.takes("基本", "大体", "总体")
	for _, w := range wholes {
		if !c.takes(w.text) {
			continue
		}
		if basically && w.op != model.Flat || !c.done() && c.goesOn() {
			break
		}
		f.Op, f.Basically = w.op, basically
		switch {
		case w.n > 0:
			f.Multiple = decimal.NewNullDecimal(decimal.NewFromInt(w.n))
			f.bare = !c.takes("以上")
		case strings.HasSuffix(w.text, "增长"):
			f.Value = Amount{Unit: model.Percent, Valid: true}
		case w.op != model.Flat:
			f.Value.Valid = true
		}
		return true
	}
	c.pos = start
	return false
}

// goesOn reports whether a number follows, so that 负增长2% is a fall with its
// size.
func (c *cursor) goesOn() bool {
	start := c.pos
	c.takes("了")
	c.takes(commas...)
	c.lead()
	_, ok := c.amount()
	c.pos = start
	return ok
}

// relation takes words that point at another indicator, and have no number of
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

// relate sets the operator where the words name something to compare with, one
// of names where there are any, and no number.
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
func (c *cursor) lead() way {
	w := way{sign: 1}
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
func (c *cursor) rise(w *way) bool {
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
func (c *cursor) figure(f *Figure, w way) bool {
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

// back goes back to what cannot stand there.
func (c *cursor) back(pos int) bool {
	c.pos = pos
	return false
}

// stretch takes “、力争B”, and further aims behind it: “、冲刺C”.
func (c *cursor) stretch(f *Figure, sign int) bool {
	for before := -1; before < c.pos; {
		before = c.pos
		if !c.nextAim(f, sign) {
			return false
		}
	}
	return true
}

// nextAim takes one aim, if there is one.
func (c *cursor) nextAim(f *Figure, sign int) bool {
	start := c.pos
	_ = c.takes(commas...) || c.takes("并")
	if !c.takes("力争", "争取", "奋力", "努力", "冲刺") {
		c.pos = start
		return true
	}
	c.takes("冲刺")
	w := c.lead()
	low, ok := c.amount()
	if !ok {
		return false
	}
	if low.Unit == "" && c.takes("倍") {
		low.Unit = model.Times
	}
	end := c.pos
	if c.takes(dashes...) {
		high, ok := c.amount()
		if !ok {
			return c.back(end)
		}
		c.takes("之间", "区间")
		c.operator(tails)
		return f.aim(low, high, w, sign) || c.back(end)
	}
	c.operator(tails)
	return f.aim(low, Amount{}, w, sign)
}

// structure are the parts of a whole: 2.8:50.9:46.3.
var structure = regexp.MustCompile(`^ *\d{1,3}(?:\.\d+)?(?: ?: ?\d{1,3}(?:\.\d+)?){2,}`)

// parts is the structure that comes next, or "".
func (c *cursor) parts() string {
	n := digitRun(strings.TrimLeft(c.rest(), " "))
	if n == 0 || n > 3 { // none is above 100, and most numbers are told at once
		return ""
	}
	return structure.FindString(c.rest())
}

// structure takes a structure; done says that there is one.
func (c *cursor) structure(f *Figure, w way, tails []word) (ok, done bool) {
	text := c.parts()
	if text == "" {
		return false, false
	}
	c.pos += len(text)
	for _, part := range strings.Split(text, ":") {
		f.Parts = append(f.Parts, decimal.RequireFromString(strings.TrimSpace(part)))
	}
	tail, _ := c.operator(tails)
	f.Op, ok = meet(w.op, tail)
	return ok && (f.Op == "" || f.Op == model.Approx), true
}
