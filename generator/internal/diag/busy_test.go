package diag

import (
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

// TestSystemFaults holds that the usual faults of a machine have words of their own on
// each system.
func TestSystemFaults(t *testing.T) {
	for _, c := range []struct {
		errno  syscall.Errno
		system string
		busy   bool
		addr   string
	}{
		{32, "windows", true, ""}, {33, "windows", true, ""}, {32, "linux", false, ""}, {syscall.EBUSY, "linux", true, ""},
		{10048, "windows", false, "addr-in-use"}, {10048, "linux", false, ""}, {10013, "windows", false, "addr-forbidden"},
		{syscall.EADDRINUSE, "linux", false, "addr-in-use"}, {syscall.EACCES, "darwin", false, "addr-forbidden"},
		{syscall.EADDRNOTAVAIL, "linux", false, "addr-nowhere"}, {syscall.ENOENT, "linux", false, ""},
	} {
		err := fmt.Errorf("act: %w", &fs.PathError{Op: "open", Path: "x", Err: c.errno})
		if got := inUse(err, c.system); got != c.busy {
			t.Errorf("%d on %s: in use %t", c.errno, c.system, got)
		}
		if got := addrFault(err, c.system); got != c.addr {
			t.Errorf("%d on %s: %q, want %q", c.errno, c.system, got, c.addr)
		}
	}
}
