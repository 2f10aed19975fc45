import type { Queryable } from '#lib/db/client.ts'
import type { TextSearch } from '../schema.ts'
import { licencesSaying, type TermSaid } from '../term-search.ts'
import { listShasByVerdict, listTextsMatching } from './current-identifications.ts'
import { type ListedText, listTexts } from './find-texts.ts'
import { asksForWords, type ClauseHit, searchClauses } from './search-clauses.ts'

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
  unheld: TermSaid[]
  /** The words that were asked for stand in every text, so that nothing was searched for by them. */
  isOnlyCommonWords: boolean
}

/** Held texts by words of a clause, by what their licence says on a term, or both; a term is read only where a text matches. */
export async function searchTexts(
  db: Queryable,
  { q, term, value, verdict }: TextSearch,
  page: { offset: number; limit: number },
): Promise<FoundTexts> {
  const said = term === undefined ? null : licencesSaying(term, value)
  const saidBy = new Map(said?.map((one) => [one.licenceId, one]))
  const matching = said === null ? null : await listTextsMatching(db, [...saidBy.keys()])
  const held = new Set(matching?.values())
  const unheld = (said ?? []).filter((one) => !held.has(one.licenceId))
  const saidOf = (sha: string) => saidBy.get(matching?.get(sha) ?? '') ?? null
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

async function shasWith(
  db: Queryable,
  matching: ReadonlyMap<string, string> | null,
  verdict: TextSearch['verdict'],
): Promise<string[] | null> {
  const shas = matching === null ? null : [...matching.keys()]
  if (verdict === undefined) return shas
  return listShasByVerdict(db, verdict, shas)
}
