/** A piece of a licence text as it is read: a heading, a clause or a paragraph. */
export interface LicenceBlock {
  kind: 'title' | 'heading' | 'clause' | 'paragraph'
  /** The number as the text writes it, such as `3.2` or `(a)`. */
  number: string | null
  text: string
  /** Depth of the number, from 0. */
  depth: number
  /** Address of the block within the page; null where it carries no number. */
  anchor: string | null
}

const MARKER =
  /^(?:(?:section|article|clause)\s+)?(\d+(?:\.\d+)*|[IVX]{1,5}|[A-Z])[.)](?=\s|$)\s*|^(\d+(?:\.\d+)+)\s+|^\(([a-z]|[ivx]{1,4}|\d{1,2})\)\s+/i

/**
 * Cuts a licence text into blocks for reading. Lines wrapped by the publisher are joined; no word is added, changed or
 * left out.
 */
export function licenceBlocks(text: string): LicenceBlock[] {
  const blocks: LicenceBlock[] = []
  const anchors = new Map<string, number>()
  let parent = ''
  for (const lines of paragraphs(text)) {
    const joined = lines.map((line) => line.trim()).join(' ')
    const match = MARKER.exec(joined)
    const number = match ? (match[1] ?? match[2] ?? match[3] ?? null) : null
    const isSub = match?.[3] !== undefined
    const rest = match ? joined.slice(match[0].length) : joined
    if (number !== null && !isSub) parent = number
    const isHeading =
      (!isSub && isShortTitle(rest)) || (number !== null && !isSub && rest.length <= 60 && !/[;:,]$/.test(rest))
    blocks.push({
      kind:
        number !== null
          ? isHeading
            ? 'heading'
            : 'clause'
          : isHeading
            ? blocks.length === 0
              ? 'title'
              : 'heading'
            : 'paragraph',
      number: match ? match[0].trim() : null,
      text: rest,
      depth: number === null ? 0 : isSub ? parent.split('.').length : number.split('.').length - 1,
      anchor: number === null ? null : unique(anchors, `clause-${isSub && parent ? `${parent}-` : ''}${number}`),
    })
  }
  return blocks
}

/** Blank lines part paragraphs, and so does a line that opens with a number. */
function paragraphs(text: string): string[][] {
  const all: string[][] = []
  let open: string[] = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '' || (open.length > 0 && opensClause(trimmed))) {
      if (open.length > 0) all.push(open)
      open = []
    }
    if (trimmed !== '') open.push(line)
  }
  if (open.length > 0) all.push(open)
  return all
}

/** A wrapped line may begin with a figure by chance; a clause goes on with a capital or a quotation mark. */
function opensClause(line: string): boolean {
  const match = MARKER.exec(line)
  return match !== null && /^[\p{Lu}"“‘']/u.test(line.slice(match[0].length))
}

function isShortTitle(text: string): boolean {
  return text.length <= 90 && /\p{L}/u.test(text) && (!/[.;:,]$/.test(text) || text === text.toUpperCase())
}

function unique(seen: Map<string, number>, anchor: string): string {
  const clean = anchor.toLowerCase().replace(/[^a-z0-9.-]/g, '')
  const count = (seen.get(clean) ?? 0) + 1
  seen.set(clean, count)
  return count === 1 ? clean : `${clean}_${count}`
}
