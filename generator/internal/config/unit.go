package config

import (
	"math/big"
	"strings"
	"unicode"

	"reportsite/generator/internal/diag"
	"reportsite/generator/internal/model"
	"reportsite/generator/internal/tomlfile"
)

// unit is a unit that the site declares; its key is its name.
type unit struct {
	En     string          `toml:"en"`
	Base   string          `toml:"base"`
	Factor tomlfile.Number `toml:"factor"`
}

// readUnits reads [units] and appends what is wrong with it.
func readUnits(rows map[string]unit, doc *tomlfile.Doc, diags []diag.Diagnostic) (*model.UnitTable, []diag.Diagnostic) {
	var list []model.DeclaredUnit
	for _, name := range doc.Keys("units") {
		row, pos := rows[name], doc.Pos("units", name)
		d := model.DeclaredUnit{Name: name, En: row.En, Base: model.Unit(row.Base)}
		switch {
		case !unitName(name):
			diags = append(diags, UnitName.At(pos, name))
			continue
		case model.Unit(name).Known():
			diags = append(diags, UnitTwice.At(pos, name))
			continue
		case (row.Base == "") != !row.Factor.Valid,
			row.Base != "" && !d.Base.Known(),
			row.Factor.Valid && !row.Factor.Decimal.IsPositive():
			diags = append(diags, UnitFactor.At(pos, name))
			continue
		}
		if row.Factor.Valid {
			d.Factor = new(big.Rat).Set(row.Factor.Decimal.Rat())
		}
		list = append(list, d)
	}
	return model.NewUnitTable(list), diags
}

// unitName reports whether a name can be recognised between a number and the words
// after it.
func unitName(name string) bool {
	return name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("/%,.，。、：；~～—-()（）[]", r)
	})
}
