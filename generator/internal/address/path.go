package address

import "strings"

// File is the file that a path is written to.
func File(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// CutFragment parts a path from its fragment, which keeps its #.
func CutFragment(s string) (path, fragment string) {
	if i := strings.IndexByte(s, '#'); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// WithFragment adds a heading's id to a path; an empty id adds nothing.
func WithFragment(path, id string) string {
	if id == "" {
		return path
	}
	return path + "#" + id
}
