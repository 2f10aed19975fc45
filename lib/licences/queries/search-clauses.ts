import { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import { MARK_END, MARK_START, type MarkedWords, markedWords } from '../marked-words.ts'

/** A clause that holds the words that were asked for. */
export interface ClauseHit {
  section: string | null
  /** Place of the whole clause in the decoded text. */
  start: number
  end: number
  /** The words around, with those that were asked for marked. */
  snippet: MarkedWords[]
}

export interface TextHits {
  sha256: string
  /** The best few, in the order of the text. */
  clauses: ClauseHit[]
  /** How many clauses of the text hold the words. */
  found: number
}

export interface ClauseSearch {
  q: string
  /** Only clauses of these texts; null for those of all. */
  textShas: readonly string[] | null
  page: { offset: number; limit: number }
}

const CLAUSES_SHOWN = 3
const HEADLINE = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxFragments=2, MaxWords=50, MinWords=25, FragmentDelimiter=" … "`

interface Row {
  sha256: string
  found: number
  texts: number
  section: string | null
  start: number
  end: number
  headline: string
}

/** Whether a search asks for any word at all: words that stand in every text are not searched for. */
export async function asksForWords(db: Queryable, q: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ n: number }[]>`select numnode(websearch_to_tsquery('english', ${q})) as n`
  return (row?.n ?? 0) > 0
}

/** The texts with a clause that holds the words, the best first, each with its best clauses; `total` counts all such texts. */
export async function searchClauses(
  db: Queryable,
  { q, textShas, page }: ClauseSearch,
): Promise<{ texts: TextHits[]; total: number }> {
  const asked = Prisma.sql`websearch_to_tsquery('english', ${q})`
  const among = textShas === null ? Prisma.sql`true` : Prisma.sql`text_sha = any(${[...textShas]}::text[])`
  const rows = await db.$queryRaw<Row[]>`
    with hits as (
      select text_sha, n, ts_rank(to_tsvector('english', body), ${asked}) as rank
      from text_clauses where to_tsvector('english', body) @@ ${asked} and ${among}
    ), placed as (
      select text_sha, n, rank, row_number() over (partition by text_sha order by rank desc, n)::int as place,
        count(*) over (partition by text_sha)::int as found
      from hits
    ), texts as (
      select text_sha, found, rank as best, count(*) over ()::int as texts from placed where place = 1
      order by rank desc, found desc, text_sha limit ${page.limit} offset ${page.offset}
    )
    select t.text_sha as sha256, t.found, t.texts, c.section, c.start, c."end",
      ts_headline('english', translate(c.body, ${MARK_START + MARK_END}, '  '), ${asked}, ${HEADLINE}) as headline
    from texts t
    join placed p on p.text_sha = t.text_sha and p.place <= ${CLAUSES_SHOWN}
    join text_clauses c on c.text_sha = p.text_sha and c.n = p.n
    order by t.best desc, t.found desc, t.text_sha, c.n`
  const texts = [...Map.groupBy(rows, (row) => row.sha256)].map(([sha256, clauses]) => ({
    sha256,
    found: clauses[0]?.found ?? 0,
    clauses: clauses.map(({ section, start, end, headline }) => ({
      section,
      start,
      end,
      snippet: markedWords(headline),
    })),
  }))
  return { texts, total: rows[0]?.texts ?? (page.offset === 0 ? 0 : await countTextsWith(db, q, textShas)) }
}

async function countTextsWith(db: Queryable, q: string, textShas: readonly string[] | null): Promise<number> {
  const among = textShas === null ? Prisma.sql`true` : Prisma.sql`text_sha = any(${[...textShas]}::text[])`
  const [row] = await db.$queryRaw<{ texts: number }[]>`
    select count(distinct text_sha)::int as texts from text_clauses
    where to_tsvector('english', body) @@ websearch_to_tsquery('english', ${q}) and ${among}`
  return row?.texts ?? 0
}
