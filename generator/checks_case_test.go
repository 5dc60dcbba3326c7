package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// A checkCase is a small change of testdata/site.txtar that brings one message
// about. The cases of a chapter stand in testdata/checks/<letter>.txtar, where
// the name of a file is the code, the path in the site, and how it is written:
//
//	K024/content/indicators/output.toml edit      a change, as below
//	S009/content/2024/03-plan.md                  the file as it stands
//	S003/content/2024/report.toml gone            the file, or folder, is not there
//	T002/content/groups.toml gbk                  saved in GBK, not in UTF-8
//	T002/content/groups.toml utf16                 saved as "Unicode" by an old editor
//	T003/content/groups.toml escaped              \v and \x00 are escapes of Go
//	S008/content/2024/02-firms.md large           followed by 5 MiB of spaces
//	M037/content/pages/about.md repeated          with its last line twelve thousand times
//	X008/content/indicators/firms.xlsx workbook   a sheet with these cells
//
// An edit is written as a diff without line numbers: lines that begin with a
// space or - must stand in the file, once and in this order; what begins with +
// is new. An empty line begins another place, and + alone writes at the end. In
// a workbook a ^ merges the cell with the one above it, 13 {0.0} is a number with
// a format, =A1 a formula without a result; a row that begins with ~ is hidden, and
// one of "sheet 二" alone begins another sheet.
//
// Under base/ stands what all cases of the chapter have in common. Of the other
// files of a case
//
//	K024/also lists codes that the same change cannot help but bring about;
//	K024/show lists lines for the guide to show beside those of the message,
//	          as in config.toml 3-4;
//	K024/none says why the rule has no case.
type checkCase struct {
	code    string
	changes []change
	also    []string
	show    []lines
	none    string
}

// lines are some of a file, counted from 1.
type lines struct {
	path     string
	from, to int
}

// change is a file of a case.
type change struct {
	path, how string
	data      string
}

// siteFiles are the files of a site by their paths.
type siteFiles map[string][]byte

func archiveFiles(t testing.TB, name string) siteFiles {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := siteFiles{}
	for _, f := range a.Files {
		files[f.Name] = f.Data
	}
	return files
}

// readCases reads the cases of a chapter in the order of the file. Each begins
// with the changes of base.
func readCases(t testing.TB, letter string) []*checkCase {
	t.Helper()
	a, err := txtar.ParseFile("testdata/checks/" + letter + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	var base []change
	var list []*checkCase
	for _, f := range a.Files {
		code, rest, _ := strings.Cut(f.Name, "/")
		name, how, _ := strings.Cut(rest, " ")
		if code == "base" {
			base = append(base, change{name, how, string(f.Data)})
			continue
		}
		if len(list) == 0 || list[len(list)-1].code != code {
			if slices.ContainsFunc(list, func(c *checkCase) bool { return c.code == code }) {
				t.Fatalf("%s: the files of %s do not stand together", letter, code)
			}
			list = append(list, &checkCase{code: code, changes: slices.Clone(base)})
		}
		c := list[len(list)-1]
		switch rest {
		case "also":
			c.also = strings.Fields(string(f.Data))
		case "show":
			for text := range strings.Lines(string(f.Data)) {
				var l lines
				if _, err := fmt.Sscanf(text, "%s %d-%d\n", &l.path, &l.from, &l.to); err != nil {
					t.Fatalf("%s: %q is not written as a path and lines: %v", f.Name, text, err)
				}
				c.show = append(c.show, l)
			}
		case "none":
			c.none = strings.TrimSpace(string(f.Data))
		default:
			c.changes = append(c.changes, change{name, how, string(f.Data)})
		}
	}
	return list
}

// over is the site with the case laid over it.
func (c *checkCase) over(t testing.TB, site siteFiles) siteFiles {
	t.Helper()
	site = maps.Clone(site)
	for _, ch := range c.changes {
		if err := ch.lay(site); err != nil {
			t.Fatalf("%s/%s: %v", c.code, ch.path, err)
		}
	}
	return site
}

// large is what makes a file larger than the program reads.
const large = 5 << 20

// repeated is how often the last line of a file is repeated that passes a limit of its reader.
const repeated = 12_000

func (ch change) lay(site siteFiles) (err error) {
	data := []byte(ch.data)
	switch ch.how {
	case "":
	case "edit":
		data, err = patched(site[ch.path], ch.data)
	case "gone":
		return ch.remove(site)
	case "gbk":
		data, err = simplifiedchinese.GBK.NewEncoder().Bytes(data)
	case "utf16":
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	case "escaped":
		var text string
		text, err = strconv.Unquote(`"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(ch.data) + `"`)
		data = []byte(text)
	case "large":
		data = append(data, bytes.Repeat([]byte(" "), large)...)
	case "repeated":
		last := bytes.LastIndexByte(bytes.TrimRight(data, "\n"), '\n') + 1
		data = append(data, bytes.Repeat(data[last:], repeated)...)
	case "workbook":
		data, err = workbook(ch.data)
	default:
		err = fmt.Errorf("no way to write a file is called %q", ch.how)
	}
	site[ch.path] = data
	return err
}

// remove takes a file or a folder away; "." is the whole site.
func (ch change) remove(site siteFiles) error {
	before := len(site)
	maps.DeleteFunc(site, func(name string, _ []byte) bool {
		return ch.path == "." || name == ch.path || strings.HasPrefix(name, ch.path+"/")
	})
	if len(site) == before {
		return fs.ErrNotExist
	}
	return nil
}

// patched is a file after a diff without line numbers.
func patched(file []byte, diff string) ([]byte, error) {
	text := string(file)
	for place := range strings.SplitSeq(strings.TrimRight(diff, "\n"), "\n\n") {
		var old, now strings.Builder
		for line := range strings.SplitSeq(place, "\n") {
			mark, rest := line[:1], line[1:]+"\n"
			switch mark {
			case " ":
				old.WriteString(rest)
				now.WriteString(rest)
			case "-":
				old.WriteString(rest)
			case "+":
				now.WriteString(rest)
			default:
				return nil, fmt.Errorf("the line %q begins with neither a space, + nor -", line)
			}
		}
		if old.Len() == 0 {
			text += now.String()
			continue
		}
		// A line begins at the text's beginning or after another one.
		if n := strings.Count("\n"+text, "\n"+old.String()); n != 1 {
			return nil, fmt.Errorf("these lines stand in the file %d times, not once:\n%s", n, old.String())
		}
		text = strings.Replace("\n"+text, "\n"+old.String(), "\n"+now.String(), 1)[1:]
	}
	return []byte(text), nil
}

const (
	sheetName = "表1" // of a case's workbook
	merged    = "^"  // a cell that is merged with the one above it
)

// workbook makes an .xlsx file of cells that are written as CSV.
func workbook(text string) ([]byte, error) {
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName(book.GetSheetName(0), sheetName); err != nil {
		return nil, err
	}
	sheet, first := sheetName, 0
	for n, row := range rows {
		if name, ok := strings.CutPrefix(row[0], "sheet "); ok {
			sheet, first = name, n+1
			if _, err := book.NewSheet(sheet); err != nil {
				return nil, err
			}
			continue
		}
		if rest, ok := strings.CutPrefix(row[0], "~"); ok {
			row[0] = rest
			if err := book.SetRowVisible(sheet, n-first+1, false); err != nil {
				return nil, err
			}
		}
		for i, value := range row {
			if value == merged {
				err = mergeUp(book, rows, n, i)
			} else {
				err = writeCell(book, sheet, i+1, n-first+1, value)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	err = book.Write(&b)
	return b.Bytes(), err
}

// formatted is a number with a format.
var formatted = regexp.MustCompile(`^(\S+) \{(.*)\}$`)

func writeCell(book *excelize.File, sheet string, col, row int, value string) error {
	ref, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	if formula, ok := strings.CutPrefix(value, "="); ok {
		return book.SetCellFormula(sheet, ref, formula)
	}
	m := formatted.FindStringSubmatch(value)
	if m == nil {
		return book.SetCellValue(sheet, ref, value)
	}
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &m[2]})
	if err != nil {
		return err
	}
	return errors.Join(book.SetCellDefault(sheet, ref, m[1]), book.SetCellStyle(sheet, ref, ref, style))
}

// mergeUp merges a cell with those above it up to one that has a value, once the
// last of them is reached.
func mergeUp(book *excelize.File, rows [][]string, n, i int) error {
	if n+1 < len(rows) && rows[n+1][i] == merged {
		return nil
	}
	top := n
	for rows[top][i] == merged {
		top--
	}
	from, err := excelize.CoordinatesToCellName(i+1, top+1)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(i+1, n+1)
	if err != nil {
		return err
	}
	return book.MergeCell(sheetName, from, to)
}

// write puts the files into a folder that does not exist yet. A site without
// files is no folder.
func (site siteFiles) write(t testing.TB, dir string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(site)) {
		full := path.Join(dir, name)
		if err := os.MkdirAll(path.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, site[name], 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
