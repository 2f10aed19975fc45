import { type LicenceBlock, licenceBlocks } from './licence-blocks.ts'
import { placed } from './placed.ts'
import { words } from './words.ts'

const INDENTS = ['', 'ps-6', 'ps-12', 'ps-18'] as const

/** A licence text set for reading: serif, 70 characters wide, every numbered clause with its own address. */
export function LicenceText({ text }: { text: string }) {
  return (
    <div className="max-w-[70ch] font-serif text-reading [overflow-wrap:anywhere]">
      {placed(licenceBlocks(text)).map(({ place, item }) => (
        <Block key={place} block={item} />
      ))}
    </div>
  )
}

function Block({ block }: { block: LicenceBlock }) {
  const indent = INDENTS[Math.min(block.depth, INDENTS.length - 1)] ?? ''
  if (block.kind === 'title') return <p className="mb-4 text-title leading-8 font-semibold">{block.text}</p>
  const body = (
    <>
      {block.number && block.anchor && (
        <a
          href={`#${block.anchor}`}
          title={words.text.link(block.number)}
          className="me-2 inline-block min-w-6 rounded-sm font-sans text-base text-accent no-underline hover:underline"
        >
          {block.number}
        </a>
      )}
      {block.text}
    </>
  )
  return block.kind === 'heading' ? (
    <p id={block.anchor ?? undefined} className={`mt-6 mb-2 font-semibold ${indent}`}>
      {body}
    </p>
  ) : (
    <p id={block.anchor ?? undefined} className={`mb-3 ${indent}`}>
      {body}
    </p>
  )
}
