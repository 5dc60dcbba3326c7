package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

var (
	fence    = regexp.MustCompile("(?ms)^ *(`{3,})[^`\n]*\n.*?^ *`{3,}$")
	inCode   = regexp.MustCompile("`[^`\n]*`")
	mdLink   = regexp.MustCompile(`[^\\]\]\(([^)\s]+)\)`)
	mdHead   = regexp.MustCompile(`(?m)^#{1,6} +(.+)$`)
	mdScheme = regexp.MustCompile(`^[a-z]+:`)
)

// Links between the documents lead to files and headings that exist.
func TestDocumentLinks(t *testing.T) {
	docs := []string{"README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "generator/README.md"}
	more, err := filepath.Glob("../docs/*.md")
	if err != nil || len(more) == 0 {
		t.Fatalf("found no documents: %v", err)
	}
	for _, name := range more {
		docs = append(docs, "docs/"+filepath.Base(name))
	}
	for _, doc := range docs {
		text := fence.ReplaceAllString(readDoc(t, doc), "")
		for _, m := range mdLink.FindAllStringSubmatch(inCode.ReplaceAllString(text, ""), -1) {
			if mdScheme.MatchString(m[1]) {
				continue
			}
			file, fragment, _ := strings.Cut(m[1], "#")
			target := doc
			if file != "" {
				target = path.Join(path.Dir(doc), file)
			}
			if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(target))); err != nil {
				t.Errorf("%s: the link %s leads to no file", doc, m[1])
				continue
			}
			if fragment != "" && !hasHeading(readDoc(t, target), fragment) {
				t.Errorf("%s: the link %s leads to no heading", doc, m[1])
			}
		}
	}
}

// hasHeading reports whether a heading of the text gets this id where Markdown
// is shown on code hosts.
func hasHeading(text, id string) bool {
	for _, m := range mdHead.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		if slug(m[1]) == id {
			return true
		}
	}
	return false
}

// slug is the id of a heading: small letters, hyphens for spaces, no punctuation.
func slug(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(heading))
}
