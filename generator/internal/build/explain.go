package build

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"reportsite/generator/internal/config"
	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/office"
	"reportsite/generator/internal/source"
)

// Explain says what is understood of a table: one of content/tables, or any other
// file, which is read as if it lay there. The diagnostics are those of this table.
func (b *Builder) Explain(ctx context.Context, name string) ([]*office.Understood, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(b.Folder)
	if err != nil {
		return nil, []diag.Diagnostic{NoFolder.At(diag.Pos{File: b.Folder}, diag.Cause(err))}, nil
	}
	defer root.Close()
	cfg, _ := config.Load(root.FS())
	if cfg == nil {
		cfg = &config.Config{Language: model.Chinese, MaxUnbound: -1}
	}
	content, err := root.OpenRoot(source.Dir)
	if err != nil {
		return nil, []diag.Diagnostic{source.NoContent.At(diag.Pos{File: source.Dir})}, nil
	}
	defer content.Close()
	tree, diags, err := source.Load(ctx, content.FS(), b.Jobs)
	if err != nil || tree == nil {
		return nil, diags, err
	}
	file := path.Join(source.Dir, "tables", filepath.Base(name))
	inside := slices.ContainsFunc(tree.Tables, func(t *source.Table) bool { return t.File == file })
	if !inside {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the table: %w", err)
		}
		t, faults := source.ReadTable(file, data)
		diags = append(diags, faults...)
		tree.Tables = append(tree.Tables, t)
	}
	tables, faults := office.Explain(cfg, tree)
	diags = append(diags, faults...)
	tables = slices.DeleteFunc(tables, func(u *office.Understood) bool { return u.File.File != file })
	diags = slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return d.Pos.File != file && !ofSheet(tables, d) })
	return tables, diag.Sort(diags), nil
}

// ofSheet reports whether a diagnostic is of the file that describes the tables.
func ofSheet(tables []*office.Understood, d diag.Diagnostic) bool {
	return slices.ContainsFunc(tables, func(u *office.Understood) bool {
		return u.File.Sheet != nil && u.File.Sheet.File == d.Pos.File
	})
}
