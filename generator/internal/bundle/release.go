//go:build release

package bundle

import _ "embed"

// archive is made by package pack. It is not in the repository: tools/release tells the
// compiler where it lies (-overlay).
//
//go:embed archive.zip
var archive []byte
