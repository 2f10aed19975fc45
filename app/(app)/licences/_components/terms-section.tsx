import { HashMark } from '#app/_ui/hash-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { readTerms, termsSource } from '#lib/licences/term-questions.ts'
import { TERMS_AS_OF, TERMS_NOTICE, type TermsRow } from '#lib/licences/terms.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

const READ = {
  full: 'read in full',
  partial: 'read in part',
  secondary: 'read from what others quote of it, not from the text',
} as const

const CONFIDENCE = { high: 'High', medium: 'Medium', low: 'Low: to be checked', none: 'Not read' } as const

/** The terms of a licence, question by question, with where the text says so. */
export function TermsSection({ terms }: { terms: TermsRow }) {
  const { says, isRehosted } = termsSource(terms)
  return (
    <Section
      title="Terms"
      sentence={`As read in the text of ${terms.date === '-' ? terms.licensor : `${terms.date} (${terms.licensor})`}, ${READ[terms.read]}, up to ${TERMS_AS_OF}. Not legal advice.`}
      padding="flush"
    >
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
      <PlainTable
        label="Terms"
        head={[
          { label: 'Question', isWrapping: true },
          { label: 'Answer', isWrapping: true },
          { label: 'Section' },
          { label: 'Confidence' },
          { label: 'Words of the text, notes', isWrapping: true },
        ]}
        rows={readTerms(terms).map((term) => ({
          key: term.key,
          cells: [
            term.question,
            <span key="value" className={`block first-letter:uppercase ${term.value === null ? 'text-muted' : ''}`}>
              {term.value ?? 'not read'}
            </span>,
            term.section ?? (
              <span key="section" className="text-muted">
                {term.value === null ? '—' : 'silent'}
              </span>
            ),
            <span key="confidence" className={term.confidence === 'high' ? '' : 'text-review'}>
              {CONFIDENCE[term.confidence]}
            </span>,
            <span key="note" className="flex flex-col">
              {term.evidence && <q className="font-serif">{term.evidence}</q>}
              {term.note && <span className="text-muted">{term.note}</span>}
            </span>,
          ],
        }))}
      />
    </Section>
  )
}
