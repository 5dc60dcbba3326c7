package diag

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// Cause says why a file or folder could not be read, without its path, which
// the position of a diagnostic names. What is common has words in both
// languages; what is rare is quoted from the system.
func Cause(err error) Words {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Words{En: "it does not exist", Zh: "不存在"}
	case errors.Is(err, fs.ErrPermission):
		return Words{En: "you have no permission", Zh: "没有权限"}
	case errors.Is(err, syscall.ENOTDIR):
		return Words{En: "a part of the path is a file", Zh: "路径中有一段是文件"}
	case strings.Contains(err.Error(), "path escapes from parent"): // of os.Root, which exports no such error
		return Words{En: "it is a link to a place outside", Zh: "它是指向外部的链接"}
	}
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathErr.Err
	}
	return Words{En: err.Error(), Zh: err.Error()}
}
