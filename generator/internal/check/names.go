package check

import (
	"net/url"
	"strings"
)

func cutFragment(ref string) (name, fragment string) {
	name, fragment, _ = strings.Cut(ref, "#")
	return name, fragment
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// oneOf gives the member of a closed list that a word names.
func oneOf[T ~string](word string, list []T) (T, bool) {
	for _, t := range list {
		if string(t) == word {
			return t, true
		}
	}
	return "", false
}

// unescaped is a path as its file has it: editors and browsers write %20 for a space.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
