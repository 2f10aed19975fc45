import { z } from 'zod'
import type { ShiftModel } from './api-shift.ts'
import { CONFIDENCES } from './dataset-shape.ts'

/** A model with the claims about it that count, as the rule's facts are read from them. */
export interface ClaimedModel {
  ref: string
  kind: ShiftModel['kind']
  publisher: string | null
  baseRef: string | null
  claims: readonly { property: string; value: unknown; confidence: string }[]
}

const confidence = z.enum(CONFIDENCES)
const counterpart = z.object({
  relation: z.enum([
    'none',
    'unknown',
    'flagship_above',
    'larger_sibling_of',
    'closed_successor_of',
    'closed_upgrade_of',
    'hosted_version_of',
    'weights_followed',
    'open_relative_later',
  ]),
  repo: z.string().nullable(),
})

/** The facts of the API-shift rule from a model's claims; what is not claimed is null. `refOfRepo` finds a model by its name on the hub. */
export function shiftModelOf(model: ClaimedModel, refOfRepo: (repo: string) => string | null): ShiftModel {
  const claim = (property: string) => model.claims.find((candidate) => candidate.property === property)
  const word = (property: string) => z.string().safeParse(claim(property)?.value).data ?? null
  const sureness = (property: string) => confidence.safeParse(claim(property)?.confidence).data ?? null
  const relation = counterpart.safeParse(claim('counterpart')?.value).data
  return {
    ref: model.ref,
    kind: model.kind,
    publisher: model.publisher,
    lineage: word('lineage'),
    generation: word('generation'),
    baseRef: model.baseRef,
    confidence: sureness('weights'),
    counterpart: relation
      ? {
          relation: relation.relation,
          toRef: relation.repo === null ? null : refOfRepo(relation.repo),
          confidence: sureness('counterpart'),
        }
      : null,
  }
}
