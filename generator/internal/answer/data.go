package answer

import (
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Data answers what can be downloaded, and of which day it is.
func Data(site *model.Site, asOf model.Date) model.Text {
	targets, results := 0, 0
	for _, i := range site.Indicators {
		targets += len(i.Targets)
		results += len(i.Observations)
	}
	parts := []model.Text{
		message.Both("answer-n-indicators", "N", len(site.Indicators)), message.Both("answer-n-targets", "N", targets),
		message.Both("answer-n-results", "N", results),
	}
	if n := len(site.Commitments); n > 0 {
		parts = append(parts, message.Both("answer-n-tasks", "N", n))
	}
	what := message.Both("answer-data", "What", joined(parts, "、", ", "))
	if asOf.IsZero() {
		return what
	}
	return sentences(what, message.Both("answer-data-day", "Day", wording.Day(asOf)))
}
