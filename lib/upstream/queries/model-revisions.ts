import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'

const declarationShape = z.object({
  license: z.union([z.string(), z.array(z.string())]).nullable(),
  licenseName: z.string().nullable(),
  licenseLink: z.string().nullable(),
  tags: z.array(z.string()),
})

export type RawDeclaration = z.infer<typeof declarationShape>

export interface RevisionBinding {
  id: string
  revisionId: string
  basis: 'declared' | 'identified' | 'concluded'
  /** What the card said, untouched; null unless declared. */
  declaration: RawDeclaration | null
  textSha: string | null
  licenceId: string | null
  /** What the text was identified as; null where there is no text. */
  identification: Identification | null
  /** Why and by whom; null unless a person concluded it. */
  concluded: { reason: string; by: string } | null
  validFrom: Date
  recordedAt: Date
}

export interface RevisionText {
  path: string
  sha256: string
  at: Date
  identification: Identification | null
}

export interface ModelRevision {
  /** Of what a look has seen, where one has. */
  id: string
  kind: 'commit' | 'provider_snapshot' | 'digest'
  value: string
  /** A look has seen it; otherwise somebody named it and nobody saw it. */
  isObserved: boolean
  /** The hub's date of the commit; null where it said none. */
  committedAt: Date | null
  recordedAt: Date
  texts: RevisionText[]
  /** On each basis the newest first: the first one counts. */
  bindings: RevisionBinding[]
}

/** Every exact version of a model on record, newest first, with its licence texts and what governs it on which basis. */
export async function listModelRevisions(db: Queryable, modelId: string): Promise<ModelRevision[]> {
  const rows = await db.revision.findMany({
    where: { modelId },
    include: {
      sightings: { orderBy: { path: 'asc' } },
      bindings: { orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] },
    },
    orderBy: [{ committedAt: { sort: 'desc', nulls: 'last' } }, { recordedAt: 'desc' }, { value: 'desc' }],
  })
  const shas = rows.flatMap((row) => [
    ...row.sightings.map((text) => text.textSha),
    ...row.bindings.flatMap((binding) => binding.textSha ?? []),
  ])
  const identifications = await listIdentifications(db, [...new Set(shas)])
  // Somebody may have named a commit before a look saw it: two facts, one revision.
  return [...Map.groupBy(rows, (row) => `${row.kind} ${row.value}`).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    return [
      {
        id: (same.find((row) => row.knowledge === 'observed') ?? first).id,
        kind: first.kind,
        value: first.value,
        isObserved: same.some((row) => row.knowledge === 'observed'),
        committedAt: same.find((row) => row.committedAt !== null)?.committedAt ?? null,
        recordedAt: new Date(Math.min(...same.map((row) => row.recordedAt.getTime()))),
        texts: same.flatMap((row) =>
          row.sightings.map(({ path, textSha, at }) => ({
            path,
            sha256: textSha,
            at,
            identification: identifications.get(textSha) ?? null,
          })),
        ),
        bindings: same.flatMap((row) =>
          row.bindings.map((binding) => ({
            id: binding.id,
            revisionId: row.id,
            basis: binding.basis,
            declaration: declarationShape.safeParse(binding.rawDeclaration).data ?? null,
            textSha: binding.textSha,
            licenceId: binding.licenceId,
            identification: binding.textSha === null ? null : (identifications.get(binding.textSha) ?? null),
            concluded:
              binding.basis === 'concluded'
                ? { reason: binding.reason ?? '', by: binding.recordedByName ?? 'somebody' }
                : null,
            validFrom: binding.validFrom,
            recordedAt: binding.recordedAt,
          })),
        ),
      },
    ]
  })
}
