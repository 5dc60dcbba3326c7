package diag

import (
	"errors"
	"runtime"
	"syscall"
)

// Errors of Windows, where package syscall has no names for them.
const (
	sharingViolation = syscall.Errno(32)    // another program has the file open
	lockViolation    = syscall.Errno(33)    // another program has locked a part of it
	addrInUse        = syscall.Errno(10048) // WSAEADDRINUSE
	addrForbidden    = syscall.Errno(10013) // WSAEACCES
)

// inUse reports whether another program has the file open in a way that keeps it to
// itself, as Excel and WPS do while they save.
func inUse(err error, system string) bool {
	if errno, ok := errors.AsType[syscall.Errno](err); ok && system == "windows" {
		return errno == sharingViolation || errno == lockViolation
	}
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// AddrFault is the message that says why an address cannot be listened on: it is in
// use, forbidden, or none of this machine; "" for another error.
func AddrFault(err error) string { return addrFault(err, runtime.GOOS) }

func addrFault(err error, system string) string {
	errno, _ := errors.AsType[syscall.Errno](err)
	windows := system == "windows"
	switch {
	case errno == syscall.EADDRINUSE, windows && errno == addrInUse:
		return "addr-in-use"
	case errno == syscall.EACCES, errno == syscall.EPERM, windows && errno == addrForbidden:
		return "addr-forbidden"
	case errno == syscall.EADDRNOTAVAIL:
		return "addr-nowhere"
	}
	return ""
}
