// Package draw turns ECharts options into SVG pictures.
package draw

import (
	"context"
	"errors"
)

// Job is one picture to draw.
type Job struct {
	Option []byte // an ECharts option, JSON
	Width  int    // of the drawing, in CSS pixels
	Height int
	ID     string // prefix of every id in the SVG; unique within a page
	Title  string // what the chart is called; may be empty
	Desc   string // what the chart shows, in words; may be empty
}

// Options say how to draw; they hold for all jobs of a call.
type Options struct {
	Script   string            // path of the ECharts script; "" draws the plainer fallback
	CacheDir string            // "" draws everything afresh
	Jobs     int               // pictures drawn at once; below 1 means one
	Colors   map[string]string // "#1a2b3c" -> CSS custom property, such as "--chart-axis"
	Progress func(done, total int)
}

// Stats counts where the pictures came from.
type Stats struct {
	Drawn    int // by ECharts
	Cached   int
	Fallback int // by the fallback
}

// All draws the jobs and returns one SVG element for each, in their order.
func All(ctx context.Context, jobs []Job, opt Options) ([][]byte, Stats, error) {
	return nil, Stats{}, errors.New("draw: nothing drawn")
}

// Library returns the path of the ECharts script under the templates folder,
// installing it with npm when it is missing; notice is then called with a line
// that says so. Without npm the path is "" and the error is the reason.
func Library(ctx context.Context, templates string, notice func(string)) (script string, err error) {
	return "", errors.New("draw: no library")
}
