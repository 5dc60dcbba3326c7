package svg

import (
	"strings"

	"reportsite/generator/internal/chart"
)

// rule gives a class of a drawing its look. A color is a role, never a value.
type rule struct {
	class string
	look  string // declarations, with {role} for a color
}

// rules are the looks of all classes. The style sheet of a page has the same ones
// with custom properties for the colors; a test compares the two.
var rules = [...]rule{
	{"text", "fill: {text}; font-size: 13px"},
	{".m", "fill: {muted}"},
	{".h", "font-weight: 600"},
	{".c", "text-anchor: middle"},
	{".e", "text-anchor: end"},
	{".g", "fill: none; stroke: {grid}"},
	{".a", "fill: none; stroke: {axis}"},
	{".w", "fill: none; stroke: {muted}; stroke-dasharray: 2 2"},
	{".k", "fill: {grid}"},
	{".b", "fill: {band}"},
	{".r", "fill: {result}"},
	{".l", "fill: none; stroke: {result}; stroke-width: 2.5px"},
	{".t", "fill: {target}; stroke: {surface}; stroke-width: 1px; paint-order: stroke"},
	{".tt", "fill: {target}; font-weight: 600"},
	{".tw", "stroke: {target}"},
	{".u", "fill: {stretch}"},
	{".ut", "fill: {stretch}; font-weight: 600"},
	{".uw", "stroke: {stretch}"},
	{".o", "fill: {earlier}"},
	{".ot", "fill: {earlier}; font-weight: 600"},
	{".ow", "stroke: {earlier}; stroke-dasharray: 3 2"},
	{".d", "fill: none; stroke: {pace}; stroke-width: 1.5px; stroke-dasharray: 2 3"},
	{".v", "fill: {surface}; stroke: {pace}; stroke-width: 2px"},
	{".q", "fill: {reference}"},
	{".qt", "fill: {reference}; font-weight: 600"},
	{".f", "fill: none; stroke: {reference}; stroke-width: 2px; stroke-dasharray: 6 3"},
	{".l2", "fill: none; stroke: {series-2}; stroke-width: 2px; stroke-dasharray: 7 3"},
	{".l3", "fill: none; stroke: {series-3}; stroke-width: 2px; stroke-dasharray: 2 3"},
	{".l4", "fill: none; stroke: {series-4}; stroke-width: 2px"},
	{".l5", "fill: none; stroke: {series-5}; stroke-width: 2px; stroke-dasharray: 9 3 2 3"},
	{".l6", "fill: none; stroke: {series-6}; stroke-width: 2px; stroke-dasharray: 4 2"},
	{".rt", "fill: {result}; font-weight: 600"},
	{".r2", "fill: {series-2}"},
	{".r3", "fill: {series-3}"},
	{".r4", "fill: {series-4}"},
	{".r5", "fill: {series-5}"},
	{".r6", "fill: {series-6}"},
	{".r2t", "fill: {series-2}; font-weight: 600"},
	{".r3t", "fill: {series-3}; font-weight: 600"},
	{".r4t", "fill: {series-4}; font-weight: 600"},
	{".r5t", "fill: {series-5}; font-weight: 600"},
	{".r6t", "fill: {series-6}; font-weight: 600"},
	{".p", "fill: {surface}; stroke: {result}; stroke-width: 2px"},
	{".s rect", "fill: var(--status)"},
	{".s text", "fill: {surface}"},
	{".z", "fill: {surface}"},
}

// Style is the style sheet of drawings: scope stands before each class, color
// gives the color of a role.
func Style(scope string, color func(chart.Role) string) string {
	var b strings.Builder
	for _, r := range rules {
		look := r.look
		for {
			from := strings.IndexByte(look, '{')
			if from < 0 {
				break
			}
			to := strings.IndexByte(look, '}')
			look = look[:from] + color(chart.Role(look[from+1:to])) + look[to+1:]
		}
		b.WriteString(scope + r.class + " {" + look + "}\n")
	}
	return b.String()
}
