package sheet

import (
	"strings"

	"golang.org/x/text/width"
)

// column is a column's meaning, named as the key of the TOML format.
type column string

const (
	colYear     column = "year"
	colPeriod   column = "period"
	colBasis    column = "basis"
	colValue    column = "value"
	colUnit     column = "unit"
	colStage    column = "stage"
	colReleased column = "released"
	colSource   column = "source"
	colApprox   column = "approx"
	colOk       column = "ok"
	colNote     column = "note"
	colNoteEn   column = "note_en"

	// Of the values before revisions.
	colEarlier         column = "earlier"
	colEarlierReleased column = "earlier_released"
	colReason          column = "reason"
)

// heads are the words that may stand in the head row, in lower case.
var heads = map[string]column{
	"year": colYear, "年份": colYear, "年度": colYear, "年": colYear,
	"period": colPeriod, "时期": colPeriod, "期间": colPeriod, "时间": colPeriod, "月份": colPeriod, "季度": colPeriod,
	"basis": colBasis, "口径": colBasis,
	"value": colValue, "数值": colValue, "值": colValue, "数据": colValue, "完成数": colValue,
	"unit": colUnit, "单位": colUnit, "计量单位": colUnit,
	"stage": colStage, "阶段": colStage, "核算阶段": colStage,
	"released": colReleased, "发布日期": colReleased, "公布日期": colReleased,
	"source": colSource, "来源": colSource, "数据来源": colSource,
	"approx": colApprox, "约数": colApprox,
	"ok": colOk, "核实": colOk, "核对": colOk,
	"note": colNote, "备注": colNote, "说明": colNote, "注": colNote,
	"note_en": colNoteEn, "英文备注": colNoteEn,
	"earlier": colEarlier, "修订前": colEarlier, "更正前": colEarlier, "修订前数值": colEarlier, "原数值": colEarlier, "原值": colEarlier,
	"earlier_released": colEarlierReleased, "原发布日期": colEarlierReleased, "修订前发布日期": colEarlierReleased,
	"reason": colReason, "原因": colReason, "修订原因": colReason, "更正原因": colReason,
}

// headRows is how far down the head row may stand: titles and units come
// before it.
const headRows = 10

// headWord is a head cell in the form of the keys of heads: 数值（亿元） is 数值.
func headWord(s string) string {
	s = strings.ToLower(strings.TrimSpace(width.Narrow.String(s)))
	if i := strings.IndexAny(s, "([【"); i > 0 {
		s = s[:i]
	}
	return strings.Join(strings.Fields(s), "")
}

// findHead finds the head row: the first that names a period and a value.
func findHead(lines []*line) (row int, cols map[column]int) {
	for n, l := range lines {
		if n == headRows {
			break
		}
		cols := map[column]int{}
		for i, c := range l.cells {
			if col, ok := heads[headWord(c.text)]; ok {
				if _, twice := cols[col]; !twice {
					cols[col] = i
				}
			}
		}
		_, period := cols[colPeriod]
		_, year := cols[colYear]
		if _, value := cols[colValue]; value && (period || year) {
			return n, cols
		}
	}
	return 0, nil
}

// checkHead reports heads that are unknown or given twice.
func (t *table) checkHead(lines []*line, n int, cols map[column]int) {
	head := lines[n]
	for i, c := range head.cells {
		if c.text == "" || c.covered || labelled(head, i) != nil || isUnitHead(lines, n, i) {
			continue // nothing, or a unit for the figures
		}
		col, known := heads[headWord(c.text)]
		if known && c.hidden {
			t.report(Hidden.At(head.pos(i)))
		}
		switch {
		case !known:
			t.report(UnknownHead.At(head.pos(i), c.text))
		case cols[col] != i:
			t.report(HeadTwice.At(head.pos(i), c.text))
		}
	}
}

// isUnitHead reports whether a cell of the head row is a unit beside the table
// and not the head of a column.
func isUnitHead(lines []*line, head, col int) bool {
	if !looksLikeUnit(lines[head].at(col).text) {
		return false
	}
	for _, l := range lines[head+1:] {
		if !l.at(col).empty() {
			return false
		}
	}
	return true
}
