// Package page turns a site, its verdicts and its charts into files: pages,
// data files, style sheets and scripts.
//
// [Files] lists the files of a site. A page is made in two steps: Go puts together
// what it shows as plain values, in one language and
// with every link worked out; the template says how it looks. Only prose that
// package markdown finished and drawings of package svg go into a page
// unescaped.
package page

import (
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/share"
	"reportsite/generator/internal/verdict"
)

// Input is everything that the pages are made of.
type Input struct {
	Site     *model.Site
	Config   *config.Config
	Verdicts *verdict.Set

	// Libraries are the front-end libraries by name ("echarts", "minisearch").
	// Without one the pages are complete, but that part does not come alive.
	Libraries map[string][]byte

	// Fonts draw the pictures that other sites show beside a link; nil makes none.
	Fonts *share.Fonts

	// Downloads are files of the whole site that others make, for the data page
	// to list; paths are relative to the site's root.
	Downloads []string
}
