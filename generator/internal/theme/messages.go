package theme

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
		for _, id := range l.needs {
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
