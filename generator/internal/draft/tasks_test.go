package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"reportsite/generator/internal/document"
	"strings"
	"testing"
)

// wantedTask is a promise without a number as a person reads it in a text.
type wantedTask struct{ title, due, lead string }

// readTasks reads the promises of a text; each line has title, deadline and the unit
// that answers for it.
func readTasks(t *testing.T, name string) (list []wantedTask) {
	t.Helper()
	for _, f := range fieldsOf(t, name, 3) {
		list = append(list, wantedTask{f[0], f[1], f[2]})
	}
	return list
}

// sameTask reports whether two titles are of one promise: one holds the other, but for
// words of resolve before it.
func sameTask(a, b string) bool {
	a, b = strings.Trim(a, "，。 "), strings.Trim(b, "，。 ")
	return (strings.Contains(a, b) || strings.Contains(b, a)) && 2*min(len(a), len(b)) >= max(len(a), len(b))
}

// Promises without a number, of texts that were annotated by hand, are found with at
// least the precision and recall of docs/draft.md.
func TestTaskAccuracy(t *testing.T) {
	files, err := filepath.Glob("testdata/texts/*.tasks")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d texts: %v", len(files), err)
	}
	var all, due score
	table := "| text | tasks | precision | recall |\n|---|--:|--:|--:|\n"
	for _, file := range files {
		base := strings.TrimSuffix(file, ".tasks")
		want := readTasks(t, file)
		s := score{want: len(want)}
		found := make([]bool, len(want))
		for _, task := range draftOf(t, base+".txt").Tasks {
			s.said++
			right := false
			for n, w := range want {
				if found[n] || !sameTask(w.title, task.Title) {
					continue
				}
				found[n], right = true, true
				said := ""
				if !task.Due.IsZero() {
					said = task.Due.String()
				}
				due.said++
				if said == w.due && task.Lead == w.lead {
					due.right++
				} else {
					t.Logf("%s: %s is due %q of %q, not %q of %q", filepath.Base(base), task.Title, said, task.Lead, w.due, w.lead)
				}
				break
			}
			if right {
				s.right++
			} else {
				t.Logf("%s: surplus %s", filepath.Base(base), task.Title)
			}
		}
		for n, w := range want {
			if !found[n] {
				t.Logf("%s: missed %s", filepath.Base(base), w.title)
			}
		}
		table += fmt.Sprintf("| %s | %d | %s | %s |\n", filepath.Base(base), s.want, percent(s.right, s.said), percent(s.right, s.want))
		all = score{all.right + s.right, all.said + s.said, all.want + s.want}
	}
	table += fmt.Sprintf("| all | %d | %s | %s |\n", all.want, percent(all.right, all.said), percent(all.right, all.want))
	if all.precision() < 0.9 || all.recall() < 0.9 || due.precision() < 0.95 {
		t.Errorf("precision %.3f, recall %.3f of %d; deadline and unit %.3f", all.precision(), all.recall(), all.want, due.precision())
	}
	const doc = "../../../docs/draft.md"
	page, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), table) {
		t.Errorf("%s has other figures than these:\n%s", doc, table)
	}
}

// Steps, deadlines behind a task and the offices that answer for it are read with it.
func TestTasks(t *testing.T) {
	for text, want := range map[string]string{
		"三、2026年重点工作\n推进城东环路建设，确保6月底建成通车。建设图书馆新馆，三季度前主体封顶。中医院综合楼10月底前投入使用。":                                                          "推进城东环路建设 2026-06-30 ; 建设图书馆新馆  ; 三季度前主体封顶 2026-09-30 ; 中医院综合楼10月底前投入使用 2026-10-31 ; ",
		"III. Tasks for 2026\nThe Ministry of Health will set up a national registry by June 2026. We will establish a land agency.": "Set up a national registry by June 2026 2026-06-30 Ministry of Health; Establish a land agency  ; ",
	} {
		doc, err := document.Read("report.txt", []byte("某县2026年工作报告\n"+text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Text(t.Context(), doc, Options{Name: "report.txt", Year: 2026})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, task := range d.Tasks {
			due := ""
			if !task.Due.IsZero() {
				due = task.Due.String()
			}
			got += task.Title + " " + due + " " + task.Lead + "; "
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
