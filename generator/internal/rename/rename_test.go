package rename

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"reportsite/generator/internal/need"

	"github.com/google/go-cmp/cmp"
)

func site(t *testing.T) (string, *os.Root) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"config.toml":                    "title = \"站\"\n[menu.a]\ntitle = \"甲\"\nurl = \"/indicators/gdp/\"\n",
		"content/indicators/gdp.toml":    "# 说明\nname = \"生产总值\"\nsection = \"2024/goals#growth\"\nobservations = \"gdp.csv\"\n",
		"content/indicators/gdp.csv":     "时期,数值\n",
		"content/indicators/income.toml": "growth = \"gdp\"\n[target.2024]\nref = 'gdp' # gdp\nas_written = \"gdp\"\n",
		"content/2024/01-goals.md":       "\ufeff+++\r\ntitle = \"目标\"\r\n+++\r\n[8%](indicator:gdp#2024)、[gdp](/indicators/gdp#x)\r\n![图](<indicator:income, gdp>)\r\n[下载](/data/indicators/gdp.csv) [不是](indicator:gdp-per-head)\r\n",
		"content/2024/02-firms.md":       "+++\ntitle = \"企业\"\nparent = \"goals\"\n+++\n见[目标](01-goals.md#growth)、[同](/2024/goals/)、[别年](../2023/01-goals.md)\n",
		"content/2024/commitments.toml":  "[a]\nsection = \"goals#growth\"\n",
		"content/2023/01-goals.md":       "+++\ntitle = \"目标\"\n+++\n[次年](../2024/01-goals.md)\n[gdp]: /indicators/gdp/\n",
		"content/pages/about.md":         "+++\ntitle = \"关于\"\nformer = [\"/us/\", \"/contact/\"]\n+++\n[本页](about.md) [根](/about)\n",
		"content/pages/about.en.md":      "+++\ntitle = \"About\"\n+++\ntext\n",
		"content/tables/monthly.toml":    "[rows]\n\"生产总值\" = \"gdp\"\n",
		"content/files/gdp.toml":         "ref = \"gdp\"\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

// content are all files of a folder.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestRename checks every reference to an indicator, a section and a page.
func TestRename(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     map[string]string // what changes; "" is a file that goes
	}{
		{"gdp", "gross-product", map[string]string{
			"config.toml":                           "title = \"站\"\n[menu.a]\ntitle = \"甲\"\nurl = \"/indicators/gross-product/\"\n",
			"content/indicators/gdp.toml":           "",
			"content/indicators/gross-product.toml": "former = [\"/indicators/gdp/\"]\n# 说明\nname = \"生产总值\"\nsection = \"2024/goals#growth\"\nobservations = \"gdp.csv\"\n",
			"content/indicators/income.toml":        "growth = \"gross-product\"\n[target.2024]\nref = 'gross-product' # gdp\nas_written = \"gdp\"\n",
			"content/2024/01-goals.md":              "\ufeff+++\r\ntitle = \"目标\"\r\n+++\r\n[8%](indicator:gross-product#2024)、[gdp](/indicators/gross-product#x)\r\n![图](<indicator:income, gross-product>)\r\n[下载](/data/indicators/gross-product.csv) [不是](indicator:gdp-per-head)\r\n",
			"content/2023/01-goals.md":              "+++\ntitle = \"目标\"\n+++\n[次年](../2024/01-goals.md)\n[gdp]: /indicators/gross-product/\n",
			"content/tables/monthly.toml":           "[rows]\n\"生产总值\" = \"gross-product\"\n",
		}},
		{"2024/goals", "aims", map[string]string{
			"content/indicators/gdp.toml":   "# 说明\nname = \"生产总值\"\nsection = \"2024/aims#growth\"\nobservations = \"gdp.csv\"\n",
			"content/2024/01-goals.md":      "",
			"content/2024/01-aims.md":       "\ufeff+++\r\nformer = [\"/2024/goals/\"]\r\ntitle = \"目标\"\r\n+++\r\n[8%](indicator:gdp#2024)、[gdp](/indicators/gdp#x)\r\n![图](<indicator:income, gdp>)\r\n[下载](/data/indicators/gdp.csv) [不是](indicator:gdp-per-head)\r\n",
			"content/2024/02-firms.md":      "+++\ntitle = \"企业\"\nparent = \"aims\"\n+++\n见[目标](01-aims.md#growth)、[同](/2024/aims/)、[别年](../2023/01-goals.md)\n",
			"content/2024/commitments.toml": "[a]\nsection = \"aims#growth\"\n",
			"content/2023/01-goals.md":      "+++\ntitle = \"目标\"\n+++\n[次年](../2024/01-aims.md)\n[gdp]: /indicators/gdp/\n",
		}},
		{"pages/about", "pages/contact", map[string]string{
			"content/pages/about.md":      "",
			"content/pages/about.en.md":   "",
			"content/pages/contact.md":    "+++\ntitle = \"关于\"\nformer = [\"/about/\", \"/us/\", ]\n+++\n[本页](contact.md) [根](/contact)\n",
			"content/pages/contact.en.md": "+++\ntitle = \"About\"\n+++\ntext\n",
		}},
	} {
		t.Run(test.from, func(t *testing.T) {
			dir, root := site(t)
			want := content(t, dir)
			for name, text := range test.want {
				if want[name] = text; text == "" {
					delete(want, name)
				}
			}
			list, err := Plan(root.FS(), test.from, test.to)
			if err != nil {
				t.Fatal(err)
			}
			over := map[string]string{}
			err = fs.WalkDir(Over(root.FS(), list), ".", func(name string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() {
					return err
				}
				data, err := fs.ReadFile(Over(root.FS(), list), name)
				over[name] = string(data)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, over); d != "" {
				t.Errorf("the site as it would be (-want +got):\n%s", d)
			}
			if err := Apply(root, list); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, content(t, dir)); d != "" {
				t.Errorf("the site (-want +got):\n%s", d)
			}
		})
	}
}

// TestRenameIsWholeOrNothing stops in the middle: what was done is undone, files of
// others that look like half-written ones stay, and so do links.
func TestRenameIsWholeOrNothing(t *testing.T) {
	faults := map[string]func(t *testing.T, dir string, list []File) []File{
		"a file that changed": func(t *testing.T, dir string, list []File) []File {
			if err := os.WriteFile(filepath.Join(dir, "content/2024/01-goals.md"), []byte("anders"), 0o600); err != nil {
				t.Fatal(err)
			}
			return list
		},
		"a name that is taken": func(t *testing.T, dir string, list []File) []File {
			if err := os.WriteFile(filepath.Join(dir, "content/indicators/product.toml"), []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
			return list
		},
		"a place below a file": func(t *testing.T, dir string, list []File) []File {
			// The last one cannot be written: all others are in their places by then.
			if err := errors.Join(os.Mkdir(filepath.Join(dir, "content/zz"), 0o755), os.WriteFile(filepath.Join(dir, "content/zz/x"), nil, 0o600)); err != nil {
				t.Fatal(err)
			}
			last := list[len(list)-1]
			last.Path = "content/zz/x/y/z.toml"
			return append(list[:len(list)-1:len(list)-1], last)
		},
		"a link": func(t *testing.T, dir string, list []File) []File {
			file := filepath.Join(dir, "content/indicators/gdp.toml")
			if err := os.Rename(file, file+".real"); err != nil {
				t.Fatal(err)
			}
			need.Link(t, "gdp.toml.real", file)
			return list
		},
	}
	for name, act := range faults {
		t.Run(name, func(t *testing.T) {
			dir, root := site(t)
			beside := filepath.Join(dir, "content/2024/.01-goals.md.new0")
			if err := os.WriteFile(beside, []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
			list, err := Plan(root.FS(), "gdp", "product")
			if err != nil {
				t.Fatal(err)
			}
			list = act(t, dir, list)
			before := content(t, dir)
			if err := Apply(root, list); err == nil {
				t.Error("it was applied")
			}
			if d := cmp.Diff(before, content(t, dir)); d != "" {
				t.Errorf("the folder (-before +after):\n%s", d)
			}
		})
	}
}

func TestNames(t *testing.T) {
	_, root := site(t)
	for _, test := range []struct {
		from, to string
		want     error
	}{
		{"gdp", "GDP", ErrName}, {"gdp", "a b", ErrName}, {"gdp", "", ErrName}, {"gdp", "-a", ErrName}, {"gdp", "../a", ErrForm},
		{"../gdp", "a", ErrForm}, {"gdp", "pages/a", ErrForm}, {"2024/goals", "2025/goals", ErrForm}, {"files/gdp", "files/a", ErrForm},
		{"gdp", "gdp", ErrTaken}, {"gdp", "income", ErrTaken}, {"2024/goals", "firms", nil}, {"none", "a", ErrUnknown}, {"pages/none", "a", ErrUnknown},
	} {
		if _, err := Plan(root.FS(), test.from, test.to); !errors.Is(err, test.want) || test.want == nil && err != nil {
			t.Errorf("Plan(%q, %q) = %v, want %v", test.from, test.to, err, test.want)
		}
	}
	bad := fstest.MapFS{"content/indicators/a.toml": {Data: []byte("x = \"\uFFFD\"\n")}}
	if _, err := Plan(bad, "a", "b"); !errors.Is(err, ErrUTF8) {
		t.Errorf("a lost character: %v", err)
	}
}

func FuzzLinks(f *testing.F) {
	f.Add("[a](indicator:gdp#2024) ![b](indicator:a, gdp) [c](/indicators/gdp/#x)\n[d]: /indicators/gdp/\n")
	f.Fuzz(func(t *testing.T, text string) {
		th := thing{"indicators", "gdp", "gross-product"}
		got := th.links(text, "content/2024/01-a.md")
		if back := (thing{"indicators", "gross-product", "gdp"}).links(got, "content/2024/01-a.md"); !strings.Contains(text, "gross-product") && back != text {
			t.Errorf("%q becomes %q, and back %q", text, got, back)
		}
	})
}
