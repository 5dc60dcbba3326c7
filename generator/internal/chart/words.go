package chart

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// words writes the texts of a chart in one language.
type words struct{ model.Lang }

func (w words) pick(zh, en string) string {
	if w.Lang == model.English {
		return en
	}
	return zh
}

func (w words) target() string  { return w.pick("目标", "target") }
func (w words) result() string  { return w.pick("结果", "result") }
func (w words) none() string    { return w.pick("本站暂无数据", "no figure on this site") }
func (w words) pace() string    { return w.pick("序时进度", "due by then") }
func (w words) stretch() string { return w.pick("力争", "higher aim") }

// noResult says that no indicator of a chart has a result for a time; earlier
// results may be drawn. For the zero period it is none.
func (w words) noResult(p model.Period) string {
	if p == (model.Period{}) {
		return w.none()
	}
	return w.pick("本站未查到"+w.time(p)+"的结果", "no result for "+w.time(p)+" on this site")
}

// demand is a target as the report words it.
func (w words) demand(t *model.Target) string { return w.bound(t.Bound, t.Indicator) }

// core is a target in words that fit a title or a label: those of the report, or,
// where they are long, its figure alone, without a higher aim.
func (w words) core(t *model.Target) string {
	said := w.demand(t)
	if t.Stretch.Valid { // 8.2万亿元以上，力争8.4万亿元: its own words before the aim
		for _, by := range []string{"力争", "争取", "冲刺"} {
			if first, _, ok := strings.Cut(said, by); ok && bare(first) != "" {
				said = bare(first)
				break
			}
		}
	}
	b := t.Bound
	b.Stretch, b.Further = decimal.NullDecimal{}, nil
	figure := wording.WriteBound(b, t.Indicator, w.Lang)
	if wide(said) > longWords && wide(figure) < wide(said) {
		return figure
	}
	return said
}

// resolve are words before a higher aim that belong to it: 奋力冲刺, 并力争.
var resolve = []string{"奋力", "全力", "努力", "积极", "并"}

// bare is the beginning of a target's words without what leads on to a higher aim.
func bare(words string) string {
	for {
		cut := strings.Trim(words, "，、；（ ")
		for _, r := range resolve {
			cut = strings.TrimSuffix(cut, r)
		}
		if cut == words {
			return cut
		}
		words = cut
	}
}

// longWords is how wide the words of a target may be in a title, in half a Han
// character.
const longWords = 24

// wide is the width of a text in half Han characters.
func wide(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}

// bound writes a version of a target in words.
func (w words) bound(b model.Bound, i *model.Indicator) string {
	if b.AsWritten.Has(w.Lang) {
		return b.AsWritten.In(w.Lang)
	}
	return wording.WriteBound(b, i, w.Lang)
}

// year names a year: 2024年.
func (w words) year(n int) string { return w.pick(strconv.Itoa(n)+"年", strconv.Itoa(n)) }

// when names the time of a figure.
func (w words) when(o *model.Observation) string { return wording.When(o).In(w.Lang) }

// brief is the same time within a picture, where room is dear: "Q1–Q3 2024".
func (w words) brief(o *model.Observation) string {
	p, end := o.Period, o.Period.EndMonth()
	if w.Lang != model.English {
		return w.when(o)
	}
	month := time.Month(end).String()[:3]
	text := ""
	switch {
	case o.Basis == model.Point:
		text = "end of " + month + " "
	case o.Basis == model.Single && p.Kind == model.Month:
		text = month + " "
	case o.Basis == model.Single && p.Kind == model.Quarter:
		text = fmt.Sprintf("Q%d ", p.N)
	case o.Basis == model.Single && p.Kind == model.Half:
		text = fmt.Sprintf("H%d ", p.N)
	case end == 3, end == 6, end == 9:
		text = map[int]string{3: "Q1 ", 6: "H1 ", 9: "Q1–Q3 "}[end]
	case end < 12:
		text = "Jan–" + month + " "
	}
	return text + yearName(p.Year)
}

// period names the same time as the head of a row.
func (w words) period(o *model.Observation) string { return wording.Time(o).In(w.Lang) }

// time names the time of a target.
func (w words) time(p model.Period) string { return wording.Period(p).In(w.Lang) }

// capital begins a text with a capital letter.
func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

func yearName(n int) string { return strconv.Itoa(n) }

// partName names the part of a year that a figure covers: 1—6月, 上半年.
func (w words) partName(o *model.Observation) string {
	year := yearName(o.Period.Year)
	if w.Lang == model.English {
		return strings.TrimSpace(strings.TrimSuffix(w.brief(o), year))
	}
	return strings.TrimPrefix(w.when(o), year+"年")
}

// axisName names a place on the axis of a run within its year.
func (w words) axisName(r *run, n int) (name string, year int) {
	perYear := 12 / r.step
	year, part := r.from+n/perYear, n%perYear+1
	switch {
	case r.step == 1:
		return w.pick(strconv.Itoa(part)+"月", time.Month(part).String()[:3]), year
	case r.step == 6 && r.alone:
		return w.pick([]string{"上半年", "下半年"}[part-1], "H"+strconv.Itoa(part)), year
	case r.step == 6:
		return w.pick([]string{"上半年", "全年"}[part-1], []string{"H1", "year"}[part-1]), year
	case r.alone:
		return w.pick([]string{"一季度", "二季度", "三季度", "四季度"}[part-1], "Q"+strconv.Itoa(part)), year
	}
	return w.pick([]string{"一季度", "上半年", "前三季度", "全年"}[part-1], []string{"Q1", "H1", "Q1–Q3", "year"}[part-1]), year
}
