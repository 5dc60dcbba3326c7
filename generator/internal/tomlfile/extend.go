package tomlfile

import (
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
)

// Places are keys that stand in another file than a document's own, such as in a
// cell of a table. The zero Places is empty.
type Places struct {
	at   map[string]diag.Pos
	keys map[string][]string // of a table, in the order in which they were added
}

const between = "\x00"

// Add says where a key stands.
func (p *Places) Add(at diag.Pos, keys ...string) {
	if p.at == nil {
		p.at, p.keys = map[string]diag.Pos{}, map[string][]string{}
	}
	for n := range keys {
		table := strings.Join(keys[:n], between)
		if !slices.Contains(p.keys[table], keys[n]) {
			p.keys[table] = append(p.keys[table], keys[n])
		}
		whole := strings.Join(keys[:n+1], between)
		if _, ok := p.at[whole]; !ok || n == len(keys)-1 {
			p.at[whole] = at
		}
	}
}

// Extend is a document in which more keys stand: those of d, which may be nil, and
// those of p. Of a key that both have, d says the place.
func (d *Doc) Extend(p Places) *Doc {
	if len(p.at) == 0 {
		return d
	}
	return &Doc{base: d, more: p}
}

// elsewhere is where a key of an extended document stands.
func (d *Doc) elsewhere(keys []string) (diag.Pos, bool) {
	if d.base.Has(keys...) {
		return d.base.Pos(keys...), true
	}
	pos, ok := d.more.at[strings.Join(keys, between)]
	return pos, ok
}

// extended lists the keys of a table of an extended document.
func (d *Doc) extended(keys []string) []string {
	list := slices.Clone(d.base.Keys(keys...))
	for _, k := range d.more.keys[strings.Join(keys, between)] {
		if !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}
