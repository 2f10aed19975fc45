import termsFile from './data/licence-terms.json' with { type: 'json' }
import type { ReadTerms, TermsRow } from './terms.ts'

export interface ReadTerm {
  key: string
  question: string
  /** The value in words; null where nobody has read the term. */
  value: string | null
  /** Where the text says it; null where it is silent or not read. */
  section: string | null
  confidence: 'high' | 'medium' | 'low' | 'none'
  /** Words of the text itself. */
  evidence: string | null
  note: string | null
}

const PARTS: Readonly<Record<string, string>> = {
  mau: 'monthly active users',
  revenueUsdMonthly: 'US dollars of revenue a month',
  revenueUsdYearlyOver: 'US dollars of revenue a year, over',
  excluded: 'left out',
  internalUseExempt: 'own internal use exempt',
  of: 'for',
}

function plain(code: string): string {
  return code
    .replaceAll('_', ' ')
    .replace(/\bip\b/, 'IP')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
}

function said(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(said).join(', ')
  return String(value).replaceAll('_', ' ')
}

/** A value as the table of terms explains it: its code, and what the code stands for. */
function explained(value: string, meanings: ReadonlyMap<string, unknown>): string {
  const meaning = meanings.get(value)
  // “None: no” says less than “no”.
  if (value === 'none' && typeof meaning === 'string') return meaning
  return typeof meaning === 'string' && meaning !== plain(value) ? `${plain(value)}: ${meaning}` : plain(value)
}

function valueText(value: unknown, meanings: ReadonlyMap<string, unknown>): string {
  if (typeof value === 'string') return explained(value, meanings)
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === 'string' ? explained(one, meanings) : said(one))).join('; ')
  }
  if (typeof value !== 'object' || value === null) return said(value)
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${PARTS[name] ?? plain(name)}: ${said(part)}`)
    .join('; ')
}

const MEANINGS: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map(
  termsFile.terms.map(({ key, values }) => [key, new Map<string, unknown>(Object.entries(values))]),
)

/** A term's value in words. */
export function termText(term: string, value: unknown): string {
  return valueText(value, MEANINGS.get(term) ?? new Map())
}

/** Every term of a licence as it was read, in the order of the questions; one nobody read is there, and says so. */
export function readTerms(row: ReadTerms): ReadTerm[] {
  return termsFile.terms.map(({ key, question, values }) => {
    const cell = row.terms[key]
    const value = cell?.value ?? null
    return {
      key,
      question,
      value: value === null ? null : valueText(value, new Map(Object.entries(values))),
      section: cell?.section ?? null,
      confidence: cell?.confidence ?? 'none',
      evidence: cell?.evidence ?? null,
      note: cell?.note ?? null,
    }
  })
}

/** Where the copy that was read came from, as far as that was kept. */
export function termsSource({ source }: TermsRow): { says: string; isRehosted: boolean } {
  const { repo, path, commit, note, rehosted } = source
  const place = [repo, path].filter((part) => typeof part === 'string').join(' ')
  const at = typeof commit === 'string' ? ` at ${commit.slice(0, 8)}` : ''
  const more = typeof note === 'string' ? note : ''
  return { says: [`${place}${at}`.trim(), more].filter(Boolean).join('; '), isRehosted: rehosted === true }
}
