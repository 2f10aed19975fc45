import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { LicenceText } from '#app/_ui/licence-text.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import { findHeldText, type HeldText, listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Licence text' }

const COMPARABLE = 8

/** One licence text: what it was recognised as, where it stood, and its words. */
export default async function LicenceTextPage({ params }: PageProps<'/licence-texts/[sha]'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const held = await findHeldText(db, (await params).sha)
  if (held === null) notFound()
  const now = clock.now()
  const others = (await listHeldTexts(db)).filter((text) => text.sha256 !== held.sha256).slice(0, COMPARABLE)
  return (
    <>
      <PageHeader
        title={
          held.identification?.licenceId ? licenceName(held.identification.licenceId) : 'A text that was not recognised'
        }
        sentence="Kept byte for byte, by its hash; it never changes."
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
        actions={
          <ButtonLink href={`/api/v1/licence-texts/${held.sha256}/raw`} variant="secondary">
            Raw text
          </ButtonLink>
        }
      />
      <Section title="What it is">
        <KeyValue
          items={[
            { term: 'SHA-256', value: <HashMark hash={held.sha256} /> },
            { term: 'Identified', value: <Identified held={held} /> },
            { term: 'Size', value: `${held.size.toLocaleString('en')} bytes, ${held.encoding}` },
            { term: 'Held since', value: <TimeMark at={held.recordedAt} now={now} /> },
          ]}
        />
      </Section>
      <Section title="Where it was seen" padding="flush">
        <PlainTable
          label="Sightings"
          head={[{ label: 'Model' }, { label: 'Revision' }, { label: 'Path' }, { label: 'When', align: 'end' }]}
          rows={held.sightings.map((sighting) => ({
            key: `${sighting.revision} ${sighting.path}`,
            cells: [
              <TextLink key="model" href={`/models/${sighting.model.id}`}>
                {sighting.model.name}
              </TextLink>,
              <HashMark key="revision" hash={sighting.revision} />,
              sighting.path,
              <TimeMark key="at" at={sighting.at} now={now} />,
            ],
          }))}
        />
      </Section>
      {others.length > 0 && (
        <Section title="Compare with another text">
          <ul className="flex flex-col gap-1">
            {others.map((other) => (
              <li key={other.sha256}>
                <TextLink href={`/licence-texts/${held.sha256}/compare/${other.sha256}`}>
                  {`${other.licenceId === null ? 'not recognised' : licenceName(other.licenceId)} (${other.sha256.slice(0, 8)})`}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="The text">
        {held.text === null ? <p>These bytes are no text.</p> : <LicenceText text={held.text} />}
      </Section>
    </>
  )
}

function Identified({ held: { identification } }: { held: HeldText }) {
  if (identification === null) return 'not looked at yet'
  const { verdict, licenceId, alternatives, closest, engineVersion } = identification
  if (licenceId !== null) {
    const others = alternatives.length === 0 ? '' : `; the same words also go by ${alternatives.join(', ')}`
    return `${verdict}: ${licenceName(licenceId)}, by its exact words (${engineVersion})${others}`
  }
  const near =
    closest === null
      ? 'nothing known is near'
      : `closest is ${licenceName(closest.licenceId)}, sharing ${(closest.similarity * 100).toFixed(1)} % of word pairs: for comparison, not for reliance`
  return `${verdict}: ${near} (${engineVersion})`
}
