package diag_test

import (
	"testing"

	"reportsite/generator/internal/diag"
)

func TestNearest(t *testing.T) {
	keys := []string{"value", "low", "high", "as_written"}
	for _, c := range []struct {
		name  string
		known []string
		want  string
	}{
		{"vaule", keys, "value"}, {"VALUE", keys, "value"}, {"as_writen", keys, "as_written"}, {"lwo", keys, "low"},
		{"亿", []string{"%", "亿元"}, "亿元"}, {"亿園", []string{"%", "亿元"}, "亿元"}, {"万园", []string{"亿元", "万元"}, "万元"},
		{"xyzzy", keys, ""}, {"", keys, ""}, {"a", []string{"b"}, ""}, {"value", nil, ""},
	} {
		if got := diag.Nearest(c.name, c.known); got != c.want {
			t.Errorf("Nearest(%q, %v) = %q, want %q", c.name, c.known, got, c.want)
		}
	}
}
