package document

import (
	"bytes"
	"strings"

	"reportsite/generator/internal/paste"
)

// decode turns bytes into text, in the encodings in which offices save it.
func decode(data []byte) (string, error) {
	if bytes.HasPrefix(data, []byte("{\\rtf")) {
		return "", ErrUnknown
	}
	text, err := paste.Decode(data)
	if err != nil {
		return "", ErrEncoding
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n").Replace(strings.TrimPrefix(text, "\ufeff")), nil
}
