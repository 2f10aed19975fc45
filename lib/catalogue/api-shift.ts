import { type CounterpartRelation, isProof } from './counterpart.ts'
import type { Confidence } from './dataset-shape.ts'
import { compareGenerations } from './generation.ts'

/** One model as the rule sees it. `ref` is whatever the caller tells models apart by. */
export interface ShiftModel {
  ref: string
  kind: 'weights' | 'api_only' | 'own_build'
  publisher: string | null
  lineage: string | null
  generation: string | null
  /** The model this one was made from; own builds and derivatives without a place of their own stand where it stands. */
  baseRef: string | null
  /** How surely its existence was read. */
  confidence: Confidence | null
  counterpart: { relation: CounterpartRelation; toRef: string | null; confidence: Confidence | null } | null
}

export interface ShiftEvidence {
  ref: string
  relation: CounterpartRelation | 'runs'
  toRef: string | null
  confidence: Confidence
}

export interface ApiOnlyAhead {
  fires: boolean
  because: 'runs-api-only' | 'newest-generation-closed-above' | 'closed-successor' | null
  /** The generation that decided; null where the model in use decided alone, or nothing could be decided. */
  newestGeneration: string | null
  /** False where lineage or generation of the model in use is not known: then "does not fire" says nothing. */
  isJudged: boolean
  evidence: ShiftEvidence[]
}

type Placed = ShiftModel & { generation: string }

const SUCCEEDS: ReadonlySet<CounterpartRelation> = new Set(['closed_successor_of', 'closed_upgrade_of'])
const STANDS_ABOVE: ReadonlySet<CounterpartRelation> = new Set(['flagship_above', 'larger_sibling_of'])
// Where the whole generation is closed, a product of it counts unless it is tied to weights that exist. `weights_followed`
// counts here: as long as no weights of the generation are known, they have not followed yet.
const OWN_WEIGHTS: ReadonlySet<CounterpartRelation> = new Set(['hosted_version_of', 'open_relative_later'])
const WITHOUT_SUCCESSION: ReadonlySet<string> = new Set(['auxiliary', 'other'])

/**
 * Whether the model in use is API-only, or the newest generation of its lineage closed above it: one of its API-only products
 * stands above or succeeds the lineage's open models, or the generation has no weights at all. A hosted version of open weights
 * never counts, nor do weights that followed, unknown relations, or anything read only uncertainly. A retired product still
 * counts, since its weights never came. Hand in only what was known on the day asked about.
 */
export function apiOnlyAhead(inUse: ShiftModel, known: readonly ShiftModel[]): ApiOnlyAhead {
  if (inUse.kind === 'api_only') {
    const evidence: ShiftEvidence = {
      ref: inUse.ref,
      relation: 'runs',
      toRef: null,
      confidence: inUse.confidence ?? 'uncertain',
    }
    return { fires: true, because: 'runs-api-only', newestGeneration: null, isJudged: true, evidence: [evidence] }
  }
  const place = placeOf(inUse, known)
  if (!place?.generation || !place.lineage || WITHOUT_SUCCESSION.has(place.lineage)) return quiet(null, false)

  const line = known.filter(
    (model): model is Placed =>
      model.publisher === place.publisher && model.lineage === place.lineage && isPlaced(model) && isCertain(model),
  )
  const newest =
    line
      .map((model) => model.generation)
      .sort(compareGenerations)
      .at(-1) ?? null
  if (newest === null || compareGenerations(place.generation, newest) > 0) return quiet(newest, true)

  const latest = line.filter((model) => model.generation === newest)
  const closed = latest.filter((model) => model.kind === 'api_only')
  const successors = closed.filter((model) => model.counterpart && SUCCEEDS.has(model.counterpart.relation))
  if (successors.length > 0) return fires('closed-successor', newest, successors)

  const isWhollyClosed = latest.every((model) => model.kind === 'api_only')
  const above = closed.filter(({ counterpart }) => {
    if (!counterpart) return false
    return STANDS_ABOVE.has(counterpart.relation) || (isWhollyClosed && !OWN_WEIGHTS.has(counterpart.relation))
  })
  return above.length > 0 ? fires('newest-generation-closed-above', newest, above) : quiet(newest, true)
}

/** Weights count when they surely exist; a product only when its relation to the open models is stated surely as well. */
function isCertain(model: ShiftModel): boolean {
  if (model.confidence !== 'verified' && model.confidence !== 'likely') return false
  if (model.kind !== 'api_only') return model.kind === 'weights'
  return model.counterpart !== null && isProof(model.counterpart.relation, model.counterpart.confidence)
}

function isPlaced(model: ShiftModel): model is Placed {
  return model.generation !== null
}

function placeOf(model: ShiftModel, known: readonly ShiftModel[]): ShiftModel | null {
  const seen = new Set<string>()
  let at: ShiftModel | undefined = model
  while (at && !seen.has(at.ref)) {
    if (at.lineage && at.generation) return at
    seen.add(at.ref)
    const base: string | null = at.baseRef
    at = base === null ? undefined : known.find((candidate) => candidate.ref === base)
  }
  return null
}

function quiet(newestGeneration: string | null, isJudged: boolean): ApiOnlyAhead {
  return { fires: false, because: null, newestGeneration, isJudged, evidence: [] }
}

function fires(
  because: NonNullable<ApiOnlyAhead['because']>,
  newestGeneration: string,
  products: readonly ShiftModel[],
): ApiOnlyAhead {
  const evidence = products.flatMap((product): ShiftEvidence[] => {
    const { counterpart } = product
    if (!counterpart?.confidence) return []
    return [
      {
        ref: product.ref,
        relation: counterpart.relation,
        toRef: counterpart.toRef,
        confidence: counterpart.confidence,
      },
    ]
  })
  return { fires: true, because, newestGeneration, isJudged: true, evidence }
}
