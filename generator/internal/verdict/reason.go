package verdict

import (
	"sync"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

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

// reasonInfos is in the order of the documentation.
var reasonInfos = sync.OnceValue(func() []ReasonInfo {
	var list []ReasonInfo
	for _, r := range []Reason{
		IsQualitative, IsExternal, NoTolerance, NoReference, NoBase, NoPlanPoint, NoDirection,
		NoNumber, UnfitBasis, Approximate, Inequality, PlanRunning, IsStructure,
	} {
		list = append(list, ReasonInfo{r, message.Both("reason-" + string(r))})
	}
	return list
})

// Reasons lists all reasons in the order of the documentation.
func Reasons() []ReasonInfo { return reasonInfos() }

// Text is the reason in words, a clause without a full stop; "" gives none.
func (r Reason) Text() model.Text {
	for _, i := range reasonInfos() {
		if i.ID == r {
			return i.Text
		}
	}
	return model.Text{}
}
