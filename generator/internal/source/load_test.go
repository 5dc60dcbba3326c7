package source_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/need"
	"reportsite/generator/internal/source"
)

func load(t *testing.T, content fs.FS) (*source.Tree, []string) {
	t.Helper()
	tree, diags, err := source.Load(t.Context(), content, 4)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, d := range diag.Sort(diags) {
		codes = append(codes, d.Pos.File+" "+d.Rule.Code)
	}
	return tree, codes
}

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

const report = "title = \"报告\"\nyear = 2024\nsource = \"s\"\n"

func TestLoad(t *testing.T) {
	tree, codes := load(t, fstest.MapFS{
		"2024/report.toml":        text(report),
		"2024/02-industry.md":     text("+++\ntitle = \"工业\"\n+++\n\n正文\n"),
		"2024/01-goals.md":        text("+++\r\ntitle = \"目标\"\r\n+++\r\n正文\r\n"),
		"2024/01-goals.en.md":     text("+++\ntitle = \"Goals\"\n+++\ntext\n"),
		"2024/commitments.toml":   text("[b]\ntitle = \"乙\"\n[a]\ntitle = \"甲\"\n"),
		"indicators/gdp.toml":     text("name = \"地区生产总值\"\n[target.2024]\nop = \"ge\"\nvalue = 8.50\n"),
		"pages/about.md":          text("+++\ntitle = \"关于\"\n+++\n"),
		"groups.toml":             text("[headline]\nname = \"主要目标\"\n"),
		"sources.toml":            text("[s]\nname = \"报告\"\ndate = 2024-01-10\n"),
		".DS_Store":               text("x"),
		"indicators/~$gdp.toml":   text("a lock"),
		"indicators/README.md":    text("for people"),
		"2024/.02-industry.md.sw": text("x"),
	})
	if len(codes) > 0 {
		t.Fatalf("diagnostics %v", codes)
	}
	e := tree.Editions[0]
	var sections []string
	for _, s := range e.Sections {
		sections = append(sections, s.ID+" "+s.Front.Title)
	}
	if diff := cmp.Diff([]string{"goals 目标", "industry 工业"}, sections); diff != "" {
		t.Error(diff)
	}
	if e.Sections[0].English == nil || e.Sections[0].English.Front.Title != "Goals" {
		t.Error("the English version was not read")
	}
	if diff := cmp.Diff([]string{"b", "a"}, e.Commitments.Doc.Keys()); diff != "" {
		t.Errorf("commitments do not keep the order of the file:\n%s", diff)
	}
	if v := tree.Indicators[0].Target["2024"].Value; !v.Valid || v.Decimal.String() != "8.5" {
		t.Errorf("value = %+v", v)
	}
	if d := tree.Sources.Rows["s"].Date; d.Year != 2024 || d.Month != 1 || d.Day != 10 {
		t.Errorf("date = %+v", d)
	}
}

func TestLoadReportsEveryMisplacedFile(t *testing.T) {
	tree, codes := load(t, fstest.MapFS{
		"2024/01-目标.md":               text("+++\ntitle = \"x\"\n+++\n"),
		"2024/02-no-front.md":         text("只有正文\n"),
		"2024/notes.docx":             text("x"),
		"indicator/gdp.toml":          text("name = \"放错文件夹\"\n"),
		"indicators/Large Firms.toml": text("name = \"名字里有空格\"\n"),
		"indicators/big.toml":         {Data: make([]byte, source.MaxFile+1)},
		"pages/sub/about.md":          text("x"),
	})
	want := []string{
		"content/2024 S003",
		"content/2024/01-目标.md S005",
		"content/2024/02-no-front.md S009",
		"content/2024/notes.docx S004",
		"content/indicator S004",
		"content/indicators/Large Firms.toml S005",
		"content/indicators/big.toml S008",
		"content/pages/sub S004",
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Error(diff)
	}
	if len(tree.Indicators) != 0 {
		t.Errorf("%d indicators were read in spite of their faults", len(tree.Indicators))
	}
}

func TestLoadWithoutContent(t *testing.T) {
	if _, codes := load(t, fstest.MapFS{}); !slices.Contains(codes, "content S002") {
		t.Errorf("an empty folder gives %v", codes)
	}
	missing, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer missing.Close()
	sub, err := fs.Sub(missing.FS(), "content")
	if err != nil {
		t.Fatal(err)
	}
	if _, codes := load(t, sub); !slices.Contains(codes, "content S001") {
		t.Errorf("a missing folder gives %v", codes)
	}
}

// A link that leads out of content/ would publish what the editor never meant
// to: /etc/passwd, say.
func TestLoadFollowsNoLinkOut(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret.md")
	content := filepath.Join(dir, "content")
	if err := os.MkdirAll(filepath.Join(content, "2024"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(secret, []byte("+++\ntitle = \"秘密\"\n+++\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(content, "2024/report.toml"), []byte(report), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"01-absolute.md": secret, "02-relative.md": "../../secret.md"} {
		need.Link(t, target, filepath.Join(content, "2024", name))
	}
	root, err := os.OpenRoot(content)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree, codes := load(t, root.FS())
	if diff := cmp.Diff([]string{"content/2024/01-absolute.md S006", "content/2024/02-relative.md S006"}, codes); diff != "" {
		t.Error(diff)
	}
	if n := len(tree.Editions[0].Sections); n != 0 {
		t.Errorf("%d sections were read through links", n)
	}
}

// Whatever the order in which files are decoded, the tree is the same.
func TestLoadDoesNotDependOnJobs(t *testing.T) {
	files := fstest.MapFS{"2024/report.toml": text(report)}
	for _, id := range strings.Fields("a b c d e f g h") {
		files["indicators/"+id+".toml"] = text("name = \"" + id + "\"\nvaule = 1\n")
	}
	_, want := load(t, files)
	for range 20 {
		if _, got := load(t, files); !slices.Equal(got, want) {
			t.Fatalf("%v, then %v", want, got)
		}
	}
}
