package page

import (
	"net/url"
	"strings"
)

// linker writes every link of the site.
//
// A path is relative to the site's root: "" is the home page, "2024/goals/" a
// page, "data/indicators.json" a file. It may end in a #fragment.
type linker struct {
	base string // the configured address without a slash at its end; may be empty
	root string // the path of base, "" for the root of a host
}

func newLinker(base string) linker {
	l := linker{base: base}
	if u, err := url.Parse(base); err == nil {
		l.root = strings.TrimRight(u.EscapedPath(), "/")
	}
	return l
}

// href links from the page at one path to another path.
//
// With a base address, links begin at the root of the host, so that they hold
// on an error page at any depth too. Without one they are relative and name
// index.html: the site then opens from a disk and from any folder of a host.
func (l linker) href(from, to string) string {
	path, fragment := cutFragment(to)
	if path == from && fragment != "" {
		return fragment
	}
	if l.base != "" {
		return l.root + "/" + path + fragment
	}
	return strings.Repeat("../", strings.Count(from, "/")) + fileOf(path) + fragment
}

// absolute is the full address of a path, for readers who come from elsewhere;
// it is empty without a base address.
func (l linker) absolute(path string) string {
	if l.base == "" {
		return ""
	}
	return l.base + "/" + path
}

// fileOf is the file that a path is written to.
func fileOf(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// cutFragment parts a path from its fragment, which keeps its #.
func cutFragment(s string) (path, fragment string) {
	if i := strings.IndexByte(s, '#'); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// withFragment adds a heading's id to a path; an empty id adds nothing.
func withFragment(path, id string) string {
	if id == "" {
		return path
	}
	return path + "#" + id
}
