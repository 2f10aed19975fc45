const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that narrow whatever they stand beside: conditions, exceptions, prices, kinds of use and of people. */
const NARROWING = words(
  'not none never only except excepted without unless exclude excludes excluded excluding exclusive exclusively excepting minus ' +
    'free paid pay pays payment payable fee fees royalty royalties cent cents dollar dollars euro euros price prices priced revenue revenues turnover ' +
    'territory territories outside invalid expires expire expired expiry ends until sunset trial evaluation demo ' +
    'production commercial commercially noncommercial nonprofit profit personal private internal academic research educational education teaching schools ' +
    'students universities subscriber subscribers customer customers seat seats military defence defense weapon weapons surveillance police government governments ' +
    'arbitration court courts jurisdiction agree agrees forbidden forbid forbids prohibited prohibit banned ban sell sells sale resale rent lend ' +
    'must shall condition conditions conditional subject limited limit limits restricted restriction restrictions mandatory owe owes owed lose loses revocable revoked terminates evil',
)
/** Words that may narrow a licence where nothing says that the remark only points somewhere. */
const SPEAKING = words(
  'region regions worldwide within valid hosting hosted hoster hosters provider providers cloud vendor vendors competitor competitors company companies ' +
    'employee employees employer members member user users licensee licensees ' +
    'derivatives output outputs training train trained contribution contributions belong belongs grant grants granted permissions permit permits permitted ' +
    'allowed allow allows use used usage using copy copies copying distribute modify embed embedding right reserve reserves patent patents claim claims assert asserts ' +
    'fonts sounds brand brands should need needs needed require requires required key keys activation notify report display shown show shows visible attribution due ' +
    'section sections clause clauses paragraph good lawful ethical changes',
)
/** An address or a file: a remark with one points there. */
const POINTER = /https?:|www\.|@\w|\b[\w-]+\.(?:md|txt|html?|py|js|ts|c|h|rs|go|java|toml|json|ya?ml)\b/i
/** What offers one of several licences. */
const OFFERS_CHOICE =
  /\b(?:dual|multi) ?licensed\b|\b(?:either|any|one) (?:of (?:these|the|them)|license|licence)\b|\b(?:use|choose|pick) (?:either|any|one)\b|\bat your (?:option|choice)\b/
/** What says that a licence follows, holds for something, or where it stands. */
const POINTS_AT_LICENCE =
  /\b(?:licensed|released|distributed|available|provided|covered) (?:to you )?(?:for use )?(?:under|by|with|as)\b|\b(?:following|below|this) (?:is )?(?:the )?(?:\w+ ){0,4}licen[sc]e\b|^(?:please )?(?:see|read|refer)\b/
/** English sentences hold some of these; a few words of another language hold none. */
const ENGLISH = words(
  'the of and to in or a an is are was were be been by this that these those for with it its on at as from all any we you your our us i if will would can has have had do does did than then so but into out up about more most other new here there what which who when where how',
)
const PROGRAM =
  /[`{}=$|;#]|\w\(|=>|\s--?\w|^\s*(?:import|from|include|def|class|var|let|const|int|void)\b|\b(?:npm|pip3?|npx|yarn|pnpm|cargo|apt|apt-get|brew|docker|conda|gem|git|make|cmake|sudo|curl|go get)\s/
const WORD = /[\p{L}\p{M}]+/gu
const LATIN = /^[\p{sc=Latin}\p{M}]+$/u
const SMALL = words('of the and for by in on at to a an de la du der die das van von y e et und & s')
const LONGEST_FOREIGN_NAME = 5
/** What a Chinese, Japanese or Korean line names is a firm or an institute when it ends so. */
const FIRM = /^[^。，,.禁限不可商用]{2,30}(?:公司|研究院|研究所|大学|大學|株式会社|회사)\W*$/u
const FEWEST_FOREIGN = 3

/**
 * Whether a remark beside a licence may narrow what it grants, as far as its words tell: one that speaks of who, where, when,
 * for what or for how much, or one that is not English. A name, a version, a line of code is none.
 */
export function mayRestrict(sentence: readonly string[], written: string): boolean {
  const found = written.match(WORD) ?? []
  const foreign = found.filter((word) => !LATIN.test(word)).reduce((sum, word) => sum + [...word].length, 0)
  if (foreign > LONGEST_FOREIGN_NAME && !FIRM.test(written)) return true
  // One word, such as a heading, says nothing of anybody.
  if (found.length < 2 || isName(found)) return false
  if (OFFERS_CHOICE.test(sentence.join(' '))) return false
  if (
    sentence[0] === 'no' ||
    (sentence.length < 6 && sentence.includes('no')) ||
    /\bmay\b/.test(written) ||
    sentence.some((word) => NARROWING.has(word))
  )
    return true
  if (POINTER.test(written) || POINTS_AT_LICENCE.test(sentence.join(' '))) return false
  if (sentence.some((word) => SPEAKING.has(word))) return true
  const plain = found.filter((word) => /^\p{L}\p{Ll}+$/u.test(word))
  const isUntold = plain.length >= FEWEST_FOREIGN && !sentence.some((word) => ENGLISH.has(word))
  return isUntold && !PROGRAM.test(written)
}

/** Capitals, with small words between them. */
function isName(found: readonly string[]): boolean {
  return found.every(
    (word) =>
      SMALL.has(word) ||
      (/^\p{Lu}/u.test(word) && !NARROWING.has(word.toLowerCase()) && !SPEAKING.has(word.toLowerCase())),
  )
}
