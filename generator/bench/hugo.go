//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"reportsite/generator/internal/synth"
)

// hugoVersion is the newest one whose modules could all be had when the figures
// of docs/performance.md were measured.
const hugoVersion = "0.166.0"

// installHugo compiles Hugo into the work folder, with the Go that it asks for,
// and returns its path.
func installHugo(dir string) (string, error) {
	bin, err := filepath.Abs(filepath.Join(dir, "hugo-"+hugoVersion))
	if err != nil {
		return "", err
	}
	hugo := filepath.Join(bin, "hugo")
	if _, err := os.Stat(hugo); err == nil {
		return hugo, nil
	}
	fmt.Fprintln(os.Stderr, "compiling Hugo, which takes some minutes")
	err = quietly("env", "GOBIN="+bin, "CGO_ENABLED=0", "GOTOOLCHAIN=auto", "go", "install", "github.com/gohugoio/hugo@v"+hugoVersion)
	return hugo, err
}

// The files of a Hugo site that are not content.
var hugoFiles = map[string]string{
	"hugo.toml": `title = "合成数据测试站"
languageCode = "zh-cn"
disableKinds = ["taxonomy", "term", "RSS"]
`,
	"layouts/baseof.html": `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body>
</html>
`,
	"layouts/home.html": `{{ define "main" }}<ul>{{ range site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
	"layouts/page.html": `{{ define "main" }}<h1>{{ .Title }}</h1>
<script type="application/json">{{ .Params.option | safeJS }}</script>
{{ .Content }}{{ end }}
`,
}

// The parts of a synthetic indicator's file that a page shows.
var (
	title      = regexp.MustCompile(`(?m)^name +=+ "(.*)"$`)
	definition = regexp.MustCompile(`(?m)^definition = "(.*)"$`)
	point      = regexp.MustCompile(`(?m)^(\d{4}-\d{2}) = \{ value = ([0-9.-]+)`)
)

// writeHugoSite writes a page for every synthetic indicator, with the same
// prose, a table of the same 24 figures, and a chart option for the browser.
func writeHugoSite(dir string, n int) error {
	all := map[string]string{}
	for name, text := range hugoFiles {
		all[name] = text
	}
	for name, text := range synth.Files(n) {
		id, ok := strings.CutSuffix(name, ".toml")
		if !ok || path.Dir(name) != "content/indicators" {
			continue
		}
		page, err := hugoPage(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		all[id+".md"] = page
	}
	for name, text := range all {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func hugoPage(indicator string) (string, error) {
	name, prose := title.FindStringSubmatch(indicator), definition.FindStringSubmatch(indicator)
	points := point.FindAllStringSubmatch(indicator, -1)
	if name == nil || prose == nil || len(points) != 24 {
		return "", fmt.Errorf("not a synthetic indicator: %d points", len(points))
	}
	var months []string
	var values []json.Number
	var table strings.Builder
	for _, p := range points {
		months, values = append(months, p[1]), append(values, json.Number(p[2]))
		fmt.Fprintf(&table, "| %s | %s |\n", p[1], p[2])
	}
	option, err := json.Marshal(map[string]any{
		"xAxis":  map[string]any{"type": "category", "data": months},
		"yAxis":  map[string]any{"type": "value"},
		"series": []any{map[string]any{"type": "line", "data": values}},
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("+++\ntitle = %q\noption = '%s'\n+++\n\n%s\n\n| 时期 | 数值 |\n|---|--:|\n%s",
		name[1], option, prose[1], table.String()), nil
}
