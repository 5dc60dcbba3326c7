package lint

import (
	"regexp"
	"slices"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
)

// kinds compares the keys of an indicator with its name, its operators and the
// words of the report.
func (l *linter) kinds(i *model.Indicator) {
	l.direction(i)
	l.partOrGrowth(i)
	l.stockOrFlow(i)
}

// What a name says about the direction: neither direction is better for prices, and
// less is better for bad things, unless the name is that of a remedy.
var (
	prices = regexp.MustCompile(`居民消费价格|消费价格指数|(?i:\bCPI\b|\bPPI\b)|物价|工业生产者|出厂价格|房价|住宅销售价格`)
	bad    = regexp.MustCompile(`失业率|死亡率|发病率|不良贷款率|能耗|(?:二氧化)?碳排放|(?i:PM2\.?5|PM10)|颗粒物(?:平均)?浓度|事故(?:起数|数|率)|死亡人数`)
	remedy = regexp.MustCompile(`下降|降低|降幅|减少|削减|节约|达标|治理|改善|节能`)
)

// direction reports an indicator that gets better in one direction while its
// target asks for the other.
func (l *linter) direction(i *model.Indicator) {
	if i.Better == model.Up && (prices.MatchString(i.Name.Zh) || bad.MatchString(i.Name.Zh) && !remedy.MatchString(i.Name.Zh)) {
		l.report(Direction.At(l.at(i, "better"), string(i.Better), diag.Words{
			En: "more of “" + i.Name.Zh + "” is no success", Zh: "“" + i.Name.Zh + "”并非越高越好"}))
		return
	}
	for _, t := range i.Targets {
		for n, b := range slices.Backward(t.Versions()) {
			if !against(i.Better, b) {
				continue
			}
			place := l.at(i, "target", t.Period.String(), "op")
			if n < len(t.Earlier) {
				place = l.at(i, "target", t.Period.String(), "earlier")
			}
			l.report(Direction.At(place, string(i.Better), diag.Words{
				En: "the target of " + t.Period.String() + " has op = \"" + string(b.Op) + "\" (" + b.AsWritten.Zh + ")",
				Zh: t.Period.String() + " 的目标却是 op = \"" + string(b.Op) + "\"（" + b.AsWritten.Zh + "）"}))
			break
		}
	}
}

// against reports whether an operator asks for the other direction.
func against(better model.Better, b model.Bound) bool {
	least, most := b.Value, b.Value
	if b.Low.Valid { // 下降1—2个百分点
		least, most = b.Low, b.High
	}
	switch b.Op {
	case model.LE, model.LT:
		return better == model.Up
	case model.GE, model.GT, model.RelGT, model.RelGE:
		return better == model.Down
	case model.DeltaPP:
		return better == model.Up && most.Valid && most.Decimal.IsNegative() ||
			better == model.Down && least.Valid && least.Decimal.IsPositive()
	}
	return false
}

// What names and words say about a part of something and about a rate of
// change.
var (
	partName   = regexp.MustCompile(`占比|比重|占.{0,16}比例|渗透率|覆盖率|普及率|入学率|参保率|城镇化率|失业率|合格率|达标率|优良率|贡献率|投入强度`)
	changeName = regexp.MustCompile(`增速|增长|增幅|涨幅|降幅|变化|变动|提高|提升|上升|下降|降低`)
	partWords  = regexp.MustCompile(`(?:占比|比重|占[^，。；、]{0,16}比例|占[^，。；、长]{0,16}(?:的|达到|达|超过|为))[^，。；、长]{0,6}[0-9]|(?:^|[^长])率(?:达到|达|稳定在|保持在|超过|为)[0-9]`)
	growWords  = regexp.MustCompile(`^(?:同比|力争|确保|年均)*(?:增长|下降)(?:率)?[^到至为]{0,4}[0-9.]+%`)
	growName   = regexp.MustCompile(`增速|增幅|增长率|涨幅`)
	natural    = regexp.MustCompile(`自然增长|贡献`)
)

// partOrGrowth reports a share that is declared as growth, and the other way round:
// verdicts treat the two alike, but the words for them differ.
func (l *linter) partOrGrowth(i *model.Indicator) {
	words := i.Name.Zh
	said := func(re *regexp.Regexp) bool {
		for _, t := range i.Targets {
			if re.MatchString(t.AsWritten.Zh) {
				words = t.AsWritten.Zh
				return true
			}
		}
		return false
	}
	change := changeName.MatchString(i.Name.Zh)
	switch {
	case i.Measure == model.Growth && !change && partName.MatchString(i.Name.Zh),
		i.Measure == model.Growth && !change && said(partWords):
		l.report(PartOrGrowth.At(l.at(i, "measure"), words, string(i.Measure), string(model.Share), diag.Words{
			En: "a part of something", Zh: "占比"}))
	case i.Measure == model.Share && i.Unit == model.Percent && !natural.MatchString(i.Name.Zh) && !partName.MatchString(i.Name.Zh) &&
		(growName.MatchString(i.Name.Zh) || said(growWords)):
		l.report(PartOrGrowth.At(l.at(i, "measure"), words, string(i.Measure), string(model.Growth), diag.Words{
			En: "a rate of change", Zh: "增速"}))
	}
}

// What names and words say about a state at a moment and about what adds up
// over the year.
var (
	stockName = regexp.MustCompile(`总数|总户数|户数|保有量|保有总量|拥有量|存量|在册|在校|常住人口|户籍人口|总人口|人口总量|主体总量|资产总额|资产总量|余额|存栏|库存|装机容量|床位数?$|床位总数|从业人员|总里程|通车里程|绿地面积|建成区面积|参保人数|用户数`)
	stockSaid = regexp.MustCompile(`总数(?:量)?(?:达到|达|超过|超|突破|增至|增加到|稳定在|[0-9])|总量(?:达到|达|超过|突破)[0-9.]+[万亿]?[户家个人辆]|保有量|累计保有|累计拥有|存量(?:达到|达|超过|突破)|户数(?:达到|达|超过|突破)|(?:总数|总量)[^，。；、]{0,4}(?:以上|左右)`)
	flowName  = regexp.MustCompile(`新增|净增|增加|新建|新开|新登记|新设|当年|本年|招引|引进|开工|竣工|投产|改造|建设|培育|完成|办理|办件|减少|转移|接待|游客|受理|立案|审结|事故|惠及|发布|出版`)
)

// stockOrFlow reports a stock that is declared as a flow: its pace would be
// compared with a share of the year.
func (l *linter) stockOrFlow(i *model.Indicator) {
	if i.Accrual != model.Flow {
		return
	}
	if stockName.MatchString(i.Name.Zh) && !flowName.MatchString(i.Name.Zh) {
		l.report(StockAsFlow.At(l.at(i, "accrual"), i.Name.Zh))
		return
	}
	for _, t := range i.Targets {
		if words := t.AsWritten.Zh; stockSaid.MatchString(words) && !flowName.MatchString(i.Name.Zh+words) {
			l.report(StockAsFlow.At(l.at(i, "accrual"), words))
			return
		}
	}
}
