package page

import (
	"strings"
	"testing"
)

// The table of a year has no column without content: that of the first report has no
// year before, and one says whether targets are binding only where the report does.
func TestYearTableHasNoEmptyColumn(t *testing.T) {
	in := tinySite()
	files := render(t, loadTheme(t), in)
	for path, want := range map[string]bool{"2024/index.html": true, "2023/index.html": false} {
		if got := strings.Contains(files[path], "上年目标<span"); got != want {
			t.Errorf("%s has the columns of the year before: %t, want %t", path, got, want)
		}
	}
	if !strings.Contains(files["2024/index.html"], ">属性</th>") {
		t.Error("2024/index.html does not say which targets are expected")
	}
	for _, i := range in.Site.Indicators {
		i.Nature = ""
	}
	if strings.Contains(render(t, loadTheme(t), in)["2024/index.html"], ">属性</th>") {
		t.Error("a column without content stands in the table of the year")
	}
}
