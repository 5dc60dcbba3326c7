// Package tomlfile decodes TOML strictly, with a position for every key.
//
// [Decode] fills a struct or map and reports every fault of the file at once:
// a key that the struct does not know, a value of another type, a value that
// its own type refuses. A file whose syntax is broken gives the first fault
// only, because what follows cannot be read. The [Doc] that comes with it says
// where any key stands, so that later checks can point at it too.
//
// Fields are matched by their tag `toml:"name"`, exactly; a field without a tag
// is not part of the file. Embedded structs without a tag count as if their
// fields were written out. A type may decode itself with
// UnmarshalTOML(any) error or, from a string, with UnmarshalText.
package tomlfile

import (
	"bytes"
	"reflect"

	"github.com/BurntSushi/toml"

	"reportsite/generator/internal/diag"
)

// Decode decodes data into dst, a pointer to a struct or to a map with string
// keys. The file's name goes into the positions; startLine is the line of the
// file on which data begins, which is not 1 for front matter. The diagnostics
// are sorted. Empty data is a file without keys.
//
// The Doc is nil when the syntax is broken, and dst is then left as it was.
// After any other fault dst holds what could be read, so that it can be
// checked further.
func Decode(file string, data []byte, startLine int, dst any) (*Doc, []diag.Diagnostic) {
	text := string(bytes.TrimPrefix(data, []byte("\ufeff")))
	doc := &Doc{file: file, text: text, startLine: startLine}
	if fault, ok := doc.unreadable(); ok {
		return nil, []diag.Diagnostic{fault}
	}
	// A Primitive keeps the parsed tree as it is; decoding that into an empty
	// interface hands it over without any reflection of the library's.
	var root toml.Primitive
	keys := quoteKeys(text)
	meta, err := toml.Decode(keys.text, &root)
	if err != nil {
		return nil, diag.Sort(doc.syntax(err, keys))
	}
	var tree any
	if err := meta.PrimitiveDecode(root, &tree); err != nil {
		return nil, diag.Sort(doc.syntax(err, keys))
	}
	d := decoder{doc: doc, meta: &meta, diags: doc.allUnseen()}
	d.value(tree, reflect.ValueOf(dst).Elem())
	return doc, diag.Sort(d.diags)
}
