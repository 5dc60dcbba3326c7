package markdown

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// exempt is the address that says "not a figure".
const exempt = "figure:none"

// address is where a link leads, without escapes and entities: what a browser
// would make of java&#115;cript: counts.
func address(dest []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(dest))))
}

// unseen are characters that browsers ignore in an address: they read java\tscript:
// as javascript:.
var unseen = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// scheme is what says how an address is to be opened, in small letters; "" for
// a path.
func scheme(dest string) string {
	dest = strings.TrimLeftFunc(unseen.Replace(dest), func(r rune) bool { return r <= ' ' })
	name, _, ok := strings.Cut(strings.ToLower(dest), ":")
	rest := strings.TrimLeft(name, letters)
	if !ok || rest == name || strings.Trim(rest, letters+"0123456789+-.") != "" {
		return ""
	}
	return name
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// isChart says whether the address of an image means a chart.
func isChart(dest string) bool {
	s := scheme(dest)
	return s == "indicator" || s == "group"
}

// isPicture says whether the address of an image may be a picture of the site: it is
// a path.
func isPicture(dest string) bool {
	return dest != "" && scheme(dest) == "" && !strings.HasPrefix(dest, "//") && !strings.HasPrefix(dest, "#")
}

// linkKind is what becomes of a link.
type linkKind int

const (
	refused    linkKind = iota // reported; its words stand without a link
	words                      // the same, as it should be: "not a figure"
	cited                      // a reference: a part of its own
	committed                  // the same
	onSite                     // the same
	onPage                     // HTML
	outside                    // HTML
	background                 // HTML, for another program: mail and phone
)

// kindOf sorts an address by what becomes of a link to it.
func kindOf(dest string) linkKind {
	switch scheme(dest) {
	case "indicator":
		return cited
	case "commitment":
		return committed
	case "http", "https":
		return outside
	case "mailto", "tel":
		return background
	case "":
		if strings.HasPrefix(dest, "#") {
			return onPage
		}
		return onSite
	}
	if dest == exempt {
		return words
	}
	return refused
}

// link renders a link by what it leads to.
func (p *reading) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	dest := address(n.Destination)
	kind := kindOf(dest)
	if p.wide[n] {
		kind = words
	}
	if entering {
		p.checkLink(n, dest, kind)
	}
	out := ""
	switch kind {
	case cited, committed, onSite:
		if entering {
			p.references[n] = true
			p.refs = append(p.refs, p.reference(n, dest, kind))
		}
		out = mark
	case onPage, outside, background:
		out = "</a>"
		if entering {
			out = anchor(dest, kind, address(n.Title))
		}
	}
	_, _ = w.WriteString(out) // memory does not fail
	return ast.WalkContinue, nil
}

// checkLink reports links that lead nowhere or say nothing.
func (p *reading) checkLink(n *ast.Link, dest string, kind linkKind) {
	switch kind {
	case cited, committed: // the page writes what is missing
	case refused:
		p.refuse(n, dest)
	default:
		if p.plain(n) == "" {
			p.report(EmptyLink, n.Pos(), dest)
		}
	}
	if kind == onPage && !p.ids[unescaped(dest[1:])] {
		p.report(UnknownHeading, n.Pos(), dest[1:])
	}
}

// refuse reports an address that cannot be linked to.
func (p *reading) refuse(n ast.Node, dest string) {
	if scheme(dest) == "group" {
		p.report(GroupLink, n.Pos(), dest)
		return
	}
	p.report(BadScheme, n.Pos(), scheme(dest))
}

// reference is the part that a link becomes.
func (p *reading) reference(n *ast.Link, dest string, kind linkKind) Part {
	part := Part{Kind: Link, Text: p.plain(n), Pos: p.pos(n.Pos())}
	switch kind {
	case cited:
		part.Kind = Cite
	case committed:
		part.Kind = Commitment
	}
	if part.Kind != Link {
		_, dest, _ = strings.Cut(dest, ":")
	}
	part.Target, part.Fragment, _ = strings.Cut(dest, "#")
	part.Fragment = unescaped(part.Fragment)
	return part
}

// unescaped is the part of an address after '#' as headings have it; browsers
// copy 总量 as %E6%80%BB%E9%87%8F.
func unescaped(fragment string) string {
	if s, err := url.PathUnescape(fragment); err == nil {
		return s
	}
	return fragment
}

// anchor opens the element of a link. A site outside learns nothing about the
// window that it was opened from.
func anchor(dest string, kind linkKind, title string) string {
	tag := `<a href="` + string(util.EscapeHTML(util.URLEscape([]byte(dest), false))) + `"`
	if kind == outside {
		tag += ` class="external" rel="external noopener"`
	}
	if title != "" {
		tag += ` title="` + string(util.EscapeHTML([]byte(title))) + `"`
	}
	return tag + ">"
}

// autoLink renders <https://…>.
func (p *reading) autoLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	dest, label := string(n.URL(p.src)), string(util.EscapeHTML(n.Label(p.src)))
	if n.AutoLinkType == ast.AutoLinkEmail && scheme(dest) == "" {
		dest = "mailto:" + dest
	}
	switch kind := kindOf(dest); {
	case kind == cited || kind == committed || kind == words:
		p.report(LostReference, n.Pos(), dest)
	case kind != outside && kind != background:
		p.refuse(n, dest)
	case !within(n, ast.KindLink): // links do not nest
		label = anchor(dest, kind, "") + label + "</a>"
	}
	_, _ = w.WriteString(label) // memory does not fail
	return ast.WalkContinue, nil
}

// image renders a chart or a picture of the site's own, and refuses those of others.
func (p *reading) image(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Image)
	if !entering {
		return ast.WalkContinue, nil
	}
	dest := address(n.Destination)
	switch {
	case !isChart(dest) && !isPicture(dest):
		p.report(NoImages, n.Pos(), dest)
	case !p.charts[n]:
		p.report(ChartInText, n.Pos())
	case isPicture(dest):
		if p.plain(n) == "" {
			p.report(NoAlt, n.Pos(), dest)
		}
		p.references[n] = true
		p.refs = append(p.refs, Part{Kind: Picture, Text: p.plain(n), Title: address(n.Title), Target: unescaped(dest), Pos: p.pos(n.Pos())})
		_, _ = w.WriteString(mark + mark) // memory does not fail
	default:
		_, target, _ := strings.Cut(dest, ":")
		p.references[n] = true
		p.refs = append(p.refs, Part{
			Kind: Figure, Text: p.plain(n), Target: target, Group: scheme(dest) == "group", Pos: p.pos(n.Pos()),
		})
		_, _ = w.WriteString(mark + mark) // memory does not fail
	}
	return ast.WalkSkipChildren, nil
}
