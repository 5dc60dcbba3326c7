package model

import "testing"

func TestPlainString(t *testing.T) {
	cite := Cite{Indicator: &Indicator{ID: "a"}}
	for _, c := range []struct {
		text Plain
		want string
	}{
		{nil, ""},
		{Plain{{Text: "\n 甲\n\n乙 \t"}}, "甲 乙"},
		{Plain{{Text: "甲"}, {Ref: cite}, {Text: "乙"}}, "甲a乙"},
		{Plain{{Text: "甲"}, {Text: "\n图\n", Ref: Figure{Caption: "图"}}, {Text: "乙"}}, "甲 图 乙"},
		{Plain{{Text: "甲\u3000乙"}}, "甲\u3000乙"},
	} {
		got := c.text.String(func(p Part) string { return p.(Cite).Indicator.ID })
		if got != c.want {
			t.Errorf("%v is %q, want %q", c.text, got, c.want)
		}
	}
}
