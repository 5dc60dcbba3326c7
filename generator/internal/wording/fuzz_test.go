package wording

import (
	"errors"
	"testing"
	"unicode/utf8"

	"reportsite/generator/internal/model"
)

func FuzzParse(f *testing.F) {
	for _, v := range vectors(f) {
		f.Add(v[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		f, err := Parse(s)
		if fault, ok := errors.AsType[*Error](err); ok {
			if fault.Offset < 0 || fault.Offset > len(s) || utf8.ValidString(s) && fault.Offset < len(s) && !utf8.RuneStart(s[fault.Offset]) {
				t.Errorf("offset %d is within a character of %q", fault.Offset, s)
			}
		} else if err != nil {
			t.Errorf("%v is no *Error", err)
		}
		if err == nil && (f.Low.Valid != f.High.Valid || f.Low.Valid && f.Op != model.Range) {
			t.Errorf("half a range of %q: %+v", s, f)
		}
		HasFigure(s)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("新建12公里道路和3个公园，30亿元以上项目")
	f.Add("１２％ and 3.5 billion yuan")
	f.Add("第二十三条、〔2017〕47号，PM2.5降到35微克/立方米，6%—6.5%，三四个、十四五、数十家")
	f.Add("百分之十二 负5% 1,800,00亿元 〔18〕% 5G 100—200亿")
	for _, v := range vectors(f) {
		f.Add(v[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("prose is valid UTF-8")
		}
		last := 0
		for _, span := range Find(s) {
			if span.Start < last || span.End <= span.Start || span.End > len(s) || s[span.Start:span.End] != span.Text {
				t.Fatalf("span %+v of %q", span, s)
			}
			if !utf8.RuneStart(s[span.Start]) || span.End < len(s) && !utf8.RuneStart(s[span.End]) {
				t.Fatalf("span %+v cuts a character of %q", span, s)
			}
			last = span.End
		}
	})
}
