package build

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// The files of a site that was built before sites had a marker, by their names.
// What pages hold is looked at too.
var (
	formerFiles = regexp.MustCompile(`^(_headers|robots\.txt|sitemap\.xml|(en/)?changes\.xml|(en/)?search/index\.json|` +
		`data/indicators\.(json|csv|xlsx)|data/datapackage\.json|data/data\.zip)$`)
	formerAssets = regexp.MustCompile(`^assets/[\w.-]+\.[0-9a-f]{10}\.\w+$`)
	formerCharts = regexp.MustCompile(`^charts/(en-)?(chart|figure|group)-[\w-]+\.json$`)
)

// formerPolicy stands in the head of every page that a build wrote.
const formerPolicy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; `

// formerSite is [publish.Rules.Former]: it knows a site of this program by its
// data and its home page, and lists the files that no other program would have
// written. A file that is not certain is left out, and then is kept.
func formerSite(folder fs.FS) map[string]bool {
	data, err := fs.ReadFile(folder, "data/indicators.json")
	if err != nil || !isFormerPage(folder, "index.html") || !isFormerPage(folder, "404.html") {
		return nil
	}
	var site struct {
		Schema     int
		Version    string
		Indicators []struct{ ID string }
	}
	if json.Unmarshal(data, &site) != nil || site.Schema < 1 || site.Version == "" {
		return nil
	}
	tables := map[string]bool{}
	for _, i := range site.Indicators {
		for _, ending := range []string{".json", ".csv", ".svg"} {
			tables["data/indicators/"+i.ID+ending] = true
		}
	}
	files := map[string]bool{}
	err = fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		page := path.Base(name) == "index.html" || path.Base(name) == "404.html"
		if page && isFormerPage(folder, name) || tables[name] || formerFiles.MatchString(name) ||
			formerAssets.MatchString(name) || formerCharts.MatchString(name) {
			files[name] = true
		}
		return nil
	})
	if err != nil {
		return nil
	}
	return files
}

// isFormerPage reports whether a build wrote a page.
func isFormerPage(folder fs.FS, name string) bool {
	f, err := folder.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [512]byte
	n, err := f.Read(head[:])
	return err == nil && bytes.HasPrefix(head[:n], []byte("<!DOCTYPE html>")) && strings.Contains(string(head[:n]), formerPolicy)
}
