package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// create makes a new file of the stage. The system follows its path in one call,
// and refuses every link on it; os.Root would open and close each folder of the path
// again. Where the system has no such call, os.Root does.
func (s *Stage) create(name string) (f *os.File, err error) {
	how := unix.OpenHow{
		Flags:   unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL | unix.O_CLOEXEC,
		Mode:    uint64(fileMode),
		Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	}
	top, err := s.top.SyscallConn()
	if err != nil {
		return nil, err
	}
	closed := top.Control(func(folder uintptr) {
		fd, failed := unix.Openat2(int(folder), name, &how)
		for failed == unix.EINTR {
			fd, failed = unix.Openat2(int(folder), name, &how)
		}
		if err = failed; err == nil {
			f = os.NewFile(uintptr(fd), name)
		}
	})
	switch {
	case closed != nil:
		return nil, closed
	case unknownCall(err):
		return s.createInRoot(name)
	case err != nil:
		return nil, &os.PathError{Op: "openat2", Path: name, Err: err}
	}
	return f, nil
}

// unknownCall reports errors of a kernel before 5.6, and of containers that allow no
// call which they do not know. os.Root meets the same error where it has another
// cause.
func unknownCall(err error) bool {
	return err == unix.ENOSYS || err == unix.EPERM || err == unix.EINVAL || err == unix.E2BIG
}
