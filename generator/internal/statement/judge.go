package statement

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

var (
	// ofProject is a size that describes a thing: 总投资50亿元的某项目.
	ofProject = regexp.MustCompile(`^的[^，。；]{0,30}?(?:项目|工程|基地|企业|产业园|园区|公司|集群|工厂|生产线|船舶|机组|家庭|老人|群众|居民|学生)`)
	// higher compares with another place or time: 比全国平均水平高0.4个百分点.
	higher = regexp.MustCompile(`(?:比[^重例率值]|较[^好强大高快]|高于|低于|快于|高出|超|超过|优于)[^，。；]{0,24}?(?:高出?|低|快|慢|多|少|水平|平均|提高|回落|加快|上升|下降|收窄|扩大|降低|增加|减少)$`)
	// fromHere and toThere stand around a figure that was before: 由320亿元增加到446亿元.
	fromHere = regexp.MustCompile(`[由从](?:上年|去年|20\d\d年)?(?:同期)?的?\s*$`)
	toThere  = matches(`^[\s，,]?(?:左右|以上)?`, oneOf(`增加 增长 提高 提升 上升 扩大 发展 增 升 减少 下降 降低 缩小 压减 降 调整 优化`), `?(?:到|至|为)`)
	// passed is behind a mark on the way to a figure: 迈上240亿元台阶，达到243.7亿元.
	passed = regexp.MustCompile(`^(?:大关|关口|台阶)[，,、](?:达到?|完成|实现|为)\d`)
	// bareVerb is a name that names nothing: 同比改善6.1%.
	bareVerb  = matches(`^`, oneOf(`改善 好转 优化 提升 提高 实现 完成 达到 保持`), `$`)
	everyYear = regexp.MustCompile(`^每(?:年|月|天|周|人每)`)
)

// judge says whether an item is a target, a result or neither, and of which period.
func judge(i *Item, e element, w time, ctx Context, text string) {
	if i.Why = statesNothing(i, e, text); i.Why != "" {
		i.Kind = Nothing
		return
	}
	past := i.date(w, ctx)
	i.side(e, w, past, ctx)
	if i.Kind == Target {
		i.ofPlan(ctx)
		return
	}
	if strings.Contains(i.Words, "年均") {
		i.Kind, i.Why = Nothing, "why-average"
		return
	}
	if stage, ok := stages[cmp.Or(e.stage, stageIn.FindString(i.Words))]; ok {
		i.Stage = stage
	}
	i.result(e)
	if i.Period.Kind != model.Plan {
		i.atEnd()
	}
}

// stages are words for how final a result is.
var (
	stages  = map[string]model.Stage{"预计": "预计", "初步核算": "初步核算", "初步统计": "初步核算", "快报": "快报", "最终核实": "最终核实"}
	stageIn = regexp.MustCompile(`预计|初步核算|初步统计|快报|最终核实`)
)

// statesNothing says why a figure states neither a target nor a result; "" where it
// states one.
func statesNothing(i *Item, e element, text string) (why string) {
	p := e.phrases[0]
	switch {
	case e.quoted && !strings.ContainsAny(text[p.Start:min(len(text), p.Stop)], "”》"):
		return "why-quote"
	case ofProject.MatchString(e.right) && i.Measure == model.Level:
		return "why-size"
	case passed.MatchString(text[p.Stop:]), strings.HasSuffix(strings.TrimSpace(e.right), "中有"), strings.HasSuffix(strings.TrimSpace(text[:p.Begin]), "中有"):
		return "why-relative"
	case fromHere.MatchString(e.left) && toThere.MatchString(text[p.Stop:]):
		return "why-relative"
	case higher.MatchString(strings.TrimSpace(e.left)) && i.Unit != "", changes(e.left, p.Lead(text), i.Words, i.Unit):
		return "why-relative"
	case i.Measure == model.Completion:
		return "why-completion"
	case strings.Contains(e.left+p.Lead(text), "环比"):
		return "why-relative"
	case i.Op == model.GT && i.Unit == "" && i.Sense != model.Exactly && i.Measure != model.Growth: // 利润由负转正
		return "why-relative"
	case i.Name == "" || bareVerb.MatchString(i.Name) || everyYear.MatchString(i.Name):
		return "why-no-name"
	}
	return ""
}

// date sets the period of an item: as its words say, else as the context does. past says
// that it was reached.
func (i *Item) date(w time, ctx Context) (past bool) {
	past = w.past && !w.future || ctx.Role == Review && !w.future
	i.Period, i.Basis, i.Stage = ctx.Period, model.Annual, ctx.Stage
	if ctx.Role == Review || past {
		i.Period, i.Basis = ctx.Done, cmp.Or(ctx.Basis, i.Basis)
	}
	if w.period.IsZero() {
		return past
	}
	i.Period, i.Basis = w.period, cmp.Or(w.basis, i.Basis)
	switch {
	case w.period.Year < ctx.Period.From():
		past = true
	case ctx.Role == Goals || w.future:
		past = false
	}
	return past
}

// side says whether an item that is dated is a target or a result.
func (i *Item) side(e element, w time, past bool, ctx Context) {
	switch {
	case ctx.Role == Review && !(w.period.Year >= ctx.Period.Year && w.future):
		i.Kind, i.Why = Result, "why-review"
	case past && ctx.Role == Goals && w.period.IsZero() && !strings.Contains(e.left, "去年") && !strings.Contains(e.left, "上年"):
		i.Kind, i.Why, i.Period = Target, "why-goals", ctx.Period
	case past:
		i.Kind, i.Why = Result, "why-past"
	case ctx.Role == Goals:
		i.Kind, i.Why = Target, "why-goals"
	default:
		i.Kind, i.Why = Target, "why-future"
		if !w.future {
			i.Doubts = append(i.Doubts, "doubt-target")
		}
	}
}

// ofPlan gives a target the plan that sets it: 到2030年 of a plan to 2030.
func (i *Item) ofPlan(ctx Context) {
	switch {
	case ctx.Period.Kind == model.Plan && i.Period == model.YearOf(ctx.Period.Year):
		i.Period = ctx.Period
	case ctx.Period.Kind != model.Plan && i.Period.Kind == model.Plan:
		i.Doubts = append(i.Doubts, "doubt-plan")
	}
}

// atEnd makes the result of a stock within a year that of the end of its period.
func (i *Item) atEnd() {
	growth := i.Measure == model.Growth && (stateName.MatchString(i.Name) || stockName.MatchString(i.Name))
	if i.Basis != model.Annual && (growth || i.Accrual == model.Stock || strings.Contains(i.Name, "余额")) {
		i.Basis = model.Point
	}
}

// result makes an observation of an item.
func (i *Item) result(e element) {
	switch {
	case i.Op.Relative():
		i.Kind, i.Why = Nothing, "why-relative"
	case i.Op == model.DeltaPP:
		i.Kind, i.Why = Nothing, "why-points"
	case i.Multiple.Valid:
		i.Kind, i.Why = Nothing, "why-multiple"
	case i.Op == model.Flat && i.Measure == model.Growth && !shareName.MatchString(strings.TrimSuffix(i.Name, "增速")) && len(e.phrases) > 0: // 与上年持平
		i.Value = decimal.NewNullDecimal(decimal.Zero)
		i.Approx = e.phrases[0].Basically
	case i.Op == model.Flat:
		i.Kind, i.Why = Nothing, "why-flat"
	case i.Op == model.Range || i.Low.Valid:
		i.Kind, i.Why = Nothing, "why-range"
	case len(i.Parts) > 0:
		i.Kind, i.Why = Nothing, "why-structure"
	}
	if i.Op == model.Approx {
		i.Approx = true
	}
	if i.Sense != model.Exactly {
		i.Approx = false
	}
}

var (
	fromBase = regexp.MustCompile(`(?:比[^重例率值]|较[^好强大高快])[^，。；：]{0,16}(?:增加|减少|提高|下降|回落|收窄|扩大|加快|放缓|上升|降低|提升|多|少|增|减|高|低)(?:了)?$`)
	beyond   = regexp.MustCompile(`(?:高于|低于|快于|慢于|好于|优于|高出|超出|领先|落后)[^，。；：]{1,20}$|(?:高|低|快|慢|增速|降幅)[^，。；：]{0,4}(?:收窄|扩大|回落|加快|放缓)$`)
)

// changes reports whether a figure says by how much something differs from another time
// or place, and not what it is: 比上年末减少0.9万人, 高于全省0.3个百分点.
func changes(left, lead, words string, unit model.Unit) bool {
	left = strings.TrimSpace(left)
	points := strings.Contains(words, "百分点")
	if points && beyond.MatchString(left) {
		return true
	}
	return (points || unit != model.Percent && unit != model.Permille) && fromBase.MatchString(left+strings.TrimSpace(lead))
}
