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
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/diag"
)

// The exit codes.
const (
	exitOK     = 0
	exitFaults = 1 // of the content: an editor mends them
	exitFailed = 2 // of the call or the machine
)

// gcPercent lets the heap grow to five times what is alive before the garbage
// collector runs, while little is alive. A drawing leaves 9 MB of garbage and
// little else: collecting less often makes a build with all charts a fifth
// faster (docs/performance.md).
const (
	gcPercent = 400
	gcLittle  = 48 << 20 // bytes
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args, os.Stdout, os.Stderr))
}

// settle is called when the content is read. With a large site five times what
// is alive would be a lot of memory, and no faster.
func settle() {
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > gcLittle && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(100)
	}
}

// run is main without the process around it, for tests.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	app := commands(stdout, stderr)
	err := app.Run(ctx, args)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFaults):
		return exitFaults // they are printed already
	}
	fmt.Fprintf(stderr, "generator: %v\n", err)
	return exitFailed
}

// errFaults says that diagnostics were printed which stop the build.
var errFaults = errors.New("the content has faults")

func commands(stdout, stderr io.Writer) *cli.Command {
	build := buildCommand(stderr)
	return &cli.Command{
		Name:      "generator",
		Usage:     "turn a work report into a static site / 把工作报告生成为静态网站",
		UsageText: "go run ./generator [command] [flags]",
		Description: "Without a command it is `build`.\n" +
			"不写命令即为 build：读取 config.toml、content/ 与 templates/，生成 public/。",
		Commands:        []*cli.Command{build, checkCommand(stdout, stderr), serveCommand(stderr), newCommand(stdout), diffCommand(stdout)},
		Flags:           buildFlags(),
		Action:          build.Action,
		Writer:          stdout,
		ErrWriter:       stderr,
		HideHelpCommand: true,
		// main prints errors and sets the exit code, in one place.
		ExitErrHandler: func(context.Context, *cli.Command, error) {},
		OnUsageError:   func(_ context.Context, _ *cli.Command, err error, _ bool) error { return err },
	}
}

// say is a message of the command line in the chosen language.
func say(l diag.Lang, en, zh string) string {
	if l == diag.Chinese {
		return zh
	}
	return en
}
