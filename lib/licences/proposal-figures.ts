const SCALE: ReadonlyMap<string, number> = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

/** A figure such as `700 million` or `100,000,000`; null where it is none. */
export function figureOf(digits: string | undefined, scale: string | undefined): number | null {
  if (digits === undefined) return null
  const plain = Number(digits.replaceAll(',', ''))
  const factor = scale === undefined ? 1 : (SCALE.get(scale.toLowerCase()) ?? 1)
  const figure = plain * factor
  return Number.isSafeInteger(figure) && figure > 0 ? figure : null
}

const FIGURE = String.raw`(\d[\d,.]{0,14}\d|\d)\s?(thousand|million|billion)?`
const USERS = new RegExp(`${FIGURE} (?:or more )?monthly active users`)
const MONEY = String.raw`(?:us ?\$|usd|\$|u\.s\. dollars|us dollars|dollars)`
const MONEY_FIRST = new RegExp(`${MONEY} ?${FIGURE}`, 'g')
const MONEY_LAST = new RegExp(`${FIGURE} ?${MONEY}`, 'g')

/** The monthly active users a clause names. */
export function usersIn(words: string): number | null {
  const match = USERS.exec(words)
  return match ? figureOf(match[1], match[2]) : null
}

/** The amounts of US dollars a clause names, each with what is said right after it. */
export function dollarsIn(words: string): { amount: number; after: string }[] {
  return [...words.matchAll(MONEY_FIRST), ...words.matchAll(MONEY_LAST)].flatMap((match) => {
    const amount = figureOf(match[1], match[2])
    const end = match.index + match[0].length
    return amount === null ? [] : [{ amount, after: words.slice(end, end + 90) }]
  })
}

const PLACES: readonly [code: string, words: RegExp][] = [
  ['EU', /\beuropean union\b/],
  ['GB', /\bunited kingdom\b/],
  ['KR', /\b(?:south korea|republic of korea)\b/],
  ['CN', /\b(?:mainland china|people's republic of china)\b/],
  ['US', /\bunited states\b/],
  ['RU', /\brussia/],
  ['IR', /\biran\b/],
  ['KP', /\bnorth korea\b/],
]

/** The places a clause names, by their codes. */
export function placesIn(words: string): string[] {
  return PLACES.flatMap(([code, pattern]) => (pattern.test(words) ? [code] : []))
}
