package main

import (
	"strings"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/message"
)

// command makes a command of the program. id names the texts of its help, "<id>" and
// "<id>-about"; use is what follows the program on the line of its usage, and begins with
// the command's name.
func command(lang message.Lang, id, use string, flags []cli.Flag, act cli.ActionFunc) *cli.Command {
	name, _, _ := strings.Cut(use, " ")
	return &cli.Command{
		Name:        strings.Trim(name, "[]"),
		Usage:       message.Say(lang, id),
		UsageText:   "go run ./generator " + use,
		Description: message.Say(lang, id+"-about"),
		Flags:       flags,
		Action:      act,
	}
}

// textFlag is a flag with a text. id names the text of its help, "flag-<id>".
func textFlag(lang message.Lang, name, id string) *cli.StringFlag {
	return &cli.StringFlag{Name: name, Usage: message.Say(lang, "flag-"+id)}
}

// switchFlag is a flag without a value, that is on where it is given.
func switchFlag(lang message.Lang, name, id string) *cli.BoolFlag {
	return &cli.BoolFlag{Name: name, Usage: message.Say(lang, "flag-"+id)}
}

// yearFlag is the flag -year; 0 where it is not given.
func yearFlag(lang message.Lang, id string) *cli.IntFlag {
	return &cli.IntFlag{Name: "year", Usage: message.Say(lang, "flag-"+id)}
}

// folderFlag is the flag -C: the site's folder.
func folderFlag(lang message.Lang) *cli.StringFlag {
	return &cli.StringFlag{Name: "C", Value: ".", Usage: message.Say(lang, "flag-C")}
}
