package diag

import (
	"errors"
	"io/fs"
	"runtime"
	"strings"
	"syscall"

	"reportsite/generator/internal/message"
)

// Cause says why a file or folder could not be used, without its path, which the
// position of a diagnostic names. Common causes have a message in our words; for
// the others the system's text is quoted.
func Cause(err error) error {
	if id, ok := errors.AsType[message.ID](err); ok {
		return id
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return message.ID("cause-missing")
	case errors.Is(err, fs.ErrPermission):
		return message.ID("cause-permission")
	case inUse(err, runtime.GOOS):
		return message.ID("cause-in-use")
	case errors.Is(err, syscall.ENOSPC):
		return message.ID("cause-full")
	case errors.Is(err, syscall.EROFS):
		return message.ID("cause-read-only")
	case errors.Is(err, syscall.ENOTDIR):
		return message.ID("cause-in-file")
	case strings.Contains(err.Error(), "path escapes from parent"): // of os.Root, which exports no such error
		return message.ID("cause-outside")
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err
	}
	return err
}
