package save

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"reportsite/generator/internal/message"
)

// Journal is the file of a site's folder that says what All is about to do with several
// names. It is there while All runs, and after one that was killed.
const Journal = ".reportsite-change"

// ErrJournal says that a file with the name of the journal is none that All writes: it
// names places that All does not touch, or does not have its form.
var ErrJournal error = message.ID("no-journal")

// journalHead begins a journal, and journalReady ends the one of an All that has written
// all new files beside their places.
const (
	journalHead  = "reportsite change 1\n"
	journalReady = "\nready\n"
)

// maxJournal is the size in bytes from which a file is no journal: a step takes some 300.
const maxJournal = 64 << 20

// journal is the content of the file: the steps, and the folders that are made for them.
type journal struct {
	Folders []string `json:"folders"` // outer ones first
	Steps   []step   `json:"steps"`
	file    *os.File // nil: none was needed
}

// step is what is done for one file. Sums are SHA-256; "" is a file that is not there.
type step struct {
	Beside  string `json:"beside"` // where the new form is until it is renamed
	Path    string `json:"path"`
	Old     string `json:"old"` // sum of what is at Path before
	New     string `json:"new"` // and after
	From    string `json:"from,omitempty"`
	FromSum string `json:"from_sum,omitempty"` // of the file that is removed at From
}

// Resume finishes what an All that was killed had begun, or removes what it had only
// written beside the files. It lists the files that it has written. Where a file has been
// changed since, the error wraps [ErrChanged], and nothing is done.
//
// A journal comes with the folder, perhaps from a stranger. So it does nothing that the
// folder's files could not do by themselves: names lead neither out of the folder nor
// through links or hidden folders, what is replaced or removed is what the journal knows the
// sum of, and what is only removed has the name of a file beside another.
func Resume(root *os.Root) (written []string, err error) {
	info, err := root.Lstat(Journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxJournal) {
		err = &fs.PathError{Op: "read", Path: Journal, Err: ErrJournal}
	}
	if err != nil {
		return nil, err
	}
	data, err := root.ReadFile(Journal)
	if err != nil {
		return nil, err
	}
	j, ready, err := readJournal(string(data))
	if err == nil {
		err = j.follow(root)
	}
	if err != nil {
		return nil, err
	}
	if !ready {
		j.discard(root)
		return nil, gone(remove(root, Journal))
	}
	for _, st := range j.Steps {
		if err := st.check(root); err != nil {
			return nil, err
		}
	}
	for _, st := range j.Steps {
		if err := st.place(root); err != nil {
			return written, fmt.Errorf("write %s: %w", st.Path, err)
		}
		written = append(written, st.Path)
	}
	for _, st := range j.Steps {
		if err := st.leave(root); err != nil {
			return written, fmt.Errorf("remove %s: %w", st.From, err)
		}
	}
	return written, gone(remove(root, Journal))
}

// remove removes a file or an empty folder. Some file servers, and Wine before 9, do not know
// the call of Windows that [os.Root.Remove] makes. The one that Windows has always had follows
// no link at the end of a name, and the folders before it have been gone through by then.
func remove(root *os.Root, name string) error {
	err := root.Remove(name)
	if runtime.GOOS == "windows" && errors.Is(err, invalidFunction) {
		return os.Remove(filepath.Join(root.Name(), filepath.FromSlash(name)))
	}
	return err
}

// invalidFunction is what Windows says of a call that a file system does not know.
const invalidFunction = syscall.Errno(1)

// gone is the error of a removal; that a file is not there any more is none.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// readJournal reads a journal. One that is cut short is of an All that had done nothing, or
// had not written all new files.
func readJournal(text string) (j journal, ready bool, err error) {
	foreign := &fs.PathError{Op: "read", Path: Journal, Err: ErrJournal}
	if strings.HasPrefix(journalHead, text) {
		return j, false, nil
	}
	text, ok := strings.CutPrefix(text, journalHead)
	if !ok {
		return j, false, foreign
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&j); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return journal{}, false, nil
	} else if err != nil {
		return journal{}, false, foreign
	}
	rest := text[d.InputOffset():]
	if !strings.HasPrefix(journalReady, rest) || !j.proper() {
		return journal{}, false, foreign
	}
	return j, rest == journalReady, nil
}

// proper reports whether all names are such as All writes.
func (j *journal) proper() bool {
	for _, st := range j.Steps {
		number, ok := strings.CutPrefix(st.Beside, strings.TrimSuffix(beside(st.Path, 0), "0"))
		if n, err := strconv.ParseUint(number, 10, 31); !ok || err != nil || beside(st.Path, int(n)) != st.Beside {
			return false
		}
		if !inside(st.Path) || st.From != "" && (!inside(st.From) || path.Base(st.From)[0] == '.') {
			return false
		}
	}
	for _, dir := range j.Folders {
		if !inside(dir) || !slices.ContainsFunc(j.Steps, func(st step) bool { return strings.HasPrefix(st.Path, dir+"/") }) {
			return false
		}
	}
	return true
}

// inside reports whether a name is one of a site's folder, on every system, and in no hidden
// folder. A file may be hidden, as .gitignore is.
func inside(name string) bool {
	local := filepath.FromSlash(name)
	return name != "." && fs.ValidPath(name) && filepath.IsLocal(local) && filepath.ToSlash(local) == name &&
		!strings.Contains("/"+name[:len(name)-len(path.Base(name))], "/.") && !strings.EqualFold(path.Base(name), ".git")
}

// follow refuses names that lead through a link.
func (j *journal) follow(root *os.Root) error {
	seen := map[string]bool{".": true}
	folders := slices.Clone(j.Folders)
	for _, st := range j.Steps {
		folders = append(folders, path.Dir(st.Path), path.Dir(st.From))
	}
	for _, dir := range folders {
		for ; !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if info, err := root.Lstat(dir); err == nil && !info.IsDir() {
				return &fs.PathError{Op: "write", Path: dir, Err: ErrLink}
			}
		}
	}
	return nil
}

// open writes the journal, before anything else is.
func (j *journal) open(root *os.Root) error {
	if !j.proper() {
		return &fs.PathError{Op: "write", Path: j.Steps[0].Path, Err: fs.ErrInvalid}
	}
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	file, err := root.OpenFile(Journal, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &fs.PathError{Op: "write", Path: Journal, Err: ErrExists}
	}
	if err != nil {
		return err
	}
	j.file = file
	if _, err = file.WriteString(journalHead + string(text)); err != nil {
		return errors.Join(err, j.close(root))
	}
	return nil
}

// commit notes that every file is written beside its place.
func (j *journal) commit() error {
	if j.file == nil {
		return nil
	}
	_, err := j.file.WriteString(journalReady)
	return err
}

// close removes the journal: there is nothing to be finished any more.
func (j *journal) close(root *os.Root) error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return errors.Join(err, gone(remove(root, Journal))) // which another run may have finished
}

// discard removes what was written beside the files, and the folders made for them that
// are empty.
func (j *journal) discard(root *os.Root) {
	for _, st := range j.Steps {
		remove(root, st.Beside)
	}
	for _, dir := range slices.Backward(j.Folders) {
		remove(root, dir) // stays where somebody has put something into it
	}
}

// check says why a step can no longer be done.
func (st step) check(root *os.Root) error {
	now, err := sumAt(root, st.Path)
	if err != nil {
		return err
	}
	was, err := sumAt(root, st.From)
	if err != nil {
		return err
	}
	next, err := sumAt(root, st.Beside)
	if err != nil {
		return err
	}
	changed := func(name string) error { return &fs.PathError{Op: "write", Path: name, Err: ErrChanged} }
	switch {
	case !st.may(now):
		return changed(st.Path)
	case was != "" && was != st.FromSum || st.From != "" && was == "" && now != st.New:
		return changed(st.From)
	case next != st.New && (next != "" || now != st.New):
		return changed(st.Beside)
	}
	return nil
}

// may reports whether a file with this sum may be replaced: it is as it was, as it is to
// be, or the empty one that keeps the name of a new file.
func (st step) may(now string) bool {
	return now == st.Old || now == st.New || st.Old == "" && now == sum(nil)
}

// place gives the new form its name. Where that is done already, nothing is.
func (st step) place(root *os.Root) error {
	// The name is kept first: a file that somebody makes now is not replaced.
	if st.Old == "" {
		if err := create(root, st.Path, nil, 0o644); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	now, err := sumAt(root, st.Path)
	if err != nil {
		return err
	}
	if !st.may(now) || now == "" {
		return &fs.PathError{Op: "write", Path: st.Path, Err: ErrChanged}
	}
	err = root.Rename(st.Beside, st.Path)
	if errors.Is(err, fs.ErrNotExist) { // another run may have done it
		if now, _ := sumAt(root, st.Path); now == st.New {
			return nil
		}
	}
	return err
}

// leave removes a file that has moved.
func (st step) leave(root *os.Root) error {
	now, err := sumAt(root, st.From)
	if err != nil || now == "" {
		return err
	}
	if now != st.FromSum {
		return &fs.PathError{Op: "remove", Path: st.From, Err: ErrChanged}
	}
	return gone(remove(root, st.From))
}

// sumAt is the sum of a file; "" where none is, and for the name "".
func sumAt(root *os.Root, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", &fs.PathError{Op: "write", Path: name, Err: ErrLink}
	}
	data, err := root.ReadFile(name)
	return sum(data), err
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
