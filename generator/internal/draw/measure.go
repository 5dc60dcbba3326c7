package draw

import (
	"strconv"
	"strings"

	"reportsite/generator/internal/textwidth"
)

// textWidth estimates how wide a line of text is in a CSS font such as "bold
// 12px sans-serif", in pixels.
func textWidth(text, font string) float64 {
	size, bold := fontSize(font)
	sum := textwidth.InEm(text)
	if bold {
		sum += sum * 4 / 100
	}
	return float64(sum) * size / textwidth.Em
}

// fontSize reads the size in pixels, and whether the weight is bold, from a CSS
// font. A font without a size has 12px, as in ECharts.
func fontSize(font string) (size float64, bold bool) {
	for word := range strings.FieldsSeq(font) {
		if digits, ok := strings.CutSuffix(word, "px"); ok {
			if v, err := strconv.ParseFloat(digits, 64); err == nil {
				return v, bold
			}
		}
		weight, err := strconv.Atoi(word)
		bold = bold || word == "bold" || word == "bolder" || err == nil && weight >= 600
	}
	return 12, bold
}
