package statement

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

var (
	// ofProject is a size that describes a thing: 总投资50亿元的某项目.
	ofProject = regexp.MustCompile(`^的[^，。；]{0,30}?(?:项目|工程|基地|企业|产业园|园区|公司|集群|工厂|生产线|船舶|机组|家庭|老人|群众|居民|学生)`)
	// higher compares with another place or time: 比全国平均水平高0.4个百分点.
	higher    = regexp.MustCompile(`(?:比[^重例率值]|较[^好强大高快]|高于|低于|快于|高出|超|超过|优于)[^，。；]{0,24}?(?:高出?|低|快|慢|多|少|水平|平均|提高|回落|加快|上升|下降|收窄|扩大|降低|增加|减少)$`)
	everyYear = regexp.MustCompile(`^每(?:年|月|天|周|人每)`)
	stageIn   = regexp.MustCompile(`预计|初步核算|初步统计|快报|最终核实`)
	quoteOpen = regexp.MustCompile(`[“《]([^”》]*)$`)
)

// judge says whether an item is a target, a result or neither, and of which period.
func judge(i *Item, e element, w time, ctx Context, text string) {
	year := ctx.Period.Year
	p := e.phrases[0]
	switch {
	case quoteOpen.MatchString(text[:p.Start]) && !strings.ContainsAny(text[p.Start:min(len(text), p.Stop)], "”》"):
		i.Kind, i.Why = Nothing, "why-quote"
		return
	case ofProject.MatchString(e.right) && i.Measure == model.Level:
		i.Kind, i.Why = Nothing, "why-size"
		return
	case higher.MatchString(strings.TrimSpace(e.left)) && i.Unit != "", changes(e.left, p.Lead(text), i.Words, i.Unit):
		i.Kind, i.Why = Nothing, "why-relative"
		return
	case i.Measure == model.Completion:
		i.Kind, i.Why = Nothing, "why-completion"
		return
	case i.Name == "" || everyYear.MatchString(i.Name):
		i.Kind, i.Why = Nothing, "why-no-name"
		return
	}
	past := w.past && !w.future || ctx.Role == Review && !w.future
	i.Period, i.Basis, i.Stage = ctx.Period, model.Annual, ctx.Stage
	if ctx.Role == Review || past {
		i.Period = ctx.Done
		if ctx.Basis != "" {
			i.Basis = ctx.Basis
		}
	}
	if !w.period.IsZero() {
		i.Period = w.period
		if w.basis != "" {
			i.Basis = w.basis
		}
		switch {
		case w.period.Year < ctx.Period.From():
			past = true
		case ctx.Role == Goals || w.future:
			past = false
		}
	}
	switch {
	case ctx.Role == Review && !(w.period.Year > year-1 && w.future):
		i.Kind, i.Why = Result, "why-review"
	case past && ctx.Role == Goals && w.period.IsZero() && !strings.Contains(e.left, "去年") && !strings.Contains(e.left, "上年"):
		i.Kind, i.Why, i.Period = Target, "why-goals", ctx.Period
	case past:
		i.Kind, i.Why = Result, "why-past"
	default:
		i.Kind, i.Why = Target, "why-future"
		if ctx.Role == Goals {
			i.Why = "why-goals"
		} else if !w.future {
			i.Doubts = append(i.Doubts, "doubt-target")
		}
	}
	if i.Kind == Target && ctx.Period.Kind == model.Plan && i.Period == model.YearOf(year) {
		i.Period = ctx.Period // 到2030年 of a plan to 2030
	}
	if i.Kind == Result && strings.Contains(i.Words, "年均") {
		i.Kind, i.Why = Nothing, "why-average"
		return
	}
	if i.Kind == Result {
		if stage := stageIn.FindString(e.clause + i.Words); stage != "" {
			i.Stage = model.Stage(map[string]string{"预计": "预计", "初步核算": "初步核算", "初步统计": "初步核算", "快报": "快报", "最终核实": "最终核实"}[stage])
		}
		i.result(e)
		if balance := strings.Contains(i.Name, "余额"); i.Basis != model.Annual && (i.Accrual == model.Stock || balance) && i.Period.Kind != model.Plan {
			i.Basis = model.Point
		}
	}
	if i.Kind == Target && ctx.Period.Kind != model.Plan && i.Period.Kind == model.Plan {
		i.Doubts = append(i.Doubts, "doubt-plan")
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
