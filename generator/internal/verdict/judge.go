package verdict

import "reportsite/generator/internal/model"

// Judge judges one target. The as-of date of the options must be set.
func Judge(t *model.Target, opt Options) *Verdict {
	return &Verdict{Target: t, Status: NoData, Bound: t.Bound, Version: 1, AsOf: opt.AsOf, band: opt.OnPaceBand}
}
