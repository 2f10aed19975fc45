import type { TextBlock } from '#lib/licences/text-blocks.ts'

const MOST_LISTED = 150

interface SectionListProps {
  text: string
  blocks: readonly TextBlock[]
  href: (block: TextBlock) => string
}

/** The numbered sections of a text, each a way to it: beside the text where there is room, folded above it where there is not. */
export function SectionList({ text, blocks, href }: SectionListProps) {
  const sections = blocks.filter((block) => block.anchor !== null && block.depth === 0)
  if (sections.length < 2) return null
  return (
    <nav
      aria-label="Sections"
      className="order-first max-h-[calc(100dvh-6rem)] w-full shrink-0 overflow-y-auto rounded border p-3 text-sm xl:sticky xl:top-16 xl:order-last xl:w-72 print:hidden"
    >
      <p className="mb-1 font-medium">Sections</p>
      <ol>
        {sections.slice(0, MOST_LISTED).map((block) => (
          <li key={block.start}>
            <a
              href={href(block)}
              className="flex min-h-6 gap-2 rounded-sm py-0.5 text-accent no-underline hover:underline pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <span className="min-w-6 tabular-nums">{block.wordsAt > block.start ? block.section : ''}</span>
              <span className="min-w-0 truncate">{titleOf(text, block)}</span>
            </a>
          </li>
        ))}
      </ol>
      {sections.length > MOST_LISTED && (
        <p className="text-muted">{(sections.length - MOST_LISTED).toLocaleString('en')} more further down the text</p>
      )}
    </nav>
  )
}

/** The heading, or what stands before the first full stop. */
function titleOf(text: string, block: TextBlock): string {
  const start = text.slice(block.wordsAt, Math.min(block.end, block.wordsAt + 80))
  const words = start.replaceAll(/[*_#\p{Cc}\p{Cf}]/gu, ' ').trim()
  return /^(.{3,}?)[.:](?:\s|$)/.exec(words)?.[1] ?? words
}
