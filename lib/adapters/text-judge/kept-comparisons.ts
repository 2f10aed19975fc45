import { createHash } from 'node:crypto'
import type { KnownIds, TextComparison } from '#lib/licences/licence-diff.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import { ok } from '#lib/shared/outcome.ts'

const MOST_KEPT = 64
/** Clauses of a comparison that is still worth its memory. */
const MOST_CLAUSES = 5_000

/** The same judge, with the comparisons asked for last kept: two texts never change, so neither does what differs. */
export function keptComparisons(judge: TextJudge): TextJudge {
  const kept = new Map<string, TextComparison>()
  return {
    ...judge,
    async compare(before, after, known) {
      const key = keyOf(before, after, known)
      const found = kept.get(key)
      if (found !== undefined) {
        kept.delete(key)
        kept.set(key, found)
        return ok(found)
      }
      const outcome = await judge.compare(before, after, known)
      if (outcome.ok && outcome.value.clauses.length <= MOST_CLAUSES) kept.set(key, outcome.value)
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break
        kept.delete(oldest)
      }
      return outcome
    },
  }
}

function keyOf(before: string, after: string, known?: KnownIds): string {
  const hash = (text: string) => createHash('sha256').update(text, 'utf16le').digest('base64')
  return JSON.stringify([hash(before), hash(after), known?.beforeId ?? null, known?.afterId ?? null])
}
