package check

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/markdown"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
)

// readFiles lists the pictures and documents of content/files and
// content/static.
func (c *checker) readFiles(tree *source.Tree) {
	for _, f := range tree.Static {
		c.site.Static = append(c.site.Static, &model.File{Path: f.Path, Source: f.File})
	}
	for _, f := range tree.Files {
		file := &model.File{
			Path: f.Path, Source: f.File, Type: f.Info.Type, Size: f.Info.Size,
			Picture: f.Info.Picture, Width: f.Info.Width, Height: f.Info.Height, Widths: f.Info.Widths,
		}
		c.files[f.Path] = file
		c.site.Files = append(c.site.Files, file)
	}
	slices.SortFunc(c.site.Files, func(a, b *model.File) int { return strings.Compare(a.Path, b.Path) })
}

// unusedFiles warns of files that nothing shows: they are not published.
func (c *checker) unusedFiles(list []*source.File) {
	used := map[string]bool{}
	for _, f := range c.site.Shown() {
		used[f.Path] = true
	}
	for _, f := range list {
		if f.Info.Type != "" && !used[f.Path] {
			c.report(UnusedFile.At(diag.Pos{File: f.File}, f.Path))
		}
	}
}

// filePath is the path of a file that prose names: from the site's root, or beside
// the file of the text. ok is false where it is none of content/files.
func (b prose) filePath(target string) (name string, ok bool) {
	target = unescaped(target)
	if strings.HasPrefix(target, "/") {
		target = strings.TrimPrefix(path.Clean(target), "/")
	} else if target, ok = strings.CutPrefix(path.Join(path.Dir(b.file), target), source.Dir+"/"); !ok {
		return "", false
	}
	return norm.NFC.String(target), strings.HasPrefix(target, source.Files+"/")
}

// fileOf finds a file that prose names; nil where there is none, which is reported.
func (b prose) fileOf(p markdown.Part) *model.File {
	name, ok := b.filePath(p.Target)
	if f := b.files[name]; ok && f != nil {
		return f
	}
	b.report(UnknownFile.At(p.Pos, p.Target).WithSuggestion(nearby(name, keysOf(b.files))))
	return nil
}

// nearby is the known file that a person may have meant: of the same name in another
// folder, or else of a similar name; "" where there is none.
func nearby(name string, known []string) string {
	for _, k := range known {
		if path.Base(k) == path.Base(name) {
			return "/" + k
		}
	}
	if k := diag.Nearest(name, known); k != "" {
		return "/" + k
	}
	return ""
}

// picture is a picture of the prose.
func (b prose) picture(p markdown.Part) model.Part {
	f := b.fileOf(p)
	switch {
	case f == nil:
		return nil
	case !f.Picture:
		b.report(NoPicture.At(p.Pos, p.Target))
		return nil
	}
	return model.Picture{File: f, Shows: p.Text, Caption: p.Title}
}

// readLook finds the pictures and pages that config.toml names.
func (c *checker) readLook(cfg *config.Config) {
	find := func(name string, pos diag.Pos) {
		if name == "" {
			return
		}
		name = norm.NFC.String(strings.TrimPrefix(name, "/"))
		switch f := c.files[name]; {
		case f == nil:
			c.report(UnknownFile.At(pos, name).WithSuggestion(nearby(name, keysOf(c.files))))
		case !f.Picture:
			c.report(NoPicture.At(pos, name))
		default:
			c.site.Decor = append(c.site.Decor, f)
		}
	}
	find(cfg.Look.Logo, cfg.Look.LogoPos)
	for _, l := range slices.Concat(cfg.Look.Menu, cfg.Look.Badges) {
		find(l.Picture, l.Pos)
		if path, ok := strings.CutPrefix(l.URL, "/"); ok {
			path, _ = cutFragment(path)
			if !c.paths[path] && !c.paths[path+"/"] && c.files[path] == nil {
				c.report(BrokenLink.At(l.Pos, l.URL))
			}
		}
	}
}
