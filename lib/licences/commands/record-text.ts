import type { Prisma } from '#generated/prisma/client.ts'
import type { Tx } from '#lib/db/client.ts'
import { ENGINE_VERSION, type Identification, identify, licenceIndex } from '../identify.ts'
import { readLicenceText } from '../licence-text.ts'
import { fingerprintOf, NORMALISER_VERSION, normaliseWords } from '../normalise.ts'

/** A text read and judged, ready to be put on record. */
export interface ReadText {
  sha256: string
  bytes: Uint8Array
  encoding: string
  text: string
  fingerprint: string
  identification: Identification
}

/** Reads bytes as a licence text and identifies it; null where they are no text or too large. Touches no database. */
export async function readText(bytes: Uint8Array): Promise<ReadText | null> {
  const read = readLicenceText(bytes)
  if ('refused' in read) return null
  const identification = identify(read, await licenceIndex())
  return { ...read, bytes, fingerprint: fingerprintOf(normaliseWords(read.text)), identification }
}

/** Keeps a text by its hash with its fingerprint and identification; a text that is held already is left as it is. */
export async function recordText(tx: Tx, text: ReadText, now: Date): Promise<void> {
  const { sha256, bytes } = text
  await tx.blob.createMany({
    data: [{ sha256, bytes: Buffer.from(bytes), size: bytes.length, mediaType: 'text/plain', recordedAt: now }],
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
}

function identificationRow(textSha: string, found: Identification, now: Date): Prisma.IdentificationCreateManyInput {
  const { verdict, licenceId, alternatives, closest, basis, textId, similarity } = found
  return {
    textSha,
    engineVersion: ENGINE_VERSION,
    verdict,
    licenceId,
    alternatives: [...alternatives],
    evidence: { basis, textId, similarity },
    recordedAt: now,
    ...(closest === null ? {} : { closest }),
  }
}
