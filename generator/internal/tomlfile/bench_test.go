package tomlfile

import (
	"fmt"
	"strings"
	"testing"
)

// indicator is a file of the usual size: 25 keys, among them two years of
// monthly results.
func indicator() []byte {
	var b strings.Builder
	b.WriteString("name = \"规模以上工业增加值\"\nyear = 2024\ngroup = [\"headline\"]\n\n[target.2024]\nop = \"ge\"\nvalue = 12\n\n[annual]\n")
	for i := range 20 {
		fmt.Fprintf(&b, "%d = { value = %d.4, released = 2024-07-15, approx = false }\n", 2005+i, i)
	}
	return []byte(b.String())
}

func BenchmarkDecode(b *testing.B) {
	data := indicator()
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var dst sample
		if _, diags := Decode("x.toml", data, 1, &dst); len(diags) > 0 {
			b.Fatal(diags)
		}
	}
}

func BenchmarkPos(b *testing.B) {
	data := indicator()
	b.ReportAllocs()
	for b.Loop() {
		d := &Doc{text: string(data), startLine: 1}
		if d.Pos("annual", "2024", "value").Line == 0 {
			b.Fatal("not found")
		}
	}
}
