package intact

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"reportsite/generator/internal/diag"
)

// kinds are the first bytes of files that people put in the place of a text.
var kinds = []struct {
	begin string
	name  diag.Words
}{
	{"PK\x03\x04", diag.Words{En: "a Word or Excel document, or an archive", Zh: "Word、Excel 文档或压缩包"}},
	{"\xd0\xcf\x11\xe0", diag.Words{En: "an old Word or Excel document", Zh: "旧格式的 Word、Excel 文档"}},
	{"%PDF-", diag.Words{En: "a PDF", Zh: "PDF"}},
	{"{\\rtf", diag.Words{En: "a document in RTF", Zh: "RTF 文档"}},
	{"\x89PNG", diag.Words{En: "a picture", Zh: "图片"}},
	{"\xff\xd8\xff", diag.Words{En: "a picture", Zh: "图片"}},
}

// noText reports a file that is no text at all, or one in another encoding than UTF-8
// throughout: one message for the file, instead of one for each of its faults. Tables
// may have any encoding, which package sheet reads.
func noText(name string, data []byte) (diag.Diagnostic, bool) {
	for _, k := range kinds {
		if bytes.HasPrefix(data, []byte(k.begin)) {
			return NotText.At(diag.Pos{File: name}, k.name), true
		}
	}
	if strings.EqualFold(path.Ext(name), ".csv") {
		return diag.Diagnostic{}, false
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return Encoding.At(diag.Pos{File: name}, diag.Words{En: "UTF-16 (“Unicode” in Notepad)", Zh: "UTF-16（记事本里叫“Unicode”）"}), true
	}
	if isGBK(data) {
		return Encoding.At(diag.Pos{File: name}, diag.Words{En: "GBK (“ANSI” in Notepad)", Zh: "GBK（记事本里叫“ANSI”）"}), true
	}
	return diag.Diagnostic{}, false
}

// isGBK reports whether a file is in GBK, or GB 18030, as a whole: nearly none of its
// characters beyond ASCII is a Chinese one of UTF-8, which has three bytes. Two bytes of
// GBK often look like one of another script.
func isGBK(data []byte) bool {
	good, bad := 0, 0 // in bytes
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 2:
			good += size
		}
		rest = rest[size:]
	}
	if good >= bad {
		return false
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}
