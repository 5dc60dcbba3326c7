package wording

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// vectors reads the lines "words | what they say" of testdata/figures.txt.
func vectors(t testing.TB) [][2]string {
	t.Helper()
	f, err := os.Open("testdata/figures.txt")
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
		s := model.Digits(a.Number) + string(a.Unit)
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
	if f.Stretch.Valid {
		parts = append(parts, "stretch "+amount(f.Stretch))
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
	if len(list) < 150 {
		t.Errorf("there are %d vectors, want 150 at least", len(list))
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

func indicator(measure model.Measure, unit model.Unit, better model.Better) *model.Indicator {
	short := model.Text{Zh: "规上工业", En: "industry"}
	return &model.Indicator{ID: "i", Name: short, Short: short, Measure: measure, Unit: unit, Better: better}
}

func num(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }

func TestAgrees(t *testing.T) {
	growth := indicator(model.Growth, model.Percent, model.Up)
	fall := indicator(model.Growth, model.Percent, model.Down)
	output := indicator(model.Level, "亿元", model.Up)
	firms := indicator(model.Count, "家", model.Up)
	for _, test := range []struct {
		words  string
		i      *model.Indicator
		bound  model.Bound
		zh, en string // of the mismatch; empty: they agree
	}{
		{"12%以上", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12%", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"12.0%", growth, model.Bound{Op: model.GE, Value: num("12")}, "", ""},
		{"3%", fall, model.Bound{Op: model.LE, Value: num("3")}, "", ""},
		{"降低3%左右", fall, model.Bound{Op: model.Approx, Value: num("-3")}, "", ""},
		{"降低3%以上", fall, model.Bound{Op: model.LE, Value: num("-3")}, "", ""},
		{"突破千亿", output, model.Bound{Op: model.GT, Value: num("1000")}, "", ""},
		{"1万亿元", output, model.Bound{Op: model.GE, Value: num("10000")}, "", ""},
		{"over 180 billion yuan", output, model.Bound{Op: model.GT, Value: num("1800")}, "", ""},
		{"24 new firms", firms, model.Bound{Op: model.GE, Value: num("24")}, "", ""},
		{"翻番", output, model.Bound{Op: model.GE, Multiple: num("2"), Base: num("5"), Value: num("10")}, "", ""},
		{"提高1个百分点", growth, model.Bound{Op: model.DeltaPP, Value: num("1")}, "", ""},
		{"高于全市平均", growth, model.Bound{Op: model.RelGT}, "", ""},
		{"12%以上", growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")}, "", ""},
		{
			"11%以上", growth, model.Bound{Op: model.GE, Value: num("12")},
			"文字写的是 11%，数据是 12%", "the words say 11%, the data says 12%",
		},
		{
			"超过12%", growth, model.Bound{Op: model.GE, Value: num("12")},
			"文字的意思是“超过（不含本数）”，数据写的是“以上（含本数）”（ge）",
			"the words mean “more than”, the data says “at least” (ge)",
		},
		{
			"12%", growth, model.Bound{Op: model.Approx, Value: num("12")},
			"文字的意思是“以上（含本数）”，数据写的是“左右”（approx）",
			"the words mean “at least”, the data says “about” (approx)",
		},
		{
			"24个", firms, model.Bound{Op: model.GE, Value: num("24")},
			"文字的单位是“个”，指标的单位是“家”", "the words have the unit 个, the indicator has 家",
		},
		{
			"千亿", output, model.Bound{Op: model.GE, Value: num("100")},
			"文字写的是 1000亿元，数据是 100亿元", "the words say 1000亿元, the data says 100亿元",
		},
		{
			"12%以上、力争14%", growth, model.Bound{Op: model.GE, Value: num("12"), Stretch: num("13")},
			"文字写的是 14%，数据是 13%", "the words say 14%, the data says 13%",
		},
		{
			"翻两番", output, model.Bound{Op: model.GE, Multiple: num("2")},
			"文字写的是 4 倍，数据是 2 倍", "the words say 4 times, the data says 2 times",
		},
	} {
		f, err := Parse(test.words)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.words, err)
			continue
		}
		err = f.Agrees(&model.Target{Indicator: test.i, Period: model.YearOf(2024), Bound: test.bound})
		m, isMismatch := errors.AsType[*Mismatch](err)
		switch {
		case test.zh == "" && err != nil:
			t.Errorf("%q: %v", test.words, err)
		case test.zh != "" && !isMismatch:
			t.Errorf("%q agrees with %+v", test.words, test.bound)
		case test.zh != "" && (m.Message.Zh != test.zh || m.Message.En != test.en):
			t.Errorf("%q: %q, %q", test.words, m.Message.Zh, m.Message.En)
		}
	}
}

func TestAgreesResult(t *testing.T) {
	output := indicator(model.Level, "亿元", model.Up)
	growth := indicator(model.Growth, model.Percent, model.Up)
	for _, test := range []struct {
		words  string
		i      *model.Indicator
		value  string
		approx bool
		agrees bool
	}{
		{"1921亿元", output, "1921", false, true},
		{"0.1921万亿元", output, "1921", false, true},
		{"192.1 billion yuan", output, "1921", false, true},
		{"约1921亿元", output, "1921", true, true},
		{"1921亿元", output, "1921", true, true}, // 约 may stand before the link
		{"近1921亿元", output, "1921", false, false},
		{"1920亿元", output, "1921", false, false},
		{"1921亿元以上", output, "1921", false, false},
		{"下降3.8%", growth, "-3.8", false, true},
		{"fell by 3.8%", growth, "-3.8", false, true},
		{"3.8%", growth, "-3.8", false, false},
		{"5.0%", growth, "5", false, true},
	} {
		f, err := Parse(test.words)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.words, err)
			continue
		}
		o := &model.Observation{Indicator: test.i, Value: decimal.RequireFromString(test.value), Approx: test.approx}
		if err := f.AgreesResult(o); (err == nil) != test.agrees {
			t.Errorf("%q beside %s (approx %v): %v", test.words, test.value, test.approx, err)
		}
	}
}

// What is written from the data reads back as the same demand.
func TestWriteReadsBack(t *testing.T) {
	ref := indicator(model.Growth, model.Percent, model.Up)
	ref.Short = model.Text{Zh: "全市平均水平", En: "the city's average"}
	for _, i := range []*model.Indicator{
		indicator(model.Growth, model.Percent, model.Up), indicator(model.Growth, model.Percent, model.Down),
		indicator(model.Level, "亿元", model.Up), indicator(model.Count, "家", model.Up), indicator(model.Level, "万人", model.Up),
		indicator(model.Count, "万辆", model.Up), indicator(model.Level, "公里", model.Up),
	} {
		for _, op := range model.Ops {
			for _, v := range []string{"12", "0.5", "1800", "-3"} {
				if strings.HasPrefix(v, "-") && i.Measure != model.Growth {
					continue
				}
				b := model.Bound{Op: op, Value: num(v)}
				switch op {
				case model.Range:
					b.Value, b.Low, b.High = decimal.NullDecimal{}, num(v), num("2000")
				case model.RelGT, model.RelGE, model.RelSync:
					b.Value, b.Ref = decimal.NullDecimal{}, ref
				case model.DeltaPP:
					if i.Unit != model.Percent {
						continue
					}
				case model.Qualitative, model.External:
					continue // External has no English wording of its own to read
				case model.EQ:
					continue // written as a bare number, which is read as reached
				}
				target := &model.Target{Indicator: i, Bound: b}
				for _, l := range []model.Lang{model.Chinese, model.English} {
					words := Write(target, l)
					f, err := Parse(words)
					if err != nil {
						t.Errorf("%s %s of %s is written %q: %v", op, v, i.Unit, words, err)
						continue
					}
					if err := f.Agrees(target); err != nil {
						t.Errorf("%s %s of %s (better %s) is written %q: %v", op, v, i.Unit, i.Better, words, err)
					}
				}
			}
		}
	}
}

func TestWriteValue(t *testing.T) {
	for _, test := range []struct{ value, unit, zh, en string }{
		{"1921", "亿元", "1921亿元", "192.1 billion yuan"},
		{"8.50", "%", "8.50%", "8.50%"},
		{"1", "百分点", "1个百分点", "1 percentage point"},
		{"0.1", "百分点", "0.1个百分点", "0.1 percentage points"},
		{"1269", "万人", "1269万人", "12.69 million persons"},
		{"43377", "元", "43377元", "43,377 yuan"},
		{"24", "家", "24家", "24 firms"},
		{"12345", "个", "12345个", "12,345"},
		{"2.2", ":1", "2.2:1", "2.2:1"},
		{"-5", "亿元", "-5亿元", "-500 million yuan"},
	} {
		v := decimal.RequireFromString(test.value)
		if zh, en := WriteValue(v, model.Unit(test.unit), model.Chinese), WriteValue(v, model.Unit(test.unit), model.English); zh != test.zh || en != test.en {
			t.Errorf("%s %s: %q, %q; want %q, %q", test.value, test.unit, zh, en, test.zh, test.en)
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"新建12公里道路和3个公园", "12公里 3个"},
		{"增长8.5%，达到1921亿元", "8.5% 1921亿元"},
		{"引进两家企业、三个项目", "两家 三个"},
		{"全角的１２％也算", "１２％"},
		{"完成1,800亿元", "1,800亿元"},
		{"提高1个百分点", "1个百分点"},
		{"In 2024 output rose 12 percent to 3.5 billion yuan", "12 percent 3.5 billion yuan"},
		{"2024年、2024年6月15日", ""},
		{"三大战略、五大行动、七大专项行动", ""},
		{"15分钟生活圈、5G网络、二期工程", ""},
		{"四区五区、第一、第3个百年", ""},
		{"国办发〔2017〕47号", ""},
		{"30亿元以上项目、产值10亿元以上企业", ""},
		{"一个目标、一项任务、千万不要", ""},
		{"国家级、A4纸、PM2.5", ""},
	} {
		var got []string
		for _, s := range Find(test.text) {
			if test.text[s.Start:s.End] != s.Text {
				t.Errorf("%q: span %d to %d is %q", test.text, s.Start, s.End, s.Text)
			}
			got = append(got, s.Text)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Find(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// TestContent reads every figure that the two sites of this repository cite.
func TestContent(t *testing.T) {
	cited := regexp.MustCompile(`\[([^\]\[]+)\]\(indicator:[a-z0-9-]+[^)]*\)`)
	read := 0
	for _, root := range []string{"../../../content", "../../../examples/national/content"} {
		files, err := filepath.Glob(filepath.Join(root, "*", "*.md"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", root, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range cited.FindAllSubmatch(data, -1) {
				words := string(m[1])
				if !HasFigure(words) {
					continue
				}
				read++
				if _, err := Parse(words); err != nil && !strings.Contains(string(data), "!["+words) {
					t.Errorf("%s: %q: %v", file, words, err)
				}
			}
		}
	}
	if read < 100 {
		t.Errorf("only %d figures were found", read)
	}
}

func FuzzParse(f *testing.F) {
	for _, v := range vectors(f) {
		f.Add(v[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, err := Parse(s)
		if fault, ok := errors.AsType[*Error](err); ok {
			if fault.Offset < 0 || fault.Offset > len(s) || utf8.ValidString(s) && fault.Offset < len(s) && !utf8.RuneStart(s[fault.Offset]) {
				t.Errorf("offset %d is within a character of %q", fault.Offset, s)
			}
		} else if err != nil {
			t.Errorf("%v is no *Error", err)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("新建12公里道路和3个公园，30亿元以上项目")
	f.Add("１２％ and 3.5 billion yuan")
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
