package office

import (
	"slices"
	"strings"
	"unicode"

	"reportsite/generator/internal/table"
)

// bare is a title without marks, spaces and numbers of lists.
func bare(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, table.Plain(title))
}

// twin is a row of the same ledger with the same title.
func twin(row *table.TaskRow, used map[*task]*table.TaskRow) *table.TaskRow {
	for _, other := range used {
		if bare(other.Title.Text) == bare(row.Title.Text) {
			return other
		}
	}
	return nil
}

func (b *book) exact(row *table.TaskRow) *task {
	for _, t := range b.tasks {
		if slices.Contains(t.names, bare(row.Title.Text)) {
			return t
		}
	}
	return nil
}

// How alike two titles must be to be of one task: by themselves, or where the ledgers
// give both the same number. Two that are nearly equally alike are ambiguous.
const (
	alike      = 0.75
	alikeOrder = 0.55
	nearly     = 0.08
)

// similar is the task whose title a row's has come from; nil where it is a new one.
// ok is false where it can be two, which is reported.
func (b *book) similar(row *table.TaskRow, used map[*task]*table.TaskRow) (best *task, ok bool) {
	name, order := bare(row.Title.Text), row.Cells[table.Order].Text
	var second *task
	var most, next float64
	for _, t := range b.tasks {
		if used[t] != nil || t.at == row.Title.At {
			continue
		}
		score := 0.0
		for _, n := range t.names {
			score = max(score, dice(n, name))
		}
		sameOrder := order != "" && order == t.order
		if score < alikeOrder || score < alike && !sameOrder {
			continue
		}
		if sameOrder {
			score += nearly
		}
		switch {
		case score > most:
			best, second, most, next = t, best, score, most
		case score > next:
			second, next = t, score
		}
	}
	if second != nil && most-next < nearly {
		b.report(TwoTasks.At(row.Title.At, row.Title.Text, best.title, second.title))
		return nil, false
	}
	return best, true
}

// dice is how alike two texts are, from 0 to 1: the share of the pairs of neighbouring
// characters that they have in common.
func dice(a, b string) float64 {
	pairs := func(s string) map[string]int {
		runes, list := []rune(s), map[string]int{}
		for n := range len(runes) - 1 {
			list[string(runes[n:n+2])]++
		}
		return list
	}
	x, y := pairs(a), pairs(b)
	all, common := 0, 0
	for p, n := range x {
		all += n
		common += min(n, y[p])
	}
	for _, n := range y {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}
