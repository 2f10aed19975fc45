import { HashMark } from '#app/_ui/hash-mark.tsx'
import type { KeyValueItem } from '#app/_ui/key-value.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ChangeValue } from '#lib/upstream/change.ts'
import { changedFile, type SeenObservation } from '#lib/upstream/change-record.ts'
import { ChangeValueMark } from '../../_components/change-value-mark.tsx'

interface EvidenceSectionProps {
  title: string
  value: ChangeValue
  seen: SeenObservation | null
  /** Said where no look stands behind this side. */
  none: string
}

const OUTCOMES: Readonly<Record<string, string>> = {
  seen: 'The repository could be seen',
  withheld: 'The hub answered nobody about it',
  disabled: 'The hub said it is disabled',
}

/** One side of a change: the value, and the answer of the hub it was read from. */
export function EvidenceSection({ title, value, seen, none }: EvidenceSectionProps) {
  const read = seen === null ? [{ term: 'Seen', value: <span className="text-muted">{none}</span> }] : rowsOf(seen)
  return (
    <Section title={title}>
      <KeyValue
        items={[{ term: 'Value', value: <ChangeValueMark value={value} /> }, ...fileOf(value, seen), ...read]}
      />
    </Section>
  )
}

/** Where the hub shows the file itself, at the commit that was seen. */
function fileOf(value: ChangeValue, seen: SeenObservation | null): KeyValueItem[] {
  const file = changedFile(value)
  if (file === null || seen === null || seen.commit === null || !URL.canParse(seen.url)) return []
  const path = [seen.name, 'blob', seen.commit, file.path].join('/').split('/').map(encodeURIComponent).join('/')
  return [{ term: 'File', value: <TextLink href={`${new URL(seen.url).origin}/${path}`}>{file.path}</TextLink> }]
}

function rowsOf({
  id,
  lookId,
  at,
  outcome,
  status,
  url,
  etag,
  bodySha256,
  commit,
  name,
}: SeenObservation): KeyValueItem[] {
  return [
    { term: 'Seen', value: <time dateTime={at.toISOString()}>{formatInstant(at)}</time> },
    { term: 'What answered', value: `${OUTCOMES[outcome] ?? outcome}, under the name ${name}` },
    { term: 'Address', value: <TextLink href={url}>{url}</TextLink> },
    { term: 'HTTP status', value: status ?? <span className="text-muted">none: the list alone told</span> },
    { term: 'Commit', value: commit === null ? NONE : <HashMark hash={commit} /> },
    { term: 'SHA-256 of the answer', value: bodySha256 === null ? NONE : <HashMark hash={bodySha256} /> },
    { term: 'ETag', value: etag ?? NONE },
    { term: 'Observation', value: <HashMark hash={id} /> },
    { term: 'Look', value: <HashMark hash={lookId} /> },
  ]
}

const NONE = <span className="text-muted">none</span>
