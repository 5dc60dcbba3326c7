package chart

import (
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// message says in a sentence what the chart tells: how the target stands. It has
// no full stop, for it is a title.
func (p *plot) message() string { return capital(p.sentence()) }

func (p *plot) sentence() string {
	o := p.latest()
	switch {
	case p.t == nil && o == nil:
		return wording.Title(p.i).In(p.Lang)
	case p.t == nil:
		return p.found(o)
	case o == nil:
		return p.aimed() + p.pick("，", "; ") + lower(p.unknown())
	case p.v.Paced && p.v.Completion.Valid && p.v.Plan == nil && p.v.Gap.Valid && !p.ranged():
		return p.paced(o)
	case p.v.Status == verdict.NotJudged && !p.v.Gap.Valid:
		return p.found(o) + p.pick("；目标", "; target: ") + p.said()
	}
	return p.compared(o)
}

// said is the target as the report words it, set apart from the sentence.
func (p *plot) said() string { return p.pick("“"+p.core(p.t)+"”", p.core(p.t)) }

func (p *plot) aimed() string {
	return p.pick(p.time(p.t.Period)+"目标是"+p.said(), "The target for "+p.time(p.t.Period)+" is "+p.core(p.t))
}

// found is a result in a sentence: 2024年全年为11.8%, 2023年全年近8万亿元.
func (p *plot) found(o *model.Observation) string {
	is := "为"
	if o.Value.Sign() != 0 && (o.Approx || o.Sense != model.Exactly) {
		is = "" // the word before the figure is the verb
	}
	return p.pick(p.when(o)+is+wording.Result(o, p.Lang), wording.Result(o, p.Lang)+" "+p.when(o))
}

// paced says what part of the year's target is done, and how that compares with
// the part of the year that has passed.
func (p *plot) paced(o *model.Observation) string {
	done := p.v.Done().In(p.Lang)
	apart := ""
	if p.v.Goal.Decimal.IsPositive() {
		by := p.v.Apart()
		points := wording.WriteValue(by.Abs(), model.PercentagePoint, p.Lang)
		switch {
		case by.IsZero():
			apart = p.pick("，与序时进度一致", ", as the time that has passed")
		case p.limit() && by.IsPositive():
			apart = p.pick("，比序时进度多"+points, ", "+points+" more than the time that has passed")
		case p.limit():
			apart = p.pick("，比序时进度少"+points, ", "+points+" less than the time that has passed")
		case by.IsPositive():
			apart = p.pick("，比序时进度快"+points, ", "+points+" ahead of the time that has passed")
		default:
			apart = p.pick("，比序时进度慢"+points, ", "+points+" behind the time that has passed")
		}
	}
	whose := "the year's "
	if p.t.Period.Kind != model.Year {
		whose = "the "
		if p.t.Period.Kind == model.Plan {
			whose = "the plan's "
		}
	}
	if p.limit() {
		return p.pick(p.when(o)+"占"+p.targetSpan()+"限额的"+done, done+" of "+whose+"limit "+p.when(o)) + apart
	}
	return p.pick(p.when(o)+"完成"+p.targetSpan()+"目标的"+done, done+" of "+whose+"target done "+p.when(o)) + apart
}

// limit reports whether the target is a figure to stay within, as the verdict has
// it.
func (p *plot) limit() bool {
	d, ok := p.v.Demand()
	return ok && d.Limit
}

// compared says the result and on which side of its target it is.
func (p *plot) compared(o *model.Observation) string {
	head := p.found(o)
	target := p.pick("目标", "the target")
	if p.v.Reference != nil {
		name := wording.Label(p.v.Reference.Indicator)
		target = name.In(p.Lang)
	}
	switch {
	case p.v.Plan != nil:
		target = p.pick("进度计划", "the plan")
	case p.v.Paced && p.v.Expected.Valid && p.v.Status != verdict.Achieved && p.v.Status != verdict.Exceeded && p.v.Status != verdict.Missed:
		target = p.pick("序时进度", "what is due by then")
	}
	gap := p.v.Gap.Decimal
	if !p.v.Gap.Valid || gap.IsZero() {
		return head + p.standing()
	}
	by := p.v.Distance().In(p.Lang)
	if p.ahead(o) {
		last := p.year(p.t.Period.Year)
		return head + p.pick("，距"+last+"目标还差"+by, ", "+by+" short of the target for "+last)
	}
	less, more := "低", "高"
	if p.amounts() {
		less, more = "少", "多"
	}
	if gap.IsNegative() {
		return head + p.pick("，比"+target+less+by, ", "+by+" below "+target)
	}
	return head + p.pick("，比"+target+more+by, ", "+by+" above "+target)
}

// ahead reports whether a result is on its way to the target of a plan that has not
// ended: what is lacking is still to be done, and not missed.
func (p *plot) ahead(o *model.Observation) bool {
	if p.t.Period.Kind != model.Plan || o.Period.Year >= p.t.Period.Year || p.v.Status.Judged() || p.v.Plan != nil {
		return false
	}
	d, ok := p.v.Demand()
	low, high := d.Accepts()
	switch {
	case !ok || o.Sense != model.Exactly:
		return false
	case p.v.Gap.Decimal.IsNegative():
		return low.Valid && o.Value.LessThan(low.Decimal)
	}
	return high.Valid && o.Value.GreaterThan(high.Decimal)
}

// standing says how a result stands that has no distance from the target: it is at
// it or within it, or was published as an inequality. What is met before the end of
// the period is not called met.
func (p *plot) standing() string {
	aim := p.pick("；目标是"+p.said(), "; the target is "+p.said())
	switch s := p.v.Status; {
	case s == verdict.Achieved || s == verdict.Exceeded:
		return p.pick("，达到目标"+p.said(), ", which meets the target: "+p.said())
	case p.v.Adds() && s == verdict.OnPace:
		return p.pick("，与序时进度相符", ", on pace") + aim
	case p.v.Adds() && s == verdict.Ahead:
		return p.pick("，快于序时进度", ", ahead of pace") + aim
	case p.v.Adds() && s == verdict.Behind:
		return p.pick("，慢于序时进度", ", behind pace") + aim
	case s == verdict.OnPace || s == verdict.Ahead:
		return p.pick("，目前达到目标水平", ", where it should be so far") + aim
	}
	return p.pick("，目标是"+p.said(), "; the target is "+p.said())
}

// ranged reports whether the target has two ends, so that a share of it would be
// that of one.
func (p *plot) ranged() bool {
	d, ok := p.v.Demand()
	return ok && len(d.Marks()) == 2
}

// neutral says what the chart is about, with the unit of its drawing, and judges nothing.
func (p *plot) neutral(f Form) string { return p.about(f, p.scale.Declared()) }

// about says the same with the unit that is given; "" is none.
func (p *plot) about(f Form, unit string) string {
	name := wording.Title(p.i).In(p.Lang)
	kind := ""
	switch f {
	case Progress:
		kind = p.pick("年内累计", "total of the year so far")
	case Trend:
		kind = p.pick("年内走势", "within the year")
	case Planned:
		kind = p.pick(p.time(p.t.Period)+"累计与目标", "so far in "+p.time(p.t.Period)+", and the target")
		if p.t.Counts == model.Average {
			kind = p.pick(p.time(p.t.Period)+"年均与目标", "average so far in "+p.time(p.t.Period)+", and the target")
		}
	case Years:
		kind = p.pick("历年目标与结果", "targets and results by year")
		if len(p.i.Targets) == 0 {
			kind = p.pick("历年结果", "results by year")
		}
	case Target, State:
		kind = p.pick("目标", "target")
	case Relation:
		kind = p.pick("与"+wording.Label(p.t.Ref).In(p.Lang)+"比较", "beside "+wording.Label(p.t.Ref).In(p.Lang))
	default:
		kind = p.pick("目标与结果", "target and result")
		if p.t == nil {
			kind = p.pick("结果", "result")
		}
	}
	if unit == "" || f == State {
		return name + p.pick("：", ": ") + kind
	}
	return name + p.pick("：", ": ") + kind + p.pick("（"+unit+"）", " ("+unit+")")
}

// targetSpan names the target's period as what a part belongs to.
func (p *plot) targetSpan() string {
	switch p.t.Period.Kind {
	case model.Year:
		return "全年"
	case model.Plan:
		return "规划" // the subtitle has its years
	}
	return p.time(p.t.Period)
}

// lower begins words within a sentence.
func lower(s string) string {
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]-'A'+'a') + s[1:]
	}
	return s
}
