import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { decodeText } from '../licence-text.ts'
import { CLAUSE_SPLITTER, type TextClause, textClauses } from '../text-clauses.ts'

const TEXTS_AT_ONCE = 20

/** Keeps the clauses of a text for the search, in the place of those an older splitter made. */
export async function keepClauses(tx: Tx, textSha: string, rows: readonly TextClause[]): Promise<void> {
  await tx.textClause.deleteMany({ where: { textSha, splitter: { not: CLAUSE_SPLITTER } } })
  // One statement with a list per column: thousands of clauses go in at once, and a look waits for none of them.
  await tx.$executeRaw`
    insert into text_clauses (text_sha, splitter, n, section, start, "end", body)
    select ${textSha}, ${CLAUSE_SPLITTER}, clause.* from unnest(
      ${rows.map((row) => row.n)}::int[], ${rows.map((row) => row.section)}::text[], ${rows.map((row) => row.start)}::int[],
      ${rows.map((row) => row.end)}::int[], ${rows.map((row) => row.body)}::text[]
    ) clause
    on conflict do nothing`
}

/** Splits every held text that has no clauses of the present splitter yet; run again, it finds nothing left to do. */
export async function indexClauses(ctx: Ctx): Promise<{ texts: number }> {
  let texts = 0
  for (let after = ''; ; ) {
    const waiting = await ctx.db.$queryRaw<{ sha256: string }[]>`
      select t.sha256 from licence_texts t
      where t.sha256 > ${after}
        and not exists (select 1 from text_clauses c where c.text_sha = t.sha256 and c.splitter = ${CLAUSE_SPLITTER})
      order by t.sha256 limit ${TEXTS_AT_ONCE}`
    for (const { sha256 } of waiting) if (await indexText(ctx, sha256)) texts += 1
    const last = waiting.at(-1)
    if (last === undefined) return { texts }
    after = last.sha256
  }
}

async function indexText(ctx: Ctx, sha256: string): Promise<boolean> {
  const blob = await ctx.db.blob.findUnique({ where: { sha256 }, select: { bytes: true } })
  const decoded = blob === null ? null : decodeText(blob.bytes)
  // Bytes that are no text have no clauses; they are looked at again at the next start, which costs little.
  if (decoded === null || 'refused' in decoded) return false
  await ctx.transaction((tx) => keepClauses(tx, sha256, textClauses(decoded.text)))
  return true
}
