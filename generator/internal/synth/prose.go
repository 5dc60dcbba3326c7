package synth

import "strings"

// sentences are the sentences of synthetic prose. They have no figures, so that
// none counts as a figure without data.
var sentences = [...]string{
	"这段文字由程序合成，只用来测量生成网站要花多少时间。",
	"其中提到的地方、部门和项目都不存在，请不要引用。",
	"虚构市的东岸与西岸之间设想有一座桥，方便人们往来。",
	"假想的工厂把旧零件拆开、清洗、分类，再装成新的机器。",
	"山坡上的果园由几户人家合种，收成好坏全看雨水。",
	"车站前的广场白天摆摊，夜里放电影，周末还有集市。",
	"图书馆把开放时间延长到晚上，读者可以坐着看，也可以借走。",
	"河边的步道铺了砂石，老人散步，孩子骑车，各走一边。",
	"新来的工程师先在车间跟班，再到设计室画图。",
	"学校与医院共用一处停车场，早晚错开，互不妨碍。",
	"水厂每天取样化验，结果贴在门口，谁都可以看。",
	"这里没有真实的统计，只有为了让页面够长而写的句子。",
	"仓库按先后顺序出货，账目与实物每周核对一次。",
	"渡口的船按时开行，遇到大雾就停，广播会提前通知。",
	"合作社把分散的订单合在一起，价格因此好谈一些。",
	"街道把意见箱换成了窗口，问的人多了，答得也快了。",
	"虚构的规划分成几步走，每一步都写明由谁来做。",
}

// prose is about size bytes of sentences; where it begins depends on seed.
func prose(seed, size int) string {
	var b strings.Builder
	for i := seed; b.Len() < size; i++ {
		b.WriteString(sentences[(i*5+seed/len(sentences))%len(sentences)])
	}
	return b.String()
}
