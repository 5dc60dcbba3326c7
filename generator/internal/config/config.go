// Package config turns config.toml into a [Config] with every default filled in, so
// that no other package asks whether a setting was given.
package config

import (
	"io/fs"
	"net/url"
	"regexp"
	"strings"

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

// file is config.toml as written.
type file struct {
	Title         string        `toml:"title"`
	TitleEn       string        `toml:"title_en"`
	Place         string        `toml:"place"`
	PlaceEn       string        `toml:"place_en"`
	Description   string        `toml:"description"`
	DescriptionEn string        `toml:"description_en"`
	Note          string        `toml:"note"`
	NoteEn        string        `toml:"note_en"`
	Language      string        `toml:"language"`
	BaseURL       string        `toml:"base_url"`
	Edition       int           `toml:"edition"`
	AsOf          tomlfile.Date `toml:"as_of"`
	Identity      struct {
		SiteIDCode string `toml:"site_id_code"`
		SiteDomain string `toml:"site_domain"`
		Sponsor    string `toml:"sponsor"`
		Organizer  string `toml:"organizer"`
		Contact    string `toml:"contact"`
		ICP        string `toml:"icp"`
		Police     string `toml:"police"`
	} `toml:"identity"`
	Look    lookFile            `toml:"look"`
	Menu    map[string]linkFile `toml:"menu"`
	Badge   map[string]linkFile `toml:"badge"`
	License struct {
		Name    string `toml:"name"`
		Title   string `toml:"title"`
		TitleEn string `toml:"title_en"`
		URL     string `toml:"url"`
	} `toml:"license"`
	Build struct {
		SharePictures bool `toml:"share_pictures"`
	} `toml:"build"`
	Verdict struct {
		OnPaceBand tomlfile.Number `toml:"on_pace_band"`
	} `toml:"verdict"`
	Units    map[string]unit   `toml:"units"`
	Checks   map[string]string `toml:"checks"`
	Coverage struct {
		MaxUnbound tomlfile.Number `toml:"max_unbound"`
	} `toml:"coverage"`
	Deploy map[string]string `toml:"deploy"`
}

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
	var f file
	doc, diags := tomlfile.Decode(File, data, 1, &f)
	if diag.Errors(diags) > 0 {
		return nil, diags
	}
	c := &Config{
		Title:       model.Text{Zh: f.Title, En: f.TitleEn},
		Place:       model.Text{Zh: f.Place, En: f.PlaceEn},
		Description: model.Text{Zh: f.Description, En: f.DescriptionEn},
		Note:        model.Text{Zh: f.Note, En: f.NoteEn},
		Language:    model.Lang(f.Language),
		BaseURL:     strings.TrimRight(f.BaseURL, "/"),
		Edition:     f.Edition,
		AsOf:        f.AsOf.Date,
		AsOfPos:     doc.Pos("as_of"),
		Identity:    Identity(f.Identity),
		License: License{
			Name:  f.License.Name,
			Title: model.Text{Zh: f.License.Title, En: f.License.TitleEn},
			URL:   f.License.URL,
		},
		Pictures:   f.BaseURL != "" && (f.Build.SharePictures || !doc.Has("build", "share_pictures")),
		OnPaceBand: DefaultOnPaceBand,
		MaxUnbound: -1,
	}
	if f.Title == "" {
		diags = append(diags, NoTitle.At(doc.Pos("title")))
	}
	switch c.Language {
	case "":
		c.Language = model.Chinese
	case model.Chinese, model.English:
	default:
		diags = append(diags, BadLanguage.At(doc.Pos("language"), f.Language).WithSuggestion(languageWords[f.Language]))
	}
	if l := c.License.URL; l != "" && !validBase(l) {
		diags = append(diags, BadLicense.At(doc.Pos("license", "url"), l))
	}
	if c.Identity.Official() {
		for _, part := range c.Identity.missing() {
			diags = append(diags, IdentityPart.At(doc.Pos("identity"), part))
		}
	}
	if !validBase(c.BaseURL) {
		diags = append(diags, BadBaseURL.At(doc.Pos("base_url"), f.BaseURL))
	}
	if f.Verdict.OnPaceBand.Valid {
		c.OnPaceBand = f.Verdict.OnPaceBand.Decimal
		if c.OnPaceBand.IsNegative() || c.OnPaceBand.GreaterThan(decimal.NewFromInt(100)) {
			diags = append(diags, BadBand.At(doc.Pos("verdict", "on_pace_band"), c.OnPaceBand.String()))
		}
	}
	for _, code := range doc.Keys("checks") {
		pos := doc.Pos("checks", code)
		switch level := f.Checks[code]; level {
		case Error, Warn, Off:
			c.Checks = append(c.Checks, Check{code, level, pos})
		default:
			diags = append(diags, BadLevel.At(pos, level).WithSuggestion(levelWords[level]))
		}
	}
	c.Units, diags = readUnits(f.Units, doc, diags)
	c.Look, diags = readLook(&f, doc, diags)
	if n := f.Coverage.MaxUnbound; n.Valid {
		if c.MaxUnbound = int(n.Decimal.IntPart()); n.Decimal.IsNegative() || !n.Decimal.IsInteger() {
			diags = append(diags, BadLimit.At(doc.Pos("coverage", "max_unbound"), n.Decimal.String()))
		}
	}
	c.Deploy = f.Deploy
	for _, name := range doc.Keys("deploy") {
		if to := f.Deploy[name]; !targetName.MatchString(name) || strings.TrimSpace(to) == "" || withPassword.MatchString(to) {
			diags = append(diags, BadTarget.At(doc.Pos("deploy", name), name))
		}
	}
	return c, diags
}

// targetName is the form of a name of a target, which no address has; withPassword finds
// addresses with a password, which has no place in a file that many people read.
var (
	targetName   = regexp.MustCompile(`^[\p{L}\p{N}_-]+$`)
	withPassword = regexp.MustCompile(`^[a-z0-9]+://[^/@]*:[^/@]*@`)
)

// levelWords and languageWords are what people write for a level and a language.
var (
	levelWords    = map[string]string{"错误": Error, "出错": Error, "提醒": Warn, "警告": Warn, "warning": Warn, "关": Off, "关闭": Off, "不检查": Off}
	languageWords = map[string]string{"中文": "zh-CN", "汉语": "zh-CN", "简体中文": "zh-CN", "zh": "zh-CN", "cn": "zh-CN", "zh_CN": "zh-CN", "英文": "en", "英语": "en"}
)

// DefaultOnPaceBand is how far from the schedule (序时进度) still counts as on
// pace, in percentage points of the year's target.
var DefaultOnPaceBand = decimal.NewFromInt(5)

// webAddress accepts an address of a site, with or without a query.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

// validBase accepts "" and an absolute http or https address.
func validBase(base string) bool {
	if base == "" {
		return true
	}
	u, err := url.Parse(base)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" &&
		u.RawQuery == "" && u.Fragment == "" && u.User == nil
}
