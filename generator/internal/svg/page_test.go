package svg_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"testing"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/svg"
	"reportsite/generator/internal/transpile"
)

// galleryPage is the gallery as a page that a browser shows, with the theme's
// style sheet.
func galleryPage(t testing.TB, l model.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><meta charset=\"utf-8\"><title>Charts</title><meta name=\"viewport\" content=\"width=device-width\"><style>\n", l)
	files, err := filepath.Glob("../../../templates/css/*.css")
	if err != nil || len(files) == 0 {
		t.Fatal("no style sheet", err)
	}
	var sheets []byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, data...)
	}
	sheet, faults := transpile.Style(sheets)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	b.Write(sheet)
	b.WriteString("</style>\n<main>\n")
	for _, s := range gallery() {
		c := s.make(l)
		fmt.Fprintf(&b, "<!-- %s -->\n<figure class=\"chart\" id=%q><figcaption><span class=\"chart-title\">%s</span><span class=\"chart-sub\">%s</span></figcaption><div class=\"drawing\">",
			s.name, s.name, html.EscapeString(c.Title), html.EscapeString(c.Subtitle))
		for _, size := range svg.Sizes {
			fmt.Fprintf(&b, "<div class=%q>%s</div>\n", size.Class, svg.Draw(c, size.Size))
		}
		b.WriteString("</div>\n")
		if spark := svg.Spark(sparkOf(c)); spark != nil {
			fmt.Fprintf(&b, "<div class=\"goal-picture\">%s</div>\n", spark)
		}
		b.WriteString("</figure>\n")
	}
	b.WriteString("</main></html>\n")
	return b.Bytes()
}

func sparkOf(c *chart.Chart) *chart.Chart { return c }

// TestWriteGallery writes the gallery for people to look at, where GALLERY names a
// folder.
func TestWriteGallery(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range languages {
		if err := os.WriteFile(filepath.Join(dir, "gallery-"+string(l)+".html"), galleryPage(t, l), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
