import type { Queryable } from '#lib/db/client.ts'
import { episodeValues } from '#lib/policy/episode-values.ts'
import { ruleVersionSchema } from '#lib/policy/rule.ts'
import { type FindingText, findingText } from '#lib/policy/sentences.en.ts'

/** What a finding says, by the newest of its episodes. */
export interface FindingWords extends FindingText {
  ruleVersion: number
  /** Where the licence says it. */
  section: string | null
  /** When the values were seen. */
  asOf: Date
}

/** What each finding says, from the rule version its newest episode cites and the values that were seen then. */
export async function listFindingWords(
  db: Queryable,
  findingIds: readonly string[],
): Promise<Map<string, FindingWords>> {
  const episodes = await db.findingEpisode.findMany({
    where: { findingId: { in: [...findingIds] } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    include: { ruleVersion: { select: { body: true } } },
  })
  return new Map(
    episodes.map((episode) => {
      const rule = ruleVersionSchema.parse(episode.ruleVersion.body)
      const seen = episodeValues.parse(episode.values)
      const words = findingText(rule, seen.because, seen.values)
      return [episode.findingId, { ...words, ruleVersion: rule.version, section: seen.section, asOf: episode.openedAt }]
    }),
  )
}
