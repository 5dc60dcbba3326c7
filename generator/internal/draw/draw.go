// Package draw turns ECharts options into SVG pictures that can stand in a
// page: drawn by ECharts itself in a JavaScript engine, kept in a cache.
//
// [All] takes any number of jobs. What the cache holds is not drawn again, and
// with everything in the cache no engine is started. Without the ECharts
// script the same options are drawn by a plainer library written in Go.
//
// Whatever drew it, a picture is the same bytes for the same job, with any
// number of workers and in any order. It is one <svg> element that scales with
// its container, keeps to presentation attributes (no style element, attribute
// or script: a strict Content-Security-Policy lets it through), takes its font
// from the page, and its colours too where they are named in
// [Options.Colors]. What an option means is ECharts' affair; the script that
// [Library] finds, echarts.common.min.js, knows bar, line, pie and scatter
// series with markLine, markArea and markPoint, the components grid, legend,
// title, graphic, dataset, dataZoom, tooltip and toolbox, and aria with its
// decal patterns. It has no custom series and no labelLayout.
package draw

import (
	"context"
	"fmt"
)

// Job is one picture to draw.
type Job struct {
	Option []byte // an ECharts option, JSON; animation and tooltip are ignored
	Width  int    // of the drawing, in CSS pixels; at least 1
	Height int
	ID     string // prefix of every id in the SVG; unique within a page
	Title  string // the picture's name for screen readers; may be empty
	Desc   string // what the picture shows, in words; may be empty
}

// Options say how to draw; they hold for all jobs of a call.
type Options struct {
	Script   string            // path of the ECharts script; "" draws with the fallback
	CacheDir string            // made when missing; "" draws everything afresh
	Jobs     int               // pictures drawn at once; below 1 means one
	Colors   map[string]string // "#1a2b3c" to CSS custom property, such as "--chart-axis"

	// Progress is told how many of the pictures that have to be drawn are
	// done. It may be nil, and is never called twice at the same time.
	Progress func(done, total int)
}

// Stats counts where the pictures came from.
type Stats struct {
	Drawn    int // by ECharts
	Fallback int // by the fallback
	Cached   int // from the cache, or the same as another job of the call
	Omitted  int // not drawn: the fallback has no such form of chart

	// CacheError says why the cache could not be read or written. The
	// pictures are right all the same; nil means that nothing went wrong.
	CacheError error
}

// All draws the jobs and returns one SVG element for each, in their order; nil
// for those that the fallback cannot draw, where a page shows the data without
// a picture. The elements may lie in memory that cannot be written: they must
// not be changed.
//
// The error names the job's id. When several jobs fail it is the first one's,
// and what was drawn until then is in the cache.
func All(ctx context.Context, jobs []Job, opt Options) ([][]byte, Stats, error) {
	var stats Stats
	how, err := newMethod(opt)
	if err != nil {
		return nil, stats, fmt.Errorf("draw: %w", err)
	}
	store, err := openCache(opt.CacheDir)
	stats.CacheError = err

	pictures := make([][]byte, len(jobs))
	keys := make([]key, len(jobs))
	twins := make(map[key]int) // the job that stands for all with its key
	var missing []int
	for i, job := range jobs {
		keys[i] = how.key(job)
		if _, ok := twins[keys[i]]; ok {
			continue
		}
		twins[keys[i]] = i
		if pictures[i] = store.get(keys[i]); pictures[i] == nil {
			missing = append(missing, i)
		}
	}
	err = how.drawAll(ctx, jobs, missing, pictures, opt)
	drawn := 0
	for _, i := range missing {
		if pictures[i] != nil {
			store.put(keys[i], pictures[i])
			drawn++
		}
	}
	if saveErr := store.save(); saveErr != nil && stats.CacheError == nil {
		stats.CacheError = saveErr
	}
	if err != nil {
		return nil, stats, fmt.Errorf("draw: %w", err)
	}
	for i := range jobs {
		pictures[i] = pictures[twins[keys[i]]]
	}
	stats.Cached = len(jobs) - len(missing)
	stats.Omitted = len(missing) - drawn
	if opt.Script == "" {
		stats.Fallback = drawn
	} else {
		stats.Drawn = drawn
	}
	return pictures, stats, nil
}
