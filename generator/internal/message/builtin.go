package message

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"reportsite/generator/internal/model"

	"github.com/BurntSushi/toml"
)

// files are the messages of the command line.
//
//go:embed text/*.toml
var files embed.FS

// calling is how the files write a call of the program.
const calling = "go run ./generator"

// program is how the program that runs is called. A release says its own name while
// linking: -X reportsite/generator/internal/message.program=reportsite.
var program = calling

// Program is a text with calls of the program, as they are written where it runs: a
// release is not called by go run.
func Program(text string) string { return strings.ReplaceAll(text, calling, program) }

// builtIn are their catalogues, each read when it is asked for.
var builtIn = map[Lang]func() *Catalogue{
	Chinese: sync.OnceValue(func() *Catalogue { return mustRead(Chinese) }),
	English: sync.OnceValue(func() *Catalogue { return mustRead(English) }),
}

// mustRead reads a built-in catalogue. It panics on a fault: a test reads all of
// them.
func mustRead(lang Lang) *Catalogue {
	c, err := read(lang)
	if err != nil {
		panic("generator: internal error: " + err.Error())
	}
	return c
}

func read(lang Lang) (*Catalogue, error) {
	name := "text/" + string(lang) + ".toml"
	texts := map[string]Text{}
	if _, err := toml.DecodeFS(files, name, &texts); err != nil {
		return nil, fmt.Errorf("message: read %s: %w", name, err)
	}
	c := New(lang)
	for id, t := range texts {
		if err := c.Add(id, Text{One: Program(t.One), Other: Program(t.Other)}); err != nil {
			return nil, fmt.Errorf("message: read %s: %s: %w", name, id, err)
		}
	}
	return c, nil
}

// ID names a message without arguments. It can be an argument of another message,
// and an error.
type ID string

// Error is the message in English; a [Catalogue] that gets the ID as an argument
// writes it in its own language.
func (id ID) Error() string { return Say(English, string(id)) }

// BuiltIn returns the messages of the command line in a language.
func BuiltIn(l Lang) *Catalogue {
	if read, ok := builtIn[l]; ok {
		return read()
	}
	return builtIn[Languages()[0]]()
}

// Say returns a message of the command line; the arguments are those of
// [Catalogue.Text]. A missing message is a fault of the program.
func Say(l Lang, id string, args ...any) string {
	s, err := BuiltIn(l).Text(id, args...)
	if err != nil {
		panic("generator: internal error: " + err.Error())
	}
	return s
}

// Both returns a message in all languages of the content. Of the arguments, a
// [model.Text] is filled in in the language of the message.
func Both(id string, args ...any) model.Text {
	in := func(l Lang) string {
		own := slices.Clone(args)
		for n, arg := range own {
			if t, ok := arg.(model.Text); ok {
				own[n] = t.In(l)
			}
		}
		return Say(l, id, own...)
	}
	return model.Text{Zh: in(Chinese), En: in(English)}
}
