package svg

import (
	"slices"

	"reportsite/generator/internal/chart"
)

// rows draws named rows: with the names beside them where there is room, else
// above.
func (g *barsDrawing) rows() {
	found := slices.ContainsFunc(g.Rows, func(r chart.Bar) bool { return r.Result.Value.Valid })
	names, words := 0.0, 0.0
	for n := range g.Rows {
		names = max(names, textWidth(g.Rows[n].Name))
		for _, line := range g.words(&g.Rows[n], found) {
			words = max(words, textWidth(line))
		}
	}
	names = min(names, g.width*0.28) + 12
	words = min(words, g.width*0.32) + 12
	g.lay(names, g.width-words)
	if !g.wide {
		g.lay(8, g.width-14)
	}
	for n := range g.Rows {
		if g.wide {
			g.besideRow(&g.Rows[n], found, names, words)
		} else {
			g.stackedRow(&g.Rows[n], found)
		}
	}
	g.height = g.scaleBelow(g.height-2) + 12
	if found {
		g.explain(key{"r", 'b', g.pick("结果", "result")})
	}
	for _, r := range g.Rows {
		for _, goal := range r.Goals {
			if len(goal.At) > 0 && goal.Role == chart.RoleTarget {
				g.explain(key{"t", 'i', g.pick("目标", "target")})
			}
		}
		if r.Due != nil {
			g.explain(key{"v", 'v', g.pick("按时间应完成", "due by now")})
		}
		if len(r.Context) > 0 {
			g.explain(key{"p r", 'o', g.pick("此前结果", "earlier result")})
		}
	}
}

// words say what a row shows.
func (g *barsDrawing) words(r *chart.Bar, results bool) []string {
	var list []string
	colon := g.pick(" ", ": ")
	switch {
	case r.Target != "" && results:
		list = append(list, g.pick("目标", "target")+colon+r.Target)
	case r.Target != "":
		list = append(list, r.Target)
	}
	if r.Result.Label != "" {
		return append(list, r.Result.When+colon+g.valueText(r.Result))
	}
	if len(r.Context) > 0 { // what is known from before, instead of nothing
		return append(list, r.Context[0].When+colon+g.valueText(r.Context[0]))
	}
	if results || r.Target == "" {
		list = append(list, r.None)
	}
	return list
}

// besideRow draws a row with its name on the left and its words on the right.
func (g *barsDrawing) besideRow(r *chart.Bar, results bool, names, words float64) {
	name := wrap(r.Name, names-12)
	var said []string
	for _, line := range g.words(r, results) {
		said = append(said, wrap(line, words-12)...)
	}
	height := max(track, float64(max(len(name), len(said)))*leading) + 14
	mid := g.height + height/2
	block := func(lines []string, class string, x float64) {
		y := mid - float64(len(lines))*leading/2 + ascent + 2
		for _, line := range lines {
			g.put(line, class, spot{x, y, start})
			y += leading
		}
	}
	g.trackOf(r, mid-track/2)
	block(name, "", 0)
	block(said, "m", g.width-words+12)
	g.height += height
}

// stackedRow draws a row with its name above and its words below.
func (g *barsDrawing) stackedRow(r *chart.Bar, results bool) {
	y := g.height + 4
	for _, line := range wrap(r.Name, g.width) {
		y += leading
		g.put(line, "h", spot{0, y - 4, start})
	}
	g.trackOf(r, y+1)
	y += track + 1
	said := g.words(r, results)
	if all := join(said, g.pick("；", "; ")); textWidth(all) <= g.width {
		said = []string{all}
	}
	for _, text := range said {
		for _, line := range wrap(text, g.width) {
			y += leading
			g.put(line, "m", spot{0, y - 3, start})
		}
	}
	g.height = y + 8
}

func join(list []string, by string) string {
	out := ""
	for n, s := range list {
		if n > 0 {
			out += by
		}
		out += s
	}
	return out
}
