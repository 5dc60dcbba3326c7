// Package draw turns ECharts options into SVG pictures that can stand in a
// page: drawn by ECharts itself in a JavaScript engine, kept in a cache.
//
// A [Studio] draws a picture when it is asked for it. What the cache holds is not
// drawn again, and with everything in the cache no engine is started. Without
// the ECharts script the same options are drawn by a plainer library written in
// Go. Pictures lie in the cache, not in memory: a site may have any number of
// them.
//
// Whatever drew it, a picture is the same bytes for the same job, with any
// number of callers and in any order. It is one <svg> element that scales with
// its container, keeps to presentation attributes (no style element, attribute
// or script: a strict Content-Security-Policy lets it through), takes its font
// from the page, and its colours too where they are named in
// [Options.Colors]. What an option means is ECharts' affair; the script that
// package library installs, echarts.common.min.js, knows bar, line, pie and scatter
// series with markLine, markArea and markPoint, the components grid, legend,
// title, graphic, dataset, dataZoom, tooltip and toolbox, and aria with its
// decal patterns. It has no custom series and no labelLayout.
package draw

// Job is one picture to draw.
type Job struct {
	Option []byte // an ECharts option, JSON; animation and tooltip are ignored
	Width  int    // of the drawing, in CSS pixels; at least 1
	Height int
	ID     string // prefix of every id in the SVG; unique within a page
	Title  string // the picture's name for screen readers; may be empty
	Desc   string // what the picture shows, in words; may be empty
}

// Options say how to draw; they hold for all pictures of a studio.
type Options struct {
	Script   string            // path of the ECharts script; "" draws with the fallback
	CacheDir string            // made when missing; "" keeps nothing for another time
	Colors   map[string]string // "#1a2b3c" to CSS custom property, such as "--chart-axis"
}

// Stats counts the different pictures that a studio was asked for, by where
// they came from.
type Stats struct {
	Drawn    int // by ECharts
	Fallback int // by the fallback
	Cached   int // from the cache
	Omitted  int // not drawn: the fallback has no such form of chart

	// CacheError says why the cache could not be read or written. The
	// pictures are right all the same; nil means that nothing went wrong.
	CacheError error
}
