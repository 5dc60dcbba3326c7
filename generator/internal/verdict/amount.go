package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// amount writes a figure with its unit.
func amount(v decimal.Decimal, u model.Unit) model.Text {
	return model.Text{
		Zh: wording.WriteValue(v, u, model.Chinese),
		En: wording.WriteValue(v, u, model.English),
	}
}

// figure writes a published figure; an approximate one says so.
func figure(o *model.Observation) model.Text {
	t := amount(o.Value, o.Indicator.Unit)
	if o.Approx {
		return joined(model.Text{Zh: "约", En: "about "}, t)
	}
	return t
}

// gap writes the distance between two figures, without a sign.
func (v *Verdict) gap(d decimal.Decimal) model.Text {
	return amount(round(d.Abs()), v.Target.Indicator.Unit.PP())
}

// words are the target as the report puts it, or in our words where an English
// wording is missing.
func (v *Verdict) words() model.Text {
	t := model.Text{Zh: v.Bound.AsWritten.Zh, En: v.Bound.AsWritten.En}
	if t.Zh == "" {
		t.Zh = wording.WriteBound(v.Bound, v.Target.Indicator, model.Chinese)
	}
	if t.En == "" {
		t.En = wording.WriteBound(v.Bound, v.Target.Indicator, model.English)
	}
	return model.Text{Zh: "“" + t.Zh + "”", En: "“" + t.En + "”"}
}
