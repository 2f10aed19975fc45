export type DocumentType = 'text/plain' | 'text/html'

const HTML = /^\uFEFF?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>])/i

/** What a document is by its first words, else by what its server says: a page is kept as the page that it is. */
export function documentTypeOf(text: string, served: string | null): DocumentType {
  if (HTML.test(text.slice(0, 4_000))) return 'text/html'
  return served === 'text/html' || served === 'application/xhtml+xml' ? 'text/html' : 'text/plain'
}

/** A file name as it is kept: its last part, without control characters; null where nothing is left. */
export function keptFileName(name: string): string | null {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
    .slice(0, 200)
    // The cut may have gone through the middle of a character, and no record keeps half of one.
    .replaceAll(/\p{Cs}/gu, '')
  return clean === '' ? null : clean
}
