package address

import "testing"

func TestFile(t *testing.T) {
	for path, want := range map[string]string{
		"":                "index.html",
		"2024/":           "2024/index.html",
		"404.html":        "404.html",
		"data/gdp.json":   "data/gdp.json",
		"indicators/gdp/": "indicators/gdp/index.html",
	} {
		if got := File(path); got != want {
			t.Errorf("File(%q) = %q, want %q", path, got, want)
		}
	}
}
