package page

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"text/template"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/tomlfile"
)

// languages are those that the interface is written in.
var languages = [...]model.Lang{model.Chinese, model.English}

// needed are the messages that the program itself asks for; the others are the
// templates' own affair.
var needed = [...]string{
	"home", "report", "indicators", "indicators-about", "status", "status-title", "status-about", "commitments",
	"commitments-title", "commitments-about", "data", "data-about", "method", "method-title", "method-about",
	"changes", "changes-about", "changes-was", "cite-by", "cite-line", "section-of-year", "file-json", "file-csv", "file-xlsx", "file-zip", "file-package", "print", "sitemap", "not-found", "language-zh-CN", "language-en", "about-value", "no-lead",
	"target", "period", "basis", "result", "unit", "approximate", "stage", "released", "source",
	"nature", "nature-expected", "nature-binding", "measure", "accrual", "better", "lead", "support",
	"measure-level", "measure-growth", "measure-share", "measure-count", "measure-ratio", "measure-index",
	"accrual-flow", "accrual-stock", "better-up", "better-down", "better-band",
	"basis-annual", "basis-cumulative", "basis-single", "basis-point",
	"search", "search-about", "page", "stage-flash", "stage-expected", "stage-preliminary", "stage-final", "stage-census",
}

// message is a text of the interface as a file of messages has it: a string,
// or a table with a form for one and a form for other numbers.
type message struct{ One, Other string }

// UnmarshalTOML reads both forms.
func (m *message) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case string:
		m.Other = v
		return nil
	case map[string]any:
		one, _ := v["one"].(string)
		other, ok := v["other"].(string)
		if ok && len(v) <= 2 && (len(v) == 1 || one != "") {
			m.One, m.Other = one, other
			return nil
		}
	}
	return tomlfile.Expected{
		En: `write a text, "…", or a table, { one = "…", other = "…" }`,
		Zh: `请写文字 "……"，或表 { one = "……", other = "……" }`,
	}
}

// parse says what is wrong with the places that arguments are filled into, as in
// {{.N}}. The library would say so only when a page asks for the message.
func (m *message) parse() error {
	for _, form := range []string{m.One, m.Other} {
		if _, err := template.New("").Parse(form); err != nil {
			return errors.New(strings.TrimPrefix(err.Error(), "template: :1: "))
		}
	}
	return nil
}

// catalogue holds the messages of one language.
type catalogue struct {
	plain     map[string]string // all messages as written
	localizer *i18n.Localizer
}

// loadMessages reads i18n/<language>.toml of each language. A message that one
// language lacks is a fault: readers would see a mixture.
func (l *loader) loadMessages() map[model.Lang]*catalogue {
	bundle := i18n.NewBundle(language.Make(string(languages[0])))
	all := map[model.Lang]*catalogue{}
	docs := map[model.Lang]*tomlfile.Doc{}
	for _, lang := range languages {
		name := messageFile(lang)
		data, ok := l.read(name)
		if !ok {
			continue
		}
		written := map[string]message{}
		doc, diags := tomlfile.Decode(l.shown(name), data, 1, &written)
		l.diags = append(l.diags, diags...)
		if doc == nil {
			continue
		}
		docs[lang] = doc
		c := &catalogue{plain: map[string]string{}}
		for _, id := range slices.Sorted(maps.Keys(written)) {
			m := written[id]
			c.plain[id] = m.Other
			err := bundle.AddMessages(language.Make(string(lang)), &i18n.Message{ID: id, One: m.One, Other: m.Other})
			if err = errors.Join(err, m.parse()); err != nil {
				l.report(BadMessage.At(doc.Pos(id), id, err.Error()))
			}
		}
		c.localizer = i18n.NewLocalizer(bundle, string(lang))
		all[lang] = c
	}
	for lang, doc := range docs {
		for _, id := range needed {
			if _, ok := all[lang].plain[id]; !ok {
				l.report(NeededMessage.At(l.at(messageFile(lang)), id))
			}
		}
		for _, id := range doc.Keys() {
			for other, c := range all {
				if _, ok := c.plain[id]; !ok {
					l.report(MissingMessage.At(doc.Pos(id), id, l.shown(messageFile(other)), string(lang)))
				}
			}
		}
	}
	return all
}

func messageFile(lang model.Lang) string { return "i18n/" + string(lang) + ".toml" }

// text is a message in the catalogue's language. Arguments come in pairs, a
// name and its value: {{t "counts" "N" 5}} fills {{.N}} in, and N chooses
// between one and other.
func (c *catalogue) text(id string, args ...any) (string, error) {
	plain, ok := c.plain[id]
	if !ok {
		return "", fmt.Errorf("no message %q", id)
	}
	if len(args) == 0 {
		return plain, nil
	}
	if len(args)%2 != 0 {
		return "", fmt.Errorf("message %q: arguments come in pairs, a name and its value", id)
	}
	data := make(map[string]any, len(args)/2)
	for n := 0; n < len(args); n += 2 {
		name, ok := args[n].(string)
		if !ok {
			return "", fmt.Errorf("message %q: %v is no name of an argument", id, args[n])
		}
		data[name] = args[n+1]
	}
	s, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: data["N"]})
	if err != nil {
		return "", fmt.Errorf("message %q: %w", id, err)
	}
	return s, nil
}

// read reads a file of the theme; a file that is not there is a fault of the
// theme, anything else one of the machine.
func (l *loader) read(name string) (data []byte, ok bool) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.missing(name, err)
		return nil, false
	}
	sum := sha256.Sum256(data)
	fmt.Fprintf(l.sum, "%q %x\n", name, sum)
	return data, true
}
