package draw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// option is what the fallback reads of an ECharts option. Everything may be
// missing; what is of an unexpected type counts as missing.
type option struct {
	XAxis  many[axis]
	YAxis  many[axis]
	Legend many[struct{ Show *bool }]
	Series many[series]
}

type axis struct {
	Show      *bool
	Type      string
	Name      string
	Data      []item
	Min, Max  any
	AxisLabel struct{ Show *bool }
}

type series struct {
	Type      string
	Name      string
	Data      []item
	Stack     string
	ItemStyle struct{ Color any }
	LineStyle struct{ Color any }
	Label     struct{ Show bool }
	MarkLine  struct{ Data []json.RawMessage }
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

// part returns the n-th part, counted from the end for negative n; nil: none.
func (i item) part(n int) any {
	if n < 0 {
		n += len(i.parts)
	}
	if n < 0 || n >= len(i.parts) {
		return nil
	}
	return i.parts[n]
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
