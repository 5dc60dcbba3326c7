package page

import (
	"slices"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/answer"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/verdict"
	"reportsite/generator/internal/wording"
)

// tile is one of the figures with which the page of an indicator begins.
type tile struct {
	Label string
	When  string
	Value said // "" where the site has none
	Hedge string
	Badge *badge
}

// tiles are the last full result with its verdict, the newest target, and the latest
// figure where it is newer than that result.
func (f *frame) tiles(i *model.Indicator) []tile {
	b := f.book
	t := answer.TilesOf(b.Verdicts, i)
	var list []tile
	if o := t.Full; o != nil {
		one := tile{Label: b.T("tile-full"), When: b.Time(o), Value: said{Text: b.Observed(o)}}
		if t.Judged != nil {
			badge := b.badge(t.Judged.Status)
			one.Badge = &badge
		}
		list = append(list, one)
	}
	if t.Target != nil {
		v := b.Verdicts.Of(t.Target)
		one := tile{Label: b.T("target-of", "Year", b.Period(t.Target.Period)), Value: b.say(v.Bound.AsWritten), Hedge: b.hedge(t.Target)}
		if t.Judged != v {
			badge := b.badge(v.Status)
			one.Badge = &badge
		}
		list = append(list, one)
	}
	switch {
	case t.Latest != nil:
		list = append(list, tile{Label: b.T("tile-latest"), When: b.Time(t.Latest), Value: said{Text: b.Observed(t.Latest)}})
	case t.Full == nil:
		list = append(list, tile{Label: b.T("result-of")})
	}
	return list
}

// hedge is the report's word of resolve before a target; "" where the words of the target
// have it already.
func (b *book) hedge(t *model.Target) string {
	if b.Lang != model.Chinese {
		return "" // the word is the report's own
	}
	if strings.Contains(t.AsWritten.Zh, t.Hedge) {
		return ""
	}
	return t.Hedge
}

// besideTable holds an indicator's results beside those of the indicators that its targets
// are compared with, such as the whole city's.
type besideTable struct {
	Names []anchor
	Rows  []besideRow
}

type besideRow struct {
	Period string
	Own    string
	Others []besideCell
}

// besideCell is the other result of the same time, and how far the own one is above it.
type besideCell struct{ Name, Value, Gap string }

// mostBeside is how many times the table holds.
const mostBeside = 6

// beside is nil where no other indicator has a result of the same time.
func (f *frame) beside(i *model.Indicator) *besideTable {
	b := f.book
	var refs []*model.Indicator
	for _, t := range i.Targets {
		if t.Ref != nil && !slices.Contains(refs, t.Ref) {
			refs = append(refs, t.Ref)
		}
	}
	out := &besideTable{}
	for _, r := range refs {
		out.Names = append(out.Names, f.anchor(wording.Title(r), address.Indicator(r)))
	}
	for _, o := range slices.Backward(verdict.Series(i)) {
		row, any := besideRow{Period: b.Time(o), Own: b.Observed(o)}, false
		for _, r := range refs {
			cell := besideCell{Name: wording.Label(r).In(b.Lang)}
			if other := verdict.Counterpart(r, o); other != nil {
				any = true
				cell.Value, cell.Gap = b.Observed(other), verdict.Apart(o, other).In(b.Lang)
			}
			row.Others = append(row.Others, cell)
		}
		if any && len(out.Rows) < mostBeside {
			out.Rows = append(out.Rows, row)
		}
	}
	if len(out.Rows) == 0 {
		return nil
	}
	return out
}
