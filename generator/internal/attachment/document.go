package attachment

import (
	"archive/zip"
	"bytes"
	"strings"
)

// pdf looks for the mark of a PDF, which may stand behind up to 1024 bytes.
func (l *looking) pdf() {
	if !bytes.Contains(l.data[:min(len(l.data), 1024)], []byte("%PDF-")) {
		l.mismatch()
	}
}

// zip reads the list of an archive; nothing is unpacked. Office documents with
// programs in them are refused.
func (l *looking) zip() {
	archive, err := zip.NewReader(bytes.NewReader(l.data), int64(len(l.data)))
	if err != nil {
		l.mismatch()
		return
	}
	part := map[string]string{"DOCX": "word/", "XLSX": "xl/", "PPTX": "ppt/", "OFD": "OFD.xml", "ZIP": ""}[l.info.Type]
	found := false
	for _, f := range archive.File {
		found = found || strings.HasPrefix(f.Name, part)
		if strings.EqualFold(f.Name[strings.LastIndexByte(f.Name, '/')+1:], "vbaProject.bin") {
			l.report(Macros)
			return
		}
	}
	if !found {
		l.mismatch()
	}
}

// ole is a document of Office 97 or WPS, which may be an archive as well.
func (l *looking) ole() {
	if !bytes.HasPrefix(l.data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) && !(bytes.HasPrefix(l.data, []byte("PK\x03\x04")) && strings.Contains("WPS ET DPS", l.info.Type)) {
		l.mismatch()
	}
}

// plain is text: no byte of it is zero.
func (l *looking) plain() {
	if bytes.IndexByte(l.data, 0) >= 0 {
		l.mismatch()
	}
}
