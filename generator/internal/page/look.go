package page

import (
	"strings"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/theme"
)

// ownerLink is an entry of the menu or a badge that the owner set.
type ownerLink struct {
	anchor
	Outside bool
	Picture *picture // of a badge; nil where it has none
}

// ownStyle is the style sheet with the owner's colours; one without a path where the
// owner set none. Elder mode and high contrast keep those of the theme. As in the theme's
// own sheets, the dark colour is written for a dark system alone: package transpile writes
// it again for readers who choose dark.
func ownStyle(l config.Look) theme.Asset {
	var css strings.Builder
	if c := l.Accent.Value; c != "" {
		css.WriteString(":root { --accent: " + c + "; }\n")
	}
	if c := l.Dark.Value; c != "" {
		css.WriteString("@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) { --accent: " + c + "; } }\n")
	}
	if css.Len() == 0 {
		return theme.Asset{}
	}
	return theme.NewStyle("look", []byte(css.String()))
}

// look sets what the owner adds to every page.
func (f *frame) look() {
	l := f.book.Config.Look
	if f.book.look.Path != "" {
		f.Look = f.fileHref(f.book.look.Path)
	}
	f.Owner = f.SiteTitle
	if l.Name.Zh != "" {
		f.Owner = f.book.say(l.Name)
	}
	f.Logo = f.decor(l.Logo, "")
	for _, line := range l.Footer {
		f.Lines = append(f.Lines, f.book.say(line))
	}
	f.Menu, f.Badges = f.ownerLinks(l.Menu), f.ownerLinks(l.Badges)
}

func (f *frame) ownerLinks(list []config.Link) []ownerLink {
	var links []ownerLink
	for _, l := range list {
		o := ownerLink{anchor: anchor{said: f.book.say(l.Title), Href: l.URL}, Outside: !strings.HasPrefix(l.URL, "/")}
		if path, ok := strings.CutPrefix(l.URL, "/"); ok {
			if strings.HasPrefix(path, "files/") {
				o.Href = f.filePath(path)
			} else {
				o.Href = f.href(withSlash(path))
			}
			o.Current = strings.TrimSuffix(f.path, "/") == strings.TrimSuffix(f.book.Prefix+path, "/") && path != ""
		}
		o.Picture = f.decor(l.Picture, "")
		links = append(links, o)
	}
	return links
}

// withSlash is the address of a page, whether or not the owner wrote its slash.
func withSlash(path string) string {
	page, fragment, more := strings.Cut(path, "#")
	if page != "" && !strings.HasSuffix(page, "/") && !strings.Contains(page, ".") {
		page += "/"
	}
	if more {
		return page + "#" + fragment
	}
	return page
}

// decor is a picture that config.toml names; nil for none. Words stand beside it.
func (f *frame) decor(name, shows string) *picture {
	for _, file := range f.book.Site.Decor {
		if name != "" && strings.TrimPrefix(name, "/") == file.Path {
			return f.ownPicture(model.Picture{File: file, Shows: shows}, nil, "")
		}
	}
	return nil
}

// policePage is the page of a number of 公安备案 in the register of the Ministry of
// Public Security; "" where the number is not written in full.
func policePage(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	if len(digits) != 14 {
		return ""
	}
	return "https://beian.mps.gov.cn/#/query/webSearch?code=" + digits
}
