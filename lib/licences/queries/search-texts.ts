import type { Queryable } from '#lib/db/client.ts'
import { licenceName } from '../licence.ts'
import { listHeldTexts } from './find-texts.ts'

const AT_MOST = 12

/** A held text as a picker offers it: what names it, and beside it where it was first seen. */
export interface SuggestedText {
  /** Its licence and, in parentheses, the beginning of its hash. */
  value: string
  detail: string
}

/** Held texts whose licence, place or hash holds what was typed, newest first. */
export async function searchHeldTexts(db: Queryable, typed: string): Promise<SuggestedText[]> {
  const wanted = typed.toLowerCase()
  const found: SuggestedText[] = []
  for (const { sha256, identification, firstSeen } of await listHeldTexts(db)) {
    const id = identification?.licenceId ?? null
    const name = id === null ? 'Not recognised' : licenceName(id)
    const place = firstSeen === null ? '' : `${firstSeen.model.name} ${firstSeen.path}`
    const says = `${name} ${id ?? ''} ${place}`.toLowerCase()
    if (!says.includes(wanted) && !sha256.startsWith(wanted)) continue
    found.push({ value: `${name} (${sha256.slice(0, 12)})`, detail: place })
    if (found.length === AT_MOST) break
  }
  return found
}
