package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/message"
)

// call is a command line after reading. It is checked before the library gets it,
// because the library accepts what is probably a mistake: of two values it takes
// the second, and a flag before its command it drops silently.
type call struct {
	root    *cli.Command
	lang    message.Lang
	known   map[string]cli.Flag // the flags of all commands: only some take a value
	command *cli.Command
	path    []string // words that name the command
	flags   []flagGiven
	args    []string // what is neither
	help    bool
}

// flagGiven is a flag on the command line.
type flagGiven struct {
	name  string
	value string
	bare  bool // no value stands after a =
}

// readCall reads a command line. The error is the first thing that is wrong with it, in
// one line, with what to write instead; nothing has been done then.
func readCall(root *cli.Command, lang message.Lang, line []string) (*call, error) {
	c := &call{root: root, lang: lang, known: map[string]cli.Flag{}, command: root}
	for _, command := range commandsBelow(root) {
		for _, f := range command.Flags {
			c.known[f.Names()[0]] = f
		}
	}
	fault := c.split(line[1:])
	unknown := c.find() // it may be the value of a flag that does not exist
	if c.help {
		return c, unknown
	}
	for _, err := range []func() error{
		func() error { return fault }, func() error { return unknown }, c.checkFlags, c.checkArgs,
	} {
		if fault := err(); fault != nil {
			return c, fault
		}
	}
	return c, nil
}

func commandsBelow(c *cli.Command) []*cli.Command {
	list := []*cli.Command{c}
	for _, sub := range c.Commands {
		list = append(list, commandsBelow(sub)...)
	}
	return list
}

// line is the command line for the library: the command, then its flags, each in
// one word, then the rest.
func (c *call) line(program string) []string {
	list := append([]string{program}, c.path...)
	for _, f := range c.flags {
		if len(c.command.Flags) == 0 {
			break
		}
		word := "-" + f.name
		if !f.bare || !isBool(c.known[f.name]) {
			word += "=" + f.value
		}
		list = append(list, word)
	}
	return append(append(list, "--"), c.args...)
}

// split separates flags, their values and other words. It reads to the end, because
// a -h anywhere takes precedence over a fault.
func (c *call) split(words []string) (fault error) {
	wrongly := func(id string, args ...any) {
		if fault == nil {
			fault = wrong(c.lang, id, args...)
		}
	}
	for n := 0; n < len(words); n++ {
		word := words[n]
		if word == "--" {
			c.args = append(c.args, words[n+1:]...)
			break
		}
		name, value, given := strings.Cut(word, "=")
		name, dashes := cutDashes(name)
		switch {
		case dashes == otherDash && c.known[name] != nil:
			wrongly("wrong-dash", "Word", shown(word), "Flag", "-"+name)
			continue
		case dashes != hyphens || name == "":
			c.args = append(c.args, word)
			continue
		case isHelp(name) && !given:
			c.help = true
			continue
		}
		f := c.known[name]
		if f == nil {
			wrongly("unknown-flag", "Flag", shown("-"+name), "Mean", c.mean("-", name, c.known))
			continue
		}
		if !given && !isBool(f) {
			if n+1 == len(words) || c.isFlag(words[n+1]) {
				wrongly("no-value", "Flag", "-"+name)
				continue
			}
			n++
			value = words[n]
		}
		if (given || !isBool(f)) && strings.TrimSpace(value) == "" {
			wrongly("no-value", "Flag", "-"+name)
			continue
		}
		c.flags = append(c.flags, flagGiven{name, value, !given})
	}
	return fault
}

// isFlag reports whether a word is a flag and so no value of the one before it.
func (c *call) isFlag(word string) bool {
	name, _, _ := strings.Cut(word, "=")
	name, dashes := cutDashes(name)
	return word == "--" || dashes == hyphens && (isHelp(name) || c.known[name] != nil)
}

func isHelp(name string) bool { return name == "h" || name == "help" }

func isBool(f cli.Flag) bool {
	_, ok := f.(*cli.BoolFlag)
	return ok
}

// The dashes that a word can begin with.
const (
	noDash = iota
	hyphens
	otherDash // one typed by an input method or a word processor
)

// cutDashes takes the dashes off a word.
func cutDashes(word string) (name string, dashes int) {
	if name, ok := strings.CutPrefix(word, "-"); ok {
		return strings.TrimPrefix(name, "-"), hyphens
	}
	if first, _ := utf8.DecodeRuneInString(word); strings.ContainsRune("‐‑‒–—―−－﹣", first) {
		return strings.TrimLeft(word, "‐‑‒–—―−－﹣"), otherDash
	}
	return word, noDash
}

// find takes the words that name the command from the list of other words.
func (c *call) find() error {
	for len(c.args) > 0 && len(c.command.Commands) > 0 {
		sub := c.command.Command(c.args[0])
		if sub == nil {
			break
		}
		c.path, c.args, c.command = append(c.path, sub.Name), c.args[1:], sub
	}
	if len(c.command.Commands) == 0 || len(c.args) == 0 {
		return nil
	}
	names := map[string]*cli.Command{}
	for _, sub := range c.command.Commands {
		names[sub.Name] = sub
	}
	id := "unknown-command"
	if c.command != c.root {
		id = "new-unknown"
	}
	return wrong(c.lang, id, "Name", shown(c.args[0]), "Mean", c.mean("", c.args[0], names))
}

// checkFlags looks for flags that the command does not have, that are given twice,
// or that have a value of another type.
func (c *call) checkFlags() error {
	if len(c.command.Flags) == 0 {
		return nil // a command that needs another word, and reports that itself
	}
	own := map[string]cli.Flag{}
	for _, f := range c.command.Flags {
		own[f.Names()[0]] = f
	}
	seen := map[string]bool{}
	for _, given := range c.flags {
		f := own[given.name]
		switch {
		case f == nil:
			return wrong(c.lang, "no-such-flag", "Flag", "-"+given.name, "Command", strings.Join(c.path, " "))
		case seen[given.name]:
			return wrong(c.lang, "flag-twice", "Flag", "-"+given.name)
		}
		seen[given.name] = true
		if _, err := strconv.ParseBool(given.value); isBool(f) && !given.bare && err != nil {
			return wrong(c.lang, "bad-switch", "Flag", "-"+given.name, "Value", shown(given.value))
		}
		if _, ok := f.(*cli.IntFlag); ok {
			if err := c.checkNumber(given); err != nil {
				return err
			}
		}
	}
	return nil
}

// ranges are the ranges of flags with numbers, both ends included.
var ranges = map[string][2]int{"jobs": {1, maxJobs}, "year": {firstYear, lastYear}}

// The highest number of jobs, and the years that a report can be of.
const (
	maxJobs   = 1024
	firstYear = 1949
	lastYear  = 2199
)

func (c *call) checkNumber(given flagGiven) error {
	ends := ranges[given.name]
	n, err := strconv.Atoi(given.value)
	if err != nil || n < ends[0] || n > ends[1] || strconv.Itoa(n) != given.value {
		return wrong(c.lang, "bad-number", "Flag", "-"+given.name, "Value", shown(given.value), "Least", ends[0], "Most", ends[1])
	}
	return nil
}

// checkArgs looks for words that a command does not take. Commands with arguments
// check them themselves.
func (c *call) checkArgs() error {
	if slices.Contains(c.args, "") {
		return wrong(c.lang, "empty-argument")
	}
	if len(c.args) > 0 && !strings.Contains(c.command.UsageText, "<") {
		return wrong(c.lang, "no-arguments", "Command", c.command.Name, "Value", shown(c.args[0]))
	}
	return nil
}

// mean is the end of a message: the known name that was probably meant.
func (c *call) mean(dash, name string, known any) string {
	var names []string
	switch known := known.(type) {
	case map[string]cli.Flag:
		for k := range known {
			names = append(names, k)
		}
	case map[string]*cli.Command:
		for k := range known {
			names = append(names, k)
		}
	}
	slices.Sort(names)
	best, least := "", 3
	for _, k := range names {
		d := levenshtein.ComputeDistance(strings.ToLower(name), k)
		if d < least && d < len(k) {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return message.Say(c.lang, "perhaps", "Word", dash+best)
}

// maxWord is how much of a word a message quotes, in characters.
const maxWord = 60

// shown is a word of the command line in the form in which a message quotes it, on
// one line.
func shown(word string) string {
	if n := utf8.RuneCountInString(word); n > maxWord {
		word = string([]rune(word)[:maxWord]) + "…"
	}
	var b strings.Builder
	for _, r := range word {
		if unicode.IsPrint(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
