package draw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// option is what the fallback reads of an ECharts option. Everything may be
// missing.
type option struct {
	XAxis  many[axis]
	YAxis  many[axis]
	Legend many[legend]
	Series many[series]
}

type axis struct {
	Show        *bool
	Type        string
	Name        string
	Inverse     bool
	Data        []item
	Min, Max    any
	MinInterval float64
	AxisLabel   struct {
		Show  *bool
		Color text
	}
	AxisLine  struct{ LineStyle struct{ Color text } }
	SplitLine struct {
		Show      *bool
		LineStyle struct{ Color text }
	}
}

type legend struct {
	Show      *bool
	TextStyle struct{ Color text }
}

type series struct {
	Type      string
	Name      string
	Data      []item
	ItemStyle struct{ Color text }
	LineStyle struct{ Color text }
	MarkLine  struct {
		Data      []json.RawMessage
		LineStyle struct{ Color text }
	}
}

// readOption reads an option as far as the fallback needs it.
func readOption(data []byte) (o option, err error) {
	if err := json.Unmarshal(data, &o); err != nil {
		return option{}, fmt.Errorf("read the option: %w", err)
	}
	return o, nil
}

// many is a list that may be written as its only element.
type many[T any] []T

func (m *many[T]) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte("[")) {
		return json.Unmarshal(data, (*[]T)(m))
	}
	var one T
	if err := json.Unmarshal(data, &one); err != nil {
		return err
	}
	*m = many[T]{one}
	return nil
}

// first returns the first element, or none's zero value.
func (m many[T]) first() (one T) {
	if len(m) > 0 {
		one = m[0]
	}
	return one
}

// text is a string; a value of another type, such as the object of a gradient
// where a colour is expected, reads as "".
type text string

func (t *text) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*t = text(s)
	}
	return nil
}

// item is one datum of a series or axis: 12, "-", "6月", [x, y] or an object
// with one of these as its value.
type item struct {
	parts []any // numbers, strings and nils; one part unless written as a list
}

func (i *item) UnmarshalJSON(data []byte) error {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	if object, ok := v.(map[string]any); ok {
		v = object["value"]
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	i.parts = list
	return nil
}

// pair returns the two parts of [x, y]; ok is false where there are fewer.
func (i item) pair() (x, y any, ok bool) {
	if len(i.parts) < 2 {
		return nil, nil, false
	}
	return i.parts[0], i.parts[1], true
}

// one returns the first part, which is the only one of most items.
func (i item) one() any {
	if len(i.parts) == 0 {
		return nil
	}
	return i.parts[0]
}

// number reads a figure; "-", null and everything else are gaps.
func number(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case string:
		f, err := strconv.ParseFloat(v, 64)
		return f, err == nil
	}
	return 0, false
}

// label is how a datum reads on a category axis.
func label(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// isTrue reads a switch that is on unless it is set.
func isTrue(b *bool) bool { return b == nil || *b }
