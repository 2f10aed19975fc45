import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { buttonClass } from '#app/_ui/button-class.ts'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { LicenceText } from '#app/_ui/licence-text.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import { findHeldText, type HeldText, listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { counted } from '../../_components/counted.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { CompareLinks } from '../_components/compare-links.tsx'
import { identificationFacts } from '../_components/identification-facts.tsx'

const loadText = cache(async (sha: string) => {
  const { db } = await pageCtx('catalogue:read')
  const held = await findHeldText(db, sha)
  if (held === null) notFound()
  return held
})

export async function generateMetadata({ params }: PageProps<'/licence-texts/[sha]'>): Promise<Metadata> {
  const held = await loadText((await params).sha)
  return { title: `${titleOf(held)} (${held.sha256.slice(0, 8)})` }
}

/** One licence text: what it was identified as, where it stood, and its words set for reading. */
export default async function LicenceTextPage({ params }: PageProps<'/licence-texts/[sha]'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const held = await loadText((await params).sha)
  const now = clock.now()
  return (
    <>
      <PageHeader
        title={titleOf(held)}
        sentence="Kept byte for byte under its hash; it never changes."
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
        actions={
          <a href={`/api/v1/licence-texts/${held.sha256}/raw`} className={buttonClass('secondary')}>
            Raw text
          </a>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title="What it is">
          <KeyValue
            items={[
              ...identificationFacts(held),
              { term: 'SHA-256', value: <HashMark hash={held.sha256} /> },
              { term: 'Size', value: `${counted(held.size, 'byte', 'bytes')}, ${held.encoding}` },
              { term: 'Held since', value: <TimeMark at={held.recordedAt} now={now} /> },
            ]}
          />
        </Section>
        <Section title="Compare with another text">
          <CompareLinks held={held} texts={await listHeldTexts(db)} />
        </Section>
      </div>
      <Section
        title="Where it was seen"
        sentence={
          held.sightingCount > held.sightings.length
            ? `The newest ${held.sightings.length} of ${counted(held.sightingCount, 'place', 'places')}.`
            : undefined
        }
        padding="flush"
      >
        <PlainTable
          label="Where it was seen"
          head={[{ label: 'Model' }, { label: 'Revision' }, { label: 'Path' }, { label: 'Seen', align: 'end' }]}
          rows={held.sightings.map((sighting) => ({
            key: `${sighting.revision} ${sighting.path} ${sighting.model.id}`,
            cells: [
              <span key="model" className="[overflow-wrap:anywhere]">
                <TextLink href={`/models/${sighting.model.id}`}>{sighting.model.name}</TextLink>
              </span>,
              <HashMark key="revision" hash={sighting.revision} />,
              sighting.path,
              <TimeMark key="at" at={sighting.at} now={now} />,
            ],
          }))}
        />
      </Section>
      <Section title="The text">
        {held.text === null ? <p>These bytes cannot be read as a text.</p> : <LicenceText text={held.text} />}
      </Section>
    </>
  )
}

function titleOf({ identification }: HeldText): string {
  return identification?.licenceId ? licenceName(identification.licenceId) : 'A text that was not recognised'
}
