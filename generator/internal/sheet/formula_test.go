package sheet

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// Text that a spreadsheet program would run stays text; numbers stay numbers.
func TestWriteCSVRunsNothing(t *testing.T) {
	for _, test := range []struct {
		value Value
		want  string
	}{
		{Text("=HYPERLINK(1)"), "'=HYPERLINK(1)"}, {Text("@SUM(A1)"), "'@SUM(A1)"}, {Text("+1+cmd|x"), "'+1+cmd|x"},
		{Text("-2+3"), "'-2+3"}, {Text("-牵头单位"), "'-牵头单位"}, {Text("\t=1"), "'\t=1"}, {Text("+5个百分点"), "'+5个百分点"},
		{Text("-3.2"), "-3.2"}, {Text("+5%"), "+5%"}, {Text("-1,204.5"), "-1,204.5"}, {Text("-"), "-"}, {Text("—"), "—"}, {Text("−3"), "−3"},
		{Text("a=b"), "a=b"}, {Number(decimal.RequireFromString("-3.20")), "-3.20"},
	} {
		var b strings.Builder
		if err := WriteCSV(&b, &Table{Head: []string{"h"}, Rows: [][]Value{{test.value}}}); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(strings.TrimSuffix(b.String(), "\n"), "h\n"); got != test.want && got != `"`+test.want+`"` {
			t.Errorf("%q is written as %s, want %s", test.value.Text, got, test.want)
		}
	}
}
