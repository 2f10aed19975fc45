import type { Identification } from '#lib/licences/identify.ts'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { findTextContent, listIdentifications } from '#lib/licences/queries/texts.ts'
import { agreementOf, textShasOf } from '../agreement.ts'
import type { PlannedChange } from '../change.ts'
import { diffObservations } from '../diff-observations.ts'
import { isSeen, type RepositoryState } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import type { KnownRepository } from './known-repositories.ts'
import type { RepositoryReading } from './read-repository.ts'

interface Difference {
  repository: KnownRepository
  before: RepositoryState | null
  after: RepositoryState
  reading: RepositoryReading | null
  isReRegistered: boolean
}

/** As many commits as one page of the hub gives: enough to tell a long pause from a rewritten history. */
const COMMITS_ASKED = 1000

/** What changed between two observations, with the judgements that need texts. Within a baseline nothing is a change. */
export async function findPlannedChanges(
  ctx: UpstreamCtx,
  look: { isBaseline: boolean },
  { repository, before, after, reading, isReRegistered }: Difference,
): Promise<{ changes: PlannedChange[]; identifications: ReadonlyMap<string, Identification>; requests: number }> {
  const identifications = await listIdentifications(ctx.db, [
    ...textShasOf(after),
    ...(before ? textShasOf(before) : []),
  ])
  for (const file of reading?.fetched ?? []) if (file.text) identifications.set(file.sha256, file.text.identification)
  if (look.isBaseline) return { changes: [], identifications, requests: 0 }
  if (before === null) {
    const commit = isSeen(after) ? after.commit : null
    return {
      changes: [
        {
          kind: isReRegistered ? 're_registered' : 'released',
          before: null,
          after: { name: after.name, commit },
          part: '',
        },
      ],
      identifications,
      requests: 0,
    }
  }
  const history = await readHistory(ctx, repository, before, after)
  const changes = diffObservations(before, after, {
    agreement: {
      before: agreementOf(before, identifications).agreement,
      after: agreementOf(after, identifications).agreement,
    },
    isHistoryRewritten: history.isRewritten,
  })
  return {
    changes: await Promise.all(changes.map((change) => withLevel(ctx, change, reading, identifications))),
    identifications,
    requests: history.requests,
  }
}

async function readHistory(
  ctx: UpstreamCtx,
  repository: KnownRepository,
  before: RepositoryState,
  after: RepositoryState,
): Promise<{ isRewritten: boolean; requests: number }> {
  if (
    !isSeen(before) ||
    !isSeen(after) ||
    before.commit === null ||
    after.commit === null ||
    before.commit === after.commit
  )
    return { isRewritten: false, requests: 0 }
  const answer = await ctx.hub.listCommits(after.name || repository.name, { limit: COMMITS_ASKED })
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
