package feeds

import (
	"strings"
	"testing"

	"reportsite/generator/internal/testsite"
)

// A sitemap names whole addresses. Where nobody knows them, there is none.
func TestSitemap(t *testing.T) {
	in := testsite.Tiny()
	if got := render(t, in)["sitemap.xml"]; got != "" {
		t.Errorf("without an address there is a sitemap:\n%s", got)
	}
	if robots := render(t, in)["robots.txt"]; strings.Contains(robots, "Sitemap") {
		t.Errorf("without an address robots.txt names a sitemap:\n%s", robots)
	}
	in.Config.BaseURL = "https://www.example.gov.cn/report"
	files := render(t, in)
	for _, want := range []string{
		"<loc>https://www.example.gov.cn/report/</loc>", "<loc>https://www.example.gov.cn/report/en/indicators/output/</loc>",
	} {
		if !strings.Contains(files["sitemap.xml"], want) {
			t.Errorf("%s is missing in\n%s", want, files["sitemap.xml"])
		}
	}
	if !strings.Contains(files["robots.txt"], "Sitemap: https://www.example.gov.cn/report/sitemap.xml\n") {
		t.Errorf("robots.txt does not name the sitemap:\n%s", files["robots.txt"])
	}
}
