package message

import (
	"strings"

	"golang.org/x/text/language"

	"reportsite/generator/internal/model"
)

// Lang is a language of the program by its BCP 47 tag. The zero value stands for
// the first of [Languages].
type Lang = model.Lang

// The languages that messages are written in.
const (
	Chinese = model.Chinese
	English = model.English
)

// Languages lists them; the first is the default.
func Languages() []Lang { return []Lang{Chinese, English} }

// matcher has the languages in the order of Languages.
var matcher = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.AmericanEnglish})

// Match finds the program's language for a BCP 47 tag (zh-Hans-SG, en) or a POSIX
// locale (zh_CN.UTF-8); ok is false when the program does not have that language.
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
