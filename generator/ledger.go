package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/page"
	"reportsite/generator/internal/source"
)

// ledger says of each file of a built site what it was made from and what it
// became. A build takes a file over when it would be made from the same, and
// the public folder still holds what it became: that is looked at, byte by byte.
// Whatever is wrong with a ledger, the build makes more and not less.
type ledger struct {
	mu    sync.Mutex
	lines map[string]made
}

// made is a line of a ledger.
type made struct {
	key    page.Key
	sum    [sha256.Size]byte
	absent bool // there turned out to be no such file
}

// The name of a ledger in the cache folder, and its first line.
const (
	ledgerFile   = "built.txt"
	ledgerPrefix = "reportsite built "
	ledgerHead   = ledgerPrefix + "1"
)

// readLedger reads a ledger, as far as it can be read.
func readLedger(name string) *ledger {
	l := &ledger{lines: map[string]made{}}
	data, err := os.ReadFile(name)
	if err != nil {
		return l
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	if !lines.Scan() || lines.Text() != ledgerHead {
		return l
	}
	for lines.Scan() {
		key, rest, _ := strings.Cut(lines.Text(), " ")
		sum, path, _ := strings.Cut(rest, " ")
		m := made{absent: sum == "-"}
		if readHex(m.key[:], key) && (m.absent || readHex(m.sum[:], sum)) {
			l.lines[path] = m
		}
	}
	return l
}

// readHex reads hexadecimal digits for all of dst.
func readHex(dst []byte, digits string) bool {
	if len(digits) != hex.EncodedLen(len(dst)) {
		return false
	}
	_, err := hex.Decode(dst, []byte(digits))
	return err == nil
}

// write puts a ledger in the place of the one before.
func (l *ledger) write(name string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("keep what was built: %w", err)
	}
	// A file of this name that is no ledger is somebody's.
	if old, err := os.ReadFile(name); err == nil && len(old) > 0 && !bytes.HasPrefix(old, []byte(ledgerPrefix)) {
		return fmt.Errorf("keep what was built: %w", &fs.PathError{Op: "write", Path: name, Err: fs.ErrExist})
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, ledgerHead)
	for _, path := range slices.Sorted(maps.Keys(l.lines)) {
		m := l.lines[path]
		sum := hex.EncodeToString(m.sum[:])
		if m.absent {
			sum = "-"
		}
		fmt.Fprintf(&b, "%x %s %s\n", m.key, sum, path)
	}
	// A ledger cut short says less than it could, and nothing wrong.
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("keep what was built: %w", err)
	}
	return nil
}

func (l *ledger) same(other *ledger) bool { return maps.Equal(l.lines, other.lines) }

func (l *ledger) note(path string, m made) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines[path] = m
}

// sums are the hashes of a site's content, and of the program.
func sums(tree *source.Tree) (page.Sums, error) {
	program, err := programSum()
	if err != nil {
		return page.Sums{}, err
	}
	facts := map[string]page.Key{}
	for _, i := range tree.Indicators {
		table := path.Join(path.Dir(i.File), i.Observations)
		facts[i.ID] = sha256.Sum256(fmt.Appendf(nil, "%x %x", tree.Sums[i.File], tree.Sums[table]))
	}
	frame, content := sha256.New(), sha256.New()
	for _, file := range slices.Sorted(maps.Keys(tree.Sums)) {
		fmt.Fprintf(content, "%s %x\n", file, tree.Sums[file])
		if inFrame(file) {
			fmt.Fprintf(frame, "%s %x\n", file, tree.Sums[file])
		}
	}
	prose := proseSums(tree)
	return page.Sums{
		Program: program, Frame: page.Key(frame.Sum(nil)), Content: page.Key(content.Sum(nil)),
		Facts: func(i *model.Indicator) page.Key { return facts[i.ID] },
		Prose: func(s *model.Section) page.Key { return prose[s.Ref()] },
	}, nil
}

// proseSums are the hashes of what is written of each section, by its reference.
func proseSums(tree *source.Tree) map[string]page.Key {
	list := map[string]page.Key{}
	for _, e := range tree.Editions {
		var commitments, english string
		if e.Commitments != nil {
			commitments = e.Commitments.File
		}
		for _, s := range e.Sections {
			if english = ""; s.English != nil {
				english = s.English.File
			}
			list[e.Dir+"/"+s.ID] = sha256.Sum256(fmt.Appendf(nil, "%x %x %x", tree.Sums[s.File], tree.Sums[english], tree.Sums[commitments]))
		}
	}
	return list
}

// inFrame reports whether any page may show what a content file says: the
// sources, the groups, and what the reports are called.
func inFrame(file string) bool {
	switch path.Base(file) {
	case "sources.toml", "groups.toml", "report.toml":
		return true
	}
	return false
}

// programSum is the hash of this program, worked out once: another program may
// build other files from the same content.
var programSum = sync.OnceValues(func() (page.Key, error) {
	name, err := os.Executable()
	if err != nil {
		return page.Key{}, fmt.Errorf("find this program: %w", err)
	}
	f, err := os.Open(name)
	if err != nil {
		return page.Key{}, fmt.Errorf("read this program: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return page.Key{}, fmt.Errorf("read this program: %w", err)
	}
	return page.Key(h.Sum(nil)), nil
})
