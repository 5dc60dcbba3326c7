package draft

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
)

// texts are the files of all texts.
func texts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/texts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	return files
}

// pieces are the clauses of all texts.
func pieces(t testing.TB) (list []string) {
	t.Helper()
	for _, f := range texts(t) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, strings.FieldsFunc(string(data), func(r rune) bool { return strings.ContainsRune("，。；：、\n", r) })...)
	}
	return list
}

// Whatever the order of the clauses of a text, and whatever stands between them, its draft
// builds: the check of a build finds no error in it.
func TestShuffledTextsBuild(t *testing.T) {
	all := pieces(t)
	random := rand.New(rand.NewPCG(16, 2026))
	marks := []string{"，", "。", "；", "：", "、", "\n", "和", "", "（", "）", "“", "”", "\n一、", "\n（一）", "\n1. ", ", ", "|"}
	rounds := 400
	if testing.Short() {
		rounds = 12
	}
	for n := range rounds {
		var b strings.Builder
		for range 60 {
			piece := []rune(all[random.IntN(len(all))])
			if random.IntN(4) == 0 { // a clause that was cut
				piece = piece[random.IntN(len(piece)):]
			}
			b.WriteString(string(piece) + marks[random.IntN(len(marks))])
		}
		doc, err := document.Read("report.txt", []byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Text(context.Background(), doc, Options{Name: "report.txt", Today: model.Date{Year: 2025, Month: 1, Day: 1}}); err != nil {
			t.Errorf("text %d: %v\n%s", n, err, b.String())
		}
	}
}
