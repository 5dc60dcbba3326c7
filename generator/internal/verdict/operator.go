package verdict

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// formulas say how a result x is compared with a target: a and b are its figures, t
// its tolerance, r the figure of another indicator. A test compares them with
// [model.Ops].
var formulas = []struct {
	op      model.Op
	formula string
}{
	{model.GE, "x ≥ a"},
	{model.GT, "x > a"},
	{model.LE, "x ≤ a"},
	{model.LT, "x < a"},
	{model.EQ, "a − t ≤ x ≤ a + t"},
	{model.Approx, "x ≈ a"},
	{model.Range, "a ≤ x ≤ b"},
	{model.RelGT, "x > r"},
	{model.RelGE, "x ≥ r"},
	{model.RelSync, "x ≈ r"},
	{model.Flat, "x = b"},
	{model.DeltaPP, "x ≥ b + a"},
	{model.External, ""},
	{model.Qualitative, ""},
}

// operatorInfos explains every operator.
func operatorInfos() []OperatorInfo {
	var list []OperatorInfo
	for _, f := range formulas {
		id := string(f.op)
		list = append(list, OperatorInfo{
			Op: f.op, Name: message.Both("op-" + id), Wording: message.Both("op-words-" + id), Rule: message.Both("op-rule-" + id),
			Formula: f.formula,
		})
	}
	return list
}
