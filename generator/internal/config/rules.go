package config

import "reportsite/generator/internal/diag"

// What can be wrong with config.toml.
var (
	NoConfig     = diag.NewError("C001", "Why")
	NoTitle      = diag.NewError("C002")
	BadLanguage  = diag.NewError("C003", "Language")
	BadBaseURL   = diag.NewError("C004", "URL")
	BadBand      = diag.NewError("C006", "Band")
	BadLevel     = diag.NewError("C007", "Level")
	BadLimit     = diag.NewError("C008", "Limit")
	BadLicense   = diag.NewError("C009", "URL")
	IdentityPart = diag.NewError("C010", "Key")
	BadColour    = diag.NewError("C020", "Colour")
	LowContrast  = diag.NewError("C021", "Colour", "Ratio", "Ground")
	LinkParts    = diag.NewError("C022", "ID")
	LinkURL      = diag.NewError("C023", "URL")
	FooterLines  = diag.NewError("C024", "Found", "Lines")
	UnitName     = diag.NewError("C011", "Unit")
	UnitTwice    = diag.NewError("C012", "Unit")
	UnitFactor   = diag.NewError("C013", "Unit")
	BadTarget    = diag.NewError("C014", "Name")
)
