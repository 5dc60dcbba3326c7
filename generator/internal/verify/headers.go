package verify

import (
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"reportsite/generator/internal/header"
	"reportsite/generator/internal/manifest"
)

// longest is for how many seconds a page or datum may be kept without asking, so that a
// correction reaches readers within an hour.
const longest = 3600

// policy is the header whose directives on pages have to be just those that the site asks
// for: one more may keep others from showing the charts that are made for their pages.
const policy = "Content-Security-Policy"

// added are directives of a policy that hosts may add.
var added = []string{"upgrade-insecure-requests", "block-all-mixed-content", "report-uri", "report-to"}

// headers compares the headers of an answer with those that the site asks for. More
// headers are no fault.
func headers(m *manifest.Manifest, f manifest.File, got http.Header) []Finding {
	var list []Finding
	add := func(name, want string) {
		list = append(list, Finding{Kind: Header, Path: f.Path, Name: name, Want: want, Got: strings.Join(got.Values(name), ", ")})
	}
	if !sameType(f.Path, got.Get("Content-Type")) {
		add("Content-Type", header.Type(f.Path))
	}
	rules := header.Of(m.Headers, "/"+f.Path)
	for name, want := range rules {
		sent := parts(got.Values(name))
		if !holds(sent, parts(want)) || name == policy && path.Ext(f.Path) == ".html" && !holds(parts(want), without(sent, added)) {
			add(name, strings.Join(want, ", "))
		}
	}
	if rules.Get("Cache-Control") == "" && keptLong(parts(got.Values("Cache-Control"))) {
		add("Cache-Control", header.Asked)
	}
	return list
}

// alike are media types that servers give to the same files.
var alike = map[string][]string{
	"text/javascript": {"application/javascript", "application/x-javascript"},
	"application/xml": {"text/xml", "application/atom+xml"},
	"application/zip": {"application/x-zip-compressed"},
}

// sameType reports whether a content type suits a file. The charset may be left out of
// all but plain text: the files say it themselves.
func sameType(name, got string) bool {
	want, _, err := mime.ParseMediaType(header.Type(name))
	if err != nil || want == "application/octet-stream" {
		return true // nothing is asked of files that are not known
	}
	given, args, err := mime.ParseMediaType(got)
	if err != nil || given != want && !slices.Contains(alike[want], given) {
		return false
	}
	return args["charset"] == "" || strings.EqualFold(args["charset"], "utf-8")
}

// parts takes the values of a header apart: into the directives of policies and caches,
// without regard to how many lines they come in.
func parts(values []string) map[string]bool {
	all := map[string]bool{}
	for _, v := range values {
		for _, p := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' }) {
			all[strings.Join(strings.Fields(strings.ToLower(p)), " ")] = true
		}
	}
	return all
}

// holds reports whether every directive is there. That of caches that are shared is
// implied by the time.
func holds(got, want map[string]bool) bool {
	for p := range want {
		if !got[p] && p != "public" {
			return false
		}
	}
	return true
}

// without are the directives whose names are not among these.
func without(all map[string]bool, names []string) map[string]bool {
	rest := map[string]bool{}
	for p := range all {
		if name, _, _ := strings.Cut(p, " "); !slices.Contains(names, name) {
			rest[p] = true
		}
	}
	return rest
}

// keptLong reports whether browsers may show an old copy for long.
func keptLong(cache map[string]bool) bool {
	if cache["no-cache"] || cache["no-store"] {
		return false
	}
	for p := range cache {
		age, ok := strings.CutPrefix(p, "max-age=")
		if n, err := strconv.Atoi(age); ok && (err != nil || n > longest) {
			return true
		}
	}
	return cache["immutable"]
}

// joined makes one finding of the same header at many addresses.
func joined(list []Finding) []Finding {
	list = sorted(list)
	first := map[Finding]int{} // place in out by all but the path
	var out []Finding
	for _, f := range list {
		key := f
		if f.Kind == Header {
			key.Path = ""
		}
		if n, ok := first[key]; ok {
			out[n].More++
			continue
		}
		first[key] = len(out)
		out = append(out, f)
	}
	return out
}
