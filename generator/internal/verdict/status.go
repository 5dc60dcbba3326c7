package verdict

import "reportsite/generator/internal/model"

// Status says how a target stands.
type Status string

// The statuses. The first four are favourable, Behind and Missed are not; Awaited,
// NotDue, NotFound and NotJudged are no judgement.
const (
	Achieved  Status = "achieved"   // the target is met, and that cannot change within the period
	Exceeded  Status = "exceeded"   // above a range's high end, or the stretch aim is met
	Ahead     Status = "ahead"      // within the period: better than is due by now
	OnPace    Status = "on-pace"    // within the period: what is due by now
	Behind    Status = "behind"     // within the period: worse than is due by now
	Missed    Status = "missed"     // the period is over and the target is not met, or a limit is broken for good
	Awaited   Status = "awaited"    // the period is over, and only figures of a part of it are known
	NotDue    Status = "not-due"    // the period is not over, and the site has no figure of it
	NotFound  Status = "not-found"  // the period is over, and the site has found no figure of it
	NotJudged Status = "not-judged" // there is a figure, but it cannot be compared; see Reason
)

// Judged reports whether the status is a judgement, and not why there is none.
func (s Status) Judged() bool {
	switch s {
	case Achieved, Exceeded, Ahead, OnPace, Behind, Missed:
		return true
	}
	return false
}

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
			Zh: "时期已结束，最终结果没有达到目标；逐月累加的限额，从突破那天起就算。",
			En: "The period is over and its final figure does not meet the target; a limit on what adds up counts from the day it is broken.",
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
		Awaited,
		model.Text{Zh: "待全年结果", En: "Result awaited"},
		model.Text{
			Zh: "时期已结束，本站只有其中一部分的数字，等待全时期的结果。",
			En: "The period is over; this site has figures of a part of it and waits for the result.",
		},
		"hourglass", "⧗",
	},
	{
		NotFound,
		model.Text{Zh: "已到期，本站未查到", En: "No result found"},
		model.Text{
			Zh: "时期已结束，本站没有查到这一时期的结果；不表示没有公开发布。",
			En: "The period is over and this site has found no figure of it; that does not mean that none was published.",
		},
		"dashed-circle", "◌",
	},
	{
		NotDue,
		model.Text{Zh: "年度未结束", En: "Not due yet"},
		model.Text{
			Zh: "时期还没有结束，本站还没有它的数字。",
			En: "The period is not over, and this site has no figure of it yet.",
		},
		"dotted-circle", "◯",
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
