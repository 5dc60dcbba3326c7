package scaffold

import (
	"errors"
	"strings"
	"testing"

	"reportsite/generator/internal/save"
	"reportsite/generator/internal/tomlfile"
)

// parsed fails when a TOML file of the list cannot be parsed. What its keys
// mean is for the scripts of the command line to test, which build the site.
func parsed(t *testing.T, list []save.File) {
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
