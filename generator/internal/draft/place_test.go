package draft

import "testing"

// A place is what stands before its congress or government, without the words and the
// date that lead to it.
func TestPlaceIn(t *testing.T) {
	for text, want := range map[string]string{
		"——2024年1月18日在临溪市第七届人民代表大会第四次会议上": "临溪市",
		"二〇二四年一月十八日在临溪县人民代表大会上":           "临溪县",
		"2024年1月18日，日照市人民政府市长":            "日照市",
		"（2024年1月18日日喀则市第二届人民代表大会第三次会议）":  "日喀则市",
		"2024年于都县政府工作报告":                  "于都县",
		"某某市2024年国民经济和社会发展统计公报":           "某某市",
		"现在，我代表临溪市人民政府，向大会报告工作":           "临溪市",
		"受临溪市人民政府委托":                      "临溪市",
		"关于临溪市2024年国民经济和社会发展计划执行情况的报告":    "临溪市",
		"南溪自治州河口区政府工作报告":                  "南溪自治州河口区",
		"滨海新区政府工作报告":                      "滨海新区",
		"一月十八日":                           "",
		"政府工作报告":                          "",
		"市政府办公室":                          "",
	} {
		if got := placeIn(text); got != want {
			t.Errorf("placeIn(%q) = %q, want %q", text, got, want)
		}
	}
}
