import { z } from 'zod'
import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import { type EpisodeValues, episodeValues } from '#lib/policy/episode-values.ts'
import { END_REASONS, type EndReason } from '#lib/policy/finding.ts'
import {
  RULE_EFFECTS,
  type RuleEffect,
  type RuleVersion,
  ruleVersionSchema,
  SEVERITIES,
  type Severity,
} from '#lib/policy/rule.ts'
import { type FindingText, findingText } from '#lib/policy/sentences.en.ts'

export interface Episode extends Pick<EpisodeValues, 'section' | 'values'> {
  id: string
  openedAt: Date
  /** What opened it: registered, changed, upstream, rules. */
  openedBecause: string
  ruleVersion: number
  deploymentVersion: number
  end: { at: Date; because: EndReason } | null
}

export interface FindingDecision {
  id: string
  comment: string
  by: string
  at: Date
}

/** A finding with its rule, its episodes, newest first, and what people said about it, newest first. */
export interface FindingOnRecord extends FindingText {
  id: string
  severity: Severity
  effect: RuleEffect
  isOpen: boolean
  since: Date
  decidedAt: Date | null
  /** The rule version the newest episode cites. */
  rule: RuleVersion
  deployment: { id: string; name: string; version: number; isRetired: boolean }
  team: { id: string; slug: string; name: string }
  model: { id: string; name: string }
  newest: Episode
  episodes: Episode[]
  decisions: FindingDecision[]
}

/** One finding by its id, if the reader may know of it. */
export async function findFinding(db: Queryable, scope: Scope, id: string): Promise<FindingOnRecord | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.finding.findFirst({
    where: { id, ...withinScope(scope) },
    include: {
      current: true,
      deployment: { include: { current: true, team: true } },
      episodes: {
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        include: { end: true, ruleVersion: { select: { n: true, body: true } } },
      },
      decisions: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
    },
  })
  const [last] = row?.episodes ?? []
  if (!row?.current || !row.deployment.current || !last) return null
  const { current, deployment } = row
  const seen = episodeValues.parse(last.values)
  const rule = ruleVersionSchema.parse(last.ruleVersion.body)
  const episodes = row.episodes.map((episode): Episode => {
    const { section, values } = episodeValues.parse(episode.values)
    return {
      id: episode.id,
      section,
      values,
      openedAt: episode.openedAt,
      openedBecause: episode.because,
      ruleVersion: episode.ruleVersion.n,
      deploymentVersion: episode.deploymentVersion,
      end: episode.end && { at: episode.end.endedAt, because: z.enum(END_REASONS).parse(episode.end.because) },
    }
  })
  const [newest] = episodes
  if (!newest) return null
  return {
    ...findingText(rule, seen.because, seen.values),
    id: row.id,
    severity: z.enum(SEVERITIES).parse(current.severity),
    effect: z.enum(RULE_EFFECTS).parse(current.outcome),
    isOpen: current.isOpen,
    since: current.since,
    decidedAt: current.decidedAt,
    rule,
    deployment: {
      id: deployment.id,
      name: deployment.current?.name ?? deployment.slug,
      version: deployment.current?.n ?? 1,
      isRetired: deployment.current?.isRetired ?? false,
    },
    team: { id: deployment.team.id, slug: deployment.team.slug, name: deployment.team.name },
    model: { id: current.modelId, name: deployment.current?.modelName ?? current.modelId },
    newest,
    episodes,
    decisions: row.decisions.map(({ id: decisionId, comment, personName, at }) => ({
      id: decisionId,
      comment,
      by: personName,
      at,
    })),
  }
}
