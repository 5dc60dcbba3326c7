// Package message holds the texts of the program in all its languages.
//
// A [Catalogue] has the messages of one language. Those of the command line
// and of the downloads are built in, from text/<language>.toml of this folder;
// those of the site's interface come with the theme, from its
// i18n/<language>.toml. Both files have the same form, a line for each message:
//
//	wrote       = "wrote {{.File}}"
//	n-errors    = { one = "{{.N}} error", other = "{{.N}} errors" }
//
// The program fills in the placeholders in braces; the argument N chooses between
// one and other. A diagnostic's code is the id of its message; the code with -hint
// is the id of its fix.
package message

import (
	"errors"
	"fmt"
	"strings"
	"text/template"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Text is a message as a file has it: a string, or a table with a form for one
// and a form for other numbers.
type Text struct{ One, Other string }

// UnmarshalTOML reads both forms.
func (t *Text) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case string:
		t.Other = v
		return nil
	case map[string]any:
		one, _ := v["one"].(string)
		other, ok := v["other"].(string)
		if ok && len(v) <= 2 && (len(v) == 1 || one != "") {
			t.One, t.Other = one, other
			return nil
		}
	}
	return ID("text-form")
}

// Catalogue holds the messages of one language. Once all are added, it is safe for
// concurrent use.
type Catalogue struct {
	texts     map[string]Text
	bundle    *i18n.Bundle
	tag       language.Tag
	localizer *i18n.Localizer
}

// New is a catalogue without messages.
func New(lang Lang) *Catalogue {
	tag := language.Make(string(lang))
	bundle := i18n.NewBundle(tag)
	return &Catalogue{map[string]Text{}, bundle, tag, i18n.NewLocalizer(bundle, string(lang))}
}

// Add adds a message. The error says what is wrong with its text.
func (c *Catalogue) Add(id string, t Text) error {
	c.texts[id] = t
	err := c.bundle.AddMessages(c.tag, &i18n.Message{ID: id, One: t.One, Other: t.Other})
	return errors.Join(err, t.parse())
}

// parse checks the placeholders. The library alone would find a faulty one only
// when the message is used.
func (t Text) parse() error {
	for _, form := range []string{t.One, t.Other} {
		if !strings.Contains(form, "{{") {
			continue
		}
		if _, err := template.New("").Parse(form); err != nil {
			return errors.New(strings.TrimPrefix(err.Error(), "template: :1: "))
		}
	}
	return nil
}

// Plain returns a message without filling anything in; ok is false when there is
// none.
func (c *Catalogue) Plain(id string) (text string, ok bool) {
	t, ok := c.texts[id]
	return t.Other, ok
}

// Has reports whether there is a message.
func (c *Catalogue) Has(id string) bool {
	_, ok := c.texts[id]
	return ok
}

// IDs lists all messages, in no order.
func (c *Catalogue) IDs() []string {
	list := make([]string, 0, len(c.texts))
	for id := range c.texts {
		list = append(list, id)
	}
	return list
}

// Text is a message with its arguments, which come in pairs, a name and its value:
// Text("n-errors", "N", 5) fills {{.N}} in. An [ID], also one within an error, is
// written in the language of the catalogue. The error names a message that is
// missing or cannot be filled in.
func (c *Catalogue) Text(id string, args ...any) (string, error) {
	t, ok := c.texts[id]
	if !ok {
		return "", fmt.Errorf("no message %q", id)
	}
	if len(args) == 0 {
		return t.Other, nil
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
		cause, ok := args[n+1].(error)
		if !ok {
			continue
		}
		if id, ok := errors.AsType[ID](cause); ok {
			var err error
			if data[name], err = c.Text(string(id)); err != nil {
				return "", err
			}
		}
	}
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: data}
	if t.One != "" {
		config.PluralCount = data["N"]
	}
	s, err := c.localizer.Localize(config)
	if err != nil {
		return "", fmt.Errorf("message %q: %w", id, err)
	}
	return s, nil
}
