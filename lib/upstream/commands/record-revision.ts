import type { Tx } from '#lib/db/client.ts'
import { bind } from '#lib/licences/commands/bind.ts'
import { recordSightings } from '#lib/licences/commands/record-sightings.ts'
import { recordText } from '#lib/licences/commands/record-text.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { declarationOf } from '../agreement.ts'
import type { SeenState } from '../repository-state.ts'
import { governingOf } from '../sighting.ts'
import type { FetchedFile } from './read-repository.ts'

/** Keeps the bytes a look or a question fetched: texts with what they were identified as, cards as they came. */
export async function keepFiles(tx: Tx, fetched: readonly FetchedFile[], now: Date): Promise<void> {
  for (const file of fetched) {
    if (file.text !== null) await recordText(tx, file.text, now)
    const blob = {
      sha256: file.sha256,
      bytes: Buffer.from(file.bytes),
      size: file.bytes.length,
      mediaType: 'text/markdown',
      recordedAt: now,
    }
    await tx.blob.createMany({ data: [blob], skipDuplicates: true })
    await tx.gitObject.createMany({
      data: [{ oid: file.oid, sha256: file.sha256, recordedAt: now }],
      skipDuplicates: true,
    })
  }
}

export interface SeenRevision {
  modelId: string
  /** Null where the revision was asked for by name and its repository is no part of a source. */
  repositoryId: string | null
  state: SeenState
  identifications: ReadonlyMap<string, Identification>
  seenAt: Date
}

/** Puts a revision that was seen on record with its texts and what governs it; answers its row, null without a commit. */
export async function recordSeenRevision(tx: Tx, seen: SeenRevision, now: Date): Promise<string | null> {
  const { state, identifications, seenAt } = seen
  if (state.commit === null) return null
  const committedAt = state.lastModifiedAt === null ? null : new Date(state.lastModifiedAt)
  const key = { modelId: seen.modelId, kind: 'commit' as const, value: state.commit, knowledge: 'observed' as const }
  await tx.revision.createMany({
    data: [{ ...key, repositoryId: seen.repositoryId, committedAt, recordedAt: now }],
    skipDuplicates: true,
  })
  const { id: revisionId } = await tx.revision.findUniqueOrThrow({ where: { modelId_kind_value_knowledge: key } })

  const isHeld = (sha256: string | null): sha256 is string => sha256 !== null && identifications.has(sha256)
  const texts = (state.files?.licences ?? []).flatMap(({ path, sha256 }) => (isHeld(sha256) ? [{ path, sha256 }] : []))
  await recordSightings(tx, revisionId, texts, seenAt)

  const validFrom = committedAt ?? seenAt
  const declared = declarationOf(state)
  if (declared.kind !== 'none') {
    await bind(
      tx,
      {
        revisionId,
        basis: 'declared',
        rawDeclaration: { ...state.declaration },
        textSha: null,
        licenceId: declared.licenceId,
        validFrom,
      },
      now,
    )
  }
  const governing = governingOf(state, identifications)
  if (governing !== null && isHeld(governing.sha256)) {
    await bind(
      tx,
      {
        revisionId,
        basis: 'identified',
        rawDeclaration: null,
        textSha: governing.sha256,
        licenceId: governing.licenceId,
        validFrom,
      },
      now,
    )
  }
  return revisionId
}
