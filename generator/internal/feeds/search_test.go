package feeds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/output"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/theme"
)

// render makes the files of a site, by path.
func render(t *testing.T, in locale.Input) map[string]string {
	t.Helper()
	theme, _, err := theme.Load(os.DirFS("../../../templates"), Needs())
	if err != nil || theme == nil {
		t.Fatalf("no theme: %v", err)
	}
	files := map[string]string{}
	for _, f := range New(locale.All(in, theme.Texts), false).Others() {
		var w bytes.Buffer
		if err := f.Make(&w); err != nil && !errors.Is(err, output.ErrAbsent) {
			t.Fatalf("%s: %v", f.Path, err)
		}
		files[f.Path] = w.String()
	}
	return files
}

// handedOver is the data that a file of search data hands over by its name.
func handedOver(t *testing.T, path, script string) []byte {
	t.Helper()
	name := strings.TrimSuffix(path[strings.LastIndex(path, "/")+1:], ".js")
	data, ok := strings.CutPrefix(script, fmt.Sprintf("searchData(%q,", name))
	data, end := strings.CutSuffix(data, ")\n")
	if !ok || !end {
		t.Fatalf("%s hands over nothing: %.60q", path, script)
	}
	return []byte(data)
}

func readSearch(t *testing.T, files map[string]string, path string) searchData {
	t.Helper()
	var data searchData
	if err := json.Unmarshal(handedOver(t, path, files[path]), &data); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return data
}

// Everything of the content can be found, by the words that readers see, and
// indicators by their names in the other language too.
func TestSearchData(t *testing.T) {
	files := render(t, testsite.Tiny())
	for path, want := range map[string][]searchDoc{
		"search/index.js": {
			{URL: "indicators/output/index.html", Kind: "指标", Title: "工业总产值", Other: "Industrial output"},
			{URL: "2024/goals/index.html#growth", Kind: "报告", Parent: "全年目标", Title: "总量"},
			{URL: "commitments/index.html#task-road", Kind: "任务", Parent: "重点工程", Title: "修通<一号路>"},
			{URL: "about/index.html#what", Kind: "页面", Parent: "关于", Title: "这是什么"},
		},
		"en/search/index.js": {
			{URL: "en/indicators/output/index.html", Kind: "Indicators", Title: "Industrial output", Other: "工业总产值"},
			{URL: "en/about/index.html#what", Kind: "Page", Parent: "About", Title: "What this is"},
		},
	} {
		data := readSearch(t, files, path)
		if data.Parts != nil {
			t.Errorf("%s: a small site has its texts apart", path)
		}
		found := map[string]searchDoc{}
		for _, d := range data.Docs {
			found[d.URL] = d
		}
		for _, w := range want {
			got := found[w.URL]
			got.Text = ""
			if d := cmp.Diff(w, got); d != "" {
				t.Errorf("%s (-want +got):\n%s", path, d)
			}
		}
		if text := found["2024/goals/index.html#growth"].Text; path == "search/index.js" &&
			!strings.Contains(text, "总产值突破1800亿元，结果是1921亿元；见修通<一号路>") {
			t.Errorf("the text of a section is %q", text)
		}
	}
}

// A large site has the beginnings of its texts in the index and the whole in
// files of about one size, in the same order.
func TestSearchDataOfALargeSite(t *testing.T) {
	in := testsite.Tiny()
	definition := strings.Repeat("工业企业全年的产量，", 2000) // 60 kB
	for n := range in.Site.Indicators {
		in.Site.Indicators[n].Definition = model.Text{Zh: definition, En: "Short."}
	}
	files := render(t, in)
	data := readSearch(t, files, "search/index.js")
	if len(data.Parts) < 2 || data.Parts[0] != 0 {
		t.Fatalf("the parts begin at %v", data.Parts)
	}
	var texts []string
	for n, first := range data.Parts {
		var part []string
		path := address.IndexFiles + searchTexts(n) + ".js"
		if err := json.Unmarshal(handedOver(t, path, files[path]), &part); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if first != len(texts) || len(files[path]) > 2*textPart {
			t.Errorf("%s begins at %d and has %d bytes", path, len(texts), len(files[path]))
		}
		texts = append(texts, part...)
	}
	if len(texts) != len(data.Docs) {
		t.Fatalf("%d texts for %d places", len(texts), len(data.Docs))
	}
	for n, d := range data.Docs {
		begin, cut := strings.CutSuffix(d.Text, "…")
		if !strings.HasPrefix(texts[n], begin) || cut != (len([]rune(texts[n])) > previewLength) {
			t.Errorf("%s: the index has %q of %.60q", d.URL, d.Text, texts[n])
		}
	}
	if data := readSearch(t, files, "en/search/index.js"); data.Parts != nil {
		t.Error("the English texts are short, and apart")
	}
}
