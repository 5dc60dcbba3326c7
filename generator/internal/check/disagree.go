package check

import (
	"errors"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// disagreement is the diagnostic of a text that says something else than the
// data.
func disagreement(p markdown.Part, cite model.Cite, err error) diag.Diagnostic {
	text := model.Text{Zh: err.Error(), En: err.Error()}
	if m, ok := errors.AsType[*wording.Mismatch](err); ok {
		text = m.Message
	}
	d := Disagrees.At(p.Pos, diag.Words{En: text.En, Zh: text.Zh}, cite.Indicator.ID)
	d.Len = len([]rune(p.Text))
	return d
}
