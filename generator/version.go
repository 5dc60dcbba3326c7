package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/message"
)

// version and commit are the program's. A release sets them while linking (see
// tools/release); a program that was built from a checkout is a development version.
var (
	version = "devel"
	commit  = ""
)

// programName begins what the program says on the standard error, and stands in version.
func programName() string {
	if version == "devel" {
		return "generator"
	}
	return "reportsite"
}

func versionCommand(stdout io.Writer, lang message.Lang) *cli.Command {
	return command(lang, "version", "version", flagsOf(lang, "lang"), func(context.Context, *cli.Command) error {
		from := commit
		if info, ok := debug.ReadBuildInfo(); ok && from == "" {
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					from = s.Value
				}
			}
		}
		if from != "" {
			from = " commit " + from
		}
		_, err := fmt.Fprintf(stdout, "reportsite %s%s (%s, %s/%s)\n", version, from, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	})
}
