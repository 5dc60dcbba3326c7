package verdict

import "reportsite/generator/internal/model"

// Status says how a target stands.
type Status string

// The statuses. The first three praise, Behind and Missed do not; NoData and
// NotJudged say that nothing can be said.
const (
	Achieved  Status = "achieved"   // the target is met, and that cannot change within the period
	Exceeded  Status = "exceeded"   // above a range's high end, or the stretch aim is met
	Ahead     Status = "ahead"      // within the period: more than is due by now
	OnPace    Status = "on-pace"    // within the period: what is due by now
	Behind    Status = "behind"     // within the period: less than is due by now
	Missed    Status = "missed"     // the period is over and the target is not met
	NoData    Status = "no-data"    // nothing has been published
	NotJudged Status = "not-judged" // published, but not to be compared; see Reason
)

// StatusInfo is a status as readers see it.
type StatusInfo struct {
	ID      Status
	Name    model.Text
	Meaning model.Text
	Icon    string // id of the icon; every status has another shape
	Symbol  string // one character of that shape, for plain text
}

// statusInfos is in the order of pages and counts.
var statusInfos = [...]StatusInfo{
	{
		Exceeded,
		model.Text{Zh: "超额完成", En: "Exceeded"},
		model.Text{
			Zh: "越过目标区间中较好的一端，或达到报告写明的力争目标。",
			En: "Beyond the better end of the target's range, or the report's higher aim is met.",
		},
		"star", "★",
	},
	{
		Achieved,
		model.Text{Zh: "已完成", En: "Achieved"},
		model.Text{
			Zh: "全年结果达到目标；逐月累加的指标也可以在年内提前完成。",
			En: "The result of the period meets the target; what adds up over the year can be achieved early.",
		},
		"check", "✓",
	},
	{
		Ahead,
		model.Text{Zh: "超进度", En: "Ahead"},
		model.Text{
			Zh: "时期未结束，快于应有进度。",
			En: "The period is not over; more is done than is due by now.",
		},
		"double-arrow", "»",
	},
	{
		OnPace,
		model.Text{Zh: "达进度", En: "On pace"},
		model.Text{
			Zh: "时期未结束，符合应有进度或已处在目标水平。",
			En: "The period is not over; what is due by now is done, or the figure stands at the target.",
		},
		"arrow", "→",
	},
	{
		Behind,
		model.Text{Zh: "欠进度", En: "Behind"},
		model.Text{
			Zh: "时期未结束，低于应有进度或尚未达到目标水平。",
			En: "The period is not over; less is done than is due by now, or the figure does not stand at the target yet.",
		},
		"triangle-down", "▽",
	},
	{
		Missed,
		model.Text{Zh: "未达预期", En: "Missed"},
		model.Text{
			Zh: "时期已结束，最终结果没有达到目标。",
			En: "The period is over and its final figure does not meet the target.",
		},
		"cross", "✕",
	},
	{
		NotJudged,
		model.Text{Zh: "无法判断", En: "Not judged"},
		model.Text{
			Zh: "缺少判断所必需的条件，页面写明原因。",
			En: "Something that a judgement needs is missing; the page says what.",
		},
		"question", "?",
	},
	{
		NoData,
		model.Text{Zh: "暂无公开数据", En: "No public data"},
		model.Text{
			Zh: "截至判断日期，没有公开发布的结果。",
			En: "No result had been published by the as-of date.",
		},
		"dashed-circle", "◌",
	},
}

// Statuses lists all statuses in the order of pages and counts.
func Statuses() []StatusInfo { return statusInfos[:] }

// Info returns the status as readers see it; an unknown status has its id as
// name.
func (s Status) Info() StatusInfo {
	for _, i := range statusInfos {
		if i.ID == s {
			return i
		}
	}
	return StatusInfo{ID: s, Name: model.Text{Zh: string(s), En: string(s)}}
}

// Name is the status in words.
func (s Status) Name() model.Text { return s.Info().Name }
