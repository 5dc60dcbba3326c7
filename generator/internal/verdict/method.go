package verdict

import "reportsite/generator/internal/model"

// Guide is the method in words, made from the constants of the engine.
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

// Example is a worked example with invented round figures.
type Example struct {
	Title   model.Text
	Verdict *Verdict
}

// Method describes the method with the settings of a run.
func Method(opt Options) Guide { return Guide{Statuses: Statuses()} }
