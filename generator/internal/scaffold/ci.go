package scaffold

import (
	"fmt"
	"maps"
	"slices"

	"reportsite/generator/internal/save"
)

// recipes are the files of pipelines by the host that runs them.
var recipes = map[string]string{
	"github": ".github/workflows/report.yml",
	"gitlab": ".gitlab-ci.yml",
	"gitee":  ".workflow/report.yml",
	"shell":  "publish.sh",
}

// Hosts lists those that there is a recipe for.
func Hosts() []string { return slices.Sorted(maps.Keys(recipes)) }

// Pipeline is the recipe that checks, builds and publishes a site on a host.
func Pipeline(host string) (save.File, error) {
	to, ok := recipes[host]
	if !ok {
		return save.File{}, fmt.Errorf("host %q: %w", host, ErrName)
	}
	ending := ".yml"
	if host == "shell" {
		ending = ".sh"
	}
	data, err := files.ReadFile("files/ci/" + host + ending)
	if err != nil { // the files are part of the program
		panic("generator: internal error: " + err.Error())
	}
	return save.File{Path: to, Data: data}, nil
}
