import type { Prisma } from '#generated/prisma/client.ts'
import type { Tx } from '#lib/db/client.ts'
import type { Identification } from '../identification.ts'
import { identify } from '../identify.ts'
import { licenceIndex } from '../licence-index.ts'
import { readLicenceText } from '../licence-text.ts'
import { fingerprintOf, NORMALISER_VERSION, normaliseWords } from '../normalise.ts'
import { type TextClause, textClauses } from '../text-clauses.ts'
import { keepClauses } from './index-clauses.ts'

/** A text read and judged, ready to be put on record. */
export interface ReadText {
  sha256: string
  bytes: Uint8Array
  encoding: string
  text: string
  fingerprint: string
  identification: Identification
  /** As the search keeps them; split when it is kept where left out. */
  clauses?: readonly TextClause[]
}

/** Reads bytes as a licence text and identifies it; null where they are no text or too large. Touches no database. */
export async function readText(bytes: Uint8Array): Promise<ReadText | null> {
  const read = readLicenceText(bytes)
  if ('refused' in read) return null
  const identification = identify(read, await licenceIndex())
  return { ...read, bytes, fingerprint: fingerprintOf(normaliseWords(read.text)), identification }
}

/** Keeps a text by its hash with its fingerprint and identification; a text that is held already is left as it is. */
export async function recordText(tx: Tx, text: ReadText, now: Date, mediaType = 'text/plain'): Promise<void> {
  const { sha256, bytes } = text
  await tx.blob.createMany({
    data: [{ sha256, bytes: Buffer.from(bytes), size: bytes.length, mediaType, recordedAt: now }],
    skipDuplicates: true,
  })
  await tx.licenceText.createMany({
    data: [{ sha256, encoding: text.encoding, recordedAt: now }],
    skipDuplicates: true,
  })
  await tx.textFingerprint.createMany({
    data: [
      {
        textSha: sha256,
        normaliserVersion: String(NORMALISER_VERSION),
        fingerprint: text.fingerprint,
        recordedAt: now,
      },
    ],
    skipDuplicates: true,
  })
  await tx.identification.createMany({
    data: [identificationRow(sha256, text.identification, now)],
    skipDuplicates: true,
  })
  await keepClauses(tx, sha256, text.clauses ?? textClauses(text.text))
}

/** How an identification is kept: what may be asked for in columns of its own, what shows it as evidence. */
export function identificationRow(
  textSha: string,
  found: Identification,
  now: Date,
): Prisma.IdentificationCreateManyInput {
  const { verdict, licenceId, alternatives, closest, engineVersion, basis, textId, similarity } = found
  const { items, counts, isTruncated } = found.differences
  return {
    textSha,
    engineVersion,
    verdict,
    licenceId,
    alternatives: [...alternatives],
    evidence: {
      basis,
      textId,
      similarity,
      parts: found.parts.map((part) => ({ ...part, alternatives: [...part.alternatives] })),
      differences: { items: items.map((item) => ({ ...item })), counts: { ...counts }, isTruncated },
      notes: [...found.notes],
    },
    recordedAt: now,
    ...(closest === null ? {} : { closest }),
  }
}
