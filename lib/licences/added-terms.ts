const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that bind or free somebody. */
const DEMANDS = words(
  'must shall prohibited forbidden forbids prohibits prohibit forbid solely only except unless restricted restriction restrictions ' +
    'condition conditions conditioned obligation obligations obliged agree agrees consent indemnify waive terminate terminates terminated ' +
    'notwithstanding revoke revokes revoked revocation owe owes pay pays means governs governed void exceed exceeds exceeding cannot mandatory entitled exclude excludes excluded excluding provided subject additional supersede supersedes override overrides bound binding responsible responsibility risk undertake undertakes withhold comply complies',
)
const ALLOWANCES = words(
  'may not permitted permission permissions allowed allow allows grant grants granted require required requires requirement waived exempt free without no',
)
/** What only a licence speaks of. */
const LEGAL_THINGS = words(
  'software program licensor licensee licensees sublicense redistribute redistributed redistribution redistributions distribute distributed distribution ' +
    'derivative derivatives commercial commercially noncommercial royalty royalties attribution revenue revenues trademark trademarks patent patents warranty liability ' +
    'copies copyright rights license licenses sell sale resale resell weights military surveillance weapons weapon evil monetary compensation fee fees charge charged customer customers agreement terms governmental government',
)
/** What a licence speaks of among other things. */
const COMMON_THINGS = words(
  'use used uses using usage user users copy code model models output outputs work works product products service services name names display displayed display credit ' +
    'credits train training modify modified modification modifications publish published share shared company companies organization organizations employees person persons ' +
    'money beer income profit profits turnover country countries research academic education educational purpose purposes file files source materials notice notices fork forks author authors',
)

/** Words of legal prose: a few of them in one sentence make a clause, whatever it says. */
const REGISTER = words(
  'license licensed licensor licensee agreement terms term conditions rights right hereby herein hereunder hereof thereof thereto therein pursuant party parties ' +
    'person entity organization behalf provider recipient contributor contributors warranty warranties liability liable damages implied express merchantability ' +
    'copyright copyrights patent patents trademark trademarks distribute distribution reproduce modify modification derivative work works acquire acquiring government notice notices',
)
const FEWEST_REGISTER = 4

/** What tells prose about a program from prose about rights. */
const TECHNICAL =
  /[`{}=$|]|\w\(|=>|\s--?\w|\b(?:npm|pip|npx|configs?|configuration|functions?|methods?|parameters?|arguments?|apis?|nodejs|browsers?|python|javascript|typescript|strings?|arrays?|imports?|callbacks?|regex|cli|json|html|css|plugins?|stdout|runtime)\b/i
/** Whoever is spoken of by these is bound or freed, however technical the words around. */
const PEOPLE = words(
  'company companies organization organizations employees users customers model models outputs output commercial anyone anybody nobody revenue government military',
)
/** A sentence that speaks of a contract is part of one. */
const CONTRACTS = words('agreement agreements contract contracts licensee licensees licensor licensors eula')

/**
 * Whether a sentence beside a licence may bind or free somebody further: what it says then changes the licence. Of a
 * sentence about how a program works, only words about rights count.
 */
export function mayAddTerms(sentence: readonly string[], written = ''): boolean {
  let demands = 0
  let allowances = 0
  let legal = 0
  let common = 0
  const register = new Set<string>()
  for (const word of sentence) {
    if (REGISTER.has(word)) register.add(word)
    if (DEMANDS.has(word)) demands++
    else if (ALLOWANCES.has(word)) allowances++
    else if (LEGAL_THINGS.has(word)) legal++
    else if (COMMON_THINGS.has(word)) common++
  }
  if (sentence.includes('noncommercial') || isPurposeOnly(sentence)) return true
  if (register.size >= FEWEST_REGISTER) return true
  if (sentence.some((word, at) => word === 'long' && sentence[at + 1] === 'as')) demands++
  if (sentence.some((word, at) => CONTRACTS.has(word) || (word === 'commons' && sentence[at + 1] === 'clause')))
    return true
  const isTechnical = TECHNICAL.test(written) && !sentence.some((word) => PEOPLE.has(word))
  if (isTechnical) return demands + allowances > 0 && legal > 0
  return (demands > 0 && legal + common > 0) || (allowances > 0 && legal > 0) || (allowances > 1 && common > 0)
}

/** `for research purposes`, `personal use`: said without a verb it still limits what a licence grants. */
function isPurposeOnly(sentence: readonly string[]): boolean {
  return sentence.some((word, at) => {
    const next = sentence[at + 1] ?? ''
    const isPurpose = [
      'research',
      'academic',
      'personal',
      'educational',
      'commercial',
      'evaluation',
      'internal',
    ].includes(word)
    return isPurpose && ['use', 'purpose', 'purposes', 'only'].includes(next)
  })
}

const FOREIGN = words(
  'de la que el los las del por para una un con no se der die das und nicht oder ist von zu mit den dem ein eine le les des est une dans pour sur qui par il che di per sono ' +
    'o os da do em não uma и в не на или с по het een van voor niet op te och att som är inte jest nie oraz lub ve bir bu için',
)

/** Whether words are not English enough to say what they demand. */
export function isForeign(sentence: readonly string[]): boolean {
  if (sentence.length < 12) return false
  let foreign = 0
  let isOther = 0
  for (const word of sentence) {
    if (FOREIGN.has(word)) foreign++
    if (/[\u{250}-\u{200f}\u{2028}-\u{10ffff}]/u.test(word)) isOther++
  }
  return foreign > sentence.length * 0.12 || isOther > sentence.length * 0.3
}

const TITLE_THINGS = words('license licenses agreement terms')
/** Words by which any line says so, whether or not it speaks of a licence. */
const CHANGED = words(
  'modified modification customized custom unofficial translation translated amended amendment addendum',
)
/** Words by which a title says that what follows is not the plain licence. */
const OTHER_TITLES = words(
  'modified modification custom variant noncommercial commercial research community extended enhanced proprietary restricted derived based adapted amended ' +
    'amendment additional addendum translation translated unofficial draft commons except exception restrictions rider supplemental supplementary ' +
    'apache mit bsd gpl lgpl agpl gnu mozilla mpl eclipse epl cddl artistic cc creative boost zlib isc unlicense openrail rail llama qwen gemma deepseek falcon mistral yi',
)
const LONGEST_TITLE = 14

/** Whether a line names a licence and is not the name of this one. */
export function isOtherTitle(line: readonly string[], ownName: ReadonlySet<string>): boolean {
  if (line.length > LONGEST_TITLE) return false
  if (line.some((word) => CHANGED.has(word) && !ownName.has(word))) return true
  if (!line.some((word) => TITLE_THINGS.has(word))) return false
  return line.some((word) => OTHER_TITLES.has(word) && !ownName.has(word))
}

const FAMILIES = words(
  'apache mit bsd gnu mozilla mpl eclipse epl cddl artistic cc0 zlib isc unlicense wtfpl openrail rail llama qwen gemma deepseek falcon mistral',
)
const LICENSING = words('license licenses licensed licensing relicensed sublicensed')

/** Whether a sentence says that something stands under a licence other than those found beside it. */
export function namesOtherLicence(sentence: readonly string[], ownNames: ReadonlySet<string>): boolean {
  const isGnu = ownNames.has('gnu')
  if (!isGnu && sentence.some((word) => /^[al]?gpl(?:v?\d|$)/.test(word))) return true
  if (!sentence.some((word) => LICENSING.has(word))) return false
  return sentence.some((word) => FAMILIES.has(word) && !ownNames.has(word))
}
