package document

import "strings"

func encrypted(data []byte) bool {
	// The names of streams in a compound file are UTF-16.
	return strings.Contains(string(data), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")
}

func looksLikeHTML(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 1024)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.Contains(head, "<body")
}

func (d *Document) packed(data []byte) error { return ErrUnknown }
func (d *Document) html(s string) error      { return ErrUnknown }
func (d *Document) csv(s, ext string) error  { return ErrUnknown }
func (d *Document) markdown(s string)        { d.text(s) }
