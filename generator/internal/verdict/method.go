package verdict

import (
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Guide explains the method in words, from the constants of the engine.
type Guide struct {
	Statuses  []StatusInfo
	Operators []OperatorInfo
	Rules     []Rule       // as-of, choice of figures, elapsed share, revisions …
	Reasons   []ReasonInfo // why a target is not judged
	Examples  []Example    // worked out by the engine itself
}

// OperatorInfo is an operator as readers see it.
type OperatorInfo struct {
	Op      model.Op
	Name    model.Text
	Wording model.Text // words of reports that mean it
	Rule    model.Text
	Formula string
}

// Rule is one rule of the method.
type Rule struct {
	ID    string // for links: stable, lower-case
	Title model.Text
	Text  model.Text
}

// Method describes the method with the settings of a run.
func Method(opt Options) Guide {
	return Guide{
		Statuses:  Statuses(),
		Operators: operatorInfos(),
		Rules:     rules(opt),
		Reasons:   Reasons(),
		Examples:  examples(opt.OnPaceBand),
	}
}

// rules are the rules in the order in which the engine applies them.
func rules(opt Options) []Rule {
	band := points(opt.OnPaceBand)
	return []Rule{
		{"as-of", model.Text{Zh: "以判断日期为准", En: "The as-of date"}, say(
			"只用截至%[1]s公布的数字、目标和进展。之后公布、修订、调整的，都当作还不存在；没有写明公布日期的数字，从它所说的时期结束那天算起。",
			"Only figures, targets and events published by %[1]s count. What came, was revised or changed later does not exist yet; a figure without a date of publication counts from the end of its own period.", wording.Day(opt.AsOf))},
		{"final", model.Text{Zh: "时期结束后", En: "After the period"}, model.Text{
			Zh: "时期结束并公布了全时期的结果，就直接与目标比较：达到、超过，或未达预期。快报和预计数让位于后来的数。时期已经结束而只有其中一部分的数字时，等待全时期的结果，不作判断；一个数字也没有的，写明本站没有查到。",
			En: "Once the period is over and its result is published, it is compared with the target: met, exceeded or missed. Flash and expected figures give way to later ones. Where only figures of a part of the period are known after its end, its result is awaited and nothing is judged; where there is none at all, the page says that this site has found none.",
		}},
		{"pace", model.Text{Zh: "时期之内：会累加的指标", En: "Within the period: what adds up"}, say(
			"产值、新增企业这类逐月累加的指标（时期指标），与按时间应完成的部分（序时进度）比较：完成全年目标的百分比，减去数字所含月份占全年的百分比，相差不超过%[1]s算达进度。例如前三季度是九个月，按时间应完成75%%。编辑写了进度计划的，按计划比较。",
			"What adds up over the year (a flow, such as output or new firms) is compared with what is due by time: the part of the target that is done, minus the part of the year that the figure covers. A difference of no more than %[1]s is on pace. Nine months, for example, are 75%% of a year. Where the editors wrote a plan, the plan counts.", band)},
		{"level", model.Text{Zh: "时期之内：状态、增速、占比", En: "Within the period: states, rates and shares"}, model.Text{
			Zh: "总数、产能这类某一时刻的状态（时点指标），以及增速、占比、比例和指数，不按时间折算，直接与目标比较，差多少个百分点写多少。",
			En: "A state at a moment (a stock, such as a capacity), a rate, a share, a ratio or an index is never divided by the time passed: it is compared with the target as it is, in percentage points or the unit.",
		}},
		{"early", model.Text{Zh: "提前完成", En: "Early"}, model.Text{
			Zh: "会累加的指标在年内达到全年目标就算已完成，因为已经加上的不会再减回去。",
			En: "What adds up and reaches the whole target within the year is achieved: it cannot be lost again.",
		}},
		{"limit", model.Text{Zh: "限额", En: "Limits"}, model.Text{
			Zh: "“控制在……以内”而又会累加的指标是限额：用得比时间快算欠进度，提前用完也不算完成；超出限额，从那天起就是未达预期，不必等到年底。",
			En: "What adds up and is to stay within a figure is a limit: used faster than time passes it is behind; beyond the limit it is missed from that day on, before the end of the period.",
		}},
		{"plan", model.Text{Zh: "规划期", En: "Plans over several years"}, model.Text{
			Zh: "几年的规划，到期末才有定论：期末达到的数与最后一年的结果比较，累计数与整个规划期的累计比较，年均数与年均比较；五年累计的数从不当作一年的数。规划期之内，只有会累加的累计数按时间折算进度；其他指标已经达到期末目标的算达进度，没有达到的不判断。",
			En: "A plan of several years is decided at its end: what is to be reached by then is compared with the last year's result, a total with the total of all years, an average with their average; a figure of five years is never taken for that of one. Within the plan only a total that adds up has a share due by time; anything else is on pace where it stands at the target already, and otherwise not judged.",
		}},
		{"inequality", model.Text{Zh: "没有准数的结果", En: "Results without an exact figure"}, model.Text{
			Zh: "公布为“突破”“不足”“近”“为正”的结果是一个范围：范围全部在目标的一边时才判断，目标数落在范围之内时不判断。",
			En: "A result published as “more than”, “less than”, “nearly” or “positive” is a range: it is judged when all of it lies on one side of the target, and not judged when the target lies within it.",
		}},
		{"inclusive", model.Text{Zh: "含不含本数", En: "Inclusive and strict"}, model.Text{
			Zh: "“以上”“以内”含本数，“超过”“突破”“低于”不含本数（参照民法典第一千二百五十九条）。",
			En: "“At least” and “at most” include the figure, “more than” and “less than” do not (civil code, article 1259, by analogy).",
		}},
		{"about", model.Text{Zh: "“左右”“同步”和“持平”", En: "“About”, “in step with” and “unchanged”"}, model.Text{
			Zh: "报告没有写明允许的误差，而结果又在目标较差的一边时，只写出差距，不判为未达。带“左右”的区间和“持平”“基本持平”，没有误差时在两边都不判断；“持平”从不算超额。误差决定判断的，写明误差是多少。",
			En: "Where the report sets no tolerance and the result lies on the worse side, the gap is shown and nothing is called missed. A range with “about”, and “unchanged”, are not judged on either side without a tolerance; “unchanged” is never exceeded. Where a tolerance decides, it is named.",
		}},
		{"nature", model.Text{Zh: "预期性与约束性", En: "Expected and binding targets"}, model.Text{
			Zh: "预期性目标主要靠市场实现，没有达到时写“低于（高于）预期目标”，不称为失职；约束性目标是政府的责任。",
			En: "An expected target is mostly reached by the market: a miss is “below the expected target”, not a failure of duty. A binding one is a duty of government.",
		}},
		{"versions", model.Text{Zh: "目标调整与数据修订", En: "Changed targets and revised figures"}, model.Text{
			Zh: "目标调整过的，用判断日期时有效的版本；按其他版本判断不同的，一并写明，调整过不止一次的，把各个版本都写出来。数据修订改变了判断的，写明修订前是什么。",
			En: "Of a target that changed, the version in force on the as-of date counts; where another version would stand otherwise, the page says so, and where it changed more than once, all versions are named. Where a revision changed the verdict, the page says what it was before.",
		}},
		{"refuse", model.Text{Zh: "宁可不判断", En: "Rather no verdict than a guess"}, model.Text{
			Zh: "缺少数据、参照数、基数或误差范围时，写明无法判断的原因；不推算、不用别的数代替、不把单月数自行相加。",
			En: "Where data, a reference, a base or a tolerance is missing, the page says so. Nothing is estimated, replaced or added up from single months.",
		}},
		{"override", model.Text{Zh: "人工认定", En: "Overrides"}, model.Text{
			Zh: "人工认定须写明理由、认定人和日期，与计算出的判断并列显示，不计入各状态的数目。",
			En: "A verdict given by a person needs a reason, a name and a date; it stands beside the computed one and does not change the counts.",
		}},
	}
}
