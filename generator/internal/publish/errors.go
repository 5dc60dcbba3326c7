package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"

	"reportsite/generator/internal/message"
)

// Error is a fault of publishing: what was being done, to what, and why it
// failed.
type Error struct {
	Act  string
	Path string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("publish: %s %s: %v", e.Act, e.Path, e.Err) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Hint is the message that says what fixes the fault; "" where nothing more is
// known than the cause.
func (e *Error) Hint() message.ID {
	if held(e, runtime.GOOS) {
		return "publish-held-hint"
	}
	for _, h := range hints {
		if errors.Is(e.Err, h.cause) {
			return h.fix
		}
	}
	return ""
}

// sharingViolation is what Windows says of a file that another program has open.
const sharingViolation = syscall.Errno(32)

// held reports whether another program on Windows has a file of the public folder open, or
// the folder. It renames no such folder, and says that access to it is denied.
func held(e *Error, system string) bool {
	if system != "windows" {
		return false
	}
	errno, _ := errors.AsType[syscall.Errno](e.Err)
	return errno == sharingViolation || e.Act == actExchange && errors.Is(e.Err, fs.ErrPermission)
}

// actExchange is the act of putting the new site in the place of the one before.
const actExchange = "exchange"

func fault(act, path string, err error) error { return &Error{Act: act, Path: path, Err: cause(err)} }

// cause is an error without the path that [Error] names already.
func cause(err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok && pathErr == err {
		return pathErr.Err
	}
	return err
}

// ErrBusy says that another build is filling the same public folder.
var ErrBusy error = message.ID("publish-busy")

var (
	errLink     = message.ID("publish-link")
	errNoFolder = message.ID("publish-no-folder")
	errReadOnly = errors.Join(message.ID("publish-read-only"), fs.ErrPermission)
	errWork     = message.ID("publish-work")
	errAside    = message.ID("publish-aside")
	errSpecial  = message.ID("publish-special")
	errOutside  = errors.New("the path leads out of the site")
	errReserved = errors.New("this file belongs to the public folder, not to the site")
	errTwice    = errors.New("the file is written twice")
	errEnded    = errors.New("the stage has ended already")
)

// hints are the fixes of faults that an editor can meet; the first one whose
// cause fits is given.
var hints = []struct {
	cause error
	fix   message.ID
}{
	{ErrBusy, "publish-busy-hint"},
	{errLink, "publish-link-hint"},
	{errNoFolder, "publish-no-folder-hint"},
	{errPlace, "publish-place-hint"},
	{errWork, "publish-work-hint"},
	{errAside, "publish-aside-hint"},
	{syscall.ENOTDIR, "publish-in-file-hint"},
	{errReadOnly, "publish-read-only-hint"},
	{fs.ErrPermission, "publish-permission-hint"},
	{syscall.EROFS, "publish-read-only-disk-hint"},
	{syscall.ENOSPC, "publish-full-hint"},
	{syscall.EBUSY, "publish-in-use-hint"},
	{syscall.EXDEV, "publish-other-disk-hint"},
}
