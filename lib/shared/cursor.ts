import { z } from 'zod'

/** One value of the row after which a page begins. */
export type CursorPart = string | number | null

/** No row of ours holds NUL or half a character, and the database cannot be asked for either. */
const part = z.string().refine((text) => !text.includes('\0') && text.isWellFormed())
const parts = z.array(z.union([part, z.number(), z.null()])).max(8)

/** A place in a list, as one word for an address; whoever gets it hands it back as it is. */
export function encodeCursor(values: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values of a cursor; null when the text is none of ours. */
export function decodeCursor(text: string): CursorPart[] | null {
  if (!/^[\w-]{1,2000}$/.test(text)) return null
  try {
    const read = parts.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
