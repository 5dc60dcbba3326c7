package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step. The error wraps
// [errors.ErrUnsupported] where the kernel or the file system cannot.
func exchange(stage, public string) error {
	err := unix.Renameat2(unix.AT_FDCWD, stage, unix.AT_FDCWD, public, unix.RENAME_EXCHANGE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS):
		err = errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: stage, New: public, Err: err}
}
