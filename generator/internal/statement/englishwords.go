package statement

import "regexp"

// Where sentences and clauses of an English text end; a number has no end within it.
var (
	stopMark   = regexp.MustCompile(`[.;!?](?:\s|$)|\n`)
	clauseMark = regexp.MustCompile(`[,:;](?:\s|$)|\s(?:while|whereas)\s|\s—\s|\s–\s`)
	andMark    = regexp.MustCompile(`^[,;]?\s*(?:and|as well as|with|plus|while|whereas|but)\s+|^[,;]\s*`)
)

// Words of change. A rate is what they stand beside.
const (
	risingWords = `growth increase rise grow grew grown growing rose risen expand expanded up gain inflation`
	fallingNoun = `drop reduction decrease decline`
	fallingVerb = `declined fall fell cut reduce reduced lower lowered down`
)

var (
	growthNoun   = matches(englishWord(risingWords + " " + fallingNoun + " declined fall fell cut reduce lower"))
	fallNoun     = matches(englishWord(fallingNoun + " " + fallingVerb))
	growthBehind = matches(`^\s*`, englishWord("growth increase rise "+fallingNoun))
	// change are nouns for a rate itself; toLevel stands before what something comes to.
	change    = matches(englishWord("growth inflation"))
	toLevel   = regexp.MustCompile(`(?i)\b(?:to|at|below|above|under|near)\s+(?:(?:about|around|nearly|almost|at least|more than|less than|over|under|below|above)\s+)*$`)
	shareNoun = matches(englishWord(`rate share ratio proportion percentage coverage`))
)

// Words that say that a figure was reached, or is to be reached.
var (
	pastEn = matches(englishWord(`last-year reached grew rose fell was were totaled totalled stood-at increased decreased declined achieved
		completed exceeded amounted registered recorded added created expanded dropped went had opened built trained renovated planted
		launched delivered issued attracted eased slowed climbed jumped surged edged narrowed widened improved advanced shrank contracted
		connected`))
	nextEn = matches(englishWord(`will to-be aim target strive striving plan planned expect expected goal this-year-we should shall must
		ensure keep raise by-20\d\d is-to are-to projected seek to-reach to-grow to-rise to-create to-add to-build`))
	lastYearEn = matches(englishWord(`last-year the-past-year over-the-year`))
)

// What is no part of a name: before it, behind it, and from where on.
var (
	edgeBefore = matches(`^`, englishWord(`the an? our its their this-year's we it is are was were will shall should to be that which
		in on of for by and also with keep keeping hold maintain achieve achieving realize ensure aim aims aiming target targets set at
		reach strive seek secure raise bring lift last-year this-year in-20\d\d by-20\d\d by-the-end-of-20\d\d as-follows main goals?
		are-as-follows total a-total-of see including some further around about during-the-year for-the-year overall annual next
		first second third make deliver complete government cut reduce lower increase`), `[\s:,]*`)
	edgeAfter = matches(`[\s,:]*`, englishWord(`the an? is are was were will shall should to be been by of at in with and has have had
		reached reach reaching stood stand totaled totalled total exceeded exceed rose rise grew grow growth increase increased
		increasing fell fall declined decline decreased drop dropped kept keep remain remained amounted came expand expanded that
		target within about around from another for it up down cut reduced lowered raised brought year-on-year compared stay below
		above over hit hits went registered recorded posted set aimed eased slowed climbed jumped surged edged narrowed widened improved advanced shrank
		contracted bringing bring extended rises grows falls stands reaches projected expected
		forecast planned band range`), `$`)
	cutRight = matches(`\s`, englishWord(`this-year last-year in-20\d\d by-20\d\d by-the-end over-the year-on-year from-last compared
		than because due despite after amid while which that was were is are will have has been through with and to at from across during within on as under per-annum annually so`), `.*$`)
)

// What stands before a figure of another time or place, and before how far a target was
// passed.
var (
	baseEn   = regexp.MustCompile(`(?i)\b(?:from|compared (?:with|to)|than|versus|against)\s*$`)
	passedEn = regexp.MustCompile(`(?i)\b(?:exceed(?:ed|s)?|surpass(?:ed|es)?|miss(?:ed|es)?|above|below|beat)\s+(?:the\s+|its\s+|their\s+|our\s+)?(?:annual\s+)?(?:target|plan|budget|goal)\b`)
)

// What a figure is of, behind it.
var (
	inWhat = regexp.MustCompile(`(?i)^\s*(?:of|in|for|on|to)\s+(?:the\s+|its\s+|our\s+)?(.+)$`)
	ofWhat = regexp.MustCompile(`(?i)^\s*of\s+(?:the\s+|new\s+)?(.+)$`)
)

// A noun at the end of a figure, which is its unit, and a verb without one.
var (
	things     = regexp.MustCompile(`[a-z]{3,}s$|people$`)
	participle = regexp.MustCompile(`^[a-z]+ed$`)
)

// Names by what they say about a figure: people are counted, less is better, a band is
// best, it is a state and no flow.
var (
	personsEn = regexp.MustCompile(`(?i)jobs|people|population|persons|residents|workers|students|pupils|visitors|tourists|arrivals|teachers|nurses|doctors|farmers|children|patients|women|trainees|staff`)
	downEn    = regexp.MustCompile(`(?i)unemployment|energy (?:consumption|use|intensity)|emission|deficit|debt|pm2\.5|concentration|mortality|accident|intensity|inflation rate|waste`)
	bandEn    = regexp.MustCompile(`(?i)consumer price|\bcpi\b|inflation`)
	stockEn   = regexp.MustCompile(`(?i)total number|number of|outstanding|loans|deposits|population|stock|reserve|balance|capacity|per capita|households? with|length`)
)
