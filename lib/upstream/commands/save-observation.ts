import type { Prisma } from '#generated/prisma/client.ts'
import { type AuditEntry, record } from '#lib/audit/record.ts'
import { projectModels } from '#lib/catalogue/commands/project-models.ts'
import { recordObservedClaims } from '#lib/catalogue/commands/record-observed-claims.ts'
import type { Tx } from '#lib/db/client.ts'
import { newId } from '#lib/db/new-id.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { isDoubtful, type PlannedChange } from '../change.ts'
import type { HubEvidence } from '../hub-client.ts'
import { isSeen, PARSER_VERSION, type RepositoryState, standing, stateHash } from '../repository-state.ts'
import { seenSummary } from '../sighting.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'
import type { FetchedFile } from './read-repository.ts'
import { keepFiles, recordSeenRevision } from './record-revision.ts'
import { clearPassedSuspicions } from './settle-changes.ts'

export interface ObservationToSave {
  lookId: string
  sourceId: string
  repository: { id: string; modelId: string; hubObjectId: string | null }
  /** The observation before this one; null for the first. */
  previous: { id: string; state: RepositoryState; since: Date } | null
  state: RepositoryState
  evidence: HubEvidence
  fetched: FetchedFile[]
  identifications: ReadonlyMap<string, Identification>
  /** Changes found against the previous observation, or the release; none within a baseline. */
  changes: PlannedChange[]
}

/** Puts one repository's observation on record with everything that follows from it, whole or not at all. Answers how many changes it made. */
export async function saveObservation(ctx: UpstreamCtx, given: ObservationToSave): Promise<number> {
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    await keepFiles(tx, given.fetched, now)
    const { repository, state, identifications, evidence } = given
    if (isSeen(state)) {
      await recordSeenRevision(
        tx,
        { modelId: repository.modelId, repositoryId: repository.id, state, identifications, seenAt: evidence.at },
        now,
      )
    }
    const observationId = newId(given.evidence.at.getTime())
    await tx.observation.create({ data: observationRow(observationId, given) })
    await clearPassedSuspicions(tx, ctx, repository.id, { id: observationId, state })
    await recordChanges(tx, ctx, given, observationId)
    await projectState(tx, given, observationId)
    await recordObservedClaims(
      tx,
      given.repository.modelId,
      observedFacts(given.state),
      observationId,
      given.evidence.at,
    )
    await projectModels(
      tx,
      [given.repository.modelId],
      new Map([[given.repository.modelId, seenSummary(given.state, given.identifications, given.evidence.at)]]),
      now,
    )
    await tx.touched.create({ data: { kind: 'model', id: given.repository.modelId, at: now } })
    return given.changes.length
  })
}

function observationRow(id: string, given: ObservationToSave): Prisma.ObservationUncheckedCreateInput {
  const { state, evidence } = given
  return {
    id,
    lookId: given.lookId,
    repositoryId: given.repository.id,
    at: evidence.at,
    outcome: isSeen(state) ? 'seen' : state.access,
    status: evidence.status,
    url: evidence.url,
    etag: evidence.etag,
    bodySha: evidence.bodySha256,
    stateHash: stateHash(state),
    state: { ...state } as Prisma.InputJsonObject,
    parserVersion: PARSER_VERSION,
    previousId: given.previous?.id ?? null,
  }
}

async function recordChanges(tx: Tx, ctx: UpstreamCtx, given: ObservationToSave, observationId: string): Promise<void> {
  const { repository, state, evidence, previous, changes } = given
  const together = changes.map((change) => change.kind)
  const audit: AuditEntry[] = []
  for (const { kind, before, after, part, beforeObservationId } of changes) {
    const id = newId(evidence.at.getTime())
    await tx.change.create({
      data: {
        id,
        kind,
        modelId: repository.modelId,
        repositoryId: repository.id,
        beforeObsId: beforeObservationId ?? previous?.id ?? null,
        afterObsId: observationId,
        grade: 'observed',
        detail: { before, after, part } as Prisma.InputJsonObject,
        observedAt: evidence.at,
        dedupKey: `${repository.id} ${previous?.id ?? 'first'} ${observationId} ${kind} ${part}`,
        recordedAt: ctx.clock.now(),
        statuses: {
          create: { status: isDoubtful(kind, together) ? 'suspected' : 'confirmed', at: evidence.at, observationId },
        },
      },
    })
    const commit = isSeen(state) ? state.commit : null
    audit.push({
      action: 'change.recorded',
      object: { kind: 'change', id },
      modelRef: commit === null ? state.name : `${state.name}@${commit}`,
      after: { kind, model: state.name },
    })
  }
  await record(tx, ctx, ...audit)
}

async function projectState(tx: Tx, given: ObservationToSave, observationId: string): Promise<void> {
  const state = standing(given.state)
  const isSame = given.previous !== null && standing(given.previous.state) === state
  const data = {
    sourceId: given.sourceId,
    name: given.state.name,
    state,
    since: isSame && given.previous ? given.previous.since : given.evidence.at,
    observationId,
    lastSeenLookId: given.lookId,
    lastSeenAt: given.evidence.at,
  }
  await tx.repositoryState.upsert({
    where: { repositoryId: given.repository.id },
    create: { repositoryId: given.repository.id, ...data },
    update: data,
  })
}

function observedFacts(state: RepositoryState): Record<string, string | number | null> {
  if (!isSeen(state)) return {}
  return { task: state.task, paramsTotalB: state.parameters === null ? null : Math.round(state.parameters / 1e7) / 100 }
}
