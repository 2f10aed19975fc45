/** The address of a text, or of words in it, marked and in sight. */
export function textHref(sha256: string, words?: { start: number; end: number }): string {
  const path = `/licences/texts/${sha256}`
  return words === undefined ? path : `${path}?mark=${words.start}-${words.end}#c${words.start}`
}

/** Where two texts are laid side by side. */
export function compareHref(from: string, to: string): string {
  return `/licences/compare?from=${from}&to=${to}`
}
