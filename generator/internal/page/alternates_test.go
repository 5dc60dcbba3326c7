package page

import (
	"strings"
	"testing"
)

// Search engines take only whole addresses for the same page in another
// language; relative ones are faults in their eyes.
func TestAlternates(t *testing.T) {
	const page = "indicators/output/index.html"
	theme := loadTheme(t)
	for path, text := range render(t, theme, tinySite()) {
		if strings.Contains(text, `<link rel="alternate" hreflang`) {
			t.Errorf("%s names other languages without a base address", path)
		}
	}
	in := tinySite()
	in.Config.BaseURL = "https://www.example.gov.cn"
	files := render(t, theme, in)
	for _, path := range []string{page, "en/" + page} {
		for _, want := range []string{
			`<link rel="alternate" hreflang="en" href="https://www.example.gov.cn/en/indicators/output/">`,
			`<link rel="alternate" hreflang="zh-CN" href="https://www.example.gov.cn/indicators/output/">`,
		} {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
	}
	for _, path := range []string{"404.html", "embed/output/index.html"} {
		if strings.Contains(files[path], `<link rel="alternate" hreflang`) {
			t.Errorf("%s is one that search engines leave out", path)
		}
	}
}
