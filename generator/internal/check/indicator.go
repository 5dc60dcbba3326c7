package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/source"
	"reportsite/generator/internal/tomlfile"
)

// readIndicators reads all indicators, then their targets, which may refer to
// each other's indicators.
func (c *checker) readIndicators(list []*source.Indicator) {
	for _, s := range list {
		i := c.readIndicator(s)
		c.indicators[s.ID] = i
		c.site.Indicators = append(c.site.Indicators, i)
	}
	for _, s := range list {
		c.readGrowth(c.indicators[s.ID], s)
	}
	for _, s := range list {
		i := c.indicators[s.ID]
		c.readTargets(i, s)
		c.readObservations(i, s)
	}
	compared := comparedWith(list)
	for _, s := range list {
		i := c.indicators[s.ID]
		if len(i.Targets) == 0 && len(i.Observations) == 0 && !compared[s.ID] {
			c.report(EmptyIndicator.At(diag.Pos{File: s.File}))
		}
	}
}

// comparedWith are the indicators that a target refers to. They may have no figures
// yet: the report names them, and their results come later.
func comparedWith(list []*source.Indicator) map[string]bool {
	ids := map[string]bool{}
	for _, s := range list {
		for _, t := range s.Target {
			if t.Ref != "" {
				ids[t.Ref] = true
			}
		}
	}
	return ids
}

func (c *checker) readIndicator(s *source.Indicator) *model.Indicator {
	i := &model.Indicator{
		ID:          s.ID,
		Name:        model.Text{Zh: s.Name, En: s.NameEn},
		Short:       model.Text{Zh: first(s.Short, s.Name), En: first(s.ShortEn, s.NameEn)},
		Unit:        model.Unit(s.Unit),
		Lead:        s.Lead,
		Support:     s.Support,
		Definition:  model.Text{Zh: s.Definition, En: s.DefinitionEn},
		Scope:       model.Text{Zh: s.Scope, En: s.ScopeEn},
		Withheld:    model.Withheld{Draft: s.Draft, Until: s.Publish.Date},
		NextRelease: s.NextRelease.Date,
	}
	if s.Name == "" {
		c.report(IndicatorName.At(s.At("name")))
	}
	i.Measure = member(c, s, "measure", s.Measure, model.Measures, true)
	i.Better = member(c, s, "better", s.Better, []model.Better{model.Up, model.Down, model.Band}, true)
	i.Nature = member(c, s, "nature", s.Nature, []model.Nature{model.Expected, model.Binding}, false)
	c.readUnit(i, s)
	c.readAccrual(i, s)
	c.readParts(i, s)
	if s.Section == "" {
		c.report(IndicatorSection.At(s.At("section")))
	} else {
		i.Section, i.Fragment = c.sectionRef(s.Section, s.Doc.Pos("section"))
	}
	for _, id := range s.Group {
		g := c.groups[id]
		if g == nil {
			c.unknownRef(s.Doc.Pos("group"), UnknownGroup, id, keysOf(c.groups))
			continue
		}
		i.Groups = append(i.Groups, g)
		g.Indicators = append(g.Indicators, i)
	}
	return i
}

// readGrowth links an indicator and that of its growth.
func (c *checker) readGrowth(i *model.Indicator, s *source.Indicator) {
	if s.Growth == "" {
		return
	}
	switch g := c.indicators[s.Growth]; {
	case g == nil:
		c.unknownRef(s.At("growth"), UnknownIndicator, s.Growth, keysOf(c.indicators))
	case g == i || g.Measure != model.Growth || i.Measure == model.Growth:
		c.report(GrowthOf.At(s.At("growth"), s.Growth, string(g.Measure)))
	case g.Level != nil:
		c.report(GrowthTwice.At(s.At("growth"), s.Growth, g.Level.ID))
	default:
		i.Growth, g.Level = g, i
	}
}

// member reads a key whose value comes from a closed list.
func member[T ~string](c *checker, s *source.Indicator, key, word string, list []T, required bool) T {
	if word == "" {
		if required {
			c.report(MissingChoice.At(s.At(key), key, codeList(key, names(list))))
		}
		return ""
	}
	t, ok := oneOf(word, list)
	if !ok {
		c.badCode(s.At(key), BadChoice, key, word, names(list), key)
	}
	return t
}

func (c *checker) readUnit(i *model.Indicator, s *source.Indicator) {
	known := true
	if s.Unit != "" {
		var unit model.Unit
		if unit, known = c.site.Units.Find(s.Unit); known {
			i.Unit = unit
		}
	}
	switch {
	case s.Unit == "" && i.Measure != model.Index:
		c.report(NoUnit.At(s.At("unit")))
	case !known:
		c.report(UnknownUnit.At(s.At("unit"), s.Unit, c.commonUnits()).WithSuggestion(c.nearestUnit(s.Unit)))
	case (i.Measure == model.Growth || i.Measure == model.Share) && i.Unit != model.Percent && i.Unit != model.Permille,
		(i.Measure == model.Completion || i.Measure == model.Structure) && i.Unit != model.Percent:
		c.report(UnitOfMeasure.At(s.At("unit"), s.Measure, s.Unit))
	}
}

// nearestUnit is the unit that was probably meant, or "". Of one unit per another
// only the unknown part is corrected.
func (c *checker) nearestUnit(name string) string {
	units, parts := c.site.Units, strings.Split(name, "/")
	for n, part := range parts {
		if _, ok := units.Find(part); !ok && percents[part] {
			parts[n] = string(model.Percent)
		} else if !ok {
			parts[n] = diag.Nearest(part, units.Names())
		}
	}
	meant := strings.Join(parts, "/")
	if _, ok := units.Find(meant); !ok {
		return ""
	}
	return meant
}

// percents are words for the unit %.
var percents = map[string]bool{"百分比": true, "百分数": true, "百分之": true, "percent": true, "％": true}

// commonUnits lists the units that a hint names: the declared ones, and some of
// the built-in ones.
func (c *checker) commonUnits() string {
	return strings.Join(append(c.site.Units.Declared(), "元", "%", "人", "户", "家", "个", "项", "件", "吨", "公斤", "千瓦时", "亩", "公里"), " ")
}

func (c *checker) readAccrual(i *model.Indicator, s *source.Indicator) {
	needs := i.Measure == model.Level || i.Measure == model.Count
	if i.Measure == model.Completion {
		i.Accrual = model.Flow
	}
	switch {
	case needs && s.Accrual == "":
		c.report(NoAccrual.At(s.At("accrual"), s.Measure))
	case !needs && s.Accrual != "" && i.Measure != "":
		c.report(NeedlessAccrual.At(s.At("accrual"), s.Measure))
	case s.Accrual != "":
		i.Accrual = member(c, s, "accrual", s.Accrual, []model.Accrual{model.Flow, model.Stock}, false)
	}
}

// readParts reads the names of a structure's parts: two at least.
func (c *checker) readParts(i *model.Indicator, s *source.Indicator) {
	if (i.Measure == model.Structure) != (len(s.Parts) >= 2) {
		c.report(PartsNames.At(s.At("parts"), string(i.Measure)))
		return
	}
	if len(s.PartsEn) > 0 && len(s.PartsEn) != len(s.Parts) {
		c.report(PartsCount.At(s.At("parts_en"), len(s.PartsEn), len(s.Parts)))
	}
	for n, name := range s.Parts {
		part := model.Text{Zh: name}
		if n < len(s.PartsEn) {
			part.En = s.PartsEn[n]
		}
		i.Parts = append(i.Parts, part)
	}
}

// parts reads the values of a structure, one for each part.
func (c *checker) parts(i *model.Indicator, values []tomlfile.Number, pos diag.Pos) []decimal.Decimal {
	if len(values) != len(i.Parts) {
		c.report(PartsCount.At(pos, len(values), len(i.Parts)))
		return nil
	}
	list := make([]decimal.Decimal, len(values))
	for n, v := range values {
		list[n] = v.Decimal
	}
	return list
}
