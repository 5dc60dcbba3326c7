package page

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
)

// The code to copy is a frame around a page that is there, as high as its
// chart needs.
func TestEmbedCode(t *testing.T) {
	in := officialSite()
	in.Site.Indicators[0].Name = model.Text{Zh: `"甲"与<乙>`}
	files, _ := renderAll(t, filesOf(loadTheme(t), in))
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
		src, theme, _ := strings.Cut(attr(n, "src"), "?")
		page, ok := files[strings.TrimPrefix(src, "https://www.example.gov.cn/")+"index.html"]
		if !ok || theme != "theme=light" || !strings.Contains(page, "chart-output") || strings.Count(page, "<script") != 1 {
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

var (
	embedSources = regexp.MustCompile(`(?s)<p class="chart-source">.*?</p>`)
	pageSources  = regexp.MustCompile(`(?s)<ul class="sources">.*?</ul>`)
)

// TestEmbedSources holds that a frame names the sources that the indicator's own
// page names, and no others: its chart draws all figures, and an indicator without a
// target of the report does not have the report as a source.
func TestEmbedSources(t *testing.T) {
	in := tinySite()
	own := &model.Source{ID: "own", Name: testsite.Zh("另一份公报")}
	in.Site.Sources = append(in.Site.Sources, own)
	for _, i := range in.Site.Indicators {
		if len(i.Observations) > 1 {
			i.Observations[0].Source = own // an early figure, which no verdict judges
		}
	}
	last := in.Site.Indicators[len(in.Site.Indicators)-1]
	last.Targets = nil
	for _, o := range last.Observations {
		o.Source = in.Site.Sources[0]
	}
	in.Verdicts = verdict.All(in.Site, verdict.Options{OnPaceBand: in.Config.OnPaceBand})
	files := render(t, loadTheme(t), in)
	named := map[string]int{}
	for _, i := range in.Site.Indicators {
		frame := embedSources.FindString(files["embed/"+i.ID+"/index.html"])
		page := pageSources.FindString(files["indicators/"+i.ID+"/index.html"])
		for _, s := range in.Site.Sources {
			inFrame, inPage := strings.Contains(frame, s.Name.Zh), strings.Contains(page, s.Name.Zh)
			if inFrame != inPage {
				t.Errorf("%s, source %s: in the frame %t, on the page %t", i.ID, s.ID, inFrame, inPage)
			}
			if inFrame {
				named[s.ID]++
			}
		}
	}
	for _, s := range in.Site.Sources {
		if n := named[s.ID]; n == 0 || s.ID == "report" && n == len(in.Site.Indicators) {
			t.Errorf("%s is a source of %d frames: the case shows nothing", s.ID, n)
		}
	}
}
