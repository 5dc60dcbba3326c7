package wording

import (
	"slices"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// opName is an operator in words, for messages about words and data that disagree.
func opName(op model.Op) model.Text {
	if slices.Contains(model.Ops, op) {
		return message.Both("data-op-" + string(op))
	}
	return message.Both("data-op-figure")
}
