package synth

import (
	"fmt"
	"iter"
	"strings"
)

// kind is a combination of unit, measure, accrual and direction; the synthetic
// indicators use the kinds in turn.
type kind struct {
	head   string // unit, measure, accrual and direction
	op     string
	table  string // of the observations
	suffix string // of the words: at least, about, at most
	unit   string
	extra  string // further lines of the target
}

var kinds = [...]kind{
	{"unit    = \"亿元\"\nmeasure = \"level\"\naccrual = \"flow\"\nbetter  = \"up\"\n", "ge", "cumulative", "以上", "亿元", ""},
	{"unit    = \"%\"\nmeasure = \"growth\"\nbetter  = \"up\"\n", "approx", "cumulative", "左右", "%", "tolerance  = 0.5\n"},
	{"unit    = \"家\"\nmeasure = \"count\"\naccrual = \"stock\"\nbetter  = \"up\"\n", "ge", "point", "以上", "家", ""},
	{"unit    = \"%\"\nmeasure = \"share\"\nbetter  = \"down\"\n", "le", "cumulative", "以内", "%", ""},
}

func kindOf(i int) kind { return kinds[i%len(kinds)] }

// target is the figure that an indicator is to reach: 40 to 89.
func target(i int) int { return 40 + 7*i%50 }

// words is the target as the synthetic report puts it.
func (k kind) words(i int) string { return fmt.Sprintf("%d%s%s", target(i), k.unit, k.suffix) }

// tenths is the result of a month (1 to 12), in tenths of the unit. Flows add up to
// about their target over the year; everything else stays near it.
func (k kind) tenths(i, year, month int) int {
	goal := 10 * target(i)
	wave := (i*13+month*29+year*7)%21 - 10 // -1 to 1 in tenths
	if strings.Contains(k.head, `"flow"`) {
		return goal*month/monthsAYear + wave
	}
	return goal + wave
}

// indicators yields the files of the indicators.
func indicators(n int) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for i := range n {
			if !yield("content/indicators/"+indicatorID(i)+".toml", indicator(i)) {
				return
			}
		}
	}
}

func indicator(i int) string {
	var b strings.Builder
	k := kindOf(i)
	fmt.Fprintf(&b, "name    = \"合成指标%d\"\n%ssection = \"%d/%s#targets\"\nlead    = \"虚构部门%d\"\n",
		i, k.head, reportYear, sectionID(i), i%9+1)
	if i < 9 {
		b.WriteString("group   = [\"headline\"]\n")
	}
	fmt.Fprintf(&b, "definition = \"%s\"\n\n", prose(i, proseBytes))
	fmt.Fprintf(&b, "[target.%d]\nop         = %q\nvalue      = %d\nas_written = %q\n%s\n",
		reportYear, k.op, target(i), k.words(i), k.extra)
	fmt.Fprintf(&b, "[%s]\n", k.table)
	for year := firstYear; year <= reportYear; year++ {
		for month := 1; month <= monthsAYear; month++ {
			v := k.tenths(i, year, month)
			fmt.Fprintf(&b, "%d-%02d = { value = %d.%d, released = %s, source = \"synthetic\" }\n",
				year, month, v/10, v%10, released(year, month))
		}
	}
	return b.String()
}

// released is the 20th of the month after a month.
func released(year, month int) string {
	if month == monthsAYear {
		year, month = year+1, 0
	}
	return fmt.Sprintf("%d-%02d-20", year, month+1)
}
