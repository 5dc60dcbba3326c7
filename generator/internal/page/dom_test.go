package page

import (
	"strings"

	"golang.org/x/net/html"
)

// byLink finds the elements of a kind that link to an indicator's page, by its id.
func byLink(page *html.Node, tag string) map[string]*html.Node {
	found := map[string]*html.Node{}
	for _, node := range elements(page, tag) {
		for _, id := range linked(node) {
			found[id] = node
		}
	}
	return found
}

// linked are the ids of the indicators to whose pages an element links.
func linked(node *html.Node) (ids []string) {
	for _, link := range elements(node, "a") {
		parts := strings.Split(attr(link, "href"), "/")
		for n, part := range parts {
			if part == "indicators" && n+1 < len(parts) && parts[n+1] != "index.html" {
				ids = append(ids, parts[n+1])
			}
		}
	}
	return ids
}

func elements(n *html.Node, tag string) (list []*html.Node) {
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			list = append(list, d)
		}
	}
	return list
}

// firstOf is the first element of a kind and class, or labelled by an id.
func firstOf(n *html.Node, tag, class string, labelledBy ...string) *html.Node {
	for _, d := range elements(n, tag) {
		if len(labelledBy) > 0 && attr(d, "aria-labelledby") == labelledBy[0] || class != "" && strings.Contains(" "+attr(d, "class")+" ", " "+class+" ") {
			return d
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	if n == nil {
		return "(missing)"
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// cell is the cell of a row with a label; nil where it has none.
func cell(row *html.Node, label string) *html.Node {
	for _, d := range elements(row, "td") {
		if attr(d, "data-label") == label {
			return d
		}
	}
	return nil
}

// textsOf are the texts of the elements of a kind.
func textsOf(n *html.Node, tag string) (list []string) {
	for _, d := range elements(n, tag) {
		list = append(list, strings.Join(strings.Fields(textOf(d)), " "))
	}
	return list
}
