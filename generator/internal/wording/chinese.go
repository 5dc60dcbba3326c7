package wording

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// hedges say how sure the report is, and change nothing.
var hedges = []string{"力争", "确保", "争取", "努力", "冲刺", "力求", "预计", "预期", "计划", "保持", "稳定在", "全年", "累计", "同比", "比上年"}

// fillers lead to a number and mean that it is reached.
var fillers = []string{
	"达到", "实现", "完成", "增长到", "提高到", "提升到", "下降到", "降到", "降至", "增至", "提高至", "新增", "新建", "建成", "培育", "达", "为", "到", "在",
}

// leads are the words before a number that say how it is meant, the longest
// first.
var leads = []struct {
	word string
	op   model.Op
}{
	{"不低于", model.GE}, {"不少于", model.GE}, {"不小于", model.GE}, {"不慢于", model.GE}, {"至少", model.GE},
	{"不超过", model.LE}, {"不高于", model.LE}, {"不多于", model.LE}, {"不大于", model.LE}, {"至多", model.LE}, {"控制在", model.LE},
	{"超过", model.GT}, {"突破", model.GT}, {"高于", model.GT}, {"快于", model.GT}, {"好于", model.GT}, {"优于", model.GT},
	{"多于", model.GT}, {"大于", model.GT}, {"超", model.GT},
	{"低于", model.LT}, {"少于", model.LT}, {"小于", model.LT}, {"不到", model.LT}, {"不足", model.LT}, {"不满", model.LT},
	{"大约", model.Approx}, {"大致", model.Approx}, {"约", model.Approx},
}

// tails are the words after a number.
var tails = []struct {
	word string
	op   model.Op
}{
	{"及以上", model.GE}, {"以上", model.GE},
	{"及以下", model.LE}, {"以内", model.LE}, {"以下", model.LE}, {"之内", model.LE},
	{"左右", model.Approx}, {"上下", model.Approx},
}

// commas stand before a higher aim; they are half-width by now.
var commas = []string{"､", ",", ";"}

// turned is an operator for a fall: at least such a fall is at most the figure
// below zero.
func turned(op model.Op) model.Op {
	switch op {
	case model.GE:
		return model.LE
	case model.LE:
		return model.GE
	case model.GT:
		return model.LT
	case model.LT:
		return model.GT
	}
	return op
}

// dashes stand between the ends of a range.
var dashes = []string{"-", "—", "–", "~", "～", "至", "到"}

// chinese reads a Chinese phrase.
func (c *cursor) chinese() (Figure, bool) {
	var f Figure
	for {
		w, ok := c.take(hedges...)
		if !ok {
			break
		}
		if f.Hedge == "" {
			f.Hedge = w
		}
	}
	if c.takes("完成上级下达任务", "完成上级下达的任务", "完成上级下达目标", "完成上级下达的目标", "上级下达") {
		f.Op = model.External
		return f, true
	}
	if c.whole(&f) {
		return f, true
	}
	lead, sign, shift := c.lead(&f)
	if lead != "" && c.comparison(&f, lead) {
		return f, true
	}
	return f, c.figure(&f, lead, sign, shift)
}

// whole takes the phrases that have no number: 持平, 翻一番, 与经济增长同步.
func (c *cursor) whole(f *Figure) bool {
	start := c.pos
	c.takes("与上年", "与去年", "同上年")
	c.takes("基本")
	switch {
	case c.takes("持平"):
		f.Op = model.Flat
		return true
	case c.takes("零增长"):
		f.Op, f.Value = model.LE, Amount{Unit: model.Percent, Valid: true}
		return true
	case c.takes("负增长"):
		f.Op, f.Value = model.LT, Amount{Unit: model.Percent, Valid: true}
		return true
	case c.takes("翻两番"):
		f.Op, f.Multiple = model.GE, decimal.NewNullDecimal(decimal.NewFromInt(4))
		return true
	case c.takes("翻一番", "翻番"):
		f.Op, f.Multiple = model.GE, decimal.NewNullDecimal(decimal.NewFromInt(2))
		return true
	}
	c.pos = start
	if c.takes("与", "同", "和") {
		for _, end := range []string{"基本同步", "保持同步", "同步"} {
			if name, ok := strings.CutSuffix(c.rest(), end); ok && name != "" {
				c.pos = len(c.text)
				f.Op = model.RelSync
				return true
			}
		}
	}
	c.pos = start
	return false
}

// lead takes what stands before the number: how it is meant, and whether it is
// a rise or a fall. shift is set for 提高 and 下降, which with percentage
// points move a base.
func (c *cursor) lead(f *Figure) (op model.Op, sign int, shift bool) {
	sign = 1
	for range 6 {
		switch {
		case c.takes(fillers...):
		case c.takes("增长", "增加", "上升", "上涨", "增幅", "增速", "涨幅"):
		case c.takes("提高", "提升"):
			shift = true
		case c.takes("下降", "降低", "减少", "下跌", "降幅", "降"):
			sign, shift = -1, true
		case c.takes("接近", "将近", "近"):
			f.Approx = true
		default:
			found := false
			for _, l := range leads {
				if op == "" && c.takes(l.word) {
					op, found = l.op, true
					break
				}
			}
			if !found {
				return op, sign, shift
			}
		}
	}
	return op, sign, shift
}

// comparison takes 高于全市平均水平: words after the operator, and no number.
func (c *cursor) comparison(f *Figure, lead model.Op) bool {
	rest := c.rest()
	if rest == "" || strings.ContainsAny(rest, "0123456789%") {
		return false
	}
	named := false
	for _, word := range []string{"平均", "水平", "增速", "增幅", "增长", "全市", "全省", "全国", "上年"} {
		named = named || strings.Contains(rest, word)
	}
	ops := map[model.Op]model.Op{model.GT: model.RelGT, model.GE: model.RelGE}
	if op, ok := ops[lead]; ok && named {
		f.Op = op
		c.pos = len(c.text)
		return true
	}
	return false
}

// figure takes the number or the range, and what follows it.
func (c *cursor) figure(f *Figure, lead model.Op, sign int, shift bool) bool {
	first, ok := c.amount()
	if !ok {
		return false
	}
	if strings.HasSuffix(c.text[:c.pos], "余") || strings.HasSuffix(c.text[:c.pos], "多") || c.moreBefore(first) {
		f.Approx = true
	}
	if c.takes("倍") {
		if sign < 0 {
			return false
		}
		n := first.Number
		if strings.Contains(c.text, "增长") || strings.Contains(c.text, "增加") {
			n = n.Add(decimal.NewFromInt(1))
		}
		f.Op, f.Multiple = model.GE, decimal.NewNullDecimal(n)
		c.takes("以上")
		return true
	}
	first = first.signed(sign)
	f.Value, f.Op = first, lead
	if sign < 0 && first.Unit == model.Percent {
		f.Op = turned(lead)
	}
	if c.takes(dashes...) {
		second, ok := c.amount()
		if !ok {
			return false
		}
		c.rangeOf(f, first, second.signed(sign))
	}
	c.tail(f, sign)
	if f.Op != model.Range && shift && f.Value.Unit == model.PercentagePoint {
		f.Op = model.DeltaPP
	}
	return c.stretch(f, sign)
}

// moreBefore reports whether 余 or 多 stands between the number and its unit.
func (c *cursor) moreBefore(a Amount) bool {
	before := strings.TrimSuffix(c.text[:c.pos], string(a.Unit))
	return a.Unit != "" && (strings.HasSuffix(before, "余") || strings.HasSuffix(before, "多"))
}

func (a Amount) signed(sign int) Amount {
	if sign < 0 {
		a.Number = a.Number.Neg()
	}
	return a
}

// rangeOf makes a range of two amounts; the unit may stand at the second only.
func (c *cursor) rangeOf(f *Figure, low, high Amount) {
	if low.Unit == "" && !low.Scaled {
		low.Unit = high.Unit
	}
	if low.Unit == high.Unit && low.Scaled == high.Scaled && low.Number.GreaterThan(high.Number) { // 下降3%—5%
		low, high = high, low
	}
	f.Op, f.Value, f.Low, f.High = model.Range, Amount{}, low, high
}

// tail takes the words after a number. 以上 after a fall means at least such a
// fall: 降低3%以上 is −3% or less.
func (c *cursor) tail(f *Figure, sign int) {
	for _, t := range tails {
		if !c.takes(t.word) {
			continue
		}
		op := t.op
		if sign < 0 && f.Value.Unit == model.Percent {
			op = turned(op)
		}
		if f.Op != model.Range {
			f.Op = op
		}
		return
	}
}

// stretch takes “、力争B”.
func (c *cursor) stretch(f *Figure, sign int) bool {
	start := c.pos
	if !c.takes(commas...) && !c.takes("并") {
		return true
	}
	if !c.takes("力争", "争取", "冲刺") {
		c.pos = start
		return true
	}
	c.lead(f)
	a, ok := c.amount()
	f.Stretch = a.signed(sign)
	return ok
}
