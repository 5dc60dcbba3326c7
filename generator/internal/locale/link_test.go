package locale

import "testing"

func TestHref(t *testing.T) {
	for _, c := range []struct{ base, from, to, want string }{
		{"", "", "", "index.html"},
		{"", "", "2024/goals/", "2024/goals/index.html"},
		{"", "2024/goals/", "", "../../index.html"},
		{"", "2024/goals/", "2024/goals/", "../../2024/goals/index.html"},
		{"", "2024/goals/", "2024/goals/#growth", "#growth"},
		{"", "2024/goals/", "indicators/gdp/#data", "../../indicators/gdp/index.html#data"},
		{"", "indicators/gdp/", "data/indicators/gdp.csv", "../../data/indicators/gdp.csv"},
		{"", "404.html", "assets/site.css", "assets/site.css"},
		{"https://example.org", "", "", "/"},
		{"https://example.org", "2024/goals/", "", "/"},
		{"https://example.org", "2024/goals/", "2024/goals/#growth", "#growth"},
		{"https://example.org", "404.html", "assets/site.css", "/assets/site.css"},
		{"https://example.org/report", "2024/goals/", "indicators/gdp/", "/report/indicators/gdp/"},
		{"https://example.org/a b", "", "about/#what", "/a%20b/about/#what"},
	} {
		if got := NewLinker(c.base).Href(c.from, c.to); got != c.want {
			t.Errorf("base %q: href(%q, %q) = %q, want %q", c.base, c.from, c.to, got, c.want)
		}
	}
}

func TestAbsolute(t *testing.T) {
	for _, c := range []struct{ base, path, want string }{
		{"", "2024/", ""},
		{"https://example.org", "", "https://example.org/"},
		{"https://example.org/report", "2024/goals/", "https://example.org/report/2024/goals/"},
	} {
		if got := NewLinker(c.base).Absolute(c.path); got != c.want {
			t.Errorf("base %q: absolute(%q) = %q, want %q", c.base, c.path, got, c.want)
		}
	}
}
