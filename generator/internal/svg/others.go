package svg

import (
	"fmt"
	"time"

	"reportsite/generator/internal/model"
)

// plain writes a target that has no figure: what is asked, large, and why there is
// no scale.
func (d *drawing) plain() {
	top := d.height
	y := top + leading + 4
	const left = 14.0
	lines := func(text, class string) {
		for _, line := range wrap(text, d.width-left) {
			d.put(line, class, spot{left, y - 4, start})
			y += leading
		}
	}
	lines(d.Plain.Head, "m")
	y += 2
	lines(d.Plain.Text, "h")
	y += 2
	lines(d.Plain.Foot, "m")
	d.height = y - leading + 6
	rect(&d.ground, "t", box{0, top + 4, 3, d.height - 2})
}

// tiles draws a row for each section and a tile for each of its targets.
func (d *drawing) tiles() {
	const size, gap = 20.0, 3.0
	names := 0.0
	for _, row := range d.Tiles {
		names = max(names, textWidth(row.Name))
	}
	names = min(names, d.width*0.4) + 12
	y := d.height + 2
	for _, row := range d.Tiles {
		lines := wrap(row.Name, names-12)
		for n, line := range lines {
			d.put(line, "", spot{0, y + ascent + 4 + float64(n)*leading, start})
		}
		x, at := names, y
		for _, tile := range row.Tiles {
			if x+size > d.width {
				x, at = names, at+size+gap
			}
			b := box{x, at, x + size, at + size}
			d.marks = append(d.marks, mark{class: tile.Status, kind: aTile, box: b, title: tile.Name, symbol: tile.Symbol})
			d.taken = append(d.taken, b)
			x += size + gap
		}
		y = max(at+size, y+float64(len(lines))*leading) + 6
	}
	d.height = y
}

// timeline draws a row for each commitment, with its events and the day that it
// is due.
func (d *drawing) timeline() {
	from, to := d.span()
	left := 8.0
	if d.wide {
		for _, m := range d.Dates {
			left = max(left, textWidth(m.Name))
		}
		left = min(left, d.width*0.4) + 14
	}
	right := d.width - 10
	at := func(day model.Date) float64 {
		return left + (right-left)*float64(days(day)-from)/float64(to-from)
	}
	top, y := d.height, d.height
	late := false
	for _, m := range d.Dates {
		most := left - 14
		if !d.wide {
			most = d.width
		}
		name := wrap(m.Name, most)
		high := max(24, float64(len(name))*leading+8)
		mid := y + high/2
		if !d.wide {
			mid = y + float64(len(name))*leading + 12
			high = float64(len(name))*leading + 28
		}
		for n, line := range name {
			line0 := mid - float64(len(name))*leading/2 + ascent + 2
			if !d.wide {
				line0 = y + ascent + 3
			}
			d.put(line, "", spot{0, line0 + float64(n)*leading, start})
		}
		d.grid = append(d.grid, segment{left, mid, right, mid})
		for _, e := range m.Events {
			d.dot("r", at(e.Date), mid, 4.5)
		}
		if !m.Due.IsZero() {
			d.triangle("t", at(m.Due), mid, 5)
			late = true
		}
		y += high
	}
	d.height = y
	d.months(top, from, to, left, right)
	d.explain(key{"r", 'o', d.pick("进展", "event")})
	if late {
		d.explain(key{"t", 't', d.pick("时限", "due")})
	}
}

// span is the time of all dates, in days, whole months.
func (d *drawing) span() (from, to int) {
	var first, last model.Date
	see := func(day model.Date) {
		if day.IsZero() {
			return
		}
		if first.IsZero() || day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	for _, m := range d.Dates {
		see(m.Due)
		for _, e := range m.Events {
			see(e.Date)
		}
	}
	return days(model.Date{Year: first.Year, Month: first.Month, Day: 1}), days(model.Date{Year: last.Year, Month: last.Month + 1, Day: 1})
}

// days counts the days of the calendar; a month of 13 is January.
func days(d model.Date) int {
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// months draws the axis of a timeline: as many months, quarters or years as fit.
func (d *drawing) months(top float64, from, to int, left, right float64) {
	first := time.Unix(int64(from)*24*60*60, 0).UTC()
	count := (to - from) / 28
	step := 1
	for _, s := range []int{1, 2, 3, 6, 12, 24, 60, 120} {
		if step = s; (right-left)*float64(s)/float64(count) > 62 {
			break
		}
	}
	d.line("a", segment{left, d.height, right, d.height})
	year := 0
	for n := 0; ; n++ {
		day := time.Date(first.Year(), first.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		at := int(day.Unix() / (24 * 60 * 60))
		if at > to {
			break
		}
		if (int(day.Month())-1)%min(step, 12) != 0 || step > 12 && day.Year()%(step/12) != 0 {
			continue
		}
		x := left + (right-left)*float64(at-from)/float64(to-from)
		d.grid = append(d.grid, segment{x, top, x, d.height + 4})
		text := d.pick(fmt.Sprintf("%d月", day.Month()), day.Month().String()[:3])
		if day.Year() != year || step >= 12 {
			year, text = day.Year(), fmt.Sprint(day.Year())
			if step < 12 {
				text = d.pick(fmt.Sprintf("%d年%d月", day.Year(), day.Month()), day.Month().String()[:3]+" "+fmt.Sprint(day.Year()))
			}
		}
		d.place(text, "m", spot{x, d.height + leading, middle})
	}
	d.height += leading + 6
}
