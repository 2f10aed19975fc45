export interface VisiblePiece {
  text: string
  /** What the character is called, where nobody would see it; null for text that shows itself. */
  hidden: string | null
}

/** Controls that are no layout, what steers the direction of reading, and what has no width. */
const HIDDEN =
  /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffd]--[\t\n\v\f\r]]|\p{Variation_Selector}|\u034f|\u17b4|\u17b5/gv
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00, 'NUL'],
  [0x1b, 'escape'],
  [0xad, 'soft hyphen'],
  [0x61c, 'Arabic letter mark'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'end of direction'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'end of isolate'],
  [0xfeff, 'byte order mark'],
  [0xfffd, 'character that could not be decoded'],
])

/** Cuts a text so that characters nobody would see stand alone, each with its name: what is shown hides nothing. */
export function visiblePieces(text: string): VisiblePiece[] {
  const pieces: VisiblePiece[] = []
  let shown = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > shown) pieces.push({ text: text.slice(shown, match.index), hidden: null })
    pieces.push({ text: match[0], hidden: nameOf(match[0]) })
    shown = match.index + match[0].length
  }
  if (shown < text.length) pieces.push({ text: text.slice(shown), hidden: null })
  return pieces
}

/** Which characters nobody would see a text holds, and how many of each. */
export function hiddenIn(text: string): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const [character] of text.matchAll(HIDDEN)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts].map(([character, count]) => ({ name: nameOf(character), count }))
}

/** A text for places that hold words alone, such as a PDF: each character nobody would see by its code in angle marks. */
export function withHiddenNamed(text: string): string {
  return visiblePieces(text)
    .map((piece) => (piece.hidden === null ? piece.text : `\u2039${piece.hidden}\u203a`))
    .join('')
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const name = NAMES.get(code)
  return name === undefined ? hex : `${hex} ${name}`
}
