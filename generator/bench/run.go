//go:build unix

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// usage is what a run took. The zero value says that nothing was measured.
type usage struct {
	wall time.Duration
	cpu  time.Duration // user and system time; of a busy machine it says more than wall
	peak int64         // resident memory at its highest, in bytes; 0 within this program
}

// least takes the smaller figures of two runs, apart from each other.
func (u usage) least(other usage) usage {
	if u == (usage{}) {
		return other
	}
	return usage{min(u.wall, other.wall), min(u.cpu, other.cpu), min(u.peak, other.peak)}
}

// running measures a program when it is called.
func running(command ...string) func() (usage, error) {
	return func() (usage, error) { return once(command) }
}

// once runs a program.
func once(command []string) (usage, error) {
	cmd := exec.Command(command[0], command[1:]...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, said.String())
	}
	u := usage{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = int64(r.Maxrss)
		if runtime.GOOS != "darwin" {
			u.peak <<= 10 // kilobytes everywhere else
		}
	}
	return u, nil
}

// quietly runs a program whose output is of interest only when it fails.
func quietly(command ...string) error {
	_, err := once(command)
	return err
}

// files counts the files of a folder.
func files(dir string) (n int) {
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			n++
		}
		return nil
	})
	return n
}

// machine names what the figures were measured on.
func machine() string {
	return fmt.Sprintf("%s, %d cores used, %s memory, %s, %s/%s",
		cmp.Or(field("/proc/cpuinfo", "model name"), "unknown processor"), runtime.NumCPU(),
		cmp.Or(field("/proc/meminfo", "MemTotal"), "unknown"), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// field is the first value of a name in a file of "name : value" lines; ""
// where there is none.
func field(file, name string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
