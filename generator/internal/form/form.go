// Package form makes the workbook that an office fills in: all indicators of a site
// with their units, what is known of a year, and empty cells for the months to come.
// What comes back is read by package table like any other table.
package form

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
)

// Write writes the workbook of a year: a sheet for figures that add up and for rates,
// from January to the month; one for the states of stocks at the ends of months; and
// one for single months, of the indicators that have such figures. Structures, which
// have several figures at a time, are left out.
func Write(w io.Writer, site *model.Site, year int, l message.Lang) error {
	var tables []*sheet.Table
	for _, p := range parts {
		if t := p.table(site, year, l); t != nil {
			tables = append(tables, t)
		}
	}
	if err := sheet.WriteXLSX(w, tables); err != nil {
		return fmt.Errorf("the form of %d: %w", year, err)
	}
	return nil
}

// Empty reports whether a site has no indicator for a form.
func Empty(site *model.Site) bool {
	return !slices.ContainsFunc(site.Indicators, func(i *model.Indicator) bool { return i.Measure != model.Structure })
}

// part is one sheet of the form.
type part struct {
	name  string // of the sheet
	title string
	basis model.Basis
	head  func(month int) string
	of    func(*model.Indicator) bool
}

var parts = []part{
	{"累计", "主要指标（累计）", model.Cumulative, func(m int) string {
		switch m {
		case 1:
			return "1月"
		case 12:
			return "全年"
		}
		return "1—" + strconv.Itoa(m) + "月"
	}, func(i *model.Indicator) bool { return i.Accrual != model.Stock }},
	{"期末", "主要指标（期末）", model.Point, func(m int) string { return strconv.Itoa(m) + "月末" },
		func(i *model.Indicator) bool { return i.Accrual == model.Stock }},
	{"当月", "主要指标（当月）", model.Single, func(m int) string { return strconv.Itoa(m) + "月当月" }, func(i *model.Indicator) bool {
		return slices.ContainsFunc(i.Observations, func(o *model.Observation) bool { return o.Basis == model.Single })
	}},
}

// table is the sheet of a part; nil where it has no indicator.
func (p part) table(site *model.Site, year int, l message.Lang) *sheet.Table {
	t := &sheet.Table{
		Name: p.name, Above: []string{strconv.Itoa(year) + "年" + p.title},
		Head: []string{"指标", "单位"}, Width: []float64{34, 12}, Frozen: 2,
		Hints: []string{message.Say(l, "form-name"), message.Say(l, "form-unit")},
		Below: []string{"数据来源：", "发布日期："},
	}
	for m := 1; m <= 12; m++ {
		t.Head = append(t.Head, p.head(m))
		t.Hints = append(t.Hints, message.Say(l, "form-cell"))
	}
	for _, i := range site.Indicators {
		if i.Measure == model.Structure || !p.of(i) {
			continue
		}
		row := []sheet.Value{sheet.Text(i.Name.Zh), sheet.Text(i.Unit.String())}
		for m := 1; m <= 12; m++ {
			row = append(row, sheet.Maybe(p.known(i, year, m)))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// known is the figure of a month that the site has.
func (p part) known(i *model.Indicator, year, month int) decimal.NullDecimal {
	for _, o := range i.Observations {
		s := o.Span()
		if o.Sense != model.Exactly || s.Year != year || s.End != month || s.Moment != (p.basis == model.Point) {
			continue
		}
		if fits := p.basis == model.Point || p.basis == model.Cumulative && s.From == 1 || p.basis == model.Single && s.From == month; fits {
			return decimal.NewNullDecimal(o.Value)
		}
	}
	return decimal.NullDecimal{}
}
