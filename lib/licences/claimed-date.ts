/** A date that a text gives itself: what it claims, not when it came to be. */
export interface ClaimedDate {
  /** As it stands in the text: `Release Date: September 19, 2024`. */
  words: string
  /** `2024-09-19`, or `2024-09` where no day is named. */
  on: string
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')
const DATE = String.raw`(?:(?<month>${MONTH})\s+(?:(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?<year>(?:19|20)\d\d)|(?<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?<month2>${MONTH}),?\s+(?<year2>(?:19|20)\d\d)|(?<year3>(?:19|20)\d\d)-(?<month3>\d\d)(?:-(?<day3>\d\d))?)`
const SAYS = String.raw`(?:release\s+date|last\s+(?:modified|updated|revised)|effective(?:\s+(?:date|as\s+of))?|updated?|dated?|version(?:\s+[\d.]+)?)`
const LABELLED = new RegExp(String.raw`\b${SAYS}\s*[:,]?\s*(?:on\s+|as\s+of\s+)?${DATE}`, 'i')
const BARE = new RegExp(String.raw`^\W*${DATE}\W*$`, 'im')

/** What opens a text; a date further on is a date of something else. */
const OPENING = 2_500

/** The date by which a text calls itself; null where its opening names none. */
export function claimedDate(text: string): ClaimedDate | null {
  const opening = text.slice(0, OPENING)
  const match = LABELLED.exec(opening) ?? BARE.exec(opening)
  if (!match?.groups) return null
  const { year, year2, year3, month, month2, month3, day, day2, day3 } = match.groups
  const number = month3 ?? String(monthNumber(month ?? month2 ?? '')).padStart(2, '0')
  const named = day ?? day2 ?? day3
  const on = [year ?? year2 ?? year3, number, ...(named === undefined ? [] : [named.padStart(2, '0')])].join('-')
  return { words: match[0].replaceAll(/\s+/g, ' ').trim(), on }
}

function monthNumber(word: string): number {
  const start = word.toLowerCase().replace('.', '').slice(0, 3)
  return MONTHS.findIndex((name) => name.startsWith(start)) + 1
}
