package build

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A site of before there were markers is known by its data and pages, and only what is
// certain to be of a build is taken for it: the rest is kept.
func TestFormerSite(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" + formerPolicy + "style-src 'self'\">\n<title>x</title>")}
	own := &fstest.MapFile{Data: []byte("<!DOCTYPE html>\n<title>by hand</title>")}
	any := &fstest.MapFile{Data: []byte("x")}
	data := &fstest.MapFile{Data: []byte(`{"schema":1,"version":"af88e8033718","indicators":[{"id":"gdp"}]}`)}
	site := fstest.MapFS{"index.html": page, "404.html": page, "data/indicators.json": data}
	with := func(files fstest.MapFS) fstest.MapFS {
		all := maps.Clone(site)
		maps.Copy(all, files)
		return all
	}
	base := []string{"404.html", "data/indicators.json", "index.html"}
	for _, test := range []struct {
		name  string
		files fstest.MapFS
		more  []string // beside base; nil and !known: it is no such site
		known bool
	}{
		{"a site", with(nil), nil, true},
		{"what builds write", with(fstest.MapFS{
			"2024/goals/index.html": page, "en/404.html": page, "assets/site.06d00c014b.css": any, "_headers": any, "robots.txt": any,
			"sitemap.xml": any, "en/changes.xml": any, "data/indicators/gdp.csv": any, "charts/en-chart-gdp.json": any, "search/index.json": any,
		}), []string{
			"2024/goals/index.html", "_headers", "assets/site.06d00c014b.css", "charts/en-chart-gdp.json", "data/indicators/gdp.csv",
			"en/404.html", "en/changes.xml", "robots.txt", "search/index.json", "sitemap.xml",
		}, true},
		{"what people put there", with(fstest.MapFS{
			"CNAME": any, "google1.html": any, ".well-known/x": any, "data/budget.csv": any, "data/indicators/other.csv": any,
			"assets/logo.png": any, "assets/jquery.min.js": any, "survey/index.html": own, "charts/old.json": any, "papers/report.docx": any,
		}), nil, true},
		{"without data", fstest.MapFS{"index.html": page, "404.html": page}, nil, false},
		{"with data of another program", with(fstest.MapFS{"data/indicators.json": any}), nil, false},
		{"with data of another form", with(fstest.MapFS{"data/indicators.json": &fstest.MapFile{Data: []byte(`{"schema":1}`)}}), nil, false},
		{"with a home page of somebody's", with(fstest.MapFS{"index.html": own}), nil, false},
		{"with an empty home page", with(fstest.MapFS{"index.html": &fstest.MapFile{}}), nil, false},
		{"papers", fstest.MapFS{"report.docx": any}, nil, false},
		{"nothing", fstest.MapFS{}, nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := formerSite(test.files)
			if !test.known {
				if got != nil {
					t.Errorf("it is taken for a site: %v", got)
				}
				return
			}
			want := slices.Sorted(slices.Values(append(slices.Clone(base), test.more...)))
			if d := cmp.Diff(want, slices.Sorted(maps.Keys(got))); d != "" {
				t.Errorf("files of a build (-want +got):\n%s", d)
			}
		})
	}
}
