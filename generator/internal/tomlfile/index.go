package tomlfile

import "strconv"

// index holds where the keys of a document stand. The library does not export
// positions and has none for the elements of an array, so the text is scanned here
// once more.
type index struct {
	nodes []node // nodes[0] is the document itself
	child map[edge]int
}

// node is a key, or an element of an array, whose name is its number.
type node struct {
	parent int
	name   string
	key    span // the name where it is first written; for an element, the value
	value  span // a string without its quotes; for a table, its name
	items  int  // elements of an array
}

// edge leads from a node to the one below it.
type edge struct {
	parent int
	name   string
}

// span is a part of the text, from start up to but without end, in bytes.
type span struct{ start, end int }

func (x *index) find(keys []string) (node, bool) {
	n, ok := x.lookup(keys)
	return x.nodes[n], ok && n > 0
}

func (x *index) lookup(keys []string) (n int, ok bool) {
	for _, k := range keys {
		if n, ok = x.child[edge{n, k}]; !ok {
			return 0, false
		}
	}
	return n, true
}

func (x *index) names(keys []string) (list []string) {
	table, ok := x.lookup(keys)
	if !ok {
		return nil
	}
	for _, n := range x.nodes[1:] {
		if n.parent == table {
			list = append(list, n.name)
		}
	}
	return list
}

// enter returns the node below parent with that name; it is made when it is
// first met.
func (x *index) enter(parent int, name string, key span) int {
	e := edge{parent, name}
	n, ok := x.child[e]
	if !ok {
		n = len(x.nodes)
		x.nodes = append(x.nodes, node{parent: parent, name: name, key: key, value: key})
		x.child[e] = n
	}
	return n
}

// element returns the node of the next element of an array.
func (x *index) element(array int, at span) int {
	name := strconv.Itoa(x.nodes[array].items)
	x.nodes[array].items++
	return x.enter(array, name, at)
}

// last is the table that further keys of n go into: the newest element where
// n is an array of tables.
func (x *index) last(n int) int {
	if items := x.nodes[n].items; items > 0 {
		return x.child[edge{n, strconv.Itoa(items - 1)}]
	}
	return n
}
