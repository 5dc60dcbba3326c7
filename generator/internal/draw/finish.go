package draw

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// check refuses a job that no good picture can be made of.
func (j Job) check() error {
	if j.Width < 1 || j.Height < 1 {
		return fmt.Errorf("no picture can be %d by %d pixels", j.Width, j.Height)
	}
	// The id stands in id attributes, in url(#…) and in lists of ids.
	for i, r := range j.ID {
		letter := unicode.IsLetter(r)
		if !letter && (i == 0 || !unicode.IsDigit(r) && r != '-' && r != '_') {
			return fmt.Errorf("id %q: use letters, digits, - and _, and begin with a letter", j.ID)
		}
	}
	if j.ID == "" {
		return errors.New("a picture needs an id")
	}
	return nil
}

// finish makes a drawing of ECharts or of the fallback fit to stand in a page.
// The package's comment says what that means.
func finish(raw []byte, job Job, c colors) ([]byte, error) {
	root, err := parse(raw)
	if err != nil {
		return nil, err
	}
	if err := root.tidy(); err != nil {
		return nil, err
	}
	root.prune(job)
	if err := root.rename(job.ID); err != nil {
		return nil, err
	}
	root.recolor(c)
	root.introduce(job)
	var b bytes.Buffer
	b.Grow(len(raw))
	root.write(&b)
	return b.Bytes(), nil
}

// tidy brings the attributes of the element and of all in it into their final
// form and drops those that a picture in a page has no use for.
func (n *node) tidy() error {
	atts := n.atts
	n.atts = make([]attr, 0, len(atts))
	for _, a := range atts {
		for _, a := range presentation(a) {
			if err := n.set(a); err != nil {
				return err
			}
		}
	}
	for _, kid := range n.kids {
		if err := kid.tidy(); err != nil {
			return err
		}
	}
	return nil
}

// set adds an attribute if pictures have it.
func (n *node) set(a attr) error {
	form, ok := forms[a.name]
	if !ok {
		return nil
	}
	value, ok := form(a.value)
	if !ok {
		return fmt.Errorf("<%s %s=%q> is not understood", n.name, a.name, a.value)
	}
	if value != "" {
		n.atts = slices.DeleteFunc(n.atts, func(b attr) bool { return b.name == a.name })
		n.atts = append(n.atts, attr{a.name, value})
	}
	return nil
}

// prune removes what cannot be seen: the background, over which the page's own
// shows, and the areas that only catch the mouse.
func (n *node) prune(job Job) {
	if n.name == "clipPath" {
		return // its shapes count although they are not painted
	}
	for _, kid := range n.kids {
		kid.prune(job)
	}
	n.kids = slices.DeleteFunc(n.kids, func(kid *node) bool {
		return kid.unpainted() || n.name == "svg" && kid.covers(job)
	})
}

func (n *node) unpainted() bool {
	switch n.name {
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		return n.clear("fill", "fill-opacity", true) && n.clear("stroke", "stroke-opacity", false)
	case "text":
		return strings.TrimSpace(n.text) == ""
	case "g", "defs":
		return len(n.kids) == 0
	}
	return false
}

// clear reports whether a paint leaves no trace.
func (n *node) clear(paint, opacity string, painted bool) bool {
	if v, ok := n.get(paint); ok {
		painted = v != "none" && v != "transparent"
	}
	if v, ok := n.get(opacity); ok && v == "0" {
		painted = false
	}
	if v, ok := n.get("stroke-width"); ok && v == "0" && paint == "stroke" {
		painted = false
	}
	return !painted
}

// covers reports whether the element is a rectangle of the picture's size.
func (n *node) covers(job Job) bool {
	w, _ := n.get("width")
	h, _ := n.get("height")
	x, _ := n.get("x")
	y, _ := n.get("y")
	_, outlined := n.get("stroke")
	return n.name == "rect" && !outlined && w == strconv.Itoa(job.Width) && h == strconv.Itoa(job.Height) &&
		(x == "0" || x == "") && (y == "0" || y == "")
}

// rename gives every id that is referred to a name of the form prefix-1,
// prefix-2 … in the order of the drawing, so that it depends neither on the
// pictures drawn before nor clashes with another one in the page.
func (n *node) rename(prefix string) error {
	names := map[string]string{}
	n.each(func(n *node) {
		for i, a := range n.atts {
			if old, ok := target(a.value); ok {
				if names[old] == "" {
					names[old] = prefix + "-" + strconv.Itoa(len(names)+1)
				}
				n.atts[i].value = "url(#" + names[old] + ")"
			}
		}
	})
	missing := len(names)
	n.each(func(n *node) {
		n.atts = slices.DeleteFunc(n.atts, func(a attr) bool { return a.name == "id" && names[a.value] == "" })
		for i, a := range n.atts {
			if a.name == "id" {
				n.atts[i].value = names[a.value]
				delete(names, a.value)
				missing--
			}
		}
	})
	if missing > 0 {
		return errors.New("the drawing refers to a part that it does not have")
	}
	return nil
}

// introduce gives the root element its attributes, title and description.
func (n *node) introduce(job Job) {
	w, h := strconv.Itoa(job.Width), strconv.Itoa(job.Height)
	n.atts = []attr{
		{"xmlns", "http://www.w3.org/2000/svg"},
		{"viewBox", "0 0 " + w + " " + h}, {"width", w}, {"height", h},
		{"font-family", "sans-serif"},
	}
	var labels []string
	var kids []*node
	for _, part := range []struct{ name, text string }{{"title", job.Title}, {"desc", job.Desc}} {
		if part.text != "" {
			id := job.ID + "-" + part.name
			labels = append(labels, id)
			kids = append(kids, &node{name: part.name, atts: []attr{{"id", id}}, text: part.text})
		}
	}
	if len(labels) == 0 {
		n.atts = append(n.atts, attr{"aria-hidden", "true"})
		return
	}
	n.atts = append(n.atts, attr{"role", "img"}, attr{"aria-labelledby", strings.Join(labels, " ")})
	n.kids = append(kids, n.kids...)
}

// each calls f for the element and for all in it, in the order of the drawing.
func (n *node) each(f func(*node)) {
	f(n)
	for _, kid := range n.kids {
		kid.each(f)
	}
}
