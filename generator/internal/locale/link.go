package locale

import (
	"net/url"
	"strings"

	"reportsite/generator/internal/address"
)

// Linker writes every link of the site. The zero value is that of a site without
// a base address.
//
// A path is relative to the site's root: "" is the home page, "2024/goals/" a
// page, "data/indicators.json" a file. It may end in a #fragment.
type Linker struct {
	base string // the configured address without a slash at its end; may be empty
	root string // the path of base, "" for the root of a host
}

// NewLinker is the writer of links of a site with a base address; "" is none.
func NewLinker(base string) Linker {
	l := Linker{base: base}
	if u, err := url.Parse(base); err == nil {
		l.root = strings.TrimRight(u.EscapedPath(), "/")
	}
	return l
}

// Href links from the page at one path to another path.
//
// With a base address, links begin at the root of the host, so that they hold
// on an error page at any depth too. Without one they are relative and name
// index.html: the site then opens from a disk and from any folder of a host.
func (l Linker) Href(from, to string) string {
	path, fragment := address.CutFragment(to)
	if path == from && fragment != "" {
		return fragment
	}
	if l.base != "" {
		return l.root + "/" + path + fragment
	}
	return strings.Repeat("../", strings.Count(from, "/")) + address.File(path) + fragment
}

// Absolute is the full address of a path, for readers who come from elsewhere;
// it is empty without a base address.
func (l Linker) Absolute(path string) string {
	if l.base == "" {
		return ""
	}
	return l.base + "/" + path
}

// Root is the path of the site on its host, without a slash at its end: "" or
// "/report".
func (l Linker) Root() string { return l.root }

// Base is the site's own address without a slash at its end; "" for none.
func (l Linker) Base() string { return l.base }
