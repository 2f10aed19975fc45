import type { Queryable } from '#lib/db/client.ts'
import type { TextSearch } from '../schema.ts'
import { doesSay, licencesSaying, type ShippedTerm, type TermSaid } from '../term-search.ts'
import { termValue } from '../terms.ts'
import { listShasByVerdict, listTextsMatching } from './current-identifications.ts'
import { type ListedText, listTexts } from './find-texts.ts'
import { loadEffectiveReadings } from './readings.ts'
import { asksForWords, type ClauseHit, searchClauses } from './search-clauses.ts'
import { listIdentifications } from './texts.ts'

/** A held text that a search found. */
export interface FoundText {
  text: ListedText
  /** What its licence says on the term that was asked for; null where none was. */
  said: TermSaid | null
  /** Empty where no words were asked for. */
  clauses: ClauseHit[]
  clausesFound: number
}

export interface FoundTexts {
  items: FoundText[]
  total: number
  /** Licences that say what was asked for and of which no text is held; empty where no term was asked for. */
  unheld: ShippedTerm[]
  /** The words that were asked for stand in every text, so that nothing was searched for by them. */
  isOnlyCommonWords: boolean
}

/** Held texts by words of a clause, by what they are read to say on a term, or both; what a person concluded of a text goes before the shipped reading. */
export async function searchTexts(
  db: Queryable,
  { q, term, value, verdict }: TextSearch,
  page: { offset: number; limit: number },
): Promise<FoundTexts> {
  const shipped = term === undefined ? [] : licencesSaying(term, value)
  const matching = term === undefined ? null : await listTextsSaying(db, term, value, shipped)
  const held = new Set([...(matching?.values() ?? [])].map((said) => said.licenceId))
  const unheld = shipped.filter((one) => !held.has(one.licenceId))
  const saidOf = (sha: string) => matching?.get(sha) ?? null
  const isWorded = q !== undefined && (await asksForWords(db, q))
  if (q !== undefined && !isWorded) return { items: [], total: 0, unheld, isOnlyCommonWords: true }
  if (q === undefined) {
    const { texts, total } = await listTexts(db, {
      shas: matching === null ? null : [...matching.keys()],
      verdict,
      page,
    })
    const items = texts.map((text) => ({ text, said: saidOf(text.sha256), clauses: [], clausesFound: 0 }))
    return { items, total, unheld, isOnlyCommonWords: false }
  }
  const shas = await shasWith(db, matching, verdict)
  const hits = await searchClauses(db, { q, textShas: shas, page })
  const all = { offset: 0, limit: page.limit }
  const { texts } = await listTexts(db, { shas: hits.texts.map((hit) => hit.sha256), verdict: undefined, page: all })
  const bySha = new Map(texts.map((text) => [text.sha256, text]))
  const items = hits.texts.flatMap(({ sha256, clauses, found }) => {
    const text = bySha.get(sha256)
    return text ? [{ text, said: saidOf(sha256), clauses, clausesFound: found }] : []
  })
  return { items, total: hits.total, unheld, isOnlyCommonWords: false }
}

/** The held texts that say this of a term: as their licence was read, or as a person concluded of the text itself. */
async function listTextsSaying(
  db: Queryable,
  term: string,
  value: string | undefined,
  shipped: readonly ShippedTerm[],
): Promise<Map<string, TermSaid>> {
  const byLicence = new Map(shipped.map((one) => [one.licenceId, one]))
  const found = new Map<string, TermSaid>()
  for (const [sha, licenceId] of await listTextsMatching(db, [...byLicence.keys()])) {
    const said = byLicence.get(licenceId)
    if (said) found.set(sha, said)
  }
  const concluded = await db.readingTerm.findMany({
    where: { term, reading: { status: 'concluded' } },
    select: { reading: { select: { textSha: true } } },
  })
  const shas = [...new Set(concluded.map((one) => one.reading.textSha))]
  if (shas.length === 0) return found
  const identifications = await listIdentifications(db, shas)
  const read = await loadEffectiveReadings(db, shas)
  for (const sha256 of shas) {
    const identification = identifications.get(sha256) ?? null
    const one = read({ sha256, identification }).terms.find((effective) => effective.term === term)
    if (one?.basis !== 'concluded') continue
    const cell = { value: termValue(one.value), section: one.section, confidence: one.confidence }
    const words = one.concluded?.sentence
    const isSaid = cell.value !== null && (value === undefined || doesSay(cell.value, value))
    if (!isSaid) found.delete(sha256)
    else {
      found.set(sha256, {
        licenceId: identification?.licenceId ?? null,
        term,
        cell: words == null ? cell : { ...cell, evidence: words },
        by: one.concluded?.by ?? null,
      })
    }
  }
  return found
}

async function shasWith(
  db: Queryable,
  matching: ReadonlyMap<string, TermSaid> | null,
  verdict: TextSearch['verdict'],
): Promise<string[] | null> {
  const shas = matching === null ? null : [...matching.keys()]
  if (verdict === undefined) return shas
  return listShasByVerdict(db, verdict, shas)
}
