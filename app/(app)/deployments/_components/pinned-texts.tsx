import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { PinnedText } from '#lib/deployments/queries/find-pinned-licence.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { textTitle } from '#lib/licences/text-title.ts'

interface PinnedTextsProps {
  texts: readonly PinnedText[]
  /** Where the revision's files are read at the hub. */
  repositoryUrl: string
  now: Date
}

/** Every licence-like text of the pinned revision, and what each was identified as. */
export function PinnedTexts({ texts, repositoryUrl, now }: PinnedTextsProps) {
  if (texts.length === 0) {
    return (
      <Section title="Licence texts of this revision">
        <p className="max-w-[80ch]">
          None is held. Either the revision holds no licence file, or nobody here has seen the revision. A declaration
          alone decides nothing.
        </p>
      </Section>
    )
  }
  return (
    <>
      {texts.map((text) => (
        <Section
          key={`${text.path} ${text.sha256}`}
          title={text.path}
          sentence={text.isGoverning ? 'This text governs.' : 'Stands beside the one that governs.'}
          actions={<TextLink href={`/licences/texts/${text.sha256}`}>Read the text</TextLink>}
        >
          <KeyValue
            items={[
              { term: 'Identified as', value: identifiedText(text) },
              { term: 'SHA-256', value: <HashMark hash={text.sha256} /> },
              {
                term: 'Seen',
                value: (
                  <>
                    <TimeMark at={text.seenAt} now={now} /> at{' '}
                    <TextLink href={`${repositoryUrl}/${text.path}`}>the hub</TextLink>
                  </>
                ),
              },
            ]}
          />
        </Section>
      ))}
    </>
  )
}

function identifiedText({ identification }: PinnedText): string {
  if (identification === null) return 'not judged yet'
  const { verdict, licenceId, closest } = identification
  if (licenceId !== null) return `${licenceName(licenceId)} (${verdict})`
  const found = `${textTitle(identification)} (${verdict})`
  if (closest === null || verdict === 'CONTAINS') return found
  const near = verdict === 'UNKNOWN' ? `; closest is ${licenceName(closest.licenceId)}` : ''
  return `${found}${near}, ${percent(closest.similarity)} alike`
}

/** Never rounded up to a whole: only an exact hit is all alike. */
function percent(similarity: number): string {
  return `${Math.floor(similarity * 100)} %`
}
