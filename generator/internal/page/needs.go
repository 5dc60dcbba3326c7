package page

// Needs lists the messages that the program itself asks for; the others are the
// templates' own affair.
func Needs() []string { return needed[:] }

var needed = [...]string{
	"home", "report", "indicators", "indicators-about", "status", "status-title", "status-about", "commitments",
	"commitments-title", "commitments-about", "data", "data-about", "method", "method-title", "method-about",
	"changes", "changes-about", "changes-was", "cite-by", "cite-line", "section-of-year", "file-json", "file-csv", "file-xlsx", "file-zip", "file-package", "print", "sitemap", "not-found", "language-zh-CN", "language-en", "no-lead",
	"share-targets", "colon", "target", "target-of-year", "figure-judged", "period", "basis", "result", "unit", "approximate", "stage", "released", "source", "in-words", "note", "revised-from", "semicolon",
	"nature", "nature-expected", "nature-binding", "measure", "accrual", "better", "lead", "support",
	"measure-level", "measure-growth", "measure-share", "measure-count", "measure-ratio", "measure-index", "measure-completion", "measure-structure",
	"accrual-flow", "accrual-stock", "better-up", "better-down", "better-band",
	"basis-annual", "basis-cumulative", "basis-single", "basis-point",
	"search", "search-about", "page", "stage-flash", "stage-expected", "stage-preliminary", "stage-final", "stage-census",
}
