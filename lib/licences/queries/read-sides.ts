import type { Queryable } from '#lib/db/client.ts'
import { isLicenceId } from '../aliases.ts'
import type { Identification } from '../identify.ts'
import { licenceName } from '../licence.ts'
import { type EffectiveReading, effectiveReading } from '../reading.ts'
import type { ShownText } from '../reading-view.ts'
import { findTermsFor } from '../terms.ts'
import { textTitle } from '../text-title.ts'
import { listEffectiveReadings } from './readings.ts'
import { findTextContent, listIdentifications } from './texts.ts'

/** A licence or a text, ready to be read or compared term by term. */
export interface ReadSide {
  /** As it was asked for: a licence id or the SHA-256 of a text. */
  ref: string
  title: string
  /** The text its places are in; null where none is held. */
  shown: ShownText | null
  identification: Identification | null
  reading: EffectiveReading
}

const SHA256 = /^[0-9a-f]{64}$/

/** A text by its hash with what it is taken to say; null where it is not held. */
export async function findReadText(db: Queryable, sha256: string, at: Date | null = null): Promise<ReadSide | null> {
  if (!SHA256.test(sha256)) return null
  const held = await db.licenceText.findUnique({ where: { sha256 }, select: { sha256: true } })
  if (!held) return null
  const text = await findTextContent(db, sha256)
  const identification = (await listIdentifications(db, [sha256])).get(sha256) ?? null
  const reading = (await listEffectiveReadings(db, [{ sha256, identification }], at)).get(sha256)
  const licenceId = identification?.verdict === 'MATCH' ? identification.licenceId : null
  return {
    ref: sha256,
    title: titleOf(sha256, identification),
    shown: { sha256, text, licenceId },
    identification,
    reading: reading ?? effectiveReading({ row: null, readings: [], rules: [] }),
  }
}

/** A text by what it is and its hash; one that only holds a licence never goes by that licence's name alone. */
function titleOf(sha256: string, identification: Identification | null): string {
  const hash = sha256.slice(0, 8)
  if (identification === null || identification.verdict === 'UNKNOWN') return `Text ${hash}`
  const title = textTitle(identification)
  return identification.verdict === 'CONTAINS' ? `Text ${hash}, which holds ${title}` : `${title} (text ${hash})`
}

/** A text held that was recognised as a licence: the very one its terms were read in, else the newest. */
export async function findTextOf(db: Queryable, licenceId: string): Promise<string | null> {
  const preferred = findTermsFor(licenceId, 'MATCH')?.sha256
  const rows = await db.identification.findMany({
    where: { licenceId, verdict: 'MATCH' },
    orderBy: [{ recordedAt: 'desc' }, { textSha: 'asc' }],
    select: { textSha: true },
  })
  return rows.find((row) => row.textSha === preferred)?.textSha ?? rows[0]?.textSha ?? null
}

/** A licence by its id with its shipped reading; what a person concluded of one text holds for that text alone. */
export async function findReadLicence(db: Queryable, licenceId: string): Promise<ReadSide | null> {
  if (!isLicenceId(licenceId)) return null
  const sha256 = await findTextOf(db, licenceId)
  return {
    ref: licenceId,
    title: licenceName(licenceId),
    shown: sha256 === null ? null : { sha256, text: await findTextContent(db, sha256), licenceId },
    identification: null,
    reading: effectiveReading({ row: findTermsFor(licenceId, 'MATCH'), readings: [], rules: [] }),
  }
}

/** What `of=` names: a licence id or the SHA-256 of a held text. */
export async function findReadSide(db: Queryable, ref: string): Promise<ReadSide | null> {
  return SHA256.test(ref) ? findReadText(db, ref) : findReadLicence(db, ref)
}
