package draw

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-analyze/charts"
)

// fallbackVersion is the version of go-analyze/charts, as go.mod has it.
const fallbackVersion = "v0.6.4"

// fallback draws with go-analyze/charts: plainer than ECharts, but at hand
// wherever Go is. It understands a part of what ECharts does and refuses or
// misreads much of the rest, so it is given no more than [plainOption] leaves.
type fallback struct{}

// draw implements [artist].
func (fallback) draw(ctx context.Context, job Job) (svg []byte, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	plain, err := plainOption(job)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(plain)
	if err != nil {
		return nil, fmt.Errorf("fallback: %w", err)
	}
	// The library does not promise to refuse what it cannot draw.
	defer func() {
		if r := recover(); r != nil {
			svg, err = nil, fmt.Errorf("fallback: panic: %v", r)
		}
	}()
	svg, err = charts.RenderEChartsToSVG(string(data))
	if err != nil {
		return nil, fmt.Errorf("fallback: %w", err)
	}
	return svg, nil
}
