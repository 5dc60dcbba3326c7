package draft

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"reportsite/generator/internal/calendar"
	"reportsite/generator/internal/document"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/statement"
)

// Task is a promise without a number.
type Task struct {
	ID, Title string
	Part      *Part
	Block     int
	Lead      string
	Support   []string
	Due       model.Date

	piece statement.Piece // of the block that it was read from
}

// act begins a promise.
var act = regexp.MustCompile(`^(?:(?:继续|持续|全面|全力|大力|积极|扎实|深入|扩围|加快|着力|统筹|稳步|有序|切实|深化|进一步|同步|科学|高标准|高质量|分类|依托[^，]{2,20}，)*)(?:推动|推进|加快|建设|实施|开展|完成|启动|支持|打造|落实|引进|建成|组织|做优|做强|做大|重点引进|引导|完善|优化|推广|举办|争取|争创|力争|发展|改造|新建|扩建|打通|开工|深化|健全|建立|创建|培育|提升|整治|治理|办好|筹办|加强|强化|聚焦|依托|拓宽|拓展|对接|抓好|统筹|谋划|布局|申报|用好|盘活|严格|规范|保障|确保|构建|探索|试点|推行|巩固|修复|疏浚|编制|出台|制定|设立|配套|吸引|促进|倡导|增强|扩大|促成|动态|稳定|扶持|丰富|坚持|锚定)`)

// englishAct begins a promise in English.
var englishAct = regexp.MustCompile(`^(?:We|The ([A-Z][A-Za-z]+(?: [A-Za-z]+){0,5}?)|The (?:government|city|county|province)) (?:will|plans? to|aims? to|shall)\s+\b`)

// thing is what is named in a promise that can be followed up.
var thing = regexp.MustCompile(`项目|工程|工厂|园区?|基地|中心|平台|路|桥|行动|战略|机制|小镇|社区|试点|体系|制度|改革|规划|方案|产业|学校|医院|公园|广场|枢纽|港|机场|铁路|高速|水库|灌区|管网|改造|示范|集群|标准|计划|联盟|实验室|研究院|活动|专项|攻坚|整治|设施|网络|服务|业态|市场|消费|技术|转型|化|政策|资本|资源|便民|综合体|系统|名录|保险|物流|“`)

// concrete begins a promise about something that can be seen, whatever it is called.
var concrete = regexp.MustCompile(`^(?:(?:加快|全力|着力|积极|确保|力争|继续|同步|全面)*(?:推动|推进)?)?(?:建成|建设|新建|开工|启动|完成|实施|打通|改造|引进|扩建|组建|设立|出台|编制|投用|[\p{Han}]{2,20}(?:投产|投用|投入使用|扩区|通车|挂牌|落地|竣工|开业|交付))`)

// serial is the number before an item of a list.
var serial = regexp.MustCompile(`^(?:\d{1,2}[.、．)）]|[（(]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]是)\s*`)

// most is how long the title of a task may be.
const most = 60

// promises finds the promises without a number in the parts on goals.
func (d *Draft) promises() {
	t := &tasks{Draft: d, ids: takenIDs{}, seen: map[string]bool{}}
	for _, p := range d.Parts {
		if p.Role == statement.Review || d.results {
			continue
		}
		for n, b := range p.Blocks {
			if b.Kind == document.Heading || b.Kind == document.Table {
				continue
			}
			t.block(p, n, b.Text)
		}
	}
}

// tasks finds promises in the passages of a report.
type tasks struct {
	*Draft
	ids  takenIDs
	seen map[string]bool
	last *Task // of the sentence; nil: none yet
}

// block finds the promises of a passage.
func (t *tasks) block(p *Part, n int, text string) {
	lead, support := statement.Responsible(text)
	t.last = nil
	figures, _ := t.figuresOf(p, n)
	for _, at := range statement.Promises(text) {
		piece := text[at.Start:at.End]
		task := Task{Part: p, Block: n, Lead: lead, Support: support, Due: statement.Due(piece, t.Period.Year), piece: at}
		if list := named(piece); len(list) > 0 {
			for _, task.Title = range list {
				t.add(task)
			}
			continue
		}
		for len(figures) > 0 && figures[0].End <= at.Start {
			figures = figures[1:]
		}
		counted := counts(figures, at)
		task.Title = serial.ReplaceAllString(strings.Trim(piece, " ，；。、：:.;\n"), "")
		task.Title, _, _ = strings.Cut(task.Title, "（")
		switch m := englishAct.FindStringSubmatch(task.Title); {
		case m != nil && len(task.Title) < 3*most && !counted:
			task.Title = strings.ToUpper(task.Title[len(m[0]):len(m[0])+1]) + task.Title[len(m[0])+1:]
			task.Lead, task.Support = office(m[1]), nil
			t.add(task)
		case counted:
			t.last = nil
		case t.last != nil && t.last.Due.IsZero() && onlyDone.MatchString(untimed(task.Title)): // 确保6月底建成通车
			t.last.Due = task.Due
		case isPromise(task.Title) || !task.Due.IsZero() && isStep(task.Title):
			t.add(task)
		}
		if strings.ContainsAny(piece, "。；;\n") {
			t.last = nil
		}
	}
}

// add adds a task, unless there is one of this title.
func (t *tasks) add(task Task) {
	if t.seen[task.Title] {
		return
	}
	t.seen[task.Title] = true
	task.ID = t.ids.free(makeID(task.Title, 8))
	t.last = &task
	t.Tasks = append(t.Tasks, &task)
}

// office is the unit that an English promise names; the government is none beside others.
func office(name string) string {
	switch strings.ToLower(name) {
	case "government", "city", "county", "province", "state", "administration":
		return ""
	}
	return name
}

// isPromise reports whether a clause is a promise that can be followed up.
func isPromise(title string) bool {
	size := utf8.RuneCountInString(title)
	return size >= 6 && size <= most && act.MatchString(title) && (thing.MatchString(title) || concrete.MatchString(title))
}

// done are words at the end of a promise that something is finished by a day.
const done = `(?:建成|竣工|完工|投产|投用|通车|运行|运营|使用|封顶|交付|开诊|开园|开业|挂牌|启用|达产|验收|入驻|施工)`

var (
	// onlyDone is a clause that says of the one before when it is done.
	onlyDone = regexp.MustCompile(`^(?:确保|力争|实现|全部|正式|投入|基本)*(?:` + done + `)+$`)
	// stepDone is a thing that is done by a day: 综合楼10月底前投入使用.
	stepDone = regexp.MustCompile(`^[\p{Han}“”A-Za-z0-9]{2,}` + done + `$`)
)

// untimed is a clause without its times, and 前 behind them.
func untimed(title string) string {
	var b strings.Builder
	from := 0
	for _, at := range calendar.All(title) {
		b.WriteString(title[from:at.Begin])
		from = at.Stop
		for _, word := range []string{"之前", "以前", "前", "内"} {
			if strings.HasPrefix(title[from:], word) {
				from += len(word)
				break
			}
		}
	}
	b.WriteString(title[from:])
	return strings.TrimPrefix(strings.ReplaceAll(b.String(), "年内", ""), "在")
}

// isStep reports whether a clause with a deadline says what is done by then.
func isStep(title string) bool {
	size := utf8.RuneCountInString(title)
	return size >= 6 && size <= most && stepDone.MatchString(untimed(title))
}

// listed is a promise about several named projects: 推动甲、乙、丙等11条道路开工建设.
var listed = regexp.MustCompile(`^[\s　]*(?:(?:继续|持续|全力|大力|加快|着力|确保|力争|同步|有序|积极|全面)*(?:推动|推进|推动|实现|实施|完成|加快|建成|打通|启动|支持|开工|促成|确保|抓好))?((?:[^、，。；]{2,24}、)+[^、，。；]{2,24}?)(?:等(?:一批)?[^，。；]{0,24}?|)(项目|工程|道路|小区|片区)?(开工建设|竣工投产|建成投产|交付使用|建成通车|投入使用|改造项目|建成投用|开工|竣工|投产|通车|快建设)[。；，]?$`)

// opened are the ends of named projects that have their verb before them: 打通甲、乙等6条断头路.
var opened = regexp.MustCompile(`^[\s　]*(打通|新建|改造)((?:[^、，。；]{2,24}、)+[^、，。；]{2,24}?)等[^，。；]{0,16}[。；，]?$`)

// named takes a promise about several named projects apart: one task for each.
func named(piece string) (titles []string) {
	piece = strings.Trim(piece, " \u3000，。；")
	list, act, before := "", "", ""
	if m := listed.FindStringSubmatch(piece); m != nil {
		list, act = m[1], m[3]
	} else if m := opened.FindStringSubmatch(piece); m != nil {
		before, list = m[1], m[2]
	}
	if list == "" {
		return nil
	}
	for _, name := range strings.Split(list, "、") {
		name = strings.TrimSpace(name)
		if strings.ContainsAny(name, "0123456789%") && !strings.Contains(name, "期") || utf8.RuneCountInString(name) > 24 {
			return nil
		}
		titles = append(titles, before+name+strings.TrimSuffix(act, "项目"))
	}
	return titles
}

// counts reports whether a piece of a text has a figure that states something. None of the
// figures, which are in the order of the text, ends before it.
func counts(figures []*Figure, piece statement.Piece) bool {
	for _, f := range figures {
		if f.Start >= piece.End {
			break
		}
		if f.Kind != statement.Nothing {
			return true
		}
	}
	return false
}

// commitments writes the tasks.
func (d *Draft) commitments() string {
	if len(d.Tasks) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("# 没有写出数字的项目和承诺（任务分解），每项一个表。由 draft 从原文摘出，请核对。\n")
	for _, t := range d.Tasks {
		due := ""
		if !t.Due.IsZero() {
			due = t.Due.String()
		}
		b.WriteString("\n[" + t.ID + "]\n" + lines("section", quoted(t.Part.ID), "title", quoted(t.Title), "due", due, "lead", text(t.Lead), "support", list(t.Support)))
	}
	return b.String()
}
