package verdict

import (
	"slices"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// formula is the formula on the scale of the sentence beside it: English writes
// 1921亿元 as 192.1 billion yuan, so its formula reads "192.1 > 180 (billion
// yuan)".
func (v *Verdict) formula() model.Text {
	t := same(v.Formula)
	if v.Formula == "" || v.Actual == nil {
		return t
	}
	about := decimal.Max(v.Actual.Value.Abs(), v.Goal.Decimal.Abs())
	if shift, words, ok := wording.EnglishScale(about, v.Target.Indicator.Unit); ok {
		t.En = v.shifted(shift).Formula + " (" + words + ")"
	}
	return t
}

// shifted is the verdict with every figure times ten to the power of n; nothing
// else changes.
func (v *Verdict) shifted(n int32) *Verdict {
	out, actual := *v, *v.Actual
	actual.Value = trim(actual.Value.Shift(n))
	out.Actual = &actual
	if v.Reference != nil {
		reference := *v.Reference
		reference.Value = trim(reference.Value.Shift(n))
		out.Reference = &reference
	}
	b := &out.Bound
	for _, d := range []*decimal.NullDecimal{&b.Value, &b.Low, &b.High, &b.Base, &b.Tolerance, &b.Stretch} {
		d.Decimal = trim(d.Decimal.Shift(n))
	}
	out.plan = slices.Clone(v.plan)
	for k := range out.plan {
		out.plan[k].Value = trim(out.plan[k].Value.Shift(n))
	}
	out.reset()
	out.compare()
	return &out
}
