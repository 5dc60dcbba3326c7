package draft

import (
	"context"
	"os"
	"testing"

	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
)

// The draft of any text builds: the check of a build finds no error in it.
func FuzzText(f *testing.F) {
	files := texts(f)
	for _, name := range files[:2] {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("# 2025年政府工作报告\n主要目标：GDP增长5%左右；新增就业1万人以上。\n一、工业\n新建园区3个[1]。\n"))
	f.Add([]byte("Report 2025\nGDP will grow by around 5 percent. Build 3,000 km of roads.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := document.Read("report.txt", data)
		if err != nil {
			return
		}
		if _, err := Text(context.Background(), doc, Options{Name: "report.txt", Today: model.Date{Year: 2025, Month: 1, Day: 1}}); err != nil {
			t.Errorf("%v\n%s", err, data)
		}
	})
}
