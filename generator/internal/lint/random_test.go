package lint_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// economy makes up series such as statistics publish: rates that wander and
// jump, amounts that grow by fits and starts, years to date.
type economy struct{ *rand.Rand }

// draw is one series: what it is, its keys and its figures.
type draw struct {
	kind, table string
	keys        []string
	values      []float64
	digits      int
}

func (e economy) draw() draw {
	years := []string{"2018", "2019", "2020", "2021", "2022", "2023", "2024"}[e.IntN(4):]
	quarters := []string{"2023-03", "2023-06", "2023-09", "2023-12", "2024-03", "2024-06", "2024-09"}
	switch e.IntN(4) {
	case 0: // growth of years, with a shock now and then
		d := draw{kind: "growth - % up", table: "annual", keys: years, digits: 1}
		at := e.Float64()*10 + 2
		for range years {
			shock := 0.0
			if e.IntN(6) == 0 {
				shock = e.NormFloat64() * 15
			}
			d.values = append(d.values, at+e.NormFloat64()*2+shock)
		}
		return d
	case 1: // growth of the year to date: it wanders
		d := draw{kind: "growth - % up", table: "cumulative", keys: quarters, digits: 1}
		at := e.NormFloat64()*6 + 4
		for range quarters {
			d.values = append(d.values, at)
			at += e.NormFloat64() * 2
		}
		return d
	case 2: // amounts of years
		d := draw{kind: "level flow 亿元 up", table: "annual", keys: years, digits: 1}
		at := math.Exp(e.NormFloat64()*1.5 + 5)
		for range years {
			d.values = append(d.values, at)
			at *= math.Exp(0.07 + e.NormFloat64()*0.15)
		}
		return d
	}
	d := draw{kind: "level flow 亿元 up", table: "cumulative", keys: quarters, digits: 1}
	year := math.Exp(e.NormFloat64()*1.5 + 5)
	for n := range quarters {
		if n == 4 {
			year *= math.Exp(0.07 + e.NormFloat64()*0.1)
		}
		d.values = append(d.values, year*(float64(n%4+1)*0.25+e.Float64()*0.04-0.05))
	}
	return d
}

func (d draw) text(t *testing.T) string {
	var b strings.Builder
	b.WriteString(d.table)
	for n, k := range d.keys {
		fmt.Fprintf(&b, " %s=%.*f", k, d.digits, d.values[n])
	}
	return indicatorOf(t, []string{"某指标", d.kind, "-", b.String()})
}

// Made-up economies are let alone: of a thousand series at most a few have a
// finding. With one figure mistyped, most have.
func TestRandomSeries(t *testing.T) {
	const all = 1000
	e := economy{rand.New(rand.NewPCG(11, 5))}
	alarms, caught, slips := 0, 0, 0
	for range all {
		d := e.draw()
		text := d.text(t)
		if len(found(t, text)) > 0 {
			alarms++
			if alarms < 4 {
				t.Logf("a false alarm:\n%s%v", text, found(t, text))
			}
		}
		n := 1 + e.IntN(len(d.values)-1)
		before := d.values[n]
		if math.Abs(before) < 1 {
			continue
		}
		// A point that wandered leaves the same digits.
		mistyped := strings.Replace(text, fmt.Sprintf("value = %.1f,", before), fmt.Sprintf("value = %.3f,", math.Round(before*10)/1000), 1)
		slips++
		if len(found(t, mistyped)) > 0 {
			caught++
		}
	}
	t.Logf("%d false alarms in %d series; %d of %d slips found", alarms, all, caught, slips)
	if alarms > all/100 || caught < slips*8/10 {
		t.Errorf("%d false alarms in %d series, %d of %d slips found: at most one in a hundred, at least four in five are wanted", alarms, all, caught, slips)
	}
}
