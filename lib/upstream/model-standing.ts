/** What the newest look at a model's repository found. */
export interface ModelSighting {
  modelId: string
  repositoryId: string
  sourceId: string
  /** What the hub calls it. */
  name: string
  state: string
  since: Date
  lastSeenAt: Date
  observationId: string
}

/** As much of a source as a model's standing needs. */
export interface WatchedSource {
  id: string
  owner: string
  endpoint: string
  health: 'fresh' | 'stale' | 'failing' | 'never-looked'
  since: Date | null
  lastGood: { endedAt: Date } | null
}

/** Whether what was seen is current; `at` is the last look when fresh, else since when it is not. */
export interface Currency {
  state: 'fresh' | 'stale' | 'failing'
  at: Date
}

export type ModelStanding =
  /** A product without weights, or a build of one's own: there is no repository to look at. */
  | { kind: 'nowhere' }
  /** No source watches the place it would stand at, or none was looked at yet. */
  | { kind: 'never-looked' }
  /** The whole list of its owner was read, and it was not in it. */
  | { kind: 'not-listed'; at: Date; freshness: Currency; source: string }
  | {
      kind: 'seen'
      state: string
      since: Date
      lastSeenAt: Date
      freshness: Currency
      source: string
    }

/** How a model stands at its hub, and how current that is; what nobody looked at is never taken for fine. */
export function modelStanding(
  model: { kind: string; registry: string; name: string },
  sighting: ModelSighting | null,
  sources: readonly WatchedSource[],
): ModelStanding {
  if (sighting) {
    const source = sources.find((candidate) => candidate.id === sighting.sourceId)
    return {
      kind: 'seen',
      state: sighting.state,
      since: sighting.since,
      lastSeenAt: sighting.lastSeenAt,
      freshness: currencyOf(sighting.lastSeenAt, source ?? null),
      source: source ? `${source.endpoint}/${sighting.name}` : sighting.name,
    }
  }
  if (model.kind !== 'weights' || model.registry !== 'hf') return { kind: 'nowhere' }
  const owner = model.name.split('/')[0]
  const source = sources.find((candidate) => candidate.owner === owner)
  if (!source?.lastGood) return { kind: 'never-looked' }
  const at = source.lastGood.endedAt
  return { kind: 'not-listed', at, freshness: currencyOf(at, source), source: `${source.endpoint}/${source.owner}` }
}

function currencyOf(seenAt: Date, source: WatchedSource | null): Currency {
  // Nobody watches the place any more: what was seen last only gets older.
  if (source === null) return { state: 'stale', at: seenAt }
  if (source.health === 'failing' || source.health === 'stale') {
    return { state: source.health, at: source.since ?? seenAt }
  }
  return { state: 'fresh', at: seenAt }
}
