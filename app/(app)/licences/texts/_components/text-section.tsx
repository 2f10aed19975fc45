import type { ReactNode } from 'react'
import { hrefWith } from '#app/_ui/href-with.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { clausesOf } from '#lib/licences/clauses.ts'
import { type TextBlock, textBlocks } from '#lib/licences/text-blocks.ts'
import { readLines } from '#lib/licences/text-lines.ts'
import { partAt, textParts } from '#lib/licences/text-parts.ts'
import type { TextRange } from '#lib/licences/text-pieces.ts'
import { NumberedLines } from './numbered-lines.tsx'
import { ReadingText } from './reading-text.tsx'
import { ScrollToMark } from './scroll-to-mark.tsx'
import { SectionList } from './section-list.tsx'

interface TextSectionProps {
  text: string
  view: 'clauses' | 'lines'
  part: number | null
  mark: TextRange | null
  path: string
  params: Record<string, string | string[] | undefined>
  /** Said above the text: what of it cannot be seen. */
  note: ReactNode
}

/** The words of a text, by clause or by line, with what is marked in them and the way to each section. */
export function TextSection({ text, view, part, mark, path, params, note }: TextSectionProps) {
  const blocks = textBlocks(text)
  const lines = view === 'lines' ? readLines(text) : []
  const parts = textParts(view === 'lines' ? lines : blocks, text)
  const at = part ?? (mark ? partAt(parts, mark.start) : 0)
  const shown = parts[Math.min(at, parts.length - 1)] ?? { start: 0, end: text.length }
  const isShown = ({ start }: { start: number }) => start >= shown.start && start < shown.end
  const inView = (other: 'clauses' | 'lines') =>
    hrefWith(path, params, { view: other === 'lines' ? 'lines' : null, part: null })
  const partHref = (n: number) => hrefWith(path, params, { part: String(n + 1), mark: null })
  const sectionHref = ({ start, anchor }: TextBlock) =>
    parts.length > 1 ? `${partHref(partAt(parts, start))}#${anchor}` : `#${anchor}`
  return (
    <Section
      id="text"
      title="The text"
      sentence={note}
      actions={
        <nav aria-label="How the text is shown" className="flex items-center gap-3 text-sm">
          {view === 'clauses' ? <b>By clause</b> : <TextLink href={inView('clauses')}>By clause</TextLink>}
          {view === 'lines' ? <b>By line</b> : <TextLink href={inView('lines')}>By line</TextLink>}
        </nav>
      }
    >
      {mark && <ScrollToMark id={`c${mark.start}`} />}
      <div className="flex flex-col gap-6 xl:flex-row xl:items-start">
        <div className="min-w-0 flex-1">
          <PartLinks label="Parts of the text" at={at} count={parts.length} href={partHref} />
          {view === 'lines' ? (
            <NumberedLines text={text} lines={lines.filter((line) => isShown({ start: line.from }))} mark={mark} />
          ) : (
            <ReadingText
              text={text}
              blocks={blocks.filter(isShown)}
              mark={mark}
              anchors={clausesOf(text.slice(shown.start, shown.end)).map((clause) => shown.start + clause.start)}
            />
          )}
          <PartLinks label="Parts of the text, below it" at={at} count={parts.length} href={partHref} />
        </div>
        {view === 'clauses' && <SectionList text={text} blocks={blocks} href={sectionHref} />}
      </div>
    </Section>
  )
}

interface PartLinksProps {
  label: string
  at: number
  count: number
  href: (part: number) => string
}

function PartLinks({ label, at, count, href }: PartLinksProps) {
  if (count === 1) return null
  return (
    <nav aria-label={label} className="my-3 flex flex-wrap items-center gap-4 text-sm">
      <span className="text-muted">
        Part {at + 1} of {count}
      </span>
      {at > 0 && <TextLink href={href(at - 1)}>Part before</TextLink>}
      {at + 1 < count && <TextLink href={href(at + 1)}>Next part</TextLink>}
    </nav>
  )
}
