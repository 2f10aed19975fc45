import type { Refusal } from '#lib/shared/outcome.ts'

/** Control, format and private characters: invisible, and able to reorder or hide what a reviewer reads. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/u
const UNSEEN_BUT_LINES = new RegExp(`(?![\\n\\t])${UNSEEN.source}`, 'u')
/** A tag, closed; `a <b and c> d` is prose. */
const MARKUP = /<[/!?]?[a-z][a-z0-9:-]*(?:[\s/][^<>]*=[^<>]*|[\s/]*)>/iu
const FORMULA = /^[=@]/u

/** A written value in one form: composed characters, line feeds only, nothing around it. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
}

function refusal(field: string, name: string, problem: string, message: string, remedy: string): Refusal {
  return { field, rule: `${name}.${problem}`, message, remedy }
}

/** Why a text may not stand on record, by field; `hasLines` allows line breaks and tabs. Expects the text tidied. */
export function textRefusals(field: string, text: string, options: { hasLines?: boolean } = {}): Refusal[] {
  const name = field.slice(1).replaceAll('/', '.')
  if (text === '') return [refusal(field, name, 'empty', 'This is empty.', 'Give a value.')]
  const refusals: Refusal[] = []
  if ((options.hasLines === true ? UNSEEN_BUT_LINES : UNSEEN).test(text)) {
    const message = 'This holds characters that cannot be seen, such as control characters.'
    refusals.push(
      refusal(field, name, 'control-characters', message, 'Remove them; type the text rather than paste it.'),
    )
  }
  if (MARKUP.test(text)) {
    refusals.push(
      refusal(field, name, 'markup', 'This holds markup.', 'Write plain text, without tags in angle brackets.'),
    )
  }
  if (FORMULA.test(text)) {
    const message = 'This begins like a spreadsheet formula.'
    refusals.push(refusal(field, name, 'formula', message, 'Begin with a letter or a digit.'))
  }
  return refusals
}
