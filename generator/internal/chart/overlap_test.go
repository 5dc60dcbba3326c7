package chart_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/width"

	"reportsite/generator/internal/chart"
	"reportsite/generator/internal/draw"
	"reportsite/generator/internal/model"
)

const script = "../../../templates/node_modules/echarts/dist/echarts.common.min.js"

// TestTextsStandFree draws every chart of the sample and of the national site
// and looks where its texts are: none may lie on another or reach over the edge.
func TestTextsStandFree(t *testing.T) {
	if _, err := os.Stat(script); err != nil {
		if os.Getenv("CI") != "" { // which builds the report before it tests
			t.Fatal("ECharts is not installed")
		}
		t.Skip("ECharts is not installed: run the generator once")
	}
	studio, err := draw.Open(draw.Options{Script: script})
	if err != nil {
		t.Fatal(err)
	}
	defer studio.Close()
	for _, name := range []string{"sample", "national", "report"} {
		s := load(t, everySite[name])
		var jobs []draw.Job
		for _, l := range languages {
			for n, c := range s.charts(l) {
				if name == "report" && (l == model.English || c.Form == chart.Target && n%8 > 0) {
					continue // many of one kind
				}
				for _, d := range c.Drawings {
					if name != "sample" && d.Size == chart.Wide {
						continue
					}
					jobs = append(jobs, draw.Job{
						ID: "c-" + c.ID + "-" + string(d.Size) + "-" + string(l), Option: d.Option, Width: d.Width, Height: d.Height,
					})
				}
			}
		}
		var group errgroup.Group
		group.SetLimit(2)
		for _, job := range jobs {
			group.Go(func() error {
				svg, err := studio.Draw(t.Context(), job)
				if err != nil {
					return err
				}
				for _, fault := range clashes(t, svg, job) {
					t.Errorf("%s, %s: %s", name, job.ID, fault)
				}
				return nil
			})
		}
		if err := group.Wait(); err != nil {
			t.Fatal(err)
		}
	}
}

// box is where a text lies.
type box struct {
	text                     string
	left, top, right, bottom float64
}

func (b box) meets(c box) bool {
	const slack = 1
	return b.left+slack < c.right && c.left+slack < b.right && b.top+slack < c.bottom && c.top+slack < b.bottom
}

func clashes(t *testing.T, svg []byte, job draw.Job) (faults []string) {
	boxes := boxesOf(t, svg)
	for n, b := range boxes {
		if b.left < -1 || b.top < -1 || b.right > float64(job.Width)+1 || b.bottom > float64(job.Height)+1 {
			faults = append(faults, fmt.Sprintf("%q reaches over the edge: %+v of %d × %d", b.text, b, job.Width, job.Height))
		}
		for _, c := range boxes[:n] {
			if b.meets(c) {
				faults = append(faults, fmt.Sprintf("%q lies on %q", b.text, c.text))
			}
		}
	}
	return faults
}

var move = regexp.MustCompile(`^translate\(([-0-9.]+)[ ,]([-0-9.]+)\)$|^matrix\(1[ ,]0[ ,]0[ ,]1[ ,]([-0-9.]+)[ ,]([-0-9.]+)\)$`)

// boxesOf lists the texts of a picture and where they are.
func boxesOf(t *testing.T, svg []byte) []box {
	var list []box
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "text" {
			continue
		}
		at := map[string]string{"font-size": "12"}
		for _, a := range start.Attr {
			at[a.Name.Local] = a.Value
		}
		var text string
		if err := d.DecodeElement(&text, &start); err != nil {
			t.Fatal(err)
		}
		number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
		x, y, size := number(at["x"]), number(at["y"]), number(at["font-size"])
		if at["transform"] != "" {
			m := move.FindStringSubmatch(at["transform"])
			if m == nil {
				t.Fatalf("%q: transform %s", text, at["transform"])
			}
			x, y = x+number(m[1]+m[3]), y+number(m[2]+m[4])
		}
		b := box{text: text, left: x, top: y - size*0.85, bottom: y + size*0.1}
		if at["dominant-baseline"] == "central" {
			b.top, b.bottom = y-size*0.45, y+size*0.45
		}
		w := widthOf(text) * size
		switch at["text-anchor"] {
		case "middle":
			b.left -= w / 2
		case "end":
			b.left -= w
		}
		b.right = b.left + w
		list = append(list, b)
	}
}

// widthOf is about how wide a text is, in ems.
func widthOf(s string) float64 {
	sum := 0.0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			sum++
		case strings.ContainsRune(" .,:;'!|()ijlft", r):
			sum += 0.28
		default:
			sum += 0.56
		}
	}
	return sum
}
