package check

import (
	"path"
	"regexp"
	"strings"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

// formerForm is an address of a page: letters of any script, digits, - and _.
var formerForm = regexp.MustCompile(`^/(?:[\pL\pM\pN_][\pL\pM\pN_.-]*/)+$`)

// readFormer reads the addresses that pages had before. They are compared with all
// addresses of the site, and with each other.
func (c *checker) readFormer(tree *source.Tree) {
	a := former{checker: c, owners: map[string]string{}}
	for _, s := range tree.Indicators {
		i := c.indicators[s.ID]
		i.Former = a.read(s.Former, address.Indicator(i), s.At("former"))
	}
	for _, e := range tree.Editions {
		ed := c.editionOf(e)
		if e.Report == nil || ed == nil {
			continue
		}
		for n, s := range e.Sections {
			sec := ed.Sections[n]
			sec.Former = a.read(s.Front.Former, address.Section(sec), s.Doc.Pos("former"))
		}
	}
	pages := map[string]*model.Page{}
	for _, p := range c.site.Pages {
		pages[p.ID] = p
	}
	for _, s := range tree.Pages {
		p := pages[s.ID]
		p.Former = a.read(s.Front.Former, address.Prose(p), s.Doc.Pos("former"))
	}
}

// former are the addresses that were read, with the page that each leads to.
type former struct {
	*checker
	owners map[string]string
}

func (a *former) read(list []string, own string, pos diag.Pos) []string {
	var good []string
	for _, written := range list {
		full := strings.TrimSuffix(written, "/") + "/"
		if !formerForm.MatchString(full) || path.Clean(full)+"/" != full {
			a.report(FormerForm.At(pos, written))
			continue
		}
		name := strings.TrimPrefix(full, "/")
		first, _, _ := strings.Cut(name, "/")
		taken := address.PageName(first)
		switch other := a.owners[strings.ToLower(name)]; {
		case other != "":
			a.report(FormerTaken.At(pos, written, "/"+other))
		case a.paths[name] || a.paths[strings.TrimSuffix(name, "/")]:
			a.report(FormerTaken.At(pos, written, "/"+name))
		case taken == address.TakenByFiles || taken == address.TakenByLanguage || address.IsShared(name):
			a.report(FormerTaken.At(pos, written, message.ID(taken)))
		default:
			a.owners[strings.ToLower(name)] = own
			good = append(good, name)
		}
	}
	return good
}
