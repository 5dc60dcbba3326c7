package compare

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var words = &Words{
	Kind:   map[Kind]string{VerdictChanged: "判断有变"},
	Status: map[string]string{"behind": "欠进度", "on-pace": "达进度"},
	Basis:  map[string]string{"cumulative": "累计"},
	None:   "没有变化",
	Silent: "write the former figures",
}

func load(t testing.TB) (files map[string]string, old, next *Snapshot) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/changes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	fsys["public/"+File] = fsys["new.json"]
	if old, err = Open(fsys, "old.json"); err != nil {
		t.Fatal(err)
	}
	if next, err = Open(fsys, "public"); err != nil {
		t.Fatal(err)
	}
	return files, old, next
}

func TestChanges(t *testing.T) {
	files, old, next := load(t)
	list := Changes(old, next)
	var text, markdown, js bytes.Buffer
	if err := errors.Join(WriteText(&text, list, words), WriteMarkdown(&markdown, list, words), WriteJSON(&js, list)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files["text"], text.String()); diff != "" {
		t.Errorf("text -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(files["markdown"], markdown.String()); diff != "" {
		t.Errorf("Markdown -want +got:\n%s", diff)
	}
	var back struct{ Changes []Change }
	if err := json.Unmarshal(js.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, back.Changes); diff != "" {
		t.Errorf("JSON -want +got:\n%s", diff)
	}
}

func TestNoChange(t *testing.T) {
	_, old, _ := load(t)
	list := Changes(old, old)
	if len(list) != 0 {
		t.Errorf("a state differs from itself: %v", list)
	}
	var b bytes.Buffer
	if err := WriteText(&b, list, words); err != nil || b.String() != "没有变化\n" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestParseRefuses(t *testing.T) {
	if _, err := Parse([]byte(`{"schema": 2}`)); !errors.Is(err, ErrSchema) {
		t.Errorf("another schema: %v", err)
	}
	if _, err := Parse([]byte(`[`)); err == nil {
		t.Error("broken JSON was read")
	}
}
