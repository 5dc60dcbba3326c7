package config

import (
	"math/big"
	"strings"
	"unicode"

	"reportsite/generator/internal/model"
	"reportsite/generator/internal/tomlfile"
)

// unit is a unit that the site declares; its key is its name.
type unit struct {
	En     string          `toml:"en"`
	Base   string          `toml:"base"`
	Factor tomlfile.Number `toml:"factor"`
}

// units reads [units].
func (r *reader) units() *model.UnitTable {
	var list []model.DeclaredUnit
	for _, name := range r.doc.Keys("units") {
		row, pos := r.Units[name], r.doc.Pos("units", name)
		d := model.DeclaredUnit{Name: name, En: row.En, Base: model.Unit(row.Base)}
		switch {
		case !unitName(name):
			r.report(UnitName.At(pos, name))
			continue
		case model.Unit(name).Known():
			r.report(UnitTwice.At(pos, name))
			continue
		case (row.Base == "") != !row.Factor.Valid,
			row.Base != "" && !d.Base.Known(),
			row.Factor.Valid && !row.Factor.Decimal.IsPositive():
			r.report(UnitFactor.At(pos, name))
			continue
		}
		if row.Factor.Valid {
			d.Factor = new(big.Rat).Set(row.Factor.Decimal.Rat())
		}
		list = append(list, d)
	}
	return model.NewUnitTable(list)
}

// unitName reports whether a name can be recognised between a number and the words
// after it.
func unitName(name string) bool {
	return name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("/%,.，。、：；~～—-()（）[]", r)
	})
}
