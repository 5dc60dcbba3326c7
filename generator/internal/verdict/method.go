package verdict

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Guide explains the method in words, from its own constants.
type Guide struct {
	Statuses  []StatusInfo
	Operators []OperatorInfo
	Rules     []Rule       // as-of, choice of figures, elapsed share, revisions …
	Reasons   []ReasonInfo // why a target is not judged
	Examples  []Example    // worked out by the same code as the verdicts
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

// ruleIDs are in the order in which the rules are applied.
var ruleIDs = []string{
	"as-of", "final", "pace", "level", "early", "limit", "plan", "inequality", "inclusive",
	"about", "nature", "versions", "refuse", "override",
}

// rules are the rules with the settings of a run.
func rules(opt Options) []Rule {
	var list []Rule
	for _, id := range ruleIDs {
		text := message.Both("rule-"+id, "Day", wording.Day(opt.AsOf), "Band", points(opt.OnPaceBand))
		list = append(list, Rule{id, message.Both("rule-title-" + id), text})
	}
	return list
}
