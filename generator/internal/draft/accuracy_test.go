package draft

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/statement"
)

// truth is what a person says that a figure of a text is.
type truth struct {
	kind, name, op, value, unit, period, measure string
}

// readTruth reads the figures of a text as a person understands them.
func readTruth(t *testing.T, name string) (list []truth) {
	t.Helper()
	for _, f := range fieldsOf(t, name, 7) {
		list = append(list, truth{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return list
}

// fieldsOf are the fields of each line of a file of annotations.
func fieldsOf(t *testing.T, name string, n int) (list [][]string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != n {
			t.Fatalf("%s: %q", name, line)
		}
		list = append(list, f)
	}
	return list
}

// said is a figure of the draft in the form of a truth.
func said(f *Figure) truth {
	value := ""
	switch {
	case f.Low.Valid && f.High.Valid:
		value = f.Low.Decimal.String() + "-" + f.High.Decimal.String()
	case f.Value.Valid && !f.Op.Relative():
		value = f.Value.Decimal.String()
	}
	period := f.Period.String()
	if f.Kind == statement.Result && f.Basis != model.Annual {
		period += "/" + string(f.Basis)
	}
	return truth{string(f.Kind), f.Name, string(f.Op), value, f.Unit.String(), period, string(f.Measure)}
}

// likeName reports whether two names mean the same: one holds the other, or they share
// most of their characters.
func likeName(a, b string) bool {
	a, b = strings.TrimSuffix(statement.Norm(a), "增速"), strings.TrimSuffix(statement.Norm(b), "增速")
	if a == "" || b == "" {
		return false
	}
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return min(len(a), len(b))*5 >= max(len(a), len(b))*2
	}
	common := 0
	for _, r := range a {
		if strings.ContainsRune(b, r) {
			common++
		}
	}
	return common*10 >= 7*len([]rune(a)) && common*10 >= 7*len([]rune(b))
}

func sameValue(a, b string) bool {
	x, errA := decimal.NewFromString(a)
	y, errB := decimal.NewFromString(b)
	if errA != nil || errB != nil {
		return a == b
	}
	return x.Equal(y)
}

// score counts how the figures of a draft agree with the truth.
type score struct{ right, said, want int }

func (s score) precision() float64 { return share(s.right, s.said) }
func (s score) recall() float64    { return share(s.right, s.want) }

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// fields are the facts that are compared when a figure was found.
var fields = []string{"name", "op", "value", "unit", "period", "measure"}

// measured is how the program does on some texts.
type measured struct {
	kinds  map[string]score
	fields map[string]score
	misses []string
}

// compare compares a draft with the truth. A figure is found when its kind, value and
// unit are right and its name means the same; the other facts are counted by themselves.
func compare(name string, want []truth, figures []*Figure) measured {
	m := measured{kinds: map[string]score{}, fields: map[string]score{}}
	taken := make([]bool, len(want))
	for _, f := range figures {
		if f.Kind == statement.Nothing {
			continue
		}
		got := said(f)
		k := m.kinds[got.kind]
		k.said++
		best := -1
		for n, w := range want {
			if taken[n] || w.kind != got.kind || !sameValue(w.value, got.value) {
				continue
			}
			if best < 0 || fit(w, got) > fit(want[best], got) {
				best = n
			}
		}
		if best >= 0 && likeName(want[best].name, got.name) && want[best].unit == got.unit {
			k.right++
		} else {
			m.misses = append(m.misses, fmt.Sprintf("%s: surplus %v %v", name, got, f.Doubts))
		}
		if best >= 0 && fit(want[best], got) > 1 {
			taken[best] = true
			w := want[best]
			for n, ok := range []bool{likeName(w.name, got.name), w.op == got.op || got.kind == "result", sameValue(w.value, got.value), w.unit == got.unit, w.period == got.period, w.measure == got.measure} {
				s := m.fields[fields[n]]
				s.said++
				if ok {
					s.right++
				} else {
					m.misses = append(m.misses, fmt.Sprintf("%s: %s of %v is %v", name, fields[n], w, got))
				}
				m.fields[fields[n]] = s
			}
		}
		m.kinds[got.kind] = k
	}
	for n, w := range want {
		k := m.kinds[w.kind]
		k.want++
		m.kinds[w.kind] = k
		if !taken[n] {
			m.misses = append(m.misses, fmt.Sprintf("%s: missed %v", name, w))
		}
	}
	return m
}

// fit says how well a truth fits a figure of the same kind and value.
func fit(w, got truth) (n int) {
	if likeName(w.name, got.name) {
		n += 3
	}
	for _, same := range []bool{w.unit == got.unit, w.period == got.period, w.measure == got.measure} {
		if same {
			n++
		}
	}
	return n
}

func (m *measured) add(o measured) {
	for k, s := range o.kinds {
		a := m.kinds[k]
		m.kinds[k] = score{a.right + s.right, a.said + s.said, a.want + s.want}
	}
	for k, s := range o.fields {
		a := m.fields[k]
		m.fields[k] = score{a.right + s.right, a.said + s.said, a.want + s.want}
	}
	m.misses = append(m.misses, o.misses...)
}

// draftOf makes the draft of a file of testdata.
func draftOf(t testing.TB, file string) *Draft {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := document.Read(file, data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Text(context.Background(), doc, Options{Name: filepath.Base(file), Year: map[string]int{"table.csv": 2025}[filepath.Base(file)], Today: model.Date{Year: 2025, Month: 1, Day: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Targets and results of texts that were annotated by hand are found with at least the
// precision and recall of docs/draft.md.
func TestAccuracy(t *testing.T) {
	all := measured{map[string]score{}, map[string]score{}, nil}
	var rows []textScore
	list, err := filepath.Glob("testdata/texts/*.truth")
	if err != nil || len(list) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, file := range list {
		base := strings.TrimSuffix(file, ".truth")
		text := base + ".txt"
		if _, err := os.Stat(text); err != nil {
			text = base + ".csv"
		}
		m := compare(filepath.Base(base), readTruth(t, file), draftOf(t, text).Figures)
		for _, kind := range []string{"target", "result"} {
			s := m.kinds[kind]
			t.Logf("%-12s %-6s precision %5.1f%% recall %5.1f%% of %d", filepath.Base(base), kind, 100*s.precision(), 100*s.recall(), s.want)
		}
		all.add(m)
		rows = append(rows, textScore{filepath.Base(base), m.kinds["target"], m.kinds["result"]})
	}
	for _, miss := range all.misses {
		t.Log(miss)
	}
	for _, kind := range []string{"target", "result"} {
		s := all.kinds[kind]
		if s.precision() < 0.95 || s.recall() < 0.95 {
			t.Errorf("%s: precision %.3f, recall %.3f of %d", kind, s.precision(), s.recall(), s.want)
		}
	}
	for _, f := range fields {
		s := all.fields[f]
		t.Logf("field %-8s %.3f of %d", f, s.precision(), s.said)
		if s.precision() < 0.95 {
			t.Errorf("field %s: %.3f", f, s.precision())
		}
	}
	const doc = "../../../docs/draft.md"
	page, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	if want := table(rows, all); !strings.Contains(string(page), want) {
		t.Errorf("%s has other figures than these:\n%s", doc, want)
	}
}

// table is what docs/draft.md says of the accuracy.
func table(rows []textScore, all measured) string {
	var b strings.Builder
	b.WriteString("| text | targets | precision | recall | results | precision | recall |\n|---|--:|--:|--:|--:|--:|--:|\n")
	line := func(name string, t, r score) {
		fmt.Fprintf(&b, "| %s | %d | %s | %s | %d | %s | %s |\n", name, t.want, percent(t.right, t.said), percent(t.right, t.want),
			r.want, percent(r.right, r.said), percent(r.right, r.want))
	}
	for _, r := range rows {
		line(r.name, r.target, r.result)
	}
	line("all", all.kinds["target"], all.kinds["result"])
	b.WriteString("\n| field | right |\n|---|--:|\n")
	for _, f := range fields {
		s := all.fields[f]
		fmt.Fprintf(&b, "| %s | %s |\n", f, percent(s.right, s.said))
	}
	return b.String()
}

// textScore is a text with its two scores.
type textScore struct {
	name           string
	target, result score
}

func percent(a, b int) string {
	if b == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(a)/float64(b))
}

// BenchmarkReport drafts a report of 30 000 characters.
func BenchmarkReport(b *testing.B) {
	data, err := os.ReadFile("testdata/texts/prefecture.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := ""
	for n := 0; len([]rune(text)) < 30000; n++ {
		text += strings.ReplaceAll(string(data), "松江", fmt.Sprintf("第%d松江", n))
	}
	for b.Loop() {
		doc, err := document.Read("report.txt", []byte(text))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Text(context.Background(), doc, Options{Name: "report.txt", Today: model.Date{Year: 2025, Month: 1, Day: 1}}); err != nil {
			b.Fatal(err)
		}
	}
}
