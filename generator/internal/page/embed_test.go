package page

import (
	"html"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
)

// The code to copy is a frame around a page that is there, as high as its
// chart needs.
func TestEmbedCode(t *testing.T) {
	in := officialSite()
	in.Site.Indicators[0].Name = model.Text{Zh: `"甲"与<乙>`}
	files, _ := renderAll(t, Files(loadTheme(t), in))
	_, code, _ := strings.Cut(files["indicators/output/index.html"], "<textarea")
	_, code, _ = strings.Cut(code, ">")
	code, _, _ = strings.Cut(code, "</textarea>")
	frame := readDocument(t, html.UnescapeString(code)).nodes
	for _, n := range frame {
		if n.Data != "iframe" {
			continue
		}
		if got := attr(n, "title"); got != `"甲"与<乙>` {
			t.Errorf("the frame is called %q", got)
		}
		if w, h := attr(n, "width"), attr(n, "height"); w != "720" || len(h) != 3 || h < "200" {
			t.Errorf("the frame is %s by %s pixels", w, h)
		}
		page, ok := files[strings.TrimPrefix(attr(n, "src"), "https://www.example.gov.cn/")+"index.html"]
		if !ok || !strings.Contains(page, "chart-output") || strings.Contains(page, "<script") {
			t.Errorf("the frame shows %q:\n%s", attr(n, "src"), page)
		}
		return
	}
	t.Errorf("there is no frame in %q", code)
}

func TestNoEmbedCodeWithoutAddress(t *testing.T) {
	if page := render(t, loadTheme(t), tinySite())["indicators/output/index.html"]; strings.Contains(page, "iframe") {
		t.Error("a site without an address offers a frame")
	}
}

// A section on the page of the whole report has ids of its own, and headings
// below its title.
func TestOwnIDs(t *testing.T) {
	for _, c := range []struct {
		html  string
		above int
		want  string
	}{
		{`<h2 id="growth">总量</h2>`, 1, `<h3 id="section:goals:growth">总量</h3>`},
		{`<h3 class="x" id="growth">总量</h3>`, 2, `<h5 class="x" id="section:goals:growth">总量</h5>`},
		{`<h6>六级</h6><h5>五级</h5>`, 2, `<h6>六级</h6><h6>五级</h6>`},
		{`<a class="note" href="#fn1">1</a> <a href="/x/#fn1">x</a>`, 1, `<a class="note" href="#section:goals:fn1">1</a> <a href="/x/#fn1">x</a>`},
		{`<p>id="growth" &lt;h2&gt;</p>`, 1, `<p>id="growth" &lt;h2&gt;</p>`},
	} {
		if got := ownIDs(c.html, "section:goals", c.above); got != c.want {
			t.Errorf("ownIDs(%q) = %q, want %q", c.html, got, c.want)
		}
	}
}
