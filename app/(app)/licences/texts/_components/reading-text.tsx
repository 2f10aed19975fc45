import { words } from '#app/_ui/words.ts'
import type { TextBlock } from '#lib/licences/text-blocks.ts'
import type { TextRange } from '#lib/licences/text-pieces.ts'
import { TextStretch } from './text-stretch.tsx'

const INDENTS = ['', 'ps-4 sm:ps-6', 'ps-8 sm:ps-12', 'ps-12 sm:ps-18'] as const
const LOOKS: Record<TextBlock['kind'], string> = {
  title: 'mb-4 text-title leading-8 font-semibold',
  heading: 'mt-6 mb-2 font-semibold',
  clause: 'mb-3',
  paragraph: 'mb-3',
}

/** Of a long text, what is far from the screen is laid out only when it comes near. */
const MANY = 300
const FAR = '[contain-intrinsic-size:auto_6rem] [content-visibility:auto]'

interface ReadingTextProps {
  text: string
  blocks: readonly TextBlock[]
  mark: TextRange | null
  /** Beginnings of clauses, in the order of the text: each is an address. */
  anchors: readonly number[]
}

/** A licence text set for reading: serif, 70 characters wide, every numbered clause with its own address. */
export function ReadingText({ text, blocks, mark, anchors }: ReadingTextProps) {
  return (
    <div className="max-w-[70ch] font-serif text-reading [overflow-wrap:anywhere]">
      {blocks.map((block, index) => (
        <p
          key={block.start}
          id={block.anchor ?? undefined}
          dir="auto"
          className={`${blocks.length > MANY ? FAR : ''} ${LOOKS[block.kind]} ${INDENTS[Math.min(block.depth, 3)] ?? ''}`}
        >
          {block.anchor && block.wordsAt > block.start && (
            <a
              href={`#${block.anchor}`}
              title={words.text.link(block.section ?? '')}
              className="me-2 inline-block min-h-6 min-w-6 rounded-sm font-sans text-base text-accent no-underline hover:underline"
            >
              {text
                .slice(block.start, block.wordsAt)
                .replaceAll(/[*_#>]/g, '')
                .trim()}
            </a>
          )}
          <TextStretch
            text={text}
            range={{ start: block.wordsAt, end: block.end }}
            after={blocks[index - 1]?.end ?? 0}
            mark={mark}
            anchors={anchorsWithin(anchors, block.wordsAt, block.end)}
          />
        </p>
      ))}
    </div>
  )
}

/** The sorted places that lie in a stretch, found without walking all of them for each block. */
function anchorsWithin(anchors: readonly number[], start: number, end: number): number[] {
  let [low, high] = [0, anchors.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < anchors.length && (anchors[at] ?? end) < end; at++) found.push(anchors[at] ?? 0)
  return found
}
