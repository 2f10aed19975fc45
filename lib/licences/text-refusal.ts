import type { Refusal } from '#lib/shared/outcome.ts'
import { MAX_LICENCE_BYTES, type TextRefusal } from './licence-text.ts'

const WORDS: Record<TextRefusal, Omit<Refusal, 'field'>> = {
  'too-large': {
    rule: 'text.too-large',
    message: `A text has at most ${MAX_LICENCE_BYTES.toLocaleString('en')} bytes; this one has more.`,
    remedy: 'Send only the licence itself: the longest known has a tenth of that.',
  },
  binary: {
    rule: 'text.binary',
    message: 'These bytes hold NUL or other control characters, which no text does.',
    remedy: 'Send plain text in UTF-8, in UTF-16 with its byte order mark, or in windows-1252.',
  },
}

/** Why bytes are not taken for a licence text, as an answer says it. */
export function textRefusal(refused: TextRefusal, field: string): Refusal {
  return { field, ...WORDS[refused] }
}
