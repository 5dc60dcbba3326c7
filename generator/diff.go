package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v3"

	"reportsite/generator/internal/compare"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/verdict"
)

// diffCommand compares the data of two built sites.
func diffCommand(stdout io.Writer) *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "say what changed between two built sites / 比较两次生成的网站",
		UsageText: "go run ./generator diff [flags] <old> [<new>]",
		Description: "<old> and <new> are folders of built sites or files indicators.json; <new> is public/ by default.\n" +
			"Lists the targets, published results and verdicts that changed.\n\n" +
			"<old>、<new> 是生成好的网站文件夹，或 indicators.json 文件；<new> 默认为 public/。",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `text, markdown or json` / 输出格式"},
			&cli.StringFlag{Name: "lang", Usage: "language of the words, `zh or en` / 语言"},
		},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.NArg() < 1 || c.NArg() > 2 {
				return fmt.Errorf("diff: give one or two built sites or indicators.json files (flags stand before them)")
			}
			lang, err := langOf(c.String("lang"))
			if err != nil {
				return err
			}
			names := append(c.Args().Slice(), "public")[:2]
			var states [2]*compare.Snapshot
			for n, name := range names {
				dir, base := filepath.Split(filepath.Clean(name))
				if dir == "" {
					dir = "."
				}
				if states[n], err = compare.Open(os.DirFS(dir), base); err != nil {
					return fmt.Errorf("diff: %s: %w", name, err)
				}
			}
			list := compare.Changes(states[0], states[1])
			switch f := c.String("format"); f {
			case "text":
				return compare.WriteText(stdout, list, wordsOf(lang))
			case "markdown":
				return compare.WriteMarkdown(stdout, list, wordsOf(lang))
			case "json":
				return compare.WriteJSON(stdout, list)
			default:
				return fmt.Errorf("-format: %q is neither text, markdown nor json", f)
			}
		},
	}
}

// wordsOf are the words of the comparison in the language of the messages.
func wordsOf(l diag.Lang) *compare.Words {
	w := &compare.Words{
		Kind: map[compare.Kind]string{
			compare.IndicatorAdded:   say(l, "new indicator", "新增指标"),
			compare.IndicatorRemoved: say(l, "indicator removed", "删去指标"),
			compare.TargetAdded:      say(l, "new target", "新增目标"),
			compare.TargetRemoved:    say(l, "target removed", "删去目标"),
			compare.TargetChanged:    say(l, "target changed", "目标有变"),
			compare.ResultAdded:      say(l, "new result", "新增结果"),
			compare.ResultRemoved:    say(l, "result removed", "删去结果"),
			compare.ResultRevised:    say(l, "result revised", "结果修订"),
			compare.VerdictChanged:   say(l, "verdict", "判断有变"),
		},
		Status: map[string]string{},
		Basis: map[string]string{
			"annual":     say(l, "annual", "全年"),
			"cumulative": say(l, "year to date", "累计"),
			"single":     say(l, "single period", "当期"),
			"point":      say(l, "end of period", "期末"),
		},
		None: say(l, "nothing has changed", "没有变化"),
	}
	for _, s := range verdict.Statuses() {
		w.Status[string(s.ID)] = say(l, s.Name.En, s.Name.Zh)
	}
	return w
}
