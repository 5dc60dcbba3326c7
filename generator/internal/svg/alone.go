package svg

import (
	"bytes"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
)

// Credit is what a drawing says of itself where it stands without a page.
type Credit struct {
	Site   string // 荆门高新区年度工作目标
	Source string // where the figures were published; may be empty
	Date   string // the day on which they stand; may be empty
}

const margin = 16.0

// Alone draws a chart as a file that stands for itself: colors, title, unit,
// source, date and the site's name are in it. It is nil where there is nothing to
// draw.
func Alone(c *chart.Chart, credit Credit) []byte {
	d := newDrawing(c, Sizes[Wide].width)
	if d == nil {
		return nil
	}
	var head, foot canvas
	head.width, foot.width = d.width, d.width
	y := 0.0
	for _, line := range wrap(c.Title, d.width*0.78) {
		y += 24
		head.put(line, "x", spot{0, y - 6, start})
	}
	if c.Subtitle != c.Title {
		for _, line := range wrap(c.Subtitle, d.width) {
			y += leading + 2
			head.put(line, "m", spot{0, y - 5, start})
		}
	}
	head.height = y + 6
	y = 6
	for _, text := range []string{credit.Words(c.Lang), credit.Site} {
		for _, line := range wrap(text, d.width) {
			if line != "" {
				y += leading
				foot.put(line, "m", spot{0, y, start})
			}
		}
	}
	foot.height = y + 4
	return framed(d, &head, &foot, c)
}

// Words are the source and the date in a language; "" where neither is known.
func (c Credit) Words(l model.Lang) string {
	pick := func(zh, en string) string {
		if l == model.English {
			return en
		}
		return zh
	}
	source := ""
	if c.Source != "" {
		source = pick("来源：", "Source: ") + c.Source
	}
	if c.Date != "" {
		source = joinedBy(source, pick("数据截至", "as of ")+c.Date, pick("，", ", "))
	}
	return source
}

func joinedBy(a, b, by string) string {
	if a == "" {
		return b
	}
	return a + by + b
}

// framed puts head, drawing and foot below one another onto a ground.
func framed(d *drawing, head, foot *canvas, c *chart.Chart) []byte {
	w, h := d.width+2*margin, head.height+d.height+foot.height+2*margin
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `)
	num(&b, w)
	b.WriteByte(' ')
	num(&b, h)
	b.WriteByte('"')
	attr(&b, "width", w)
	attr(&b, "height", h)
	b.WriteString(` role="img"><title>`)
	escape(&b, c.Title)
	b.WriteString("</title><desc>")
	escape(&b, c.Text)
	b.WriteString("</desc><style>\nsvg {font-family: ")
	b.WriteString(`system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif}` + "\n")
	b.WriteString(Style("", chart.Role.Hex))
	b.WriteString(".x {font-size: 18px; font-weight: 600}\n</style>\n")
	(&mark{class: "z", kind: aRect, box: box{0, 0, w, h}}).write(&b)
	y := margin
	for _, part := range []*canvas{head, &d.canvas, foot} {
		b.WriteString(`<g transform="translate(`)
		num(&b, margin)
		b.WriteByte(' ')
		num(&b, y)
		b.WriteString(`)">`)
		part.write(&b)
		b.WriteString("</g>\n")
		y += part.height
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}
