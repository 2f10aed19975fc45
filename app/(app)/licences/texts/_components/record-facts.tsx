import { HashMark } from '#app/_ui/hash-mark.tsx'
import type { KeyValueItem } from '#app/_ui/key-value.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { claimedDate } from '#lib/licences/claimed-date.ts'
import type { HeldText } from '#lib/licences/queries/find-texts.ts'
import type { TextRecord } from '#lib/licences/queries/text-record.ts'
import { counted } from '../../../_components/counted.ts'
import { textHref } from './text-href.ts'

/** What a text is as bytes and words, and since when it is held. */
export function recordFacts(held: HeldText, record: TextRecord, now: Date): KeyValueItem[] {
  const claimed = held.text === null ? null : claimedDate(held.text)
  const first = held.firstSeen
  return [
    ...(claimed ? [{ term: 'Dates itself', value: <q>{claimed.words}</q> }] : []),
    { term: 'SHA-256', value: <HashMark hash={held.sha256} /> },
    {
      term: 'Fingerprint of words',
      value: record.fingerprint ? (
        <HashMark hash={record.fingerprint} />
      ) : (
        <span className="text-muted">not taken</span>
      ),
    },
    ...(record.sameWords.length === 0
      ? []
      : [
          {
            term: 'Same words, other layout',
            value: record.sameWords.map((sha, index) => (
              <span key={sha}>
                {index > 0 && ', '}
                <TextLink href={textHref(sha)}>{sha.slice(0, 8)}</TextLink>
              </span>
            )),
          },
        ]),
    { term: 'Size', value: `${counted(held.size, 'byte', 'bytes')}, ${held.encoding}` },
    { term: 'Held since', value: <TimeMark at={held.recordedAt} now={now} /> },
    ...(first
      ? [
          {
            term: 'First seen',
            value: (
              <>
                <TextLink href={`/models/${first.model.id}`}>{first.model.name}</TextLink> {first.path},{' '}
                <TimeMark at={first.at} now={now} />
              </>
            ),
          },
        ]
      : []),
  ]
}
