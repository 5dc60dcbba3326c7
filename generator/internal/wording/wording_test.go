package wording

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
)

// vectors reads the lines "words | what they say" of testdata/figures.txt.
func vectors(t testing.TB) [][2]string { return vectorsOf(t, "testdata/figures.txt") }

func vectorsOf(t testing.TB, file string) [][2]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list [][2]string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words, said, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("line %q", line)
		}
		list = append(list, [2]string{words, said})
	}
	return list
}

// spell is a figure as testdata/figures.txt writes it.
func spell(f Figure) string {
	amount := func(a Amount) string {
		s := model.Digits(a.Number) + a.Unit.String()
		if a.Scaled {
			s += "+"
		}
		return s
	}
	op := string(f.Op)
	if op == "" {
		op = "reach"
	}
	parts := []string{op}
	if f.Value.Valid {
		parts = append(parts, amount(f.Value))
	}
	if f.Low.Valid {
		parts = append(parts, amount(f.Low)+".."+amount(f.High))
	}
	if f.Multiple.Valid {
		parts = append(parts, "×"+f.Multiple.Decimal.String())
	}
	for _, part := range f.Parts {
		parts = append(parts, "/"+model.Digits(part))
	}
	if f.Stretch.Valid {
		aim := "stretch " + amount(f.Stretch)
		if f.StretchHigh.Valid {
			aim += ".." + amount(f.StretchHigh)
		}
		parts = append(parts, aim)
	}
	for _, a := range f.Further {
		parts = append(parts, "further "+amount(a))
	}
	if f.Shift && f.Op == model.Range {
		parts = append(parts, "shift")
	}
	if f.Basically {
		parts = append(parts, "basically")
	}
	if f.Approx {
		parts = append(parts, "~")
	}
	if f.Hedge != "" {
		parts = append(parts, "hedge("+f.Hedge+")")
	}
	return strings.Join(parts, " ")
}

func TestParse(t *testing.T) {
	list := vectors(t)
	if len(list) < 500 {
		t.Errorf("there are %d vectors, want 500 at least", len(list))
	}
	for _, v := range list {
		f, err := Parse(v[0])
		got := spell(f)
		if err != nil {
			fault, ok := errors.AsType[*Error](err)
			if !ok {
				t.Fatalf("Parse(%q): %v is no *Error", v[0], err)
			}
			got = fmt.Sprintf("error %d", fault.Offset)
		}
		if got != v[1] {
			t.Errorf("Parse(%q) = %s, want %s", v[0], got, v[1])
		}
	}
}
