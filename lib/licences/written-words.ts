import { z } from 'zod'

/** Line breaks and tabs are text; every other control, half a character and what turns the reading direction is not. */
const HIDDEN = /(?![\n\t\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
/** Something a reader sees: neither white space nor a character without width. */
const SEEN = /[^\s\p{C}]/u

/** Whether words can be kept and shown as they were written: no record holds NUL or half a character, and no reader sees them. */
export function isWritten(text: string): boolean {
  return !HIDDEN.test(text)
}

const REMEDY = 'Remove them; type the text rather than paste it.'

/** Refuses what nobody sees in words that a person writes; `name` is the field's. */
export function withoutHidden<T extends z.ZodType<string>>(words: T, name: string) {
  return words.refine(isWritten, {
    error: 'This holds characters that cannot be seen, such as control characters.',
    params: { rule: `${name}.control-characters`, remedy: REMEDY },
  })
}

/** Words that a person must give: a reason or a comment with something to read in it. */
export function writtenWords(name: string, most: number) {
  const words = z.string().trim().min(1).max(most)
  return withoutHidden(words, name).refine((text) => text === '' || SEEN.test(text), {
    error: 'Nothing in this can be seen.',
    params: { rule: `${name}.empty`, remedy: 'Write what you conclude and why.' },
  })
}
