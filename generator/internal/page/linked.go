package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/wording"
)

// thing is a description for machines in the vocabulary of schema.org, printed
// as JSON-LD: a block of data, which is not run.
type thing map[string]any

// linked prints a description. What is empty is left out.
func (f *frame) linked(t thing) template.JS {
	t["@context"] = "https://schema.org"
	for k, v := range t {
		if v == "" || v == nil {
			delete(t, k)
		}
	}
	data, err := json.Marshal(t) // which escapes <, > and &
	if err != nil {
		panic("page: internal error: describe a page: " + err.Error()) // texts and lists only
	}
	return template.JS(data)
}

// describe sets what machines are told about the page: JSON-LD and the tags of
// the Open Graph protocol.
func (f *frame) describe(kind string, more thing) {
	t := thing{
		"@type": kind, "name": f.Heading.Text, "headline": f.Heading.Text, "description": f.Description,
		"inLanguage": f.Lang, "url": f.Canonical, "license": f.book.Config.License.URL, "image": f.Picture,
	}
	if kind == "Dataset" || kind == "DataCatalog" {
		delete(t, "headline")
	}
	for k, v := range more {
		t[k] = v
	}
	f.Linked = f.linked(t)
}

// describeDataset tells machines about an indicator and its files.
func (f *frame) describeDataset(i *model.Indicator) {
	b := f.book
	more := thing{
		"description":      f.datasetAbout(i),
		"variableMeasured": wording.Title(i).In(b.Lang), "creator": f.publisher(), "publisher": f.publisher(),
		"spatialCoverage": f.Place.Text, "dateModified": b.Modified(address.Page{Indicator: i}).String(),
	}
	if n := len(i.Observations); n > 0 {
		first, last := i.Observations[0].Period.Year, i.Observations[n-1].Period.Year
		more["temporalCoverage"] = fmt.Sprintf("%d/%d", first, last)
	}
	if f.Canonical != "" {
		var files []thing
		for _, kind := range []struct{ ending, media string }{{".csv", "text/csv"}, {".json", "application/json"}} {
			files = append(files, thing{"@type": "DataDownload", "encodingFormat": kind.media, "contentUrl": b.Linker.Absolute(address.Data(i, kind.ending))})
		}
		more["distribution"] = files
		more["includedInDataCatalog"] = thing{"@type": "DataCatalog", "name": f.SiteTitle.Text, "url": b.Linker.Absolute(b.Prefix + "data/")}
	}
	f.describe("Dataset", more)
}

// shortest is the number of characters that search engines want of the description of
// a data set at least (Google's guide to structured data for data sets).
const shortest = 50

// datasetAbout describes an indicator for machines: what it is, what it covers, how its
// target stands, and, where that is short, in whose report it is.
func (f *frame) datasetAbout(i *model.Indicator) string {
	b := f.book
	var parts []string
	for _, t := range []string{i.Definition.In(b.Lang), i.Scope.In(b.Lang), f.Description} {
		if t != "" && !slices.Contains(parts, t) {
			parts = append(parts, t)
		}
	}
	if about := sentences(parts); utf8.RuneCountInString(about) >= shortest {
		return about
	}
	parts = append([]string{f.Heading.Text}, parts...)
	for _, t := range []string{f.SiteTitle.Text, b.Config.Description.In(b.Lang), b.T("as-of") + " " + f.AsOf} {
		if t = strings.TrimSpace(t); t != "" {
			parts = append(parts, t)
		}
	}
	return sentences(parts)
}

// sentences joins texts, each of which ends as a sentence does.
func sentences(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		last, _ := utf8.DecodeLastRuneInString(p)
		han := strings.ContainsFunc(p, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "。") {
			b.WriteString(" ")
		}
		b.WriteString(p)
		if !strings.ContainsRune("。.！!？?", last) {
			if han {
				b.WriteString("。")
			} else {
				b.WriteString(".")
			}
		}
	}
	return b.String()
}

// publisher is who publishes the site.
func (f *frame) publisher() thing {
	return thing{"@type": "Organization", "name": cmp.Or(f.Identity.Sponsor, f.SiteTitle.Text)}
}

// describeCatalogue tells machines which data the site has.
func (f *frame) describeCatalogue() {
	b := f.book
	more := thing{
		"publisher": f.publisher(), "spatialCoverage": f.Place.Text, "dateModified": b.Verdicts.Options().AsOf.String(),
	}
	if f.Canonical != "" {
		var list []thing
		for _, i := range b.Site.Indicators {
			list = append(list, thing{
				"@type": "Dataset", "name": wording.Title(i).In(b.Lang), "url": b.Linker.Absolute(b.Prefix + address.Indicator(i)),
			})
		}
		more["dataset"] = list
	}
	f.describe("DataCatalog", more)
}

// Trail tells machines the way from the home page to the page: the breadcrumbs. It needs
// whole addresses, and is empty without a base address.
func (f *frame) Trail() template.JS {
	base, err := url.Parse(f.book.Linker.Base())
	if err != nil || base.Host == "" || len(f.Crumbs) == 0 {
		return ""
	}
	var list []thing
	for n, c := range f.Crumbs {
		item := thing{"@type": "ListItem", "position": n + 1, "name": c.Text}
		if c.Current {
			item["item"] = f.Canonical
		} else {
			item["item"] = base.Scheme + "://" + base.Host + c.Href
		}
		list = append(list, item)
	}
	return f.linked(thing{"@type": "BreadcrumbList", "itemListElement": list})
}

// PlainDescription is the description of the page for search engines; "" where the tags of
// the guide have it already, for a page has one.
func (f *frame) PlainDescription() string {
	for _, m := range f.Meta {
		if m.Name == "Description" {
			return ""
		}
	}
	return f.Description
}

// OpenGraph are the tags that say how a link to the page is shown elsewhere.
func (f *frame) OpenGraph() []meta {
	kind := "article"
	if f.Kind == string(address.KindHome) {
		kind = "website"
	}
	locale := map[model.Lang]string{model.Chinese: "zh_CN", model.English: "en_US"}[f.book.Lang]
	tags := given(
		meta{"og:title", f.Heading.Text}, meta{"og:description", f.Description}, meta{"og:type", kind},
		meta{"og:locale", locale}, meta{"og:site_name", f.SiteTitle.Text}, meta{"og:url", f.Canonical},
	)
	if f.Picture == "" {
		return tags
	}
	return append(tags,
		meta{"og:image", f.Picture}, meta{"og:image:type", "image/png"},
		meta{"og:image:width", strconv.Itoa(share.Width)}, meta{"og:image:height", strconv.Itoa(share.Height)},
		meta{"og:image:alt", f.PictureAlt},
	)
}
