package tomlfile

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
)

// decoder walks the parsed tree and the destination side by side. It goes on
// after a fault.
type decoder struct {
	doc   *Doc
	meta  *toml.MetaData
	path  []string // keys down to the value being decoded
	diags []diag.Diagnostic
	plans map[reflect.Type]*plan
	root  *plan // of the file itself; nil where it is no struct
}

// value decodes v into dst, which can be set.
func (d *decoder) value(v any, dst reflect.Value) {
	if dst.Kind() == reflect.Pointer {
		dst.Set(reflect.New(dst.Type().Elem()))
		d.value(v, dst.Elem())
		return
	}
	switch u := dst.Addr().Interface().(type) {
	case *Number:
		d.refuse(v, u.UnmarshalTOML(v))
		d.zeros(u, v)
		return
	case toml.Unmarshaler:
		d.refuse(v, u.UnmarshalTOML(v))
		return
	case encoding.TextUnmarshaler:
		if s, ok := v.(string); ok {
			d.refuse(v, u.UnmarshalText([]byte(s)))
		} else {
			d.wrong(v, aString)
		}
		return
	}
	switch dst.Kind() {
	case reflect.Struct:
		d.structure(v, dst)
	case reflect.Map:
		d.mapping(v, dst)
	case reflect.Slice:
		d.slice(v, dst)
	case reflect.String:
		if s, ok := v.(string); ok {
			d.escaped(s)
			dst.SetString(intact.Seen(s))
		} else {
			d.wrong(v, aString)
		}
	case reflect.Bool:
		if b, ok := v.(bool); ok {
			dst.SetBool(b)
		} else {
			d.wrong(v, aBoolean)
		}
	case reflect.Int, reflect.Int64:
		d.integer(v, dst)
	default:
		panic(fmt.Sprintf("generator: internal error: tomlfile cannot decode into %s", dst.Type()))
	}
}

// escaped reports the characters of a text that no reader sees and that are
// written as escapes, such as \u200b; those that stand in the file as they are
// were reported with it.
func (d *decoder) escaped(s string) {
	for _, c := range intact.Unseen(s) {
		if !strings.ContainsRune(d.doc.text, c.Rune) {
			d.report(ControlChar, c.Name)
		}
	}
}

// zeros restores the zeros at the end of a number, which a float64 does not keep:
// they say how exact a figure is.
func (d *decoder) zeros(n *Number, v any) {
	if _, isFloat := v.(float64); !isFloat || !n.Valid {
		return
	}
	at, ok := d.doc.find(d.path)
	if !ok || at.value.end > len(d.doc.text) {
		return
	}
	written := strings.ReplaceAll(d.doc.text[at.value.start:at.value.end], "_", "")
	if exact, err := decimal.NewFromString(written); err == nil && exact.Equal(n.Decimal) {
		n.Decimal = exact
	}
}

func (d *decoder) integer(v any, dst reflect.Value) {
	switch n, ok := v.(int64); {
	case !ok:
		d.wrong(v, anInteger)
	case dst.OverflowInt(n):
		d.report(OutOfRange, strconv.FormatInt(n, 10))
	default:
		dst.SetInt(n)
	}
}

func (d *decoder) structure(v any, dst reflect.Value) {
	table, ok := d.table(v)
	if !ok {
		return
	}
	p := d.plan(dst.Type())
	if len(d.path) == 0 {
		d.root = p
	}
	known := 0
	for _, f := range p.fields {
		if item, ok := table[f.name]; ok {
			known++
			d.below(f.name, item, dst.FieldByIndex(f.index))
		}
	}
	if known == len(table) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if !p.names[name] {
			d.unknown(name, p)
		}
	}
}

func (d *decoder) mapping(v any, dst reflect.Value) {
	table, ok := d.table(v)
	if !ok {
		return
	}
	dst.Set(reflect.MakeMapWithSize(dst.Type(), len(table)))
	for name, item := range table {
		if _, isTable := item.(map[string]any); !isTable && dst.Type().Elem().Kind() == reflect.Struct && d.misplaced(name) {
			continue
		}
		elem := reflect.New(dst.Type().Elem()).Elem()
		d.below(name, item, elem)
		dst.SetMapIndex(reflect.ValueOf(name).Convert(dst.Type().Key()), elem)
	}
}

// table is v as a table. The library accepts `a.b = 1` and then `a = 2`, and
// drops the 2: that is a key given twice.
func (d *decoder) table(v any) (map[string]any, bool) {
	table, ok := v.(map[string]any)
	if !ok {
		d.wrong(v, aTable)
		return nil, false
	}
	switch d.meta.Type(d.path...) {
	case "Hash", "ArrayHash", "":
		return table, true
	}
	d.report(DuplicateKey, toml.Key(d.path).String())
	return nil, false
}

func (d *decoder) slice(v any, dst reflect.Value) {
	var items []any
	switch list := v.(type) {
	case []any:
		items = list
	case []map[string]any: // from [[…]] headers
		for _, table := range list {
			items = append(items, table)
		}
	default:
		d.wrong(v, listOf(dst.Type().Elem()))
		return
	}
	dst.Set(reflect.MakeSlice(dst.Type(), len(items), len(items)))
	for i, item := range items {
		d.below(strconv.Itoa(i), item, dst.Index(i))
	}
}

// below decodes the value of a key within the present one.
func (d *decoder) below(name string, v any, dst reflect.Value) {
	d.path = append(d.path, name)
	d.value(v, dst)
	d.path = d.path[:len(d.path)-1]
}

// report makes a diagnostic at the present value.
func (d *decoder) report(rule *diag.Rule, args ...any) {
	n, _ := d.doc.find(d.path)
	d.diags = append(d.diags, d.doc.at(n.value, rule, args...))
}

// wrong reports a value of another type than the one wanted.
func (d *decoder) wrong(v any, want kind) {
	n, _ := d.doc.find(d.path)
	if _, double := v.([]map[string]any); double && want == aTable {
		d.diags = append(d.diags, d.doc.at(n.value, DoubleBracket, strings.Join(d.path, ".")))
		return
	}
	found := d.doc.at(n.value, WrongType, d.name(), kindOf(v).name(), want.name(), want.hint())
	if text, ok := v.(string); ok {
		switch want {
		case aNumber, anInteger:
			if m := numberForm.FindStringSubmatch(text); m != nil {
				found = found.WithSuggestion(plainNumber(m[1]))
			}
		case aBoolean:
			if meant := bare(text); meant == "true" || meant == "false" {
				found = found.WithSuggestion(meant)
			}
		}
	}
	d.diags = append(d.diags, found)
}

// refuse reports the error of a type that decodes itself.
func (d *decoder) refuse(v any, err error) {
	if err == nil {
		return
	}
	if wrong, ok := errors.AsType[wrongKind](err); ok {
		d.wrong(v, wrong.want)
		return
	}
	if f, ok := errors.AsType[refusal](err); ok {
		n, _ := d.doc.find(d.path)
		d.diags = append(d.diags, d.doc.at(n.value, f.rule, f.value).WithSuggestion(f.meant))
		return
	}
	d.report(Refused, d.name(), diag.Cause(err))
}

// misplaced reports a key of the file that stands below the name of a table: whoever
// adds a line at the end of a file adds it to the last table.
func (d *decoder) misplaced(name string) bool {
	if d.root == nil || len(d.path) == 0 || !d.root.names[name] {
		return false
	}
	n, _ := d.doc.find(append(slices.Clone(d.path), name))
	d.diags = append(d.diags, d.doc.at(n.key, Misplaced, name, strings.Join(d.path, ".")))
	return true
}

// unknown reports a key that the struct does not have.
func (d *decoder) unknown(name string, p *plan) {
	if d.misplaced(name) {
		return
	}
	d.path = append(d.path, name)
	n, _ := d.doc.find(d.path)
	d.path = d.path[:len(d.path)-1]
	known := make([]string, len(p.fields))
	for i, f := range p.fields {
		known[i] = f.name
	}
	meant, all := nearestKey(name, known), strings.Join(known, ", ")
	if meant != "" {
		all = "" // one suggestion is easier to read than a list
	}
	d.diags = append(d.diags, d.doc.at(n.key, UnknownKey, name, all).WithSuggestion(meant))
}

// name is the name of the present value in messages: value, or earlier[1] for an
// element of an array.
func (d *decoder) name() string {
	if len(d.path) == 0 {
		return d.doc.file
	}
	last := len(d.path) - 1
	name := d.path[last]
	if n, ok := d.doc.find(d.path[:last]); ok && n.items > 0 {
		return fmt.Sprintf("%s[%s]", d.path[last-1], name)
	}
	return name
}
