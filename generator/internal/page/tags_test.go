package page

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/testsite"
	"reportsite/generator/internal/verdict"
)

// officialSite is the tiny site as an office would publish it.
func officialSite() input {
	in := tinySite()
	in.Config.BaseURL = "https://www.example.gov.cn"
	in.Config.Identity = config.Identity{
		SiteIDCode: "1234567890", SiteDomain: "www.example.gov.cn", Sponsor: "测试办公室", Organizer: "测试信息中心",
		Contact: "0000-0000000", ICP: "示例ICP备00000000号", Police: "示例公网安备00000000000000号",
	}
	in.Config.License = config.License{Name: "CC-BY-4.0", Title: testsite.Zh("署名 4.0"), URL: "https://license.example.org/by/4.0/"}
	return in
}

// tagsOf are the tags of a page that begin with a capital letter: those of the
// guide.
func tagsOf(d document) map[string]string {
	tags := map[string]string{}
	for _, n := range d.nodes {
		if name := attr(n, "name"); n.Data == "meta" && name != "" && name[0] <= 'Z' {
			tags[name] = attr(n, "content")
		}
	}
	return tags
}

func TestOfficialTags(t *testing.T) {
	files := render(t, loadTheme(t), officialSite())
	site := map[string]string{"SiteName": "测试市工作目标", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "1234567890"}
	for page, want := range map[string]map[string]string{
		"index.html": {
			"ColumnName": "测试市工作目标", "ColumnDescription": "测试用的站点。", "ColumnKeywords": "总产值,增速,测试市", "ColumnType": "首页",
		},
		"indicators/index.html": {
			"ColumnName": "指标", "ColumnDescription": "报告提出的全部指标，包括目标原文、已公布的结果和完成情况。",
			"ColumnKeywords": "总产值,增速,测试市", "ColumnType": "数据发布",
		},
		"2024/goals/index.html": {
			"ColumnName": "2024年报告", "ColumnDescription": "仅供测试。", "ColumnKeywords": "全年目标,测试市", "ColumnType": "工作动态",
			"ArticleTitle": "全年目标", "PubDate": "2024-01-10 00:00", "ContentSource": "测试报告", "Author": "测试办公室",
			"Keywords": "全年目标,总产值,增速", "Description": "总量与<工业>。", "Url": "https://www.example.gov.cn/2024/goals/",
		},
		"indicators/output/index.html": {
			"ColumnName": "指标", "ColumnDescription": "报告提出的全部指标，包括目标原文、已公布的结果和完成情况。",
			"ColumnKeywords": "总产值,增速,测试市", "ColumnType": "数据发布",
			"ArticleTitle": "工业总产值", "PubDate": "2025-01-20 00:00", "ContentSource": "统计公报",
			"Keywords": "工业总产值,总产值,全年目标", "Image": "https://www.example.gov.cn/data/indicators/output.svg",
			"Url": "https://www.example.gov.cn/indicators/output/",
		},
		"about/index.html": {
			"ColumnName": "关于", "ColumnDescription": "测试用的站点。", "ColumnKeywords": "测试市", "ColumnType": "概况信息",
		},
		"sitemap/index.html": {},
	} {
		for name, content := range site {
			want[name] = content
		}
		got := tagsOf(readDocument(t, files[page]))
		if page == "indicators/output/index.html" {
			delete(got, "Description") // the verdict in a sentence: package verdict's affair
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", page, diff)
		}
	}
}

// Without a date in the content there is none on the page.
func TestNoDateIsMadeUp(t *testing.T) {
	in := officialSite()
	for _, e := range in.Site.Editions {
		e.Published = model.Date{}
	}
	if got := tagsOf(readDocument(t, render(t, loadTheme(t), in)["2024/goals/index.html"]))["PubDate"]; got != "" {
		t.Errorf("PubDate is %q", got)
	}
}

func TestFooterSaysWho(t *testing.T) {
	theme := loadTheme(t)
	footer := func(in input) string {
		_, text, _ := strings.Cut(render(t, theme, in)["indicators/output/index.html"], "<footer")
		return text
	}
	official, private := footer(officialSite()), footer(tinySite())
	const unofficial = "不是政府网站"
	for _, want := range []string{"1234567890", "测试办公室", "测试信息中心", "0000-0000000", "示例ICP备00000000号", "示例公网安备00000000000000号", "署名 4.0"} {
		if !strings.Contains(official, want) {
			t.Errorf("the footer of an official site lacks %q", want)
		}
		if strings.Contains(private, want) {
			t.Errorf("the footer of another site has %q", want)
		}
	}
	if strings.Contains(official, unofficial) || !strings.Contains(private, unofficial) {
		t.Errorf("which site says %q?\n%s\n%s", unofficial, official, private)
	}
}

// linkedOf is what a page tells machines.
func linkedOf(t *testing.T, d document) map[string]any {
	t.Helper()
	for _, n := range d.nodes {
		if n.Data == "script" && attr(n, "type") == "application/ld+json" {
			var v map[string]any
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &v); err != nil {
				t.Fatal(err)
			}
			return v
		}
	}
	return nil
}

func TestLinkedData(t *testing.T) {
	files := render(t, loadTheme(t), officialSite())
	file := func(name, media string) any {
		return map[string]any{"@type": "DataDownload", "encodingFormat": media, "contentUrl": "https://www.example.gov.cn/data/indicators/" + name}
	}
	for page, want := range map[string]map[string]any{
		"indicators/output/index.html": {
			"@type": "Dataset", "name": "工业总产值", "temporalCoverage": "2023/2024", "license": "https://license.example.org/by/4.0/",
			"creator":      map[string]any{"@type": "Organization", "name": "测试办公室"},
			"distribution": []any{file("output.csv", "text/csv"), file("output.json", "application/json")},
		},
		"2024/index.html": {
			"@type": "Report", "name": "2024年报告", "datePublished": "2024-01-10", "temporalCoverage": "2024", "inLanguage": "zh-CN",
		},
		"2023/index.html":          {"@type": "Report", "datePublished": nil},
		"2024/goals/index.html":    {"@type": "Article", "headline": "全年目标", "description": "总量与<工业>。"},
		"en/2024/goals/index.html": {"@type": "Article", "headline": "Goals", "inLanguage": "en"},
	} {
		got := linkedOf(t, readDocument(t, files[page]))
		want["@context"] = "https://schema.org"
		for key, value := range want {
			if diff := cmp.Diff(value, got[key]); diff != "" {
				t.Errorf("%s: %s:\n%s", page, key, diff)
			}
		}
	}
}

// Pages that repeat others are kept out of search engines; all others are
// shared under their own address and title.
func TestHiddenPages(t *testing.T) {
	files := render(t, loadTheme(t), officialSite())
	for _, page := range pagesOf(files) {
		var hidden bool
		shared := map[string]string{}
		for _, n := range readDocument(t, files[page]).nodes {
			hidden = hidden || attr(n, "name") == "robots" && attr(n, "content") == "noindex"
			if p := attr(n, "property"); strings.HasPrefix(p, "og:") {
				shared[p] = attr(n, "content")
			}
		}
		repeats := strings.Contains(page, "embed/") || strings.Contains(page, "/print/") || strings.HasSuffix(page, "404.html")
		if hidden != repeats {
			t.Errorf("%s: hidden is %t", page, hidden)
		}
		if !repeats && (shared["og:title"] == "" || shared["og:url"] == "" || shared["og:locale"] == "") {
			t.Errorf("%s: shared as %v", page, shared)
		}
	}
}

// The feed is what RFC 4287 asks for: every entry has an id of its own, and
// dates from the content.
func TestFeed(t *testing.T) {
	in := officialSite()
	in.Site.Changes = []model.Change{{ID: "opened", Date: model.Date{Year: 2024, Month: 7, Day: 20}, Text: testsite.Zh("新增“方法”页。")}}
	asOf := model.Date{Year: 2025, Month: 2, Day: 1}
	in.Verdicts = verdict.All(in.Site, verdict.Options{AsOf: asOf, OnPaceBand: in.Config.OnPaceBand})
	for name, text := range render(t, loadTheme(t), in) {
		if !strings.HasSuffix(name, "changes.xml") {
			continue
		}
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		ids, entries := map[string]bool{}, 0
		for n := range root.Descendants() {
			switch n.Data {
			case "entry":
				entries++
			case "id":
				id := n.FirstChild.Data
				if ids[id] || !strings.HasPrefix(id, "https://www.example.gov.cn/") {
					t.Errorf("%s: id %q is not unique, or no address", name, id)
				}
				ids[id] = true
			case "updated":
				if day, err := time.Parse(time.RFC3339, n.FirstChild.Data); err != nil || day.Format(time.DateOnly) > asOf.String() {
					t.Errorf("%s: updated %s (%v)", name, n.FirstChild.Data, err)
				}
			}
		}
		if entries < 5 || !strings.Contains(text, "新增“方法”页。") || !strings.Contains(text, "?opened-2024-07-20</id>") {
			t.Errorf("%s has %d entries:\n%s", name, entries, text)
		}
	}
}
