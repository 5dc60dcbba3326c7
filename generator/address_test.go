package main

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/build"
	"reportsite/generator/internal/testsite"
)

// TestAddressesAreThoseOfABuild compares the table of addresses with what a
// build writes: every page of the table is there, every file that is there is in
// the table, and every name at the root is taken.
func TestAddressesAreThoseOfABuild(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(t.TempDir(), "site")
	testsite.Unpack(t, "testdata/site.txtar", root)
	config := filepath.Join(root, "config.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	// In two languages: the second one has a folder. With an address: there is a sitemap.
	head := "title_en = \"Report\"\nbase_url = \"https://www.example.gov.cn/report\"\n"
	if err := os.WriteFile(config, append([]byte(head), text...), 0o666); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(root, "content/2024/report.toml")
	if text, err = os.ReadFile(report); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(report, append([]byte("title_en = \"Report\"\n"), text...), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(root, "content/pages"), 0o777); err != nil {
		t.Fatal(err)
	}
	page := "+++\ntitle = \"说明\"\n+++\n[搜索](/search/) [打印](/2024/print/) [表](/data/indicators.csv) [订阅](/changes.xml)\n"
	if err := os.WriteFile(filepath.Join(root, "content/pages/note.md"), []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if code := run(t.Context(), []string{"generator", "-C", root, "-templates", templates}, io.Discard, &said); code != exitOK {
		t.Fatalf("exit status %d\n%s", code, said.String())
	}
	builder := &build.Builder{Options: build.Options{Folder: root, Templates: templates, Plain: true}}
	site, diags, err := builder.Site(t.Context())
	if err != nil || site == nil {
		t.Fatalf("%v %v", diags, err)
	}
	public := os.DirFS(filepath.Join(root, "public"))
	wanted, folders := map[string]bool{}, []string{}
	for _, prefix := range []string{"", "en/"} {
		for _, a := range address.Pages(site.Site) {
			wanted[prefix+pageFileOf(a.Path)] = true
		}
		folders = append(folders, prefix+address.IndexFiles)
		wanted[prefix+address.Feed] = true
		if _, err := fs.Stat(public, address.HomePicture); err == nil { // the font is there
			wanted[prefix+address.HomePicture] = true
			for _, i := range site.Site.Indicators {
				wanted[prefix+address.Picture(i)] = true
			}
		}
	}
	for _, a := range address.Places() {
		switch {
		case !a.Shared:
		case address.IsFile(a.Path):
			wanted[a.Path] = true
		default:
			folders = append(folders, a.Path)
		}
	}
	for name := range wanted {
		if _, err := fs.Stat(public, name); err != nil {
			t.Errorf("the table has %s, which the build does not write", name)
		}
	}
	err = fs.WalkDir(public, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == "." || name == ".gitignore" {
			return err
		}
		id, _, _ := strings.Cut(name, ".")
		if path.Dir(name) == "." && id != "_headers" && id != "note" && id != "about" && address.PageName(id) == address.Free {
			t.Errorf("a page of the editors may be called %s, where the build writes %s", id, name)
		}
		if e.IsDir() || wanted[name] {
			return nil
		}
		for _, folder := range folders {
			if strings.HasPrefix(name, folder) {
				return nil
			}
		}
		t.Errorf("the build writes %s, which is not in the table", name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	made, err := fs.ReadFile(public, "note/index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, href := range []string{`"/report/search/"`, `"/report/2024/print/"`, `"/report/data/indicators.csv"`, `"/report/changes.xml"`} {
		if !strings.Contains(string(made), href) {
			t.Errorf("the page does not link to %s", href)
		}
	}
}

func pageFileOf(path string) string {
	if address.IsFile(path) {
		return path
	}
	return path + "index.html"
}
