// Package export makes the downloads of a whole site: one CSV, one workbook,
// a data package that describes them, and a ZIP of all data.
package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"reportsite/generator/internal/address"
	"reportsite/generator/internal/config"
	"reportsite/generator/internal/message"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/sheet"
	"reportsite/generator/internal/verdict"
)

// The files of a whole site.
const (
	CSV     = address.AllCSV
	XLSX    = address.AllXLSX
	Package = address.AllPackage
	ZIP     = address.AllZIP

	TasksCSV  = address.TasksCSV
	TasksJSON = address.TasksJSON
)

// Paths lists the downloads, for the page that links to them.
func Paths() []string { return append(Tables(), ZIP) }

// Tables lists the downloads that [Files] makes, in its order.
func Tables() []string { return []string{CSV, XLSX, TasksCSV, TasksJSON, Package} }

// Input is what the downloads are made of.
type Input struct {
	Site     *model.Site
	Config   *config.Config
	Verdicts *verdict.Set
}

// File is a finished file; Path is relative to the site's root.
type File struct {
	Path string
	Data []byte
}

// Files makes the downloads but the ZIP.
func Files(in Input) ([]File, error) {
	l := in.Config.Language
	data := in.rows(l)
	var table, book bytes.Buffer
	if err := sheet.WriteCSV(&table, data); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	if err := sheet.WriteXLSX(&book, in.sheets(l)); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	list := []File{{CSV, table.Bytes()}, {XLSX, book.Bytes()}}
	described, err := in.describe(l, list[0])
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	tasks, err := in.taskFiles(l)
	if err != nil {
		return nil, err
	}
	return append(append(list, tasks...), File{Package, described}), nil
}

// The descriptor of a Frictionless Data Package (version 1).
type (
	descriptor struct {
		Profile   string     `json:"profile"`
		Name      string     `json:"name"`
		Title     string     `json:"title"`
		About     string     `json:"description,omitempty"`
		Homepage  string     `json:"homepage,omitempty"`
		Licenses  []license  `json:"licenses,omitempty"`
		Sources   []origin   `json:"sources,omitempty"`
		Resources []resource `json:"resources"`
	}
	license struct {
		Name  string `json:"name,omitempty"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title,omitempty"`
	}
	origin struct {
		Title string `json:"title"`
		Path  string `json:"path,omitempty"`
	}
	resource struct {
		Profile  string `json:"profile"`
		Name     string `json:"name"`
		Path     string `json:"path"`
		Format   string `json:"format"`
		Media    string `json:"mediatype"`
		Encoding string `json:"encoding"`
		Bytes    int    `json:"bytes"`
		Hash     string `json:"hash"`
		Schema   schema `json:"schema"`
	}
	schema struct {
		Fields        []field  `json:"fields"`
		MissingValues []string `json:"missingValues"`
	}
	field struct {
		Name  string `json:"name"`
		Type  string `json:"type"`
		Title string `json:"title"`
		About string `json:"description,omitempty"`
	}
)

func (in Input) describe(l model.Lang, table File) ([]byte, error) {
	sum := sha256.Sum256(table.Data)
	d := descriptor{
		Profile: "tabular-data-package", Name: "work-report", Title: in.Config.Title.In(l),
		About: in.Config.Description.In(l), Homepage: in.Config.BaseURL,
		Resources: []resource{{
			Profile: "tabular-data-resource", Name: "indicators", Path: "indicators.csv", Format: "csv",
			Media: "text/csv", Encoding: "utf-8", Bytes: len(table.Data), Hash: "sha256:" + hex.EncodeToString(sum[:]),
			Schema: schema{MissingValues: []string{""}},
		}},
	}
	if c := in.Config.License; c.Name != "" || c.URL != "" {
		d.Licenses = []license{{c.Name, c.URL, c.Title.In(l)}}
	}
	for _, s := range in.Site.Sources {
		d.Sources = append(d.Sources, origin{s.Name.In(l), s.URL})
	}
	for _, c := range columns {
		f := field{Name: c.name, Type: c.kind, Title: message.Say(l, "column-"+c.name)}
		if c.about != "" {
			f.About = message.Say(l, c.about)
		}
		d.Resources[0].Schema.Fields = append(d.Resources[0].Schema.Fields, f)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("describe the data: %w", err)
	}
	return b.Bytes(), nil
}
