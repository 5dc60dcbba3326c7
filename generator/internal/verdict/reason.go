package verdict

import "reportsite/generator/internal/model"

// Reason says why a target is not judged.
type Reason string

// The reasons. The zero value means that the target is judged.
const (
	NotAnnounced  Reason = "not-announced"
	NoReference   Reason = "no-reference"
	NoTolerance   Reason = "no-tolerance"
	NoBase        Reason = "no-base"
	NoPlanPoint   Reason = "no-plan-point"
	NoFigure      Reason = "no-figure"
	SinglesOnly   Reason = "singles-only"
	Approximate   Reason = "approximate"
	IsExternal    Reason = "external"
	IsQualitative Reason = "qualitative"
	NoDirection   Reason = "no-direction"
)

// Text is the reason in words, a whole clause without a full stop.
func (r Reason) Text() model.Text {
	return model.Text{Zh: string(r), En: string(r)}
}
