// Command generator turns the Markdown and TOML of a work report into a static
// site: `go run ./generator` builds the site of this folder into public/.
//
// It exits with 0 when the site was built, 1 when the content has faults, which
// are printed with their positions, and 2 when the command was used wrongly or
// the machine failed. Only this file and its neighbours print.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/message"
)

// The exit codes.
const (
	exitOK     = 0
	exitFaults = 1 // of the content: an editor fixes them
	exitFailed = 2 // of the call or the machine
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) == 1 && ownWindow() {
		os.Exit(doubleClick(ctx, os.Args[0], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(run(ctx, os.Args, os.Stdout, os.Stderr))
}

// run is main without the process around it, for tests.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	lang, err := languageOf(args, os.Getenv)
	app := commands(stdout, stderr, lang)
	if err == nil {
		err = answer(ctx, app, args, stdout, lang)
	}
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFaults):
		return exitFaults // the diagnostics are printed already
	}
	fmt.Fprintf(stderr, "%s: %v\n", programName(), err)
	if id, ok := errors.AsType[message.ID](diag.Cause(err)); ok && id.Error() != err.Error() {
		fmt.Fprintf(stderr, "  %s\n", message.Say(lang, string(id)))
		if hint := string(id) + "-hint"; message.BuiltIn(lang).Has(hint) {
			fmt.Fprintf(stderr, "  %s\n", message.Say(lang, "hint", "Fix", message.Say(lang, hint)))
		}
	}
	return exitFailed
}

// answer runs a command line, or says what is wrong with it.
func answer(ctx context.Context, app *cli.Command, args []string, stdout io.Writer, lang message.Lang) error {
	c, err := readCall(app, lang, args)
	switch {
	case err != nil:
		return err
	case c.help:
		return writeHelp(stdout, c.command, lang)
	}
	return app.Run(ctx, c.line(args[0]))
}

// errFaults says that diagnostics were printed which stop the build.
var errFaults = errors.New("the content has faults")

func commands(stdout, stderr io.Writer, lang message.Lang) *cli.Command {
	build := buildCommand(stderr, lang)
	root := &cli.Command{
		Name:        "generator",
		Usage:       message.Say(lang, "generator"),
		UsageText:   "go run ./generator [command] [-flags]",
		Description: message.Say(lang, "generator-about"),
		Commands: []*cli.Command{
			build, checkCommand(stdout, stderr, lang), serveCommand(stderr, lang), newCommand(stdout, lang), draftCommand(stdout, lang), intakeCommand(stdout, lang), diffCommand(stdout, lang), tableCommand(stdout, stderr, lang),
			verifyCommand(stdout, stderr, lang), deployCommand(stdout, stderr, lang),
			themeCommand(stdout, lang), licensesCommand(stdout, lang), versionCommand(stdout, lang),
			pasteCommand(os.Stdin, stdout, stderr, lang), renameCommand(stdout, lang),
		},
		Flags:     buildFlags(lang),
		Action:    build.Action,
		Writer:    stdout,
		ErrWriter: stderr,
		HideHelp:  true, // see writeHelp
		// main prints errors and sets the exit code, in one place.
		ExitErrHandler: func(context.Context, *cli.Command, error) {},
	}
	for _, c := range commandsBelow(root) {
		c.OnUsageError = func(_ context.Context, _ *cli.Command, err error, _ bool) error {
			return wrong(lang, "wrong-flag", "Why", err) // which readCall has left nothing to be said of
		}
	}
	return root
}

// wrong is the error of a wrong command line.
func wrong(lang message.Lang, id string, args ...any) error {
	return errors.New(message.Say(lang, id, args...))
}
