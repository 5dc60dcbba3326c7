package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownWindow reports whether the program was started by a double click: then nothing else
// runs in its console window, which closes when the program ends.
func ownWindow() bool {
	var ids [2]uint32
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}
