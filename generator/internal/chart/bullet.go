package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// The parts of a bullet, in pixels.
const (
	bulletLeft  = 12
	bulletRight = 28
	bulletTop   = 6
	scaleHeight = 28
)

// flag is a line down the bullet with its words beside it, on a row of their
// own above the bar.
type flag struct {
	marks []decimal.Decimal
	text  string
	look  *opts.LineStyle // nil: the line is only as high as the row
}

// flags are what a bullet marks: the target, its higher aim and, the version
// that was announced first.
func (p *plot) flags() []flag {
	year := p.year(p.t.Period.Year)
	words := p.pick(year+"目标 ", "Target for "+year+": ") + p.demand(p.t)
	list := []flag{{marks(p.t.Bound), words, stroke(RoleTarget, 3, solid)}}
	if p.t.Stretch.Valid {
		v := p.t.Stretch.Decimal
		list = slices.Insert(list, 0, flag{[]decimal.Decimal{v}, p.stretch() + " " + p.amount(v, p.i), stroke(RoleStretch, 2, dashed)})
	}
	if n := len(p.t.Earlier); n > 0 && len(marks(p.t.Earlier[0])) > 0 {
		list = slices.Insert(list, 0, flag{marks(p.t.Earlier[0]), p.pick("最初目标 ", "First target: ") + p.words.bound(p.t.Earlier[0], p.i), nil})
	}
	return list
}

// bullet draws one target on its scale: where it is met (shaded), the target,
// and the result as a bar from zero. Without a result it says that there is
// none; nothing stands in its place.
func (p *plot) bullet(width int) *sketch {
	pixels := width - bulletLeft - bulletRight
	sc := p.span()
	flags := p.flags()
	row := lineHeight + 8
	var places []spot
	var texts []string
	lines := strip{sc, pixels, bulletRight, allMarks(flags)}
	for _, f := range flags {
		at := lines.beside(f.text, f.marks)
		text := wrap(f.text, max(at.room-labelGap, 4*fontSize))
		row = max(row, lineCount(text)*lineHeight+8)
		places, texts = append(places, at), append(texts, text)
	}
	height := row * (len(flags) + 1)
	s := newSketch(width, bulletTop+height+scaleHeight)
	s.areas = []area{{bulletLeft, bulletRight, bulletTop, height}}
	s.XAxisList = []opts.XAxis{lying(sc, p.i.Unit)}
	s.YAxisList = []opts.YAxis{{Type: "category", Data: make([]string, len(flags)+1), Inverse: opts.Bool(true), Show: opts.Bool(false)}}
	s.add(p.bulletBar(sc, len(flags)))
	for n, f := range flags {
		s.add(f.series(n, places[n], texts[n]))
	}
	s.add(p.bulletWords(lines, len(flags)))
	return s
}

// series is a flag on its row. The shaded area is no ground for colored text.
func (f flag) series(row int, at spot, text string) charts.SingleSeries {
	one := charts.SingleSeries{
		Type: types.ChartScatter, Name: f.text, SymbolSize: 1, ItemStyle: unseen(),
		Data: []point{{Value: []any{value(at.at), row}, Name: f.text, Label: label(RoleText, at.side, text)}},
	}
	if f.look != nil {
		one.MarkLines = markLines(f.look, "xAxis", f.marks...)
		return one
	}
	one.Symbol, one.SymbolSize, one.ItemStyle = "rect", []int{3, lineHeight}, paint(RolePace)
	return one
}

// allMarks are the places of the lines that reach from top to bottom.
func allMarks(flags []flag) []decimal.Decimal {
	var list []decimal.Decimal
	for _, f := range flags {
		if f.look != nil {
			list = append(list, f.marks...)
		}
	}
	slices.SortFunc(list, decimal.Decimal.Compare)
	return list
}

// bulletBar is the result on the last row, and the area where the target is
// met.
func (p *plot) bulletBar(sc scale, row int) charts.SingleSeries {
	data := gaps(row + 1)
	if o := p.judged(); o != nil {
		data[row] = point{Value: value(o.Value), Name: p.when(o)}
	}
	return charts.SingleSeries{
		Type: types.ChartBar, Name: p.result(), BarWidth: "18", ItemStyle: paint(RoleResult), Data: data, MarkAreas: p.metArea(sc),
	}
}

// bulletWords is the label of the last row: the result, or that there is none.
func (p *plot) bulletWords(s strip, row int) charts.SingleSeries {
	text, role := p.none(), RoleMuted
	o := p.judged()
	var at spot
	if o != nil {
		text, role = p.brief(o)+p.pick(" ", ": ")+p.figure(o), RoleText
		if at = s.bar(text, o.Value); at.within {
			role = RoleSurface
		}
	} else {
		spots := []spot{s.spot(s.low, "right")}
		for _, v := range s.lines {
			spots = append(spots, s.spot(v, "right"))
		}
		at = first(text, spots...)
	}
	return charts.SingleSeries{
		Type: types.ChartScatter, Name: text, SymbolSize: 1, ItemStyle: unseen(),
		Data: []point{{Value: []any{value(at.at), row}, Name: text, Label: label(role, at.side, text)}},
	}
}

// metArea shades where the target is met on a scale; nil where the target does
// not say.
func (p *plot) metArea(sc scale) *opts.MarkAreas {
	low, high := goals(p.t.Bound)
	if !low.Valid && !high.Valid {
		return nil
	}
	from, to := sc.low, sc.high
	if low.Valid {
		from = low.Decimal
	}
	if high.Valid {
		to = high.Decimal
	}
	return markArea([2]corner{{"xAxis": value(from)}, {"xAxis": value(to)}})
}

// span is the scale of a bullet: from zero to beyond all that is shown.
func (p *plot) span() scale {
	list := marks(p.t.Bound)
	if p.t.Stretch.Valid {
		list = append(list, p.t.Stretch.Decimal)
	}
	if len(p.t.Earlier) > 0 {
		list = append(list, marks(p.t.Earlier[0])...)
	}
	if o := p.judged(); o != nil {
		list = append(list, o.Value)
	}
	sc := scaleOf(list, true).roomy(list)
	hundred := decimal.NewFromInt(100)
	if p.i.Measure == model.Share && sc.high.GreaterThan(hundred) && decimal.Max(list[0], list[1:]...).LessThanOrEqual(hundred) {
		sc.high = hundred
	}
	return sc
}
