//go:build !unix

package draw

import "os"

// load returns the content of a file.
func load(path string) ([]byte, error) { return os.ReadFile(path) }
