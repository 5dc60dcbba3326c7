package verdict

import "reportsite/generator/internal/model"

// Step is one line of the arithmetic: what goes in or comes out.
type Step struct {
	Label  model.Text
	Value  model.Text
	Source *model.Source // nil: it follows from the lines above
}

// Explain says in one to three sentences how the target stands and why.
func (v *Verdict) Explain() model.Text { return v.Status.Name() }

// Steps lists inputs and results in the order in which they are worked out.
func (v *Verdict) Steps() []Step { return nil }
