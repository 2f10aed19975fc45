import { TextLink } from '#app/_ui/text-link.tsx'
import { readTerms } from '#lib/licences/term-questions.ts'
import type { TermSaid } from '#lib/licences/term-search.ts'

const CONFIDENCE = {
  high: '',
  medium: ' (read with medium confidence)',
  low: ' (low confidence: to be checked)',
  none: '',
} as const

/** What a licence says on the term that was asked for, with the words it rests on. */
export function SaidTerm({ said, sha256 }: { said: TermSaid; sha256?: string }) {
  const read = readTerms({ terms: { [said.term]: said.cell } }).find((one) => one.key === said.term)
  if (!read) return null
  return (
    <p className="max-w-[75ch] text-sm">
      <b className="font-medium first-letter:uppercase">{read.value}</b>
      {CONFIDENCE[read.confidence]}
      {said.by && <span className="text-muted">, as {said.by} concluded</span>}
      {read.section && <span className="text-muted">, section {read.section}</span>}
      {read.evidence && (
        <>
          : <q className="font-serif">{read.evidence}</q>
        </>
      )}
      {sha256 && (
        <>
          {' '}
          <TextLink href={`/licences/texts/${sha256}/terms`}>All terms</TextLink>
        </>
      )}
    </p>
  )
}
