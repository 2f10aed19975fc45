import { withHiddenNamed } from '#lib/licences/hidden-characters.ts'

const KNOWN: ReadonlySet<string> = new Set(
  new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 224 }, (_, at) => at + 32)),
)

/** A text in the characters every PDF reader has a font for; any other one by its code, so that none is lost. */
export function pdfCharacters(text: string): string {
  let shown = ''
  for (const character of withHiddenNamed(text)) {
    const code = character.codePointAt(0) ?? 0
    if (KNOWN.has(character) || character === '\n') shown += character
    else if (character === '\t' || character === '\r' || character === '\v' || character === '\f') shown += ' '
    else shown += `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
  }
  return shown
}

/** The same as running prose: lines are joined, paragraphs stay apart. */
export function pdfProse(text: string): string {
  return pdfCharacters(text)
    .replace(/[^\S\n]*\n[^\S\n]*\n\s*/g, '\u0000')
    .replace(/\s+/g, ' ')
    .replaceAll('\u0000', '\n')
}
