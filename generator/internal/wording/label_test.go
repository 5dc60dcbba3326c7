package wording_test

import (
	"testing"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/wording"
)

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		measure model.Measure
		better  model.Better
		short   model.Text
		want    model.Text
	}{
		{model.Growth, model.Up, model.Text{Zh: "进出口总额", En: "Trade"}, model.Text{Zh: "进出口总额增速", En: "Trade (growth)"}},
		{model.Growth, model.Up, model.Text{Zh: "规上工业增加值", En: "Growth of industry"}, model.Text{Zh: "规上工业增加值增速", En: "Growth of industry"}},
		{model.Growth, model.Up, model.Text{Zh: "投资增长"}, model.Text{Zh: "投资增长"}},
		{model.Growth, model.Up, model.Text{Zh: "经济增速", En: "GDP growth"}, model.Text{Zh: "经济增速", En: "GDP growth"}},
		{model.Growth, model.Down, model.Text{Zh: "居民消费价格", En: "Consumer prices"}, model.Text{Zh: "居民消费价格涨幅", En: "Consumer prices (change)"}},
		{model.Growth, model.Down, model.Text{Zh: "单位生产总值能耗", En: "Energy per GDP"}, model.Text{Zh: "单位生产总值能耗变化率", En: "Energy per GDP (change)"}},
		{model.Growth, model.Down, model.Text{Zh: "单位能耗下降", En: "Energy reduction"}, model.Text{Zh: "单位能耗下降", En: "Energy reduction"}},
		{model.Share, model.Up, model.Text{Zh: "主导产业", En: "Main industries"}, model.Text{Zh: "主导产业占比", En: "Main industries (share)"}},
		{model.Share, model.Up, model.Text{Zh: "城镇化率", En: "Urbanisation rate"}, model.Text{Zh: "城镇化率", En: "Urbanisation rate"}},
		{model.Share, model.Down, model.Text{Zh: "城镇调查失业率"}, model.Text{Zh: "城镇调查失业率"}},
		{model.Level, model.Up, model.Text{Zh: "进出口总额", En: "Trade"}, model.Text{Zh: "进出口总额", En: "Trade"}},
		{model.Count, model.Up, model.Text{Zh: "新增企业"}, model.Text{Zh: "新增企业"}},
	} {
		i := &model.Indicator{Name: c.short, Short: c.short, Measure: c.measure, Better: c.better}
		if got := wording.Label(i); got != c.want {
			t.Errorf("Label(%s %v) = %v, want %v", c.measure, c.short, got, c.want)
		}
		if got := wording.Title(i); got != c.want {
			t.Errorf("Title(%s %v) = %v, want %v", c.measure, c.short, got, c.want)
		}
	}
}
