package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Error is a fault of publishing: what was being done, to what, and why it
// failed.
type Error struct {
	Act  string
	Path string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("publish: %s %s: %v", e.Act, e.Path, e.Err) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Hint says in English and Chinese what mends the fault; both are "" where
// nothing more is known than the cause.
func (e *Error) Hint() (en, zh string) {
	for _, h := range hints {
		if errors.Is(e.Err, h.cause) {
			return h.en, h.zh
		}
	}
	return "", ""
}

func fault(act, path string, err error) error { return &Error{Act: act, Path: path, Err: cause(err)} }

// cause is an error without the path that [Error] names already.
func cause(err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok && pathErr == err {
		return pathErr.Err
	}
	return err
}

// ErrBusy says that another build is filling the same public folder.
var ErrBusy = errors.New("another build is running")

var (
	errLink     = errors.New("it is a symbolic link")
	errNoFolder = errors.New("it is not a folder")
	errReadOnly = fmt.Errorf("it is read-only: %w", fs.ErrPermission)
	errOutside  = errors.New("the path leads out of the site")
	errReserved = errors.New("this file belongs to the public folder, not to the site")
	errTwice    = errors.New("the file is written twice")
	errEnded    = errors.New("the stage has ended already")
)

// hints are the mends of faults that an editor can meet; the first one whose
// cause fits is given.
var hints = []struct {
	cause  error
	en, zh string
}{
	{ErrBusy,
		"wait until the other build has ended, or stop it; the site that is published stays as it is",
		"请等另一次生成结束，或先停止它；已发布的站点保持不变"},
	{errLink,
		"replace the link by a folder, and publish the folder's content to the link's place afterwards",
		"请用文件夹代替这个链接，再把其中的内容发布到链接指向的位置"},
	{errNoFolder,
		"move the file of this name away; the build makes the folder itself",
		"请移走同名文件；文件夹由生成程序自己建立"},
	{syscall.ENOTDIR,
		"a part of the path is a file, which cannot hold the site's folder: write another path after -out",
		"路径中有一段是文件，里面不能再建文件夹：请更正 -out 之后的路径"},
	{errReadOnly,
		"allow writing to the folder (chmod u+w), then build again",
		"请允许写入该文件夹（chmod u+w），然后重新生成"},
	{fs.ErrPermission,
		"check that you may write to the public folder and to the folder it stands in",
		"请确认您对 public 文件夹及其上级文件夹有写入权限"},
	{syscall.EROFS,
		"the site's folder is on a read-only disk: copy it to one that can be written",
		"站点文件夹所在的磁盘只读：请复制到可写的磁盘"},
	{syscall.ENOSPC,
		"the disk is full: free some space and build again; the site that is published stays as it is",
		"磁盘已满：请腾出空间后重新生成；已发布的站点保持不变"},
	{syscall.EBUSY,
		"the public folder is in use or a disk of its own: publish to a folder inside it",
		"public 文件夹正被占用，或本身是一个独立的磁盘：请发布到其中的一个子文件夹"},
	{syscall.EXDEV,
		"the public folder is on another disk than the site: publish to a folder beside the content",
		"public 文件夹与站点不在同一磁盘：请发布到内容旁边的文件夹"},
}
