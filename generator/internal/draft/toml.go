package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
)

// indicatorFile writes an indicator with its targets and results.
func (d *Draft) indicatorFile(i *indicator) string {
	f := i.first
	group := ""
	if i.headline {
		group = `["headline"]`
	}
	accrual := f.Accrual
	var b strings.Builder
	if doubts := i.doubts(); len(doubts) > 0 {
		b.WriteString("# 请核对：" + strings.Join(doubts, "；") + "\n")
	}
	b.WriteString(lines(
		"name", quoted(i.name), "unit", text(f.Unit.String()), "measure", quoted(string(f.Measure)), "accrual", text(string(accrual)),
		"better", quoted(string(f.Better)), "nature", text(string(f.Nature)), "section", quoted(d.Period.String()+"/"+f.Part.ID),
		"lead", text(f.Lead), "support", list(f.Support), "group", group,
	))
	if i.ref {
		return b.String()
	}
	for _, t := range i.targets {
		b.WriteString("\n" + d.target(i, t))
	}
	for _, basis := range model.Bases {
		head := false
		for _, r := range i.results {
			if r.Basis != basis && !(basis == model.Annual && r.Basis == "") {
				continue
			}
			if !head {
				fmt.Fprintf(&b, "\n[%s]\n", basis)
				head = true
			}
			b.WriteString(r.Period.String() + " = " + observation(r) + "\n")
		}
	}
	return b.String()
}

// doubts are those of all figures of the indicator, in Chinese.
func (i *indicator) doubts() []string {
	var list []string
	for _, f := range slices.Concat(i.targets, i.results) {
		for _, doubt := range f.Doubts {
			if text := message.Say(message.Chinese, doubt); !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

func list(names []string) string {
	if len(names) == 0 {
		return ""
	}
	var quotes []string
	for _, n := range names {
		quotes = append(quotes, quoted(n))
	}
	return "[" + strings.Join(quotes, ", ") + "]"
}

// target writes a target's table.
func (d *Draft) target(i *indicator, t *Figure) string {
	ref, counts, note := "", "", ""
	if t.Op.Relative() {
		if r := d.refs[t.ID]; r != nil {
			ref = r.id
		}
	}
	if t.Period.Kind == model.Plan && (t.Accrual == model.Flow || t.Measure == model.Growth) {
		switch {
		case strings.Contains(t.Words+t.Name, "累计") || strings.Contains(t.Words, "〔"):
			counts = "total"
		case strings.Contains(t.Words, "年均"):
			counts = "average"
		default:
			counts = "end"
		}
	}
	if t.Period != d.Period {
		note = "原文为" + t.Period.String() + "年的目标。"
	}
	value, low, high := t.Value, t.Low, t.High
	if low.Valid && high.Valid {
		value = decimal.NullDecimal{}
	}
	var further string
	if len(t.Further) > 0 {
		var numbers []string
		for _, n := range t.Further {
			numbers = append(numbers, n.String())
		}
		further = "[" + strings.Join(numbers, ", ") + "]"
	}
	if t.Op.Relative() || t.Op == model.Flat || t.Op == model.External {
		value = decimal.NullDecimal{}
	}
	section := ""
	if i.first.Part != t.Part || t.Period != d.Period {
		section = quoted(d.Period.String() + "/" + t.Part.ID)
	}
	return "[target." + t.Period.String() + "]\n" + lines(
		"op", quoted(string(t.Op)), "value", number(value), "low", number(low), "high", number(high), "ref", text(ref),
		"stretch", number(t.Stretch), "further", further, "hedge", text(t.Hedge), "as_written", quoted(t.Words), "counts", text(counts),
		"section", section, "note", text(note),
	)
}

// observation writes a result on one line.
func observation(r *Figure) string {
	parts := []string{"value = " + r.Value.Decimal.String()}
	if r.Sense == model.Positive || r.Sense == model.Negative {
		parts = nil
	}
	if r.Sense != model.Exactly {
		parts = append(parts, "sense = "+quoted(string(r.Sense)))
	}
	if r.Approx {
		parts = append(parts, "approx = true")
	}
	if r.Stage != "" {
		parts = append(parts, "stage = "+quoted(string(r.Stage)))
	}
	parts = append(parts, `source = "report"`)
	return "{ " + strings.Join(parts, ", ") + " }"
}
