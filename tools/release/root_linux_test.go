package main

import (
	"os/exec"
	"syscall"
)

// inRoot runs a program with a folder as the whole file system, and no environment.
func inRoot(cmd *exec.Cmd, root string) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
	cmd.Dir = "/"
	cmd.Env = []string{}
}
