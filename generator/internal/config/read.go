package config

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/tomlfile"
)

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

// reader turns what is written into a Config, and collects what is wrong with it.
type reader struct {
	file
	doc   *tomlfile.Doc
	diags []diag.Diagnostic
}

func (r *reader) report(d diag.Diagnostic) { r.diags = append(r.diags, d) }

// config is the configuration. What is wrong has its default, so that the content can
// be checked all the same.
func (r *reader) config() *Config {
	if r.Title == "" {
		r.report(NoTitle.At(r.doc.Pos("title")))
	}
	return &Config{
		Title:       model.Text{Zh: r.Title, En: r.TitleEn},
		Place:       model.Text{Zh: r.Place, En: r.PlaceEn},
		Description: model.Text{Zh: r.Description, En: r.DescriptionEn},
		Note:        model.Text{Zh: r.Note, En: r.NoteEn},
		Language:    r.language(),
		BaseURL:     r.baseURL(),
		Edition:     r.Edition,
		AsOf:        r.AsOf.Date,
		AsOfPos:     r.doc.Pos("as_of"),
		Identity:    r.identity(),
		License:     r.license(),
		Pictures:    r.BaseURL != "" && (r.Build.SharePictures || !r.doc.Has("build", "share_pictures")),
		OnPaceBand:  r.onPaceBand(),
		Checks:      r.checks(),
		Units:       r.units(),
		Look:        r.look(),
		MaxUnbound:  r.maxUnbound(),
		Deploy:      r.targets(),
	}
}

// language is the site's main language; Chinese where none is written.
func (r *reader) language() model.Lang {
	switch l := model.Lang(r.Language); l {
	case "":
		return model.Chinese
	case model.Chinese, model.English:
		return l
	}
	r.report(BadLanguage.At(r.doc.Pos("language"), r.Language).WithSuggestion(languageWords[r.Language]))
	return model.Lang(r.Language)
}

func (r *reader) license() License {
	l := License{Name: r.License.Name, Title: model.Text{Zh: r.License.Title, En: r.License.TitleEn}, URL: r.License.URL}
	if !validBase(l.URL) {
		r.report(BadLicense.At(r.doc.Pos("license", "url"), l.URL))
	}
	return l
}

func (r *reader) identity() Identity {
	i := Identity(r.Identity)
	if i.Official() {
		for _, part := range i.missing() {
			r.report(IdentityPart.At(r.doc.Pos("identity"), part))
		}
	}
	return i
}

func (r *reader) baseURL() string {
	base := strings.TrimRight(r.BaseURL, "/")
	if !validBase(base) {
		r.report(BadBaseURL.At(r.doc.Pos("base_url"), r.BaseURL))
	}
	return base
}

func (r *reader) onPaceBand() decimal.Decimal {
	if !r.Verdict.OnPaceBand.Valid {
		return DefaultOnPaceBand
	}
	band := r.Verdict.OnPaceBand.Decimal
	if band.IsNegative() || band.GreaterThan(decimal.NewFromInt(100)) {
		r.report(BadBand.At(r.doc.Pos("verdict", "on_pace_band"), band.String()))
	}
	return band
}

func (r *reader) checks() (list []Check) {
	for _, code := range r.doc.Keys("checks") {
		pos := r.doc.Pos("checks", code)
		switch level := r.Checks[code]; level {
		case Error, Warn, Off:
			list = append(list, Check{code, level, pos})
		default:
			r.report(BadLevel.At(pos, level).WithSuggestion(levelWords[level]))
		}
	}
	return list
}

// maxUnbound is -1 where no limit is written.
func (r *reader) maxUnbound() int {
	n := r.Coverage.MaxUnbound
	if !n.Valid {
		return -1
	}
	if n.Decimal.IsNegative() || !n.Decimal.IsInteger() {
		r.report(BadLimit.At(r.doc.Pos("coverage", "max_unbound"), n.Decimal.String()))
	}
	return int(n.Decimal.IntPart())
}

// targets are the places to deploy to.
func (r *reader) targets() map[string]string {
	for _, name := range r.doc.Keys("deploy") {
		if to := r.Deploy[name]; !targetName.MatchString(name) || strings.TrimSpace(to) == "" || withPassword.MatchString(to) {
			r.report(BadTarget.At(r.doc.Pos("deploy", name), name))
		}
	}
	return r.Deploy
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
