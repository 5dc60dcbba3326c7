package verdict

import "reportsite/generator/internal/model"

// Reason says why a target is not judged.
type Reason string

// The reasons. The zero value means that the target is judged.
const (
	NoReference   Reason = "no-reference"  // the other indicator has no figure for the same time
	NoTolerance   Reason = "no-tolerance"  // 左右、同步、持平 without a margin, and the figure is off
	NoBase        Reason = "no-base"       // 翻番、提高N个百分点、持平 without a base
	NoPlanPoint   Reason = "no-plan-point" // the editor's plan says nothing about that time
	NoDirection   Reason = "no-direction"  // a comparison needs up or down, and better is a band
	NoNumber      Reason = "no-number"     // the target's own figure is missing
	UnfitBasis    Reason = "unfit-basis"   // single months or quarters only
	Approximate   Reason = "approximate"   // 约3000 against 3000
	Inequality    Reason = "inequality"    // 超过2900 against 3000: the result may lie on either side
	PlanRunning   Reason = "plan-running"  // a plan that is not over, for what has no share due by then
	IsStructure   Reason = "structure"     // several parts have no better and worse
	IsExternal    Reason = "external"      // set by a higher authority
	IsQualitative Reason = "qualitative"   // words only
)

// ReasonInfo is a reason as readers see it.
type ReasonInfo struct {
	ID   Reason
	Text model.Text // a clause without a full stop
}

var reasonInfos = [...]ReasonInfo{
	{IsQualitative, model.Text{
		Zh: "目标只用文字表述，没有可比较的数字",
		En: "the target is in words only and gives no figure to compare with",
	}},
	{IsExternal, model.Text{
		Zh: "目标由上级下达，报告没有写出数字",
		En: "the target is set by a higher authority and the report gives no figure",
	}},
	{NoTolerance, model.Text{
		Zh: "报告没有给出允许的误差范围，这一差距算不算达到无从判断",
		En: "the report sets no tolerance, so nobody can say whether this gap still counts as met",
	}},
	{NoReference, model.Text{
		Zh: "缺少同一时期、同一口径的参照数",
		En: "this site has no figure to compare it with for the same period",
	}},
	{NoBase, model.Text{
		Zh: "缺少可用的基数，算不出目标数",
		En: "there is no usable base figure to work the target out from",
	}},
	{NoPlanPoint, model.Text{
		Zh: "进度计划没有写明这一时期应达到多少，本站不作推算",
		En: "the plan says nothing about this period, and nothing is interpolated",
	}},
	{NoDirection, model.Text{
		Zh: "指标没有“越高越好”或“越低越好”的方向，无法与参照数比较",
		En: "the indicator is better neither up nor down, so it cannot be above or below another",
	}},
	{NoNumber, model.Text{
		Zh: "目标缺少数字",
		En: "the target has no figure",
	}},
	{UnfitBasis, model.Text{
		Zh: "本站只有单月、单季、单个年份等口径不同的数字，不能代表从期初起的累计，本站不自行加总",
		En: "this site has only single months, quarters or years, or another basis; they do not make the total so far and are not summed here",
	}},
	{Approximate, model.Text{
		Zh: "公布的是约数，与目标数正好相同，无法确定是否达到",
		En: "the published figure is approximate and equal to the target, so it may be on either side",
	}},
	{Inequality, model.Text{
		Zh: "公布的是一个范围，目标数就在其中，无法确定是否达到",
		En: "the result was published as an inequality that the target lies within, so it may be on either side",
	}},
	{PlanRunning, model.Text{
		Zh: "规划期还没有结束，这类指标不按时间折算进度，期末才有定论",
		En: "the plan is not over, and this kind of figure has no share due by then; the end of the plan decides",
	}},
	{IsStructure, model.Text{
		Zh: "结构由几个部分组成，没有单一的高低，只并列写出",
		En: "a structure has several parts and no single better and worse; they stand side by side",
	}},
}

// Reasons lists all reasons in the order of the documentation.
func Reasons() []ReasonInfo { return reasonInfos[:] }

// Text is the reason in words, a clause without a full stop; "" gives none.
func (r Reason) Text() model.Text {
	for _, i := range reasonInfos {
		if i.ID == r {
			return i.Text
		}
	}
	return model.Text{}
}
