package main

import (
	"errors"
	"strings"

	"reportsite/generator/internal/message"
)

// languageOf is the language of the messages: that of -lang, which is read before
// anything is printed, or the system's.
func languageOf(args []string, getenv func(string) string) (message.Lang, error) {
	own := systemLang(getenv, preferred())
	for n, arg := range args {
		if arg == "--" {
			break
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if !given && n+1 < len(args) {
			value = args[n+1]
		}
		if value == "" {
			return own, nil // a wrong value is reported when the flags are read
		}
		l, ok := message.Match(value)
		if !ok {
			return own, errors.New(message.Say(own, "bad-lang", "Value", shown(value)))
		}
		return l, nil
	}
	return own, nil
}

// systemLang is the language of the messages according to the locale, or else to
// the system's list of the user's languages. Editors of work reports read Chinese,
// so only a locale of another language changes that. It concerns messages only:
// nothing that is built depends on it.
func systemLang(getenv func(string) string, list []string) message.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "C" || locale == "POSIX" || strings.HasPrefix(locale, "C.") {
			return message.Languages()[0]
		}
		if locale != "" {
			list = []string{locale}
			break
		}
	}
	if len(list) == 0 {
		return message.Languages()[0]
	}
	if l, ok := message.Match(list[0]); ok {
		return l
	}
	return message.English
}
