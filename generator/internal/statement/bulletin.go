package statement

import (
	"cmp"
	"regexp"
	"strings"

	"reportsite/generator/internal/model"
)

var preliminary = regexp.MustCompile(`(?:数据|数字|统计数)[^，。]{0,6}(?:均)?为(?:初步|快报)`)

// Bulletin is the context of a bulletin: the period that its title names, or else its
// first passages or the day of its publication. ok is false where none names one.
func Bulletin(title string, start []string, published model.Date) (ctx Context, ok bool) {
	ctx.Role = Review
	year := cmp.Or(yearIn(title), published.Year)
	if english(title) {
		if p, basis, found := timesOf(title, true).period(year); found {
			ctx.Done, ctx.Period, ctx.Basis = p, model.YearOf(p.Year), basis
			return ctx, true
		}
	}
	for _, s := range append([]string{title}, start...) {
		s = compared.ReplaceAllString(s, "")
		if p, basis, found := PeriodIn(s, year); found && p.Year > 0 && p.Kind != model.Plan {
			if basis == model.Single && p.Kind == model.Month && p.N == 12 && strings.Contains(s, "全年") {
				p, basis = model.YearOf(p.Year), model.Annual
			}
			ctx.Done, ctx.Basis, ok = p, basis, true
			break
		}
	}
	ctx.Period = model.YearOf(ctx.Done.Year)
	for _, s := range start {
		if preliminary.MatchString(s) {
			ctx.Stage = "初步核算"
		}
	}
	return ctx, ok
}
