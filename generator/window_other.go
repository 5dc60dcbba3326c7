//go:build !windows

package main

// ownWindow reports whether the program was started by a double click; systems other than
// Windows have no window for it then.
func ownWindow() bool { return false }
