import { HashMark } from '#app/_ui/hash-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { effectiveReading } from '#lib/licences/reading.ts'
import { readingLines, type ShownText } from '#lib/licences/reading-view.ts'
import { termsSource } from '#lib/licences/term-questions.ts'
import { TERMS_AS_OF, TERMS_NOTICE, type TermsRow } from '#lib/licences/terms.ts'
import { TermsTable } from './terms-table.tsx'

const READ = {
  full: 'read in full',
  partial: 'read in part',
  secondary: 'read from what others quote of it, not from the text',
} as const

/** Of what copy a row's terms were read, and what a reviewer should know of it. */
export function TermsSource({ terms }: { terms: TermsRow }) {
  const { says, isRehosted } = termsSource(terms)
  return (
    <div className="flex flex-col gap-1 border-b px-4 py-3 text-sm text-muted">
      <p>{TERMS_NOTICE}</p>
      <p>
        Copy read: {says || 'not kept'}
        {isRehosted && '. Not the licensor’s own copy'}.{' '}
        {terms.sha256 && (
          <>
            SHA-256 <HashMark hash={terms.sha256} />
          </>
        )}
      </p>
      {terms.warning && <p className="text-review">{terms.warning}</p>}
      {terms.note && <p>{terms.note}</p>}
    </div>
  )
}

/** In which text, how far and up to when a row's terms were read. */
export function termsSentence(terms: TermsRow): string {
  const dated = terms.date === '-' ? terms.licensor : `${terms.date} (${terms.licensor})`
  return `As read in the text of ${dated}, ${READ[terms.read]}, up to ${TERMS_AS_OF}. Not legal advice.`
}

interface TermsSectionProps {
  terms: TermsRow
  /** A text held of it, into which the sections lead. */
  shown?: ShownText | null | undefined
}

/** The shipped terms of a licence, question by question, with where the text says so. */
export function TermsSection({ terms, shown = null }: TermsSectionProps) {
  const lines = readingLines(effectiveReading({ row: terms, readings: [], rules: [] }), shown)
  return (
    <Section
      title="Terms"
      sentence={termsSentence(terms)}
      padding="flush"
      actions={<TextLink href={`/licences/terms?of=${encodeURIComponent(terms.id)}`}>Beside another licence</TextLink>}
    >
      <TermsSource terms={terms} />
      <TermsTable label="Terms" lines={lines} sha={shown?.sha256 ?? null} isPlain />
    </Section>
  )
}
