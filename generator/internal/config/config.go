// Package config turns config.toml into a [Config] with every default filled in, so
// that no other package asks whether a setting was given.
package config

import (
	"io/fs"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/intact"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/tomlfile"
)

// File is the name of the configuration in the site's folder.
const File = "config.toml"

// Config is the site's configuration.
type Config struct {
	Title       model.Text
	Place       model.Text
	Description model.Text
	Note        model.Text // shown in the footer of every page, such as what was inferred
	Language    model.Lang
	BaseURL     string     // without a slash at its end; "" makes relative links
	Edition     int        // year of the edition on the home page; 0: the newest
	AsOf        model.Date // "today" of the verdicts; zero: the newest release date of the content
	Identity    Identity
	License     License
	Pictures    bool            // that other sites show beside a link
	OnPaceBand  decimal.Decimal // percentage points of the year's target
	Checks      []Check         // levels of checks, in the order of the file
	MaxUnbound  int             // figures of the prose that may be bound to no data; -1: any number
	Units       *model.UnitTable
	Look        Look
	Deploy      map[string]string // where the site is deployed to, by name

	AsOfPos diag.Pos // of as_of; zero where it is not written
}

// License is the terms under which the site's data may be used; none is stated
// by default.
type License struct {
	Name  string // as of the SPDX list, such as "CC-BY-4.0"
	Title model.Text
	URL   string
}

// Check sets the level of one check.
type Check struct {
	Code  string
	Level string // Error, Warn or Off
	Pos   diag.Pos
}

// The levels of a check.
const (
	Error = "error"
	Warn  = "warn"
	Off   = "off"
)

// Identity is who publishes the site (国办发〔2017〕47号). It is empty by default; with
// an empty one the pages say that this is not an official government website.
type Identity struct {
	SiteIDCode string // 网站标识码
	SiteDomain string
	Sponsor    string // 主办单位
	Organizer  string // 承办单位
	Contact    string
	ICP        string // ICP备案号
	Police     string // 公安备案号
}

// Official reports whether the site claims an official identity.
func (i Identity) Official() bool { return i != Identity{} }

// missing lists the keys that an official identity must have and has not: the
// footer of a government site names them (国办发〔2017〕47号).
func (i Identity) missing() []string {
	var keys []string
	for _, part := range []struct{ key, value string }{
		{"site_id_code", i.SiteIDCode}, {"site_domain", i.SiteDomain}, {"sponsor", i.Sponsor},
		{"contact", i.Contact}, {"icp", i.ICP}, {"police", i.Police},
	} {
		if part.value == "" {
			keys = append(keys, part.key)
		}
	}
	return keys
}

// DefaultOnPaceBand is how far from the schedule (序时进度) still counts as on
// pace, in percentage points of the year's target.
var DefaultOnPaceBand = decimal.NewFromInt(5)

// Load reads config.toml from the site's folder. A missing file is a
// diagnostic too: without it, the folder is no site.
func Load(site fs.FS) (*Config, []diag.Diagnostic) {
	data, err := fs.ReadFile(site, File)
	if err != nil {
		return nil, []diag.Diagnostic{NoConfig.At(diag.Pos{File: File}, diag.Cause(err))}
	}
	if fault, ok := intact.File(File, data); !ok {
		return nil, []diag.Diagnostic{fault}
	}
	var r reader
	r.doc, r.diags = tomlfile.Decode(File, data, 1, &r.file)
	if diag.Errors(r.diags) > 0 {
		return nil, r.diags
	}
	return r.config(), r.diags
}
