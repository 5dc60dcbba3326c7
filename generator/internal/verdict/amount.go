package verdict

import (
	"github.com/shopspring/decimal"

	"reportsite/generator/internal/model"
)

// amount writes a figure with its unit.
func amount(v decimal.Decimal, u model.Unit) model.Text {
	return model.Text{}
}
