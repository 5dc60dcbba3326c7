package statement

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

// Names by what they say about a figure.
var (
	shareName = matches(`率(?:平均值?|均值)?$|[覆盖增长达]面$|系数$|程度$|`, oneOf(`比重 占比 比例 优良天数 水质 合格 达标 普及 入学 参保 化率 贡献 投入强度`))
	downName  = matches(oneOf(`失业率 能耗 排放 碳强度 PM2\.?5 PM10 浓度 死亡 事故 发案 发生率 负债 不良 赤字 成本 化肥 农药 用水量 水耗 债务 返贫 辍学率 亏损 电耗 煤耗 案件`))
	bandName  = matches(oneOf(`居民消费价格 CPI cpi 物价`))
	stockName = matches(`总量$|里程$|`, oneOf(`总数 数量 保有量 余额 存款 贷款 总人口 人口 总面积 总里程 装机 产能 床位 在册 市场主体 经营主体 会员 拥有 总资产 净资产
		资产总额 市值 数达 总规模 耕地 储备 存栏 蓄积量 机构数 户数`))
	flowName = matches(`^`, oneOf(`新 改 招 引 策 签 打通 转化 发布 投入 完成 建成 开工 竣工 培训 组织 登记 销售 出栏 接待 发放 举办 开展`), `|`,
		oneOf(`新增 新建 总投资 产值 收入 产量 总额 增加值 总值 经费 支出 成交 销售 到位 投资 接待 客运 货运 发电量 用电量 就业 吞吐量`))
	stateName = matches(`能力$|`, oneOf(`余额 存栏 保有量 常住人口 户籍人口 年末 在册 产能 床位 里程 装机`))
	indexName = matches(oneOf(`指数 评分 得分 满意度`), `$`)

	personsName = matches(oneOf(`人口 就业 旅客 职工 人数 劳动力`))
	visitsName  = matches(oneOf(`人次 游客 接待`))
)

// workDone is how much of a plan or budget is done: 完成年度计划的64%, 占预算的51%.
var workDone = matches(`(?:完成|占|达到?|为)(?:了)?`, oneOf(`全?年度? 年初 预算 任务 目标 计划 年`), oneOf(`预算 任务 目标 计划 数 预期`), `[^，、0-9]{0,6}(?:的)?$`,
	`|完成(?:了)?`, oneOf(`预算 任务 目标 计划`), `[^，、0-9]{0,6}(?:的)?$`)

// measure fills in what kind of figure an item is, from its words and its unit.
func measure(i *Item, p wording.Phrase, name named, e element, text string) {
	f := p.Figure
	i.Op, i.Hedge, i.Approx = f.Op, f.Hedge, f.Approx
	lead := p.Lead(text)
	falls := f.Falls() || strings.Contains(lead, "下降") || strings.Contains(lead, "降低")
	first := f.Value
	if !first.Valid {
		first = f.Low
	}
	i.Unit = unitOf(first, f, name.text, text[p.Start:p.End])
	if first.Scaled && i.Unit == "亿元" && foreign.MatchString(text[p.Start:]) { // 120万棒
		i.Unit = ""
	}
	if f.High.Valid && f.High.Unit != "" && !f.High.Scaled {
		i.Unit = f.High.Unit
	}
	i.Value, i.Low, i.High = i.number(f.Value), i.number(f.Low), i.number(f.High)
	i.Stretch = i.number(f.Stretch)
	if f.StretchHigh.Valid {
		i.Further = append(i.Further, i.number(f.StretchHigh).Decimal)
	}
	for _, a := range f.Further {
		i.Further = append(i.Further, i.number(a).Decimal)
	}
	i.Parts, i.Multiple = f.Parts, f.Multiple
	rate := name.growth || rateWords.MatchString(lead) || f.Falls()
	i.measureOf(f, name, rate, e, lead)
	if i.Measure == model.Growth && name.text != "" && !rateNoun.MatchString(i.Name) {
		switch {
		case latin(i.Name):
			if !strings.HasSuffix(strings.ToLower(i.Name), "growth") && !bandEn.MatchString(i.Name) {
				i.Name += " growth"
			}
		case bandName.MatchString(i.Name):
			i.Name += "涨幅"
		case f.Falls():
			i.Name += "变化"
		case !strings.HasSuffix(i.Name, "率"):
			i.Name += "增速"
		}
	}
	if word := raised.FindString(lead); word != "" && i.Measure == model.Level && name.verb == "" && i.Unit.Kind() == model.Money && i.Name != "" {
		i.Name += word
	}
	i.betterOf(falls)
	i.bound(f)
	if sense, ok := f.Sense(); ok {
		i.Sense = plainSense(sense)
	}
}

// latin reports whether a name is in English: GDP and PM2.5 may be of either language.
func latin(name string) bool {
	return strings.ContainsFunc(name, unicode.IsLower) && !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// foreign is a number with a unit that is not known.
var foreign = regexp.MustCompile(`^\d[\d.,]*(?:百|千|万|亿)+[\p{Han}]`)

// raised are the words for a change whose size is the figure: 提高20元, but not 提高到20元.
var raised = regexp.MustCompile(`(?:提高|增加|上调|降低|减少|下降)$`)

// plainSense keeps the senses that a result may have.
func plainSense(s model.Sense) model.Sense {
	if slices.Contains(model.Senses, s) {
		return s
	}
	return model.Exactly
}

// unitOf is the unit of a figure. Of 千亿 and 12 million the words leave it out.
func unitOf(a wording.Amount, f wording.Figure, name, written string) model.Unit {
	if a.Unit != "" && !a.Scaled {
		return a.Unit
	}
	switch {
	case f.Op.Relative(), f.Op == model.Flat:
		return model.Percent
	case a.Scaled && personsName.MatchString(name):
		return "万人"
	case a.Scaled && visitsName.MatchString(name):
		return "万人次"
	case a.Scaled:
		return "亿元"
	case len(f.Parts) > 0:
		return model.Percent
	}
	return a.Unit
}

// number is an amount in the item's unit.
func (i *Item) number(a wording.Amount) decimal.NullDecimal {
	if !a.Valid {
		return decimal.NullDecimal{}
	}
	from := a.Unit
	if a.Scaled || a.Unit == "" && a.Number.GreaterThan(decimal.NewFromInt(0)) && a.Scaled {
		from = i.Unit.Root()
	}
	if from == "" || from == i.Unit {
		return decimal.NewNullDecimal(a.Number)
	}
	if v, ok := model.Convert(a.Number, from, i.Unit); ok {
		return decimal.NewNullDecimal(v)
	}
	i.Doubts = append(i.Doubts, "doubt-units")
	return decimal.NewNullDecimal(a.Number)
}

// measureOf chooses the measure and accrual.
func (i *Item) measureOf(f wording.Figure, name named, rate bool, e element, lead string) {
	i.Accrual = model.NoAccrual
	switch kind := i.Unit.Kind(); {
	case len(f.Parts) > 0:
		i.Measure = model.Structure
		i.Doubts = append(i.Doubts, "doubt-structure")
	case f.Shift && i.Unit == model.PercentagePoint:
		i.Unit, i.Measure = model.Percent, model.Share
		if rate && rateNoun.MatchString(e.left) || name.growth && !rateWords.MatchString(lead) {
			i.Measure = model.Growth
		}
	case i.Unit == model.PercentagePoint:
		i.Measure = model.Share
		i.Unit = model.Percent
		i.Doubts = append(i.Doubts, "doubt-points")
	case i.Unit == model.Percent || i.Unit == "‰":
		switch {
		case workDone.MatchString(strings.TrimSpace(e.left + lead)):
			i.Measure = model.Completion
		case f.Op.Relative() || f.Op == model.Flat:
			i.Measure = model.Growth
		case rate && !strings.HasSuffix(lead, "到") && !strings.HasSuffix(lead, "至") && !(shareName.MatchString(i.Name) && !rateWords.MatchString(lead)):
			i.Measure = model.Growth
		case shareName.MatchString(i.Name) || strings.Contains(lead, "占"):
			i.Measure = model.Share
		default:
			i.Measure = model.Share
			i.Doubts = append(i.Doubts, "doubt-percent")
		}
	case strings.HasSuffix(i.Unit.String(), ":1"):
		i.Measure = model.Ratio
	case i.Unit == "" && indexName.MatchString(i.Name):
		i.Measure = model.Index
	case kind == model.Things || kind == model.Parts || kind == model.Persons:
		i.Measure = model.Count
	default:
		i.Measure = model.Level
	}
	if f.Multiple.Valid {
		i.Doubts = append(i.Doubts, "doubt-multiple")
	}
	if i.Measure == model.Level || i.Measure == model.Count {
		i.Accrual = i.accrues(name)
	}
}

// accrues says whether a level or count adds up over the year.
func (i *Item) accrues(name named) model.Accrual {
	switch {
	case name.verb != "" && !strings.Contains(i.Name, "储备") && !strings.Contains(i.Name, "总数"):
		return model.Flow
	case strings.Contains(i.Unit.String(), "/"):
		return model.Stock
	case stateName.MatchString(i.Name):
		return model.Stock
	case strings.Contains(i.Name, "投资") || strings.Contains(i.Name, "产值") || strings.Contains(i.Name, "收入"):
		return model.Flow
	case stockName.MatchString(i.Name):
		return model.Stock
	case flowName.MatchString(i.Name):
		return model.Flow
	case i.Measure == model.Count && name.verb == "" && strings.Contains(i.Words, "达"):
		return model.Stock
	}
	return model.Flow
}

// betterOf chooses the direction in which the figure improves.
func (i *Item) betterOf(falls bool) {
	switch {
	case bandName.MatchString(i.Name):
		i.Better = model.Band
	case downName.MatchString(i.Name), (i.Op == model.LE || i.Op == model.LT) && i.Measure != model.Growth:
		i.Better = model.Down
	case falls && i.Measure != model.Count:
		i.Better = model.Down
	default:
		i.Better = model.Up
	}
}

// bound sets the operator where the words name none: a bare number is reached in the
// direction in which the figure improves.
func (i *Item) bound(f wording.Figure) {
	if i.Op == "" {
		i.Op = model.GE
		if i.Better == model.Down {
			i.Op = model.LE
		}
		if i.Measure == model.Structure {
			i.Op = model.EQ
		}
	}
	if i.Op == model.Range && f.Shift {
		i.Op = model.DeltaPP
	}
	if i.Op == model.Range && f.Approx {
		i.Op = model.Approx
	}
	if f.Multiple.Valid {
		i.Value = decimal.NullDecimal{}
	}
}
