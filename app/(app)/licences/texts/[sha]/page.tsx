import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { buttonClass } from '#app/_ui/button-class.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { may } from '#lib/auth/permissions.ts'
import { visiblePieces } from '#lib/licences/hidden-characters.ts'
import { listConclusions } from '#lib/licences/queries/conclusions.ts'
import { findHeldText, listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { listLinkedDocuments } from '#lib/licences/queries/linked-documents.ts'
import { findTextRecord } from '#lib/licences/queries/text-record.ts'
import { readRange } from '#lib/licences/text-pieces.ts'
import { textTitle } from '#lib/licences/text-title.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { UnreadParams } from '../../../_components/unread-params.tsx'
import { ConclusionsSection } from '../../_components/conclusions-section.tsx'
import { LinkedDocuments } from '../../_components/linked-documents.tsx'
import { EvidenceSection } from '../_components/evidence-section.tsx'
import { identificationFacts } from '../_components/identification-facts.tsx'
import { NearTexts } from '../_components/near-texts.tsx'
import { recordFacts } from '../_components/record-facts.tsx'
import { SightingsSection } from '../_components/sightings-section.tsx'
import { textHref } from '../_components/text-href.ts'
import { TextSection } from '../_components/text-section.tsx'
import { UploadsSection } from '../_components/uploads-section.tsx'

const viewSchema = z.object({
  mark: z.string().max(40).optional(),
  view: z.enum(['clauses', 'lines']).default('clauses'),
  part: z.coerce.number().int().min(1).max(10_000).optional(),
})

const loadText = cache(async (sha: string) => {
  const { db } = await pageCtx('catalogue:read')
  const held = await findHeldText(db, sha)
  if (held === null) notFound()
  return held
})

export async function generateMetadata({ params }: PageProps<'/licences/texts/[sha]'>): Promise<Metadata> {
  const held = await loadText((await params).sha)
  return { title: `${textTitle(held.identification)} (${held.sha256.slice(0, 8)})` }
}

/** One licence text: what it was identified as and why, its words with what is marked, where it stood and who is bound. */
export default async function LicenceTextPage({ params, searchParams }: PageProps<'/licences/texts/[sha]'>) {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const held = await loadText((await params).sha)
  const asked = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, asked)
  const now = clock.now()
  const { sha256, text, identification } = held
  const [record, conclusions, texts, documents] = await Promise.all([
    findTextRecord(db, sha256),
    listConclusions(db, { textShas: [sha256] }),
    listHeldTexts(db),
    text === null ? [] : listLinkedDocuments(db, sha256, text),
  ])
  const mark = text === null || view.mark === undefined ? null : readRange(view.mark, text.length)
  return (
    <>
      <PageHeader
        title={textTitle(held.identification)}
        sentence="Kept byte for byte under its hash; it never changes."
        breadcrumbs={[
          { label: 'Licences', href: '/licences' },
          { label: 'Texts', href: '/licences/texts' },
        ]}
        actions={
          <>
            <ButtonLink href={`${textHref(sha256)}/terms`}>Terms</ButtonLink>
            <ButtonLink href={`/licences/bindings?text=${sha256}`}>Who is bound</ButtonLink>
            <a href={`/api/v1/licence-texts/${sha256}?as=text`} download className={buttonClass('secondary')}>
              Download
            </a>
          </>
        }
      />
      <UnreadParams refusals={refusals} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title="What it is">
          <KeyValue items={[...identificationFacts(held), ...recordFacts(held, record, now)]} />
        </Section>
        <Section title="Compare with">
          <NearTexts held={held} texts={texts} />
        </Section>
      </div>
      {identification && <EvidenceSection sha256={sha256} identification={identification} />}
      {text === null ? (
        <Section title="The text">
          <p>These bytes cannot be read as a text. They can be downloaded as they came.</p>
        </Section>
      ) : (
        <TextSection
          text={text}
          view={view.view}
          part={view.part === undefined ? null : view.part - 1}
          mark={mark}
          path={textHref(sha256)}
          params={asked}
          note={noteOn(text, view.mark !== undefined && mark === null)}
        />
      )}
      {documents.length > 0 && (
        <LinkedDocuments documents={documents} mayUpload={may(actor, 'licence:upload')} now={now} />
      )}
      <SightingsSection held={held} now={now} />
      <UploadsSection uploads={record.uploads} now={now} />
      <ConclusionsSection conclusions={conclusions} now={now} />
    </>
  )
}

/** What a reader has to know before reading on. */
function noteOn(text: string, isMarkLost: boolean): string | undefined {
  const hidden = visiblePieces(text).filter((piece) => piece.hidden !== null).length
  const notes = [
    ...(isMarkLost ? ['The words the address asks to be marked are not in this text.'] : []),
    ...(hidden > 0
      ? [`${hidden.toLocaleString('en')} ${hidden === 1 ? 'character' : 'characters'} nobody would see: shown by code.`]
      : []),
  ]
  return notes.length === 0 ? undefined : notes.join(' ')
}
