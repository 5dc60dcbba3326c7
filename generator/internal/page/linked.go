package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"

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
	if kind == "Dataset" {
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
	more := thing{"variableMeasured": wording.Title(i).In(b.Lang), "creator": thing{"@type": "Organization", "name": cmp.Or(f.Identity.Sponsor, f.SiteTitle.Text)}}
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
	}
	f.describe("Dataset", more)
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
