// Package address is the one table of the site's addresses: where each page and
// file lies, what kind of page it is, where the site lists it, and which names are
// reserved.
//
// Addresses are relative to the root of a language's pages. Those of files and
// folders that all languages share are relative to the site's root. The address of
// a page ends with a slash; the home page is "".
package address

import "reportsite/generator/internal/model"

// Kind is a kind of page, and the name of its template.
type Kind string

// The kinds of pages.
const (
	KindHome        Kind = "home"
	KindEdition     Kind = "edition"
	KindSection     Kind = "section"
	KindIndicators  Kind = "indicators"
	KindIndicator   Kind = "indicator"
	KindStatus      Kind = "status"
	KindCommitments Kind = "commitments"
	KindMethod      Kind = "method"
	KindData        Kind = "data"
	KindChanges     Kind = "changes"
	KindProse       Kind = "prose"
	KindSitemap     Kind = "sitemap"
	KindSearch      Kind = "search"
	KindPrint       Kind = "print"
	KindCompare     Kind = "compare"
	KindEmbed       Kind = "embed"
	KindNotFound    Kind = "404"
)

// Kinds lists all kinds of pages.
func Kinds() []Kind {
	return []Kind{
		KindHome, KindEdition, KindSection, KindIndicators, KindIndicator, KindStatus, KindCommitments,
		KindMethod, KindData, KindChanges, KindProse, KindSitemap, KindSearch, KindPrint, KindCompare, KindEmbed, KindNotFound,
	}
}

// Place is an address that every site has: a page, a file, or a folder of files.
type Place struct {
	Path   string
	Kind   Kind   // of a page; "" for files
	Name   string // id of the theme's message with its name; "" when no list shows it
	Holds  []Kind // pages that belong to it: its entry of the menu is marked as current on them
	Menu   bool   // it is in the main menu
	Footer bool   // it is at the end of every page
	Listed bool   // search engines may list it
	Framed bool   // other sites may show it in a frame
	Shared bool   // all languages share it, at the site's root
}

// Names of files and folders.
const (
	Embeds      = "embed/"           // pages for the frames of other sites
	Files       = "files/"           // pictures and documents of the editors
	Assets      = "assets/"          // style sheets, scripts and libraries, named by their content
	Charts      = "charts/"          // chart options for the browser
	IndexFiles  = "search/"          // the search page, and the files that it loads
	Index       = "search/index.js"  // what a search loads first
	DataFiles   = "data/indicators/" // the files of each indicator
	Feed        = "changes.xml"      // the changes as Atom
	HomePicture = "share.png"        // of the home page, for other sites
	NotFound    = "404.html"         // for an address that does not exist
	Sitemap     = "sitemap.xml"      // for search engines
	Robots      = "robots.txt"       // for search engines, too
	Redirects   = "_redirects"       // old addresses for static hosts; of a site that has any
	Headers     = "_headers"         // HTTP headers for static hosts
	Mark        = "reportsite.txt"   // of a folder that a build made; package publish writes it
	Manifest    = "manifest.json"    // all files with their hashes
	AllJSON     = "data/indicators.json"
	AllCSV      = "data/indicators.csv"
	AllXLSX     = "data/indicators.xlsx"
	AllPackage  = "data/datapackage.json"
	AllZIP      = "data/data.zip"
	TasksCSV    = "data/commitments.csv"
	TasksJSON   = "data/commitments.json"
)

// places is the table, in the order of the menu.
var places = [...]Place{
	{Path: "", Kind: KindHome, Name: "home", Listed: true},
	{Path: "indicators/", Kind: KindIndicators, Name: "indicators", Holds: []Kind{KindIndicator}, Menu: true, Listed: true},
	{Path: "status/", Kind: KindStatus, Name: "status", Menu: true, Listed: true},
	{Path: "commitments/", Kind: KindCommitments, Name: "commitments", Menu: true, Listed: true},
	{Path: "data/", Kind: KindData, Name: "data", Holds: []Kind{KindChanges}, Menu: true, Footer: true, Listed: true},
	{Path: "method/", Kind: KindMethod, Name: "method", Menu: true, Footer: true, Listed: true},
	{Path: "changes/", Kind: KindChanges, Name: "changes", Footer: true, Listed: true},
	{Path: "sitemap/", Kind: KindSitemap, Name: "sitemap", Footer: true, Listed: true},
	{Path: IndexFiles, Kind: KindSearch, Name: "search"},
	{Path: NotFound, Kind: KindNotFound},
	{Path: Feed},
	{Path: HomePicture},
	{Path: Embeds, Framed: true},
	{Path: Charts, Shared: true},
	{Path: Assets, Shared: true},
	{Path: Files, Shared: true},
	{Path: DataFiles, Shared: true},
	{Path: AllJSON, Shared: true},
	{Path: AllCSV, Shared: true},
	{Path: AllXLSX, Shared: true},
	{Path: AllPackage, Shared: true},
	{Path: AllZIP, Shared: true},
	{Path: TasksCSV, Shared: true},
	{Path: TasksJSON, Shared: true},
	{Path: Sitemap, Shared: true},
	{Path: Robots, Shared: true},
	{Path: Headers, Shared: true},
	{Path: Mark, Shared: true},
	{Path: Manifest, Shared: true},
}

// MostChanges is how many changes the page of changes and the feed list.
const MostChanges = 200

// Places lists what every site has, in the order of the menu.
func Places() []Place { return places[:] }

// Edition is the front of the report of a year or plan: 2024/, 2021-2025/.
func Edition(e *model.Edition) string { return e.Period.String() + "/" }

// Print is a whole report on one page.
func Print(e *model.Edition) string { return Edition(e) + printName + "/" }

// Compare is the targets of a report beside those of the report before.
func Compare(e *model.Edition) string { return Edition(e) + compareName + "/" }

const (
	printName   = "print"
	compareName = "compare"
)

// Before is the report of the period before, which [Compare] needs; nil where the site
// has none.
func Before(site *model.Site, e *model.Edition) *model.Edition {
	for _, other := range site.Editions {
		if other.Period == e.Period.Previous() {
			return other
		}
	}
	return nil
}

// Section is a section of a report.
func Section(s *model.Section) string { return s.Ref() + "/" }

// Option is the file with the options of a chart for the browser.
func Option(chart string) string { return Charts + chart + ".json" }

// Picture is the picture of an indicator's page for other sites.
func Picture(i *model.Indicator) string { return Indicator(i) + "share.png" }

// Indicator is the page of an indicator.
func Indicator(i *model.Indicator) string { return "indicators/" + i.ID + "/" }

// Embed is an indicator's chart for the frame of another site.
func Embed(i *model.Indicator) string { return Embeds + i.ID + "/" }

// Data is a data file of an indicator by its ending, such as ".csv".
func Data(i *model.Indicator, ending string) string { return DataFiles + i.ID + ending }

// Prose is a page beside the report.
func Prose(p *model.Page) string { return p.ID + "/" }

// Commitment is the row of a commitment on its page.
func Commitment(c *model.Commitment) string { return "commitments/#" + CommitmentID(c) }

// CommitmentID is the id of a commitment's row; its prefix keeps it apart from
// the other ids of the page.
func CommitmentID(c *model.Commitment) string { return "task-" + c.ID }

// Folder is where the pages of a site's second language lie.
func Folder(l model.Lang) string { return folders[l] }

var folders = map[model.Lang]string{model.Chinese: "zh/", model.English: "en/"}
