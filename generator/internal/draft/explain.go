package draft

import (
	"fmt"
	"strings"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/statement"
	"reportsite/generator/internal/wording"
)

// Explain says how one sentence is understood; year 0 is one that the sentence names,
// or an example.
func Explain(sentence string, year int, l message.Lang) string {
	s, _ := document.Repair(sentence)
	if year == 0 {
		if year = mostNamed(s); year == 0 {
			year = 2025
		}
	}
	g := wording.Builtin()
	ctx := statement.Context{Period: model.YearOf(year), Done: model.YearOf(year - 1), Stage: "预计"}
	items := statement.NewReader(g).Read(s, ctx)
	var b strings.Builder
	if len(items) == 0 {
		b.WriteString(message.Say(l, "explain-none") + "\n")
	}
	for _, i := range items {
		fmt.Fprintf(&b, "%s\n", i.Words)
		for _, row := range facts(&i, l) {
			fmt.Fprintf(&b, "  %s: %s\n", row[0], row[1])
		}
	}
	phrases := g.Phrases(s)
	spans, kinds := g.Others(s, phrases)
	for n, span := range spans {
		fmt.Fprintf(&b, "%s\n  %s\n", span.Text, message.Say(l, "other-"+string(kinds[n])))
	}
	return b.String()
}

// facts are what was understood of an item, with their names.
func facts(i *statement.Item, l message.Lang) [][2]string {
	say := func(id string) string { return message.Say(l, id) }
	rows := [][2]string{
		{say("fact-kind"), say("kind-" + string(i.Kind))},
		{say("fact-name"), i.Name},
		{say("fact-op"), opWord(i, l)},
		{say("fact-value"), valueOf(i)},
		{say("fact-measure"), strings.TrimSpace(string(i.Measure) + " " + string(i.Accrual))},
		{say("fact-better"), string(i.Better)},
		{say("fact-period"), strings.TrimSpace(i.Period.String() + " " + string(i.Basis))},
		{say("fact-hedge"), i.Hedge},
		{say("fact-lead"), strings.Join(append([]string{i.Lead}, i.Support...), " ")},
		{say("fact-why"), say(i.Why)},
	}
	for _, doubt := range i.Doubts {
		rows = append(rows, [2]string{say("fact-doubt"), say(doubt)})
	}
	var list [][2]string
	for _, r := range rows {
		if strings.TrimSpace(r[1]) != "" {
			list = append(list, r)
		}
	}
	return list
}

// opWord names the operator; a result has none.
func opWord(i *statement.Item, l message.Lang) string {
	if i.Op == "" || i.Kind == statement.Result {
		return ""
	}
	return message.Say(l, "op-"+string(i.Op)) + " (" + string(i.Op) + ")"
}

// valueOf is the figure of an item with its unit.
func valueOf(i *statement.Item) string {
	var s string
	switch {
	case i.Low.Valid && i.High.Valid:
		s = i.Low.Decimal.String() + "—" + i.High.Decimal.String()
	case i.Value.Valid:
		s = i.Value.Decimal.String()
	case i.Multiple.Valid:
		return "×" + i.Multiple.Decimal.String()
	case len(i.Parts) > 0:
		return model.JoinParts(i.Parts)
	default:
		return i.Unit.String()
	}
	s += " " + i.Unit.String()
	if i.Stretch.Valid {
		s += " → " + i.Stretch.Decimal.String()
	}
	return s
}
