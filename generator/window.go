package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/message"
)

// doubleClick is what happens when somebody clicks on the program in a folder on Windows:
// the site of that folder is shown in the browser until the window is closed. Without a
// site the window says what to do, and stays until a key is pressed.
func doubleClick(ctx context.Context, program string, in io.Reader, stdout, stderr io.Writer) int {
	lang, err := languageOf([]string{program}, os.Getenv)
	if err != nil {
		lang = message.Chinese
	}
	code := exitFailed
	if _, err := os.Stat(config.File); err != nil {
		fmt.Fprintln(stderr, message.Say(lang, "window-no-site"))
	} else {
		fmt.Fprintln(stderr, message.Say(lang, "window-stop"))
		code = run(ctx, []string{program, "serve", "-open", "-addr", freeAddr()}, stdout, stderr)
		if code == exitOK {
			return code
		}
	}
	fmt.Fprintln(stderr, message.Say(lang, "window-end"))
	bufio.NewReader(in).ReadString('\n')
	return code
}

// freeAddr is the usual address of serve, or any other port where another window or
// program has it: who clicks cannot say -addr.
func freeAddr() string {
	const usual = "127.0.0.1:8080"
	l, err := net.Listen("tcp", usual)
	if err != nil {
		return "127.0.0.1:0"
	}
	l.Close()
	return usual
}
