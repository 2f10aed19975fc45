import type { Identification } from '#lib/licences/identify.ts'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { findTextContent, listIdentifications } from '#lib/licences/queries/texts.ts'
import { agreementOf, textShasOf } from '../agreement.ts'
import type { PlannedChange } from '../change.ts'
import { diffObservations } from '../diff-observations.ts'
import { isSeen, type RepositoryState, type SeenState, standing } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import { findReference } from './find-reference.ts'
import type { KnownRepository } from './known-repositories.ts'
import type { RepositoryReading } from './read-repository.ts'

interface Difference {
  repository: KnownRepository
  after: RepositoryState
  reading: RepositoryReading | null
  isReRegistered: boolean
}

/** As many commits as one page of the hub gives: enough to tell a long pause from a rewritten history. */
const COMMITS_ASKED = 1000

interface Found {
  changes: PlannedChange[]
  identifications: ReadonlyMap<string, Identification>
  requests: number
}

/** What changed since the last observation, with the judgements that need texts. Within a baseline nothing is a change. */
export async function findPlannedChanges(
  ctx: UpstreamCtx,
  look: { isBaseline: boolean },
  { repository, after, reading, isReRegistered }: Difference,
): Promise<Found> {
  const identifications = await identificationsOf(ctx, after, reading)
  const found = (changes: PlannedChange[], requests = 0): Found => ({ changes, identifications, requests })
  if (look.isBaseline) return found([])
  const { last } = repository
  // What was never seen has not been taken away: it is told when it can be seen.
  if (!isSeen(after)) return found(last === null ? [] : diffObservations(last.state, after, NO_FILES))
  const reference = await findReference(ctx.db, repository, after)
  if (reference === null) {
    const kind = isReRegistered ? 're_registered' : 'released'
    return found([{ kind, before: null, after: { name: after.name, commit: after.commit }, part: '' }])
  }
  const before = reference.state
  const known = new Map([...(await listIdentifications(ctx.db, textShasOf(before))), ...identifications])
  const history = await readHistory(ctx, before, after)
  const changes = diffObservations(before, after, {
    agreement: { before: agreementOf(before, known).agreement, after: agreementOf(after, known).agreement },
    isHistoryRewritten: history.isRewritten,
  }).map((change) => ({ ...change, beforeObservationId: reference.observationOf(change.kind) }))
  const returned = reference.isReturn && last !== null ? [returnOf(last.state, after)] : []
  const levelled = await Promise.all(changes.map((change) => withLevel(ctx, change, reading, known)))
  return found([...returned, ...levelled], history.requests)
}

const NO_FILES = {
  agreement: { before: 'not-comparable', after: 'not-comparable' },
  isHistoryRewritten: false,
} as const

function returnOf(hidden: RepositoryState, after: RepositoryState): PlannedChange {
  return { kind: 'returned', before: standing(hidden), after: standing(after), part: '' }
}

async function identificationsOf(
  ctx: UpstreamCtx,
  state: RepositoryState,
  reading: RepositoryReading | null,
): Promise<Map<string, Identification>> {
  const found = await listIdentifications(ctx.db, textShasOf(state))
  for (const file of reading?.fetched ?? []) if (file.text) found.set(file.sha256, file.text.identification)
  return found
}

async function readHistory(
  ctx: UpstreamCtx,
  before: SeenState,
  after: SeenState,
): Promise<{ isRewritten: boolean; requests: number }> {
  if (before.commit === null || after.commit === null || before.commit === after.commit)
    return { isRewritten: false, requests: 0 }
  const answer = await ctx.hub.listCommits(after.name, { limit: COMMITS_ASKED })
  const commits = answer.notModified ? [] : answer.value
  // A full page may end before the old commit: only a history read to its end proves that it is gone.
  const isWhole = commits.length > 0 && commits.length < COMMITS_ASKED
  return {
    isRewritten: isWhole && !commits.some((commit) => commit.id === before.commit),
    requests: answer.evidence.requests,
  }
}

/** Adds how much of a licence text changed, at the level that was shown. */
async function withLevel(
  ctx: UpstreamCtx,
  change: PlannedChange,
  reading: RepositoryReading | null,
  identifications: ReadonlyMap<string, Identification>,
): Promise<PlannedChange> {
  if (change.kind !== 'licence_text_changed') return change
  const [before, after] = [shaOf(change.before), shaOf(change.after)]
  if (before === null || after === null) return change
  const fresh = reading?.fetched.find((file) => file.sha256 === after)?.text?.text
  const [was, is] = [await findTextContent(ctx.db, before), fresh ?? (await findTextContent(ctx.db, after))]
  if (was === null || is === null) return change
  const named = (sha: string) => identifications.get(sha)?.licenceId ?? null
  const { level } = compareTexts(was, is, { beforeId: named(before), afterId: named(after) })
  return {
    ...change,
    after: {
      ...(typeof change.after === 'object' && change.after !== null && !Array.isArray(change.after)
        ? change.after
        : {}),
      level,
    },
  }
}

function shaOf(value: PlannedChange['before']): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return typeof value['sha256'] === 'string' ? value['sha256'] : null
}
