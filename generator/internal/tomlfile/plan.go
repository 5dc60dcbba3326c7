package tomlfile

import (
	"reflect"
	"slices"
)

// plan lists the keys that a struct type takes from a file.
type plan struct {
	fields []field // in the order of the struct
	names  map[string]bool
}

type field struct {
	name  string
	index []int
}

// plan reads the tags of a type once per file.
func (d *decoder) plan(t reflect.Type) *plan {
	if p := d.plans[t]; p != nil {
		return p
	}
	p := &plan{names: map[string]bool{}}
	p.add(t, nil)
	if d.plans == nil {
		d.plans = map[reflect.Type]*plan{}
	}
	d.plans[t] = p
	return p
}

func (p *plan) add(t reflect.Type, above []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(slices.Clip(above), i)
		name := f.Tag.Get("toml")
		switch {
		case name != "":
			p.fields = append(p.fields, field{name, index})
			p.names[name] = true
		case f.Anonymous && f.Type.Kind() == reflect.Struct:
			p.add(f.Type, index)
		}
	}
}
