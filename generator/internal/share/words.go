package share

import (
	"fmt"
	"image/color"
	"strings"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/typeset"
)

// accent is the color of the site's name, as in the light theme.
const accent = "#14477a"

// head draws the site's name and the title, smaller the longer it is.
func (p *picture) head() error {
	p.y = 36
	if p.Site != "" {
		if err := p.oneLine(p.Site, 70, 28, bold, hex(accent)); err != nil {
			return err
		}
		p.y = 96
	}
	return p.block(p.Title, p.layout.title, after([]float64{60, 56, 52, 46, 42, 38, 36}, p.layout.smaller), bold, roleColor(chart.RoleText))
}

// large are the sizes of what a picture is about.
var large = []float64{88, 76, 64, 56, 48, 44, 40, 36, 32, 28}

// words draws the figure, its time, the target and the verdict one below the
// other; without a figure the target takes its place.
func (p *picture) words() error {
	wide := p.layout.words.wide
	p.y += 18
	label, text, ink, below := p.When, p.Figure, chart.RoleResult, p.Aim
	if p.Figure == "" {
		label, text, ink, below = p.Aim, p.Target, chart.RoleTarget, ""
	}
	if below != "" && p.Target != "" {
		below += map[bool]string{true: ": ", false: "："}[p.Lang == model.English] + p.Target
	}
	if err := p.block(label, room{wide, 2}, after([]float64{28, 26, 24}, p.layout.smaller), regular, roleColor(chart.RoleMuted)); err != nil {
		return err
	}
	most := room{wide, 1}
	if typeset.Width(text) > 14*typeset.Em {
		most = p.layout.words
	}
	if err := p.block(text, most, after(large, p.layout.smaller/2), bold, roleColor(ink)); err != nil {
		return err
	}
	aside, err := p.badgeAside(wide)
	if err != nil {
		return err
	}
	p.y += 4
	if err := p.block(below, p.layout.words, after([]float64{34, 32, 30, 28, 26, 24}, p.layout.smaller), regular, roleColor(chart.RoleText)); err != nil {
		return err
	}
	p.y += 14
	if p.Verdict != nil && !aside {
		b, err := p.newBadge()
		if err != nil {
			return err
		}
		if p.layout.cuts {
			p.y = min(p.y, bodyEnd-badgeHigh)
		}
		p.drawBadge(b, edge, p.y)
		p.y += badgeHigh
	}
	return p.counts(wide)
}

// badgeAside draws the verdict beside the figure where there is room, so that a
// chart below has more; false where there is none.
func (p *picture) badgeAside(wide float64) (bool, error) {
	if p.Verdict == nil || wide < right-edge {
		return false, nil
	}
	b, err := p.newBadge()
	x := edge + p.last.width + 32
	if err != nil || p.last.lines != 1 || x+b.wide > right {
		return false, err
	}
	p.drawBadge(b, x, p.y-p.last.size*0.63-badgeHigh/2)
	return true, nil
}

// The measures of a badge.
const badgeSize, badgeHigh, badgePad = 30.0, 54.0, 22.0

// badge is a verdict as a word on its color.
type badge struct {
	line
	wide float64
}

func (p *picture) newBadge() (badge, error) {
	l, err := p.fonts.line(p.Verdict.Word, badgeSize, bold)
	return badge{l, l.width + 2*badgePad}, err
}

func (p *picture) drawBadge(b badge, x, y float64) {
	p.fill(rounded(x, y, x+b.wide, y+badgeHigh, 8), statusColor(p.Verdict.Status))
	p.draw(b.line, x+badgePad, y+badgeHigh/2+badgeSize*0.36, badgeSize, roleColor(chart.RoleSurface))
}

// counts draws how many targets have each status: a bar, and a line for each.
func (p *picture) counts(wide float64) error {
	sum := 0
	for _, v := range p.Counts {
		sum += v.N
	}
	if sum == 0 {
		return nil
	}
	x := edge
	for _, v := range p.Counts {
		w := wide * float64(v.N) / float64(sum)
		p.fill(rectangle(x, p.y, max(x+w-3, x+2), p.y+44), statusColor(v.Status))
		x += w
	}
	p.y += 44 + 14
	defer func() { p.y += 40 }()
	const size, gap = 32.0, 40.0
	x = edge
	for _, v := range p.Counts {
		l, err := p.fonts.line(fmt.Sprintf("%s %d", v.Word, v.N), size, regular)
		if err != nil {
			return err
		}
		if x > edge && x+30+l.width > edge+wide {
			x, p.y = edge, p.y+size*1.5
		}
		p.fill(rectangle(x, p.y+8, x+20, p.y+28), statusColor(v.Status))
		p.draw(l, x+30, p.y+size, size, roleColor(chart.RoleText))
		x += 30 + l.width + gap
	}
	return nil
}

// room is where a block of text has to fit.
type room struct {
	wide  float64
	lines int
}

// block draws a text in the largest of some sizes in which it fits, in the
// smallest one with its end left out if it must be.
func (p *picture) block(text string, r room, sizes []float64, w weight, ink color.RGBA) error {
	if text == "" {
		return nil
	}
	var lines []string
	var size float64
	for _, size = range sizes {
		var err error
		if lines, err = p.wrap(text, r.wide, size, w); err != nil {
			return err
		}
		if len(lines) <= r.lines {
			break
		}
	}
	if len(lines) > r.lines {
		p.cut = true
		rest := strings.Join(lines[r.lines-1:], "")
		lines = append(lines[:r.lines-1], typeset.Cut(rest, ems(r.wide, size)))
	}
	p.last.lines, p.last.size = len(lines), size
	for _, text := range lines {
		l, err := p.fonts.line(text, size, w)
		if err != nil {
			return err
		}
		p.y += size * 1.3
		p.draw(l, edge, p.y-size*0.28, size, ink)
		p.last.width = l.width
	}
	return nil
}

// after leaves the largest sizes out, but never all of them.
func after(sizes []float64, n int) []float64 { return sizes[min(n, len(sizes)-1):] }

// wrap breaks a text into lines; one that fits by the font's own widths, which
// are not those of a browser's, stays whole.
func (p *picture) wrap(text string, wide, size float64, w weight) ([]string, error) {
	if l, err := p.fonts.line(text, size, w); err != nil || l.width <= wide {
		return []string{text}, err
	}
	return typeset.Wrap(text, ems(wide, size)), nil
}

func ems(wide, size float64) int { return int(wide * typeset.Em / size) }

// oneLine draws a text on one line, with its end left out where it is too long.
func (p *picture) oneLine(text string, y, size float64, w weight, ink color.RGBA) error {
	const wide = right - edge
	l, err := p.fonts.line(text, size, w)
	if err == nil && l.width > wide {
		l, err = p.fonts.line(typeset.Cut(text, ems(wide, size)), size, w)
	}
	if err != nil {
		return err
	}
	p.draw(l, edge, y, size, ink)
	return nil
}
