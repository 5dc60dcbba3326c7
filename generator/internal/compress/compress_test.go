package compress

import (
	"bytes"
	stdgzip "compress/gzip"
	"crypto/rand"
	"fmt"
	"io"
	"testing"
)

// A copy holds the file, is the same each time, and exists only where it is smaller.
func TestBytes(t *testing.T) {
	noise := make([]byte, 4000)
	rand.Read(noise)
	page := bytes.Repeat([]byte("<td>规模以上工业增加值</td>\n"), 300)
	for _, f := range Forms() {
		for name, test := range map[string]struct {
			data    []byte
			smaller bool
		}{"page": {page, true}, "noise": {noise, false}, "short": {[]byte("a"), false}, "empty": {nil, false}} {
			got, err := f.Bytes(test.data)
			if err != nil || (got != nil) != test.smaller {
				t.Errorf("%s %s: %d bytes, %v", name, f.Ending, len(got), err)
				continue
			}
			if got == nil {
				continue
			}
			again, err := f.Bytes(test.data)
			if err != nil || !bytes.Equal(got, again) {
				t.Errorf("%s %s: differs the second time", name, f.Ending)
			}
			r, err := f.Reader(bytes.NewReader(got))
			if err != nil {
				t.Fatal(err)
			}
			if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, test.data) {
				t.Errorf("%s %s: %d bytes come back, %v", name, f.Ending, len(back), err)
			}
			if f.Encoding == "gzip" { // another program's reader
				z, err := stdgzip.NewReader(bytes.NewReader(got))
				if err != nil || !z.ModTime.IsZero() || z.Name != "" {
					t.Errorf("the head of .gz: %v, %v", z, err)
				}
			}
		}
	}
}

func BenchmarkBytes(b *testing.B) {
	var page bytes.Buffer
	for n := range 2000 {
		fmt.Fprintf(&page, "<tr><td>指标 %d</td><td>%d.%d%%</td></tr>\n", n*7919%1000, n*31%100, n%10)
	}
	for _, f := range Forms() {
		b.Run(f.Encoding, func(b *testing.B) {
			b.SetBytes(int64(page.Len()))
			for b.Loop() {
				if _, err := f.Bytes(page.Bytes()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
