import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { isLicenceId } from '#lib/licences/aliases.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listHeldTexts, listModelsUnder } from '#lib/licences/queries/find-texts.ts'
import { readTerms } from '#lib/licences/term-questions.ts'
import { findTermsFor, TERMS_AS_OF } from '#lib/licences/terms.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Licence' }

/** One licence: its terms as they were read, the texts recognised as it, the models under it. */
export default async function LicencePage({ params }: PageProps<'/licences/[id]'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const id = decodeURIComponent((await params).id)
  if (!isLicenceId(id)) notFound()
  const now = clock.now()
  const terms = findTermsFor(id, 'MATCH')
  const texts = (await listHeldTexts(db)).filter((text) => text.licenceId === id)
  const models = await listModelsUnder(db, id)
  return (
    <>
      <PageHeader
        title={licenceName(id)}
        sentence={id}
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
        marks={<OpennessMark openness={licenceOpenness(terms)} />}
      />
      <Banner kind="note">
        A reading aid as of {TERMS_AS_OF}, not legal advice. Terms are read from{' '}
        {terms === null ? 'the text of a licence' : `the text of ${terms.date}`}; each names the section that says so,
        and a model is judged by them only when its own text is recognised.
      </Banner>
      {terms === null ? (
        <EmptyState
          title="Nobody has read the terms of this licence"
          sentence="A deployment under it asks for review."
        />
      ) : (
        <Section title="Terms" padding="flush">
          <PlainTable
            label="Terms"
            head={[
              { label: 'Question', isWrapping: true },
              { label: 'Answer', isWrapping: true },
              { label: 'Section' },
              { label: 'Confidence' },
              { label: 'Note', isWrapping: true },
            ]}
            rows={readTerms(terms).map((term) => ({
              key: term.key,
              cells: [
                term.question,
                term.value ?? 'not read',
                term.section ?? 'silent',
                term.confidence,
                term.note ?? '',
              ],
            }))}
          />
        </Section>
      )}
      {texts.length > 0 && (
        <Section title="Texts recognised as this licence" padding="flush">
          <PlainTable
            label="Texts"
            head={[{ label: 'Text' }, { label: 'Seen at', align: 'end' }, { label: 'Held since', align: 'end' }]}
            rows={texts.map((text) => ({
              key: text.sha256,
              cells: [
                <span key="sha" className="inline-flex items-center gap-1">
                  <TextLink href={`/licence-texts/${text.sha256}`}>Read</TextLink>
                  <HashMark hash={text.sha256} />
                </span>,
                `${text.sightings} ${text.sightings === 1 ? 'place' : 'places'}`,
                <TimeMark key="at" at={text.recordedAt} now={now} />,
              ],
            }))}
          />
        </Section>
      )}
      {models.length > 0 && (
        <Section title={`${models.length} models under it`} padding="flush">
          <PlainTable
            label="Models"
            head={[{ label: 'Model' }, { label: 'By' }]}
            rows={models.map((model) => ({
              key: model.id,
              cells: [
                <TextLink key="name" href={`/models/${model.id}`}>
                  {model.name}
                </TextLink>,
                model.basis ?? '',
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
