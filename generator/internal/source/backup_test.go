package source

import "testing"

func TestCopyOf(t *testing.T) {
	folder := map[string]bool{"gdp.toml": true, "01-goals.md": true, "2024": true}
	for name, want := range map[string]string{
		"gdp.toml~":           "gdp.toml",
		"gdp.toml.~1~":        "gdp.toml",
		"#gdp.toml#":          "gdp.toml",
		"gdp.toml.orig":       "gdp.toml",
		"gdp.toml.bak":        "gdp.toml",
		"gdp.toml.BAK":        "gdp.toml",
		"gdp.bak":             "gdp",
		"gdp.toml.rej":        "gdp.toml",
		"gdp.toml.temp":       "gdp.toml",
		"gdp.toml.old":        "gdp.toml",
		"gdp.toml.20240720":   "gdp.toml",
		"gdp.toml.mine":       "gdp.toml",
		"gdp.toml.r12":        "gdp.toml",
		"gdp.toml.txt":        "gdp.toml",
		"gdp.toml - 副本":       "gdp.toml",
		"gdp(1).toml":         "gdp.toml",
		"gdp (2).toml":        "gdp.toml",
		"gdp（1）.toml":         "gdp.toml",
		"gdp - 副本.toml":       "gdp.toml",
		"gdp - 副本 (2).toml":   "gdp.toml",
		"gdp 副本.toml":         "gdp.toml",
		"gdp副本.toml":          "gdp.toml",
		"gdp的副本.toml":         "gdp.toml",
		"副本 gdp.toml":         "gdp.toml",
		"复件 gdp.toml":         "gdp.toml",
		"gdp-备份.toml":         "gdp.toml",
		"gdp_备份2.toml":        "gdp.toml",
		"gdp - Copy.toml":     "gdp.toml",
		"gdp copy 2.toml":     "gdp.toml",
		"Copy of gdp.toml":    "gdp.toml",
		"gdp.bak.toml":        "gdp.toml",
		"gdp_old.toml":        "gdp.toml",
		"gdp_LOCAL_4711.toml": "gdp.toml",
		"gdp.sync-conflict-20240720-101112-ABC.toml": "gdp.toml",
		"gdp (李明的冲突副本 2024-07-20).toml":              "gdp.toml",
		"gdp-copy.toml":    "gdp.toml",
		"gdp-bak2.toml":    "gdp.toml",
		"01-goals - 副本.md": "01-goals.md",
		"firms(1).csv":     "firms.csv",
		"firms - 副本.xlsx":  "firms.xlsx",
		"2024 - 副本":        "2024",
		"2024(1)":          "2024",
		"2024.bak":         "2024",
		"2024 copy":        "2024",
		"2024-backup":      "2024",
		"~WRL0001.asd":     "WRL0001.asd",
	} {
		if got, ok := copyOf(name, folder); !ok || got != want {
			t.Errorf("copyOf(%q) = %q, %v; want %q", name, got, ok, want)
		}
	}
	for _, name := range []string{
		"gdp.toml", "gdp-2024.toml", "old-estates-renewed.toml", "5g-factories.toml", "backup-power.toml", "copyright.toml",
		"firms-copy.toml", "01-goals.md", "01-goals.en.md", "2024", "indicators", "notes.docx", "园区.md", "care-old.toml",
		"data.txt", "firms.csv", "firms.xlsx", "threshold.toml", "gold.toml",
	} {
		if got, ok := copyOf(name, folder); ok {
			t.Errorf("copyOf(%q) = %q, want no copy", name, got)
		}
	}
}

func TestIgnored(t *testing.T) {
	for _, name := range []string{
		".DS_Store", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", "~$firms.xlsx", ".~lock.firms.csv#",
		".gdp.toml.swp", ".#gdp.toml", "._gdp.toml", "@eaDir", "__MACOSX", ".gitkeep", "README.md",
		"~$firms.xlsx", ".~firms.xlsx", ".~lock.firms.xlsx#", "8A3D1000", "firms.xlsx.tmp", "ABCD.tmp", "~WRL0001.tmp", "FIRMS.TMP",
	} {
		if !ignored(name) {
			t.Errorf("%s is not ignored", name)
		}
	}
	for _, name := range []string{"2024", "8a3d1000", "8a3d1000.toml", "firms.xlsx", "tmp.toml", "ABCDEFGH"} {
		if ignored(name) {
			t.Errorf("%s is ignored", name)
		}
	}
}
