package tomlfile

import (
	"fmt"
	"reflect"
	"time"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// kind is a type of TOML value by the message that names it; with -hint behind
// it, it says how to write one.
type kind message.ID

func (k kind) name() message.ID { return message.ID(k) }
func (k kind) hint() message.ID { return message.ID(k + "-hint") }

// kindOf names the type of a parsed value.
func kindOf(v any) kind {
	switch v := v.(type) {
	case string:
		return aString
	case int64:
		return anInteger
	case float64:
		return aFraction
	case bool:
		return aBoolean
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return aDate
		case "time-local":
			return aTime
		}
		return aDateTime
	case map[string]any:
		return aTable
	case []any, []map[string]any:
		return anArray
	}
	panic(fmt.Sprintf("generator: internal error: TOML has no value of type %T", v))
}

// listOf is the array that a slice of such elements is written as.
func listOf(elem reflect.Type) kind {
	switch elem.Kind() {
	case reflect.String:
		return stringArray
	case reflect.Struct, reflect.Map:
		return tableArray
	}
	return anArray
}

// wrongKind is the error of a type that decodes itself and met a value of
// another type.
type wrongKind struct{ want kind }

func (e wrongKind) Error() string { return "expected " + e.want.name().Error() }

// refusal is the error of a type that decodes itself and met a value that it
// cannot hold.
type refusal struct {
	rule  *diag.Rule
	value string
	meant string // the value in the right form; "" where it is not clear
}

func (e refusal) Error() string {
	return e.rule.At(diag.Pos{}, e.value).Message(diag.English)
}

// The types, by their messages.
const (
	aString     kind = "type-text"
	anInteger   kind = "type-integer"
	aFraction   kind = "type-fraction"
	aNumber     kind = "type-number"
	aBoolean    kind = "type-boolean"
	aDate       kind = "type-date"
	aDateTime   kind = "type-date-time"
	aTime       kind = "type-time"
	aTable      kind = "type-table"
	anArray     kind = "type-list"
	stringArray kind = "type-texts"
	tableArray  kind = "type-tables"
)
