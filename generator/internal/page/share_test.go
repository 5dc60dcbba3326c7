package page

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/library"
	"reportsite/generator/internal/locale"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/need"
	"reportsite/generator/internal/share"
)

// picturedSite is the tiny site with fonts and an address.
func picturedSite(t *testing.T) input {
	t.Helper()
	if err := library.Ensure(t.Context(), templatesDir, nil); err != nil {
		need.Skip(t, "no font: %v", err)
	}
	in := officialSite()
	var err error
	if in.Fonts, err = share.Open(os.DirFS(library.Fonts.Path(templatesDir))); err != nil {
		t.Fatal(err)
	}
	return in
}

// TestPictureOfEachIndicator holds that every page that names a picture has it,
// and that the page of an indicator and the home page name one in each language.
func TestPictureOfEachIndicator(t *testing.T) {
	in := picturedSite(t)
	files := render(t, loadTheme(t), in)
	named, borrowed := 0, 0
	for path, text := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		tags := map[string]string{}
		for _, n := range readDocument(t, text).nodes {
			if n.Data == "meta" {
				tags[attr(n, "property")+attr(n, "name")] = attr(n, "content")
			}
		}
		url := tags["og:image"]
		folder, _ := strings.CutSuffix(path, "index.html")
		_, made := files[folder+"share.png"]
		if made && url == "" {
			t.Errorf("%s does not name its picture", path)
		}
		if url == "" {
			continue
		}
		if !made { // a page without a picture of its own shows the front page's
			borrowed++
			if prefix := prefixOf(in, path); url != in.Config.BaseURL+"/"+prefix+"share.png" || files[prefix+"share.png"] == "" {
				t.Errorf("%s names the picture %q", path, url)
			}
			continue
		}
		named++
		if want := in.Config.BaseURL + "/" + folder + "share.png"; url != want {
			t.Errorf("%s names %s, want %s", path, url, want)
		}
		if tags["og:image:alt"] == "" || tags["og:image:width"] != "1200" || tags["og:image:height"] != "630" || tags["twitter:card"] != "summary_large_image" {
			t.Errorf("%s: %v", path, tags)
		}
		if strings.HasPrefix(folder, "indicators/") && tags["Image"] != url {
			t.Errorf("%s has the image %s", path, tags["Image"])
		}
		if !strings.Contains(text, `"image":"`+url+`"`) && strings.Contains(text, "ld+json") {
			t.Errorf("%s: JSON-LD does not name the picture", path)
		}
		size, err := png.DecodeConfig(bytes.NewReader([]byte(files[folder+"share.png"])))
		if err != nil || size.Width != share.Width || size.Height != share.Height {
			t.Errorf("%sshare.png: %v, %v", folder, size, err)
		}
	}
	if want := len(locale.Names(in.Input)) * (len(in.Site.Indicators) + 1); named != want {
		t.Errorf("%d pages name a picture, want %d", named, want)
	}
	if borrowed == 0 {
		t.Error("no list shows the picture of the front page")
	}
}

// prefixOf is the folder of the language of a page.
func prefixOf(in input, path string) string {
	for _, n := range locale.Names(in.Input) {
		if n.Prefix != "" && strings.HasPrefix(path, n.Prefix) {
			return n.Prefix
		}
	}
	return ""
}

// TestNoPictureOfOtherScripts holds that a name that the font cannot write has no
// picture, and that its page names none.
func TestNoPictureOfOtherScripts(t *testing.T) {
	in := picturedSite(t)
	i := in.Site.Indicators[0]
	i.Name = model.Text{Zh: "شىنجاڭ", En: "བོད་ལྗོངས"}
	files := render(t, loadTheme(t), in)
	for _, t1 := range locale.Names(in.Input) {
		page := files[t1.Prefix+address.Indicator(i)+"index.html"]
		if page == "" || strings.Contains(page, "og:image") || strings.Contains(page, ">PNG<") {
			t.Errorf("the page in %s names a picture", t1.Lang)
		}
		if _, made := files[t1.Prefix+address.Indicator(i)+"share.png"]; made {
			t.Errorf("there is a picture in %s", t1.Lang)
		}
	}
}
