package main

import (
	"go/ast"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reportsite/generator/internal/message"
)

// filledIn finds what a message fills in.
var filledIn = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// Every rule has its messages in every language; they fill in what the rule
// names, and nothing that it names is left out of all of them.
func TestRulesHaveMessages(t *testing.T) {
	for code, r := range rules(t) {
		used := map[string]bool{}
		for _, l := range message.Languages() {
			all := message.BuiltIn(l)
			if !all.Has(code) {
				t.Errorf("%s has no message in %s", code, l)
			}
			for _, id := range []string{code, code + "-hint"} {
				text, _ := all.Plain(id)
				for _, m := range filledIn.FindAllStringSubmatch(text, -1) {
					used[m[1]] = true
					if !slices.Contains(r.Args, m[1]) {
						t.Errorf("%s in %s fills in %s, which the rule does not name", id, l, m[1])
					}
				}
			}
		}
		for _, name := range r.Args {
			if !used[name] {
				t.Errorf("no message of %s fills in %s", code, name)
			}
		}
	}
}

// Every message is used somewhere: it is that of a rule, or its id is in the code,
// in one piece or in two that are joined.
func TestMessagesAreSaid(t *testing.T) {
	words := map[string]bool{}
	for _, f := range parseAll(t, "*.go", "internal/*/*.go") {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					words[s] = true
				}
			}
			return true
		})
	}
	joined := []string{"flag-", "new-", "bad-folder-", "column-", // to the names of flags, commands and columns
		"kind-", "other-", "intake-", "status-", "status-means-", "op-", "op-words-", "op-rule-", "data-op-", "code-", "reason-", "rule-", "rule-title-",
		"answer-all-", "answer-some-", "ask-", "point-none-", "reading-kind-", "reading-basis-"} // to what they name
	for _, id := range message.BuiltIn(message.English).IDs() {
		command, about := strings.CutSuffix(id, "-about") // see func command
		said := words[id] || words[strings.TrimSuffix(id, "-hint")] || about && words["-about"] && words[command]
		for _, begin := range joined {
			rest, ok := strings.CutPrefix(id, begin)
			said = said || ok && words[begin] && words[rest]
		}
		if !said {
			t.Errorf("nothing uses the message %s", id)
		}
	}
}

// What editors are told has no word of programmers that the tutorial does not explain.
func TestNoWordsOfProgrammers(t *testing.T) {
	tutorial, err := os.ReadFile("../docs/tutorial.zh-CN.md")
	if err != nil {
		t.Fatal(err)
	}
	everyday := strings.NewReplacer("退格键", "", "关键", "", "键盘", "")
	forEditors := regexp.MustCompile(`^(?:[CSTMXGKR]\d{3}(?:-hint)?|type-.*|cause-.*|code-.*)$`)
	checked := 0
	all := message.BuiltIn(message.Chinese)
	for _, id := range all.IDs() {
		if !forEditors.MatchString(id) {
			continue
		}
		checked++
		text, _ := all.Plain(id)
		plain := everyday.Replace(notWords.ReplaceAllString(text, ""))
		for _, word := range programmers {
			if strings.Contains(plain, word) && !strings.Contains(string(tutorial), word) {
				t.Errorf("%s says %s, which docs/tutorial.zh-CN.md does not explain: %s", id, word, text)
			}
		}
	}
	if checked < 300 {
		t.Errorf("only %d messages were looked at", checked)
	}
}

// notWords are what messages fill in, and what they quote from a file.
var notWords = regexp.MustCompile("\\{\\{[^}]*\\}\\}|`[^`]*`")

// programmers are words that people know who write programs.
var programmers = []string{
	"TOML", "UTF-8", "HTML", "JSON", "YAML", "NUL", "BOM", "URL", "编码", "半角", "语法", "嵌套", "转义", "键", "布尔", "真假值", "字符串", "数组",
	"解析", "字节", "字段", "递归", "变量", "参数", "函数", "编译", "正则", "异常", "接口", "对象", "实例", "运算符", "路径", "命令行", "标识符",
	"类型", "枚举", "校验", "序列化", "溢出", "指针", "缓存", "线程", "注释", "脚本",
}

// The locale chooses the language; without one the system's list, else Chinese.
func TestSystemLang(t *testing.T) {
	for _, test := range []struct {
		env  map[string]string
		list []string
		want message.Lang
	}{
		{nil, nil, message.Chinese},
		{map[string]string{"LANG": "zh_CN.UTF-8"}, nil, message.Chinese},
		{map[string]string{"LANG": "zh_HK"}, nil, message.Chinese},
		{map[string]string{"LANG": "en_GB.UTF-8"}, nil, message.English},
		{map[string]string{"LANG": "de_DE"}, nil, message.English}, // of the two, what more people read
		{map[string]string{"LANG": "C"}, nil, message.Chinese},
		{map[string]string{"LANG": "C.UTF-8"}, []string{"en-US"}, message.Chinese},
		{map[string]string{"LANG": "POSIX"}, nil, message.Chinese},
		{map[string]string{"LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, nil, message.Chinese},
		{map[string]string{"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, nil, message.Chinese},
		{map[string]string{"LC_ALL": "", "LANG": "en_US"}, nil, message.English},
		{nil, []string{"zh-Hans-CN", "en-US"}, message.Chinese},
		{nil, []string{"en-US", "zh-CN"}, message.English},
		{nil, []string{"fr-FR"}, message.English},
		{map[string]string{"LANG": "zh_CN"}, []string{"en-US"}, message.Chinese},
	} {
		if got := systemLang(func(name string) string { return test.env[name] }, test.list); got != test.want {
			t.Errorf("%v, %v: %s, want %s", test.env, test.list, got, test.want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	english := func(name string) string { return map[string]string{"LANG": "en_US.UTF-8"}[name] }
	for line, want := range map[string]message.Lang{
		"generator": message.English, "generator -lang zh": message.Chinese, "generator check --lang=zh-CN": message.Chinese,
		"generator -lang zh -h": message.Chinese, "generator -lang en": message.English, "generator -lang": message.English,
		"generator -C lang zh": message.English,
	} {
		if got, err := languageOf(strings.Fields(line), english); got != want || err != nil {
			t.Errorf("%s: %s, %v, want %s", line, got, err, want)
		}
	}
	if _, err := languageOf([]string{"generator", "-lang", "fr"}, english); err == nil {
		t.Error("-lang fr is no fault")
	}
}
