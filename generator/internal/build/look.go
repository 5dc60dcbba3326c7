package build

import (
	"fmt"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
)

// contrast reports a colour of the owner that cannot be read on the theme's pages.
func (b *Builder) contrast(cfg *config.Config) []diag.Diagnostic {
	var diags []diag.Diagnostic
	look := func(c config.Colour, grounds []string) {
		least, on := 100.0, ""
		for _, g := range grounds {
			if r := config.Contrast(c.Value, g); r < least {
				least, on = r, g
			}
		}
		if c.Value != "" && least < config.LeastContrast {
			// Rounded down: 4.49 must not be called 4.5.
			diags = append(diags, config.LowContrast.At(c.Pos, c.Value, fmt.Sprintf("%.2f", float64(int(least*100))/100), on))
		}
	}
	look(cfg.Look.Accent, b.theme.Grounds.Light)
	look(cfg.Look.Dark, b.theme.Grounds.Dark)
	return diags
}
