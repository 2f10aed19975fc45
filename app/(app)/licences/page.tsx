import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listHeldTexts, listLicences } from '#lib/licences/queries/find-texts.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { PlainTable } from '../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Licences' }

/** Which licences models stand under, and which texts we hold. */
export default async function LicencesPage() {
  const { db, clock } = await pageCtx('catalogue:read')
  const now = clock.now()
  const licences = await listLicences(db)
  const texts = await listHeldTexts(db)
  return (
    <>
      <PageHeader
        title="Licences"
        sentence="Licences that models stand under, by declaration or by text, and every licence text that was seen, kept by its hash."
      />
      <Section title="Licences" padding="flush">
        <PlainTable
          label="Licences"
          head={[
            { label: 'Licence' },
            { label: 'Id' },
            { label: 'Weights' },
            { label: 'Terms' },
            { label: 'Models', align: 'end' },
            { label: 'Texts held', align: 'end' },
          ]}
          rows={licences.map(({ id, models, texts: held }) => {
            const terms = findTermsFor(id, 'MATCH')
            return {
              key: id,
              cells: [
                <TextLink key="name" href={`/licences/${encodeURIComponent(id)}`}>
                  {licenceName(id)}
                </TextLink>,
                <code key="id" className="font-mono text-xs">
                  {id}
                </code>,
                <OpennessMark key="open" openness={licenceOpenness(terms)} />,
                terms === null ? (
                  <span key="terms" className="text-muted">
                    not read
                  </span>
                ) : (
                  'read'
                ),
                models.toLocaleString('en'),
                held.toLocaleString('en'),
              ],
            }
          })}
        />
      </Section>
      {texts.length === 0 ? (
        <EmptyState title="No licence text is held yet" sentence="The first look at a source brings them in." />
      ) : (
        <Section
          title="Texts"
          sentence="A text is named only by its exact words; anything else says what comes closest."
          padding="flush"
        >
          <PlainTable
            label="Licence texts"
            head={[
              { label: 'Text' },
              { label: 'Recognised as' },
              { label: 'Closest' },
              { label: 'Seen at', align: 'end' },
              { label: 'Held since', align: 'end' },
            ]}
            rows={texts.map((text) => ({
              key: text.sha256,
              cells: [
                <span key="sha" className="inline-flex items-center gap-1">
                  <TextLink href={`/licence-texts/${text.sha256}`}>Read</TextLink>
                  <HashMark hash={text.sha256} />
                </span>,
                text.licenceId === null ? (
                  <span key="licence" className="text-muted">
                    unknown
                  </span>
                ) : (
                  licenceName(text.licenceId)
                ),
                text.licenceId === null && text.closest
                  ? `${licenceName(text.closest.licenceId)}, ${(text.closest.similarity * 100).toFixed(1)} % of word pairs`
                  : '',
                `${text.sightings} ${text.sightings === 1 ? 'place' : 'places'}`,
                <TimeMark key="at" at={text.recordedAt} now={now} />,
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
