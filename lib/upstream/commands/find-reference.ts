import type { Queryable } from '#lib/db/client.ts'
import type { ChangeKind } from '../change.ts'
import { readState } from '../queries/state-shape.ts'
import { listOpenSuspicions, type OpenSuspicion } from '../queries/suspicions.ts'
import { isSeen, type SeenState } from '../repository-state.ts'
import { stillHolds } from '../settle.ts'
import type { KnownRepository } from './known-repositories.ts'

const HIDING: ChangeKind[] = ['withheld', 'disabled']
const OF_LICENCES: readonly ChangeKind[] = ['licence_text_changed', 'licence_removed']
const OF_WEIGHTS: readonly ChangeKind[] = ['revised', 'emptied']

/** What an observation is compared with. */
export interface Reference {
  /** The last state that could be seen, with what was only suspected to be gone put back. */
  state: SeenState
  /** Whether the repository was hidden for certain since, so that being seen is a return. */
  isReturn: boolean
  /** The observation that showed what a change of this kind starts from. */
  observationOf(kind: ChangeKind): string
}

/**
 * Finds what a seen state has to be compared with: never a hidden state, which shows nothing, and never what a suspicion that
 * is over took away. Null where the repository was never seen.
 */
export async function findReference(
  db: Queryable,
  repository: KnownRepository,
  after: SeenState,
): Promise<Reference | null> {
  const { last } = repository
  if (last === null) return null
  const seen = isSeen(last.state) ? { ...last, state: last.state } : await newestSeen(db, repository.id)
  if (seen === null) return null
  const passed = (await listOpenSuspicions(db, repository.id)).filter((one) => stillHolds(one.kind, after) === false)
  const [emptied, removed] = [named(passed, 'emptied'), named(passed, 'licence_removed')]
  return {
    state: restored(seen.state, emptied, removed),
    isReturn: !isSeen(last.state) && !(await wasOnlySuspected(db, repository.id, passed, seen.since)),
    observationOf(kind) {
      const origin = OF_LICENCES.includes(kind) ? removed : OF_WEIGHTS.includes(kind) ? emptied : undefined
      return origin?.beforeObservationId ?? seen.id
    },
  }
}

function named(suspicions: readonly OpenSuspicion[], kind: ChangeKind): OpenSuspicion | undefined {
  return suspicions.find((one) => one.kind === kind)
}

function restored(state: SeenState, emptied?: OpenSuspicion, removed?: OpenSuspicion): SeenState {
  if (state.files === null || (emptied === undefined && removed === undefined)) return state
  return {
    ...state,
    files: {
      ...state.files,
      weights: emptied?.weights ?? state.files.weights,
      licences: removed ? [...state.files.licences, ...removed.licences] : state.files.licences,
    },
  }
}

async function newestSeen(
  db: Queryable,
  repositoryId: string,
): Promise<{ id: string; state: SeenState; since: Date } | null> {
  const row = await db.observation.findFirst({
    where: { repositoryId, outcome: 'seen' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const state = row === null ? null : readState(row.state)
  return row !== null && state !== null && isSeen(state) ? { id: row.id, state, since: row.at } : null
}

/** A hiding that nobody confirmed has not happened, unless another before it was confirmed. */
async function wasOnlySuspected(
  db: Queryable,
  repositoryId: string,
  passed: readonly OpenSuspicion[],
  seenAt: Date,
): Promise<boolean> {
  if (!passed.some((one) => HIDING.includes(one.kind))) return false
  const confirmed = await db.change.count({
    where: {
      repositoryId,
      kind: { in: HIDING },
      observedAt: { gte: seenAt },
      statuses: { some: { status: 'confirmed' } },
    },
  })
  return confirmed === 0
}
