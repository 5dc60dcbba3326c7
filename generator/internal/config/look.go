package config

import (
	"math"
	"strconv"
	"strings"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// Look is what the owner of a site sets of its looks. The zero value is the theme's.
type Look struct {
	Name   model.Text // at the head of every page, instead of the title
	Logo   string     // a picture of content/files: "files/logo.svg"
	Accent Colour     // on light pages
	Dark   Colour     // on dark pages
	Footer []model.Text
	Menu   []Link // entries after the site's own
	Badges []Link // at the foot of every page

	LogoPos diag.Pos
}

// Link is an entry of the menu or a badge.
type Link struct {
	Title   model.Text
	URL     string // of another site, or a path of this one that begins with /
	Picture string // of a badge, of content/files; may be empty
	Pos     diag.Pos
}

// Colour is a colour as of CSS, with six hexadecimal digits: "#14477a". "" is none.
type Colour struct {
	Value string
	Pos   diag.Pos
}

// LeastContrast is what text must have with what is behind it (WCAG 2.2, 1.4.3).
const LeastContrast = 4.5

// Contrast is the ratio of two colours by WCAG 2.2, 1 to 21; 0 where one is none.
func Contrast(a, b string) float64 {
	x, okX := luminance(a)
	y, okY := luminance(b)
	if !okX || !okY {
		return 0
	}
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// luminance is how light a colour is, 0 to 1.
func luminance(colour string) (float64, bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil || len(colour) != 7 || colour[0] != '#' {
		return 0, false
	}
	part := func(shift int) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0), true
}

// lookFile is [look] as written.
type lookFile struct {
	Name       string   `toml:"name"`
	NameEn     string   `toml:"name_en"`
	Logo       string   `toml:"logo"`
	Accent     string   `toml:"accent"`
	AccentDark string   `toml:"accent_dark"`
	Footer     []string `toml:"footer"`
	FooterEn   []string `toml:"footer_en"`
}

// linkFile is a table of [menu] or [badge]; its name is of the editors' choice.
type linkFile struct {
	Title   string `toml:"title"`
	TitleEn string `toml:"title_en"`
	URL     string `toml:"url"`
	Picture string `toml:"picture"`
}

// look reads [look], [menu] and [badge].
func (r *reader) look() Look {
	l := Look{Name: model.Text{Zh: r.Look.Name, En: r.Look.NameEn}, Logo: r.Look.Logo, LogoPos: r.doc.Pos("look", "logo")}
	for _, c := range []struct {
		key, value string
		to         *Colour
	}{{"accent", r.Look.Accent, &l.Accent}, {"accent_dark", r.Look.AccentDark, &l.Dark}} {
		*c.to = Colour{strings.ToLower(c.value), r.doc.Pos("look", c.key)}
		if _, ok := luminance(c.to.Value); !ok && c.value != "" {
			r.report(BadColour.At(c.to.Pos, c.value))
			c.to.Value = ""
		}
	}
	if n := len(r.Look.FooterEn); n > 0 && n != len(r.Look.Footer) {
		r.report(FooterLines.At(r.doc.Pos("look", "footer_en"), n, len(r.Look.Footer)))
	}
	for n, line := range r.Look.Footer {
		text := model.Text{Zh: line}
		if n < len(r.Look.FooterEn) {
			text.En = r.Look.FooterEn[n]
		}
		l.Footer = append(l.Footer, text)
	}
	l.Menu = r.links("menu", r.Menu)
	l.Badges = r.links("badge", r.Badge)
	return l
}

func (r *reader) links(table string, rows map[string]linkFile) (list []Link) {
	for _, id := range r.doc.Keys(table) {
		row := rows[id]
		link := Link{Title: model.Text{Zh: row.Title, En: row.TitleEn}, URL: row.URL, Picture: row.Picture, Pos: r.doc.Pos(table, id, "url")}
		inside := strings.HasPrefix(row.URL, "/") && !strings.HasPrefix(row.URL, "//")
		switch {
		case row.Title == "" || row.URL == "":
			r.report(LinkParts.At(r.doc.Pos(table, id), id))
		case !inside && !webAddress(row.URL):
			r.report(LinkURL.At(link.Pos, row.URL))
		default:
			list = append(list, link)
		}
	}
	return list
}
