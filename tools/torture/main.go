//go:build linux

// Command torture tries whether the program keeps its promises when things go wrong: it is
// killed, the disk is full, files are damaged, texts are made to be slow. Run it in the
// repository's folder; it needs Linux, and root for some parts:
//
//	go run ./tools/torture                        # all parts, about an hour
//	go run ./tools/torture -part kills,disk
//	go run ./tools/torture -only kills/build/17   # one case again
//
// Every case has a name and takes its random numbers from the seed and its name alone, so
// that it does the same when it runs alone. The harness writes only below one temporary folder,
// which it removes, and speaks to this machine alone. It prints tables for
// docs/reliability.md, and ends with status 1 when a promise was broken.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// part is one kind of attack.
type part struct {
	name  string
	about string
	run   func(ctx context.Context, t *torture) error
}

// parts are all of them, in the order of docs/reliability.md.
var parts = []part{
	{"kills", "builds, deploys and renames that are killed", kills},
	{"disk", "a full disk", disk},
	{"folders", "folders that are read-only, or somebody's", folders},
	{"parallel", "several runs at once", parallel},
	{"cache", "damaged files of the program's own", cache},
	{"edited", "a published folder that was changed by hand", edited},
	{"doubling", "texts that are made to be slow", doubling},
	{"hostile", "hostile texts in every field where any text may stand", hostile},
	{"serve", "the server on the editor's machine", serveAttacks},
}

func main() {
	t := &torture{out: os.Stdout, said: os.Stderr}
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	chosen := flag.String("part", strings.Join(names, ","), "the `parts` to run, with commas between")
	flag.Uint64Var(&t.seed, "seed", 1, "where random numbers begin; the same seed makes the same choices")
	flag.IntVar(&t.percent, "percent", 100, "how many of the cases to run, in per cent of the usual number")
	only := flag.String("only", "", "run only the cases with these `names`, or whose names begin with one of them and a slash, with commas between")
	limit := flag.Duration("limit", 30*time.Minute, "end a part after this time")
	flag.Parse()
	run := strings.Split(*chosen, ",")
	if *only != "" {
		run = t.choose(strings.Split(*only, ",")...)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := t.all(ctx, run, *limit)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}
