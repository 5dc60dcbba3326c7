package message

import (
	"strings"

	"golang.org/x/text/language"

	"reportsite/generator/internal/model"
)

// Lang is a language of the program by its BCP 47 tag. The zero value speaks
// the first of [Languages].
type Lang = model.Lang

// The languages that messages are written in.
const (
	Chinese = model.Chinese
	English = model.English
)

// Languages lists them; the first is the one for readers of whom nothing is
// known.
func Languages() []Lang { return []Lang{Chinese, English} }

// matcher is the order of Languages.
var matcher = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.AmericanEnglish})

// Match is the language of the program that suits a tag (zh-Hans-SG, en) or a
// name of POSIX (zh_CN.UTF-8); ok is false where it has none.
func Match(name string) (l Lang, ok bool) {
	name, _, _ = strings.Cut(name, "@")
	name, _, _ = strings.Cut(name, ".")
	tag, err := language.Parse(name)
	if err != nil || tag == language.Und {
		return "", false
	}
	_, n, confidence := matcher.Match(tag)
	return Languages()[n], confidence > language.No
}
