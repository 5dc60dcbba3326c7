package scaffold

import (
	"errors"
	"os"
	"strings"
	"testing"

	"reportsite/generator/internal/tomlfile"
)

// parsed fails when a TOML file of the list cannot be parsed. What its keys
// mean is for the scripts of the command line to test, which build the site.
func parsed(t *testing.T, list []File) {
	t.Helper()
	for _, f := range list {
		if !strings.HasSuffix(f.Path, ".toml") {
			continue
		}
		_, diags := tomlfile.Decode(f.Path, f.Data, 1, &struct{}{})
		for _, d := range diags {
			if d.Rule != tomlfile.UnknownKey {
				t.Errorf("%s: %s\n%s", d.Pos, d.Message("en"), f.Data)
			}
		}
	}
}

func TestNewFilesAreTOML(t *testing.T) {
	list := Site(`甲"乙\`, "示例县", 2025)
	i, err := Indicator("gdp", "2025/goals", 2025)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Commitment("park", "建成“新园区”", "goals", 2025)
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, i, c)
	list = append(list, Edition(2025, Previous{Year: 2024, Place: "示例县", Sections: []Heading{{ID: "goals", Title: "目标", Number: 1}}})...)
	parsed(t, list)
	for _, f := range list {
		if strings.Contains(string(f.Data), "{{") || strings.Contains(string(f.Data), "<no value>") {
			t.Errorf("%s has unfilled values:\n%s", f.Path, f.Data)
		}
	}
}

func TestNamesThatAreNoAddress(t *testing.T) {
	for _, id := range []string{"", "-a", "A", "规上", "a b", "../a", "a/b"} {
		if _, err := Indicator(id, "", 2025); !errors.Is(err, ErrName) {
			t.Errorf("indicator %q: %v", id, err)
		}
		if _, err := Section(id, "", 2025, 1); !errors.Is(err, ErrName) {
			t.Errorf("section %q: %v", id, err)
		}
		if _, err := Commitment(id, "", "", 2025); !errors.Is(err, ErrName) {
			t.Errorf("commitment %q: %v", id, err)
		}
	}
}

func open(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestWriteNeverOverwrites(t *testing.T) {
	root := open(t)
	if err := root.WriteFile("b", []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Write(root, []File{{"a", []byte("new")}, {"b", []byte("new")}})
	if !errors.Is(err, ErrExists) {
		t.Errorf("error %v, want ErrExists", err)
	}
	if _, err := root.Stat("a"); err == nil {
		t.Error("one file of two was written")
	}
	if data, _ := root.ReadFile("b"); string(data) != "old" {
		t.Errorf("b is %q", data)
	}
	if err := Write(root, []File{{"../out", nil}}); err == nil {
		t.Error("a file outside the folder was written")
	}
}

func TestAppend(t *testing.T) {
	root := open(t)
	for _, text := range []string{"one\n", "two\n"} {
		if err := Append(root, File{"dir/a", []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	if data, _ := root.ReadFile("dir/a"); string(data) != "one\n\ntwo\n" {
		t.Errorf("got %q", data)
	}
}
