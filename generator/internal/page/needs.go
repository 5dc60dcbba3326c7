package page

// Needs lists the messages of a theme that the package asks for; others are the
// templates' own affair.
func Needs() []string { return needed[:] }

var needed = [...]string{
	"home", "report", "indicators", "indicators-about", "status", "status-about",
	"commitments", "commitments-about", "data", "data-about", "method", "method-about",
	"changes", "changes-about", "cite-by", "cite-line", "section-of-year", "file-json", "file-csv", "file-xlsx",
	"file-zip", "file-package", "print", "sitemap", "not-found", "language-zh-CN", "language-en", "no-lead",
	"share-targets", "colon", "target-of", "figure-judged", "unit", "nature", "nature-expected",
	"nature-binding", "measure", "accrual", "better", "lead", "support", "next-release", "measure-level", "measure-growth",
	"measure-share", "measure-count", "measure-ratio", "measure-index", "measure-completion",
	"measure-structure", "accrual-flow", "accrual-stock", "better-up", "better-down", "better-band", "search",
	"search-about", "page", "file-note", "page-moved", "page-moved-link",
	"and-more", "changed-last", "all-changes", "short-of", "beyond-by", "just-met", "compare", "compare-title", "compare-about", "goals-of-others", "schedule", "changes-feed", "file-tasks-csv", "file-tasks-json",
	"sample-csv", "sample-json", "sample-svg", "sample-embed",
	"target-of", "result-of", "tile-full", "tile-latest", "term-schedule", "term-nature-expected", "term-nature-binding",
	"term-basis-cumulative", "term-basis-single", "term-basis-point", "term-stage-flash", "term-stage-expected",
	"term-stage-preliminary", "term-stage-final", "term-stage-census",
}
