package verdict

import "reportsite/generator/internal/model"

// operatorInfos explains every operator; a test compares it with [model.Ops].
func operatorInfos() []OperatorInfo {
	return []OperatorInfo{
		{model.GE, model.Text{Zh: "不低于", En: "at least"}, model.Text{Zh: "以上、不低于、至少、达到；越高越好的指标只写一个数", En: "at least, or more, reach; a bare figure where more is better"},
			model.Text{Zh: "结果大于或等于目标数算达到。", En: "Met when the result is the figure or more."}, "x ≥ a"},
		{model.GT, model.Text{Zh: "超过", En: "more than"}, model.Text{Zh: "突破、超过、高于", En: "more than, over, above"},
			model.Text{Zh: "结果大于目标数才算达到，相等不算。", En: "Met when the result is more than the figure; equal is not enough."}, "x > a"},
		{model.LE, model.Text{Zh: "不高于", En: "at most"}, model.Text{Zh: "以内、以下、不超过、控制在…以内；越低越好的指标只写一个数", En: "within, at most, or less; a bare figure where less is better"},
			model.Text{Zh: "结果小于或等于目标数算达到。", En: "Met when the result is the figure or less."}, "x ≤ a"},
		{model.LT, model.Text{Zh: "低于", En: "less than"}, model.Text{Zh: "低于、不到、不足", En: "below, less than, under"},
			model.Text{Zh: "结果小于目标数才算达到，相等不算。", En: "Met when the result is less than the figure; equal is not enough."}, "x < a"},
		{model.EQ, model.Text{Zh: "等于", En: "exactly"}, model.Text{Zh: "恰好、等于", En: "exactly"},
			model.Text{Zh: "结果等于目标数（容许误差之内）算达到。", En: "Met when the result is the figure, within the tolerance."}, "a − t ≤ x ≤ a + t"},
		{model.Approx, model.Text{Zh: "左右", En: "about"}, model.Text{Zh: "左右、约、上下；5.3%—5.4%左右", En: "about, around; about 5.3% to 5.4%"},
			model.Text{Zh: "写明误差的，在误差之内算达到；没有写明的，较差一边只写差距，不判未达。带“左右”的区间，没有误差时在区间之外都不判断。", En: "With a tolerance, met within it; without one, the worse side only shows its gap. A range with “about” is not judged outside without a tolerance."}, "x ≈ a"},
		{model.Range, model.Text{Zh: "区间", En: "a range"}, model.Text{Zh: "6%—6.5%", En: "6% to 6.5%"},
			model.Text{Zh: "在区间内算达到，两端都含；越过较好的一端算超额。", En: "Met within the range, both ends included; beyond the better end it is exceeded."}, "a ≤ x ≤ b"},
		{model.RelGT, model.Text{Zh: "高于另一指标", En: "above another indicator"}, model.Text{Zh: "高于全市平均、快于全国", En: "above the city's average, faster than the country"},
			model.Text{Zh: "与同一时期、同一口径的参照数比较，须高于它。", En: "Compared with the other figure of the same period and basis; it must be better."}, "x > r"},
		{model.RelGE, model.Text{Zh: "不低于另一指标", En: "not below another indicator"}, model.Text{Zh: "不低于全省平均", En: "no lower than the province's average"},
			model.Text{Zh: "与参照数比较，不低于它即可。", En: "Compared with the other figure; equal is enough."}, "x ≥ r"},
		{model.RelSync, model.Text{Zh: "与另一指标同步", En: "in step with another indicator"}, model.Text{Zh: "与经济增长同步", En: "in step with economic growth"},
			model.Text{Zh: "与参照数之差在误差之内算达到；没有误差范围的，低于参照数时不判断。", En: "Met within the tolerance of the other figure; without one, a lower figure is not judged."}, "x ≈ r"},
		{model.Flat, model.Text{Zh: "持平", En: "unchanged"}, model.Text{Zh: "与上年持平", En: "the same as the year before"},
			model.Text{Zh: "与基数相同（误差之内）算达到；增速指标的基数是 0。没有误差时，不相同就只写差距，不判断；从不算超额。", En: "Met when it equals the base, within the tolerance; of a growth rate the base is 0. Without a tolerance, what differs shows its gap and is not judged; never exceeded."}, "x = b"},
		{model.DeltaPP, model.Text{Zh: "提高或下降若干个百分点", En: "so many points more or less"}, model.Text{Zh: "提高1个百分点", En: "up by 1 percentage point"},
			model.Text{Zh: "与基数加（减）百分点数比较；没有基数不判断。", En: "Compared with the base plus the points; not judged without a base."}, "x ≥ b + a"},
		{model.External, model.Text{Zh: "上级下达", En: "set by a higher authority"}, model.Text{Zh: "完成上级下达任务", En: "as assigned by the higher level"},
			model.Text{Zh: "报告没有写出数字，不判断。", En: "The report gives no figure: not judged."}, ""},
		{model.Qualitative, model.Text{Zh: "只有文字", En: "words only"}, model.Text{Zh: "稳中提质、基本平衡", En: "steady, basically balanced"},
			model.Text{Zh: "只有文字表述，不判断。", En: "Words without a figure: not judged."}, ""},
	}
}
