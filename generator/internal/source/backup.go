package source

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"reportsite/generator/internal/diag"
)

// ignored reports files that an operating system keeps in a folder, locks of open
// files, what programs write while they save, and all hidden files: no editor wrote them,
// and they hold nothing of the report.
func ignored(name string) bool {
	if strings.HasSuffix(strings.ToLower(name), ".tmp") || ofExcel.MatchString(name) {
		return true
	}
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "Icon\r") {
		return true
	}
	switch strings.ToLower(name) {
	case "readme.md", "thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir", "__macosx", "$recycle.bin", "system volume information":
		return true
	}
	return false
}

// ofExcel is the name of a workbook while Excel saves it.
var ofExcel = regexp.MustCompile(`^[0-9A-F]{8}$`)

// withoutCopies removes ignored files from a folder's list, and reports and removes
// backups and copies. A copy would be published as an indicator or a year of its
// own, or mistaken for the file itself.
func (l *loader) withoutCopies(dir string, entries []fs.DirEntry) []fs.DirEntry {
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		if ignored(e.Name()) {
			return true
		}
		original, ok := copyOf(e.Name(), names)
		if ok {
			l.report(Backup.At(diag.Pos{File: file(path.Join(dir, e.Name()))}, original))
		}
		return ok
	})
}

// saved are the endings that programs put behind a file's whole name.
var saved = regexp.MustCompile(`(?i)^(.+?)(?:\.?~\d*~?|\.(?:bak|bak\d+|backup|orig|original|old|save|saved|sav|rej|temp|swp|swo|part|crdownload|mine|r\d+|` +
	`back|copy|副本|备份|autosave|asv|wbk|\d{6,14})|[._ -]+(?:副本|备份|copy))$`)

// copied are the words that programs and people put between name and ending. No
// address can hold them, so that such a file is always a copy.
var copied = regexp.MustCompile(`(?i)^(?:(.+?)(?:\s*[(（]\d+[)）]|[\s_.-]*[(（]?(?:的?副本|备份|拷贝|复件|旧版|旧|冲突|[^()（）]*(?:冲突副本|冲突文件|conflicted copy|conflict copy)[^()（）]*)[)）]?\s*[(（]?\d*[)）]?` +
	`|[\s_]+-?\s*(?:copy|backup|bak|old|orig|tmp)\s*[(（]?\d*[)）]?|\.(?:bak|backup|old|orig|tmp|copy|sync-conflict-.+)|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+)` +
	`|(?:copy of |副本\s*-?\s*|复件\s*|备份\s*-?\s*|backup of )(.+?))$`)

// beside are the endings of copies whose names are valid ids: such a file is a copy
// only if the file with the name before the ending exists.
var beside = regexp.MustCompile(`(?i)^(.+?)-(?:copy|backup|bak|orig|tmp|temp)-?\d*$`)

// copyOf is the name of the file of which this one seems to be a copy; names are
// all of its folder.
func copyOf(name string, names map[string]bool) (original string, ok bool) {
	if inner, ok := strings.CutPrefix(name, "#"); ok && strings.HasSuffix(inner, "#") {
		return strings.TrimSuffix(inner, "#"), true // Emacs, of a file that is not saved
	}
	if strings.HasPrefix(name, "~") && len(name) > 1 { // ~WRL0001.asd of Word
		return strings.TrimPrefix(name, "~"), true
	}
	if m := saved.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	if base, ok := strings.CutSuffix(name, ".txt"); ok && known(base) { // of Notepad
		return base, true
	}
	ext := ""
	if e := path.Ext(name); known(name) {
		ext = e
	}
	base := strings.TrimSuffix(name, ext)
	if m := copied.FindStringSubmatch(base); m != nil {
		return m[1] + m[2] + ext, true
	}
	if m := beside.FindStringSubmatch(base); m != nil && names[m[1]+ext] {
		return m[1] + ext, true
	}
	return "", false
}

// known reports whether a file's name ends as one of the content does.
func known(name string) bool {
	return slices.Contains([]string{".toml", ".md", ".csv", ".xlsx"}, strings.ToLower(path.Ext(name)))
}
