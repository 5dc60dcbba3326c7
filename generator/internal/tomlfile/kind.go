package tomlfile

import (
	"fmt"
	"reflect"
	"time"

	"reportsite/generator/internal/diag"
)

// kind is a type of TOML value in the words of the messages, with the hint how
// to write one.
type kind struct{ name, hint diag.Words }

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

func (e wrongKind) Error() string { return "expected " + e.want.name.En }

// refusal is the error of a type that decodes itself and met a value that it
// cannot hold.
type refusal struct {
	rule  *diag.Rule
	value string
}

func (e refusal) Error() string {
	return e.rule.At(diag.Pos{}, e.value).Message(diag.English)
}

// Expected is the error of a type that decodes itself: how its value is
// written, in both languages.
type Expected diag.Words

func (e Expected) Error() string { return e.En }

// The types as editors read about them.
var (
	aString = kind{
		diag.Words{En: "text in quotes", Zh: "带引号的文字"},
		diag.Words{En: `put it between straight quotes: "…"`, Zh: `请放进英文引号："……"`},
	}
	anInteger = kind{
		diag.Words{En: "a whole number", Zh: "整数"},
		diag.Words{En: "write a whole number without quotes, such as 2024", Zh: "请写不带引号的整数，如 2024"},
	}
	aFraction = kind{name: diag.Words{En: "a number with decimals", Zh: "小数"}}
	aNumber   = kind{
		diag.Words{En: "a number", Zh: "数字"},
		diag.Words{
			En: "write the number alone, without quotes and without its unit, such as 12.5",
			Zh: "请只写数字，不带引号和单位，如 12.5",
		},
	}
	aBoolean = kind{
		diag.Words{En: "a true/false value", Zh: "真假值"},
		diag.Words{En: "write true or false without quotes", Zh: "请写不带引号的 true 或 false"},
	}
	aDate = kind{
		diag.Words{En: "a date", Zh: "日期"},
		diag.Words{En: "write year, month and day without quotes, such as 2024-01-10", Zh: "请写不带引号的年月日，如 2024-01-10"},
	}
	aDateTime = kind{name: diag.Words{En: "a date with a time", Zh: "带时间的日期"}}
	aTime     = kind{name: diag.Words{En: "a time of day", Zh: "时刻"}}
	aTable    = kind{
		diag.Words{En: "a table", Zh: "表"},
		diag.Words{
			En: "write a [name] line with a key per line below it, or { key = value, … }",
			Zh: "请写一行 [名称]，下面每行一个键；或写成 { 键 = 值, …… }",
		},
	}
	anArray     = kind{diag.Words{En: "a list", Zh: "列表"}, diag.Words{En: "write a list: […, …]", Zh: "请写成列表：[……, ……]"}}
	stringArray = kind{
		diag.Words{En: "a list of texts", Zh: "文字列表"},
		diag.Words{En: `write a list, even of one: ["…", "…"]`, Zh: `只有一项也要写成列表：["……", "……"]`},
	}
	tableArray = kind{
		diag.Words{En: "a list of tables", Zh: "表的列表"},
		diag.Words{En: "write a list, even of one: [{ key = value, … }]", Zh: "只有一项也要写成列表：[{ 键 = 值, …… }]"},
	}
)
