package page

import (
	"io/fs"
	"maps"
	"slices"

	"reportsite/generator/internal/message"
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
	"changes", "changes-about", "changes-was", "cite-by", "cite-line", "section-of-year", "file-json", "file-csv", "file-xlsx", "file-zip", "file-package", "print", "sitemap", "not-found", "language-zh-CN", "language-en", "no-lead",
	"share-targets", "colon", "target", "target-of-year", "figure-judged", "period", "basis", "result", "unit", "approximate", "stage", "released", "source", "in-words", "note", "revised-from", "semicolon",
	"nature", "nature-expected", "nature-binding", "measure", "accrual", "better", "lead", "support",
	"measure-level", "measure-growth", "measure-share", "measure-count", "measure-ratio", "measure-index", "measure-completion", "measure-structure",
	"accrual-flow", "accrual-stock", "better-up", "better-down", "better-band",
	"basis-annual", "basis-cumulative", "basis-single", "basis-point",
	"search", "search-about", "page", "stage-flash", "stage-expected", "stage-preliminary", "stage-final", "stage-census",
}

// loadMessages reads i18n/<language>.toml of each language. A message that one
// language lacks is a fault: readers would see a mixture.
func (l *loader) loadMessages() map[model.Lang]*message.Catalogue {
	all := map[model.Lang]*message.Catalogue{}
	docs := map[model.Lang]*tomlfile.Doc{}
	for _, lang := range languages {
		name := messageFile(lang)
		data, ok := l.read(name)
		if !ok {
			continue
		}
		written := map[string]message.Text{}
		doc, diags := tomlfile.Decode(l.shown(name), data, 1, &written)
		l.diags = append(l.diags, diags...)
		if doc == nil {
			continue
		}
		docs[lang] = doc
		all[lang] = message.New(lang)
		for _, id := range slices.Sorted(maps.Keys(written)) {
			if err := all[lang].Add(id, written[id]); err != nil {
				l.report(BadMessage.At(doc.Pos(id), id, err.Error()))
			}
		}
	}
	for lang, doc := range docs {
		for _, id := range needed {
			if !all[lang].Has(id) {
				l.report(NeededMessage.At(l.at(messageFile(lang)), id))
			}
		}
		for _, id := range doc.Keys() {
			for other, c := range all {
				if !c.Has(id) {
					l.report(MissingMessage.At(doc.Pos(id), id, l.shown(messageFile(other))))
				}
			}
		}
	}
	return all
}

func messageFile(lang model.Lang) string { return "i18n/" + string(lang) + ".toml" }

// read reads a file of the theme; a file that is not there is a fault of the
// theme, anything else one of the machine.
func (l *loader) read(name string) (data []byte, ok bool) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.missing(name, err)
		return nil, false
	}
	return data, true
}
