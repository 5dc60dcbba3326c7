//go:build linux

package main

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// inspect reads the files of a site in which a payload may stand: pages that would run or
// fetch something, data that cannot be read, tables with formulas.
func inspect(site tree, p payload) error {
	for _, name := range slices.Sorted(maps.Keys(site)) {
		var err error
		text := site[name]
		switch path.Ext(name) {
		case ".html":
			err = inspectPage(text)
		case ".svg", ".xml":
			err = inspectXML(text)
		case ".json":
			if !json.Valid([]byte(text)) {
				err = errors.New("it is no JSON")
			}
		case ".csv":
			if !strings.HasPrefix(name, "files/") { // a document, which is published as its office made it
				err = inspectTable(text)
			}
		}
		if err != nil {
			return breachf("%s: %v", name, err)
		}
	}
	return nil
}

// inspectPage looks for what a browser would run.
func inspectPage(text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return nil
			}
			return z.Err()
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := inspectTag(z.Token()); err != nil {
				return err
			}
		}
	}
}

func inspectTag(tag html.Token) error {
	source, kind := "", ""
	for _, a := range tag.Attr {
		value := strings.ToLower(strings.TrimSpace(a.Val))
		switch {
		case strings.HasPrefix(a.Key, "on"):
			return breachf("<%s %s> runs something", tag.Data, a.Key)
		case a.Key == "style" || a.Key == "srcdoc":
			return breachf("<%s %s=%.60q>", tag.Data, a.Key, a.Val)
		case a.Key == "src":
			source = value
		case a.Key == "type":
			kind = value
		}
		if a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction" || a.Key == "xlink:href" || a.Key == "data" {
			for _, scheme := range []string{"javascript:", "vbscript:", "data:text", "file:"} {
				if strings.HasPrefix(strings.NewReplacer("\t", "", "\n", "", "\r", "", "\x01", "").Replace(value), scheme) {
					return breachf("<%s %s=%.60q>", tag.Data, a.Key, a.Val)
				}
			}
		}
		if a.Key == "src" && strings.Contains(value, "evil.invalid") {
			return breachf("<%s> loads %.60q", tag.Data, a.Val)
		}
	}
	switch tag.Data {
	case "script":
		if source == "" && kind != "application/json" && kind != "application/ld+json" {
			return breachf("a script stands in the page")
		}
	case "style", "iframe", "object", "embed", "base", "applet":
		return breachf("<%s> stands in the page", tag.Data)
	}
	return nil
}

// inspectXML reads a drawing or a feed.
func inspectXML(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if name := strings.ToLower(start.Name.Local); name == "script" || name == "foreignobject" || name == "iframe" {
			return breachf("<%s> stands in it", name)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Value)), "javascript:") {
				return breachf("<%s %s=%.60q>", start.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
}

// inspectTable looks for cells that a spreadsheet would compute.
func inspectTable(text string) error {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") && strings.ContainsAny(cell, "(|!=") {
				return breachf("a spreadsheet would compute the cell %.60q", cell)
			}
		}
	}
	return nil
}
