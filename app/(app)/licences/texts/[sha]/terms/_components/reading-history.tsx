import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { counts, type Opinion, type RuleEntry, type StoredReading } from '#lib/licences/reading.ts'
import { termText } from '#lib/licences/term-questions.ts'
import { questionOf } from '#lib/licences/term-values.ts'
import { TermMark } from '../../../../_components/terms-mark.tsx'
import { OpinionForm } from './opinion-form.tsx'

interface ReadingHistoryProps {
  readings: readonly StoredReading[]
  rules: readonly RuleEntry[]
  /** Who looks, where they may say something; null where they may not. */
  personId: string | null
  now: Date
}

function OpinionLine({ opinion, now }: { opinion: Opinion; now: Date }) {
  return (
    <li className="border-s-2 ps-3">
      <p className="flex flex-wrap items-center gap-x-3 text-muted">
        <PersonMark name={opinion.personName} />
        <span>{opinion.agrees ? 'agrees' : 'disagrees'}</span>
        <TimeMark at={opinion.at} now={now} />
      </p>
      <p className="max-w-[80ch] whitespace-pre-line [overflow-wrap:anywhere]">{opinion.comment}</p>
    </li>
  )
}

function mayGive(reading: StoredReading, personId: string | null): boolean {
  if (personId === null || reading.status === 'proposed' || reading.recordedBy === personId) return false
  return !reading.opinions.some((one) => one.personId === personId)
}

/** Every reading of the text that was ever put on record, the newest first, with what second persons said. */
export function ReadingHistory({ readings, rules, personId, now }: ReadingHistoryProps) {
  if (readings.length === 0) return null
  return (
    <Section
      title="Readings on record"
      sentence="Nothing here is rewritten: a newer conclusion stands beside the older one and counts in its place."
    >
      <ol className="flex flex-col gap-6 text-sm">
        {readings.map((reading) => {
          const isProposed = reading.status === 'proposed'
          const isCounting = counts(reading, rules)
          return (
            <li key={reading.id}>
              <p className="flex flex-wrap items-center gap-x-3 text-muted">
                <PersonMark name={reading.recordedByName} kind={isProposed ? 'automation' : 'person'} />
                <TimeMark at={reading.recordedAt} now={now} />
                <TermMark standing={isProposed ? 'proposed' : isCounting ? 'concluded' : 'waiting'} />
              </p>
              {reading.reason && (
                <p className="max-w-[80ch] whitespace-pre-line [overflow-wrap:anywhere]">{reading.reason}</p>
              )}
              <ul className="mt-1 flex list-disc flex-col gap-1 ps-5">
                {reading.terms.map((term) => (
                  <li key={term.term}>
                    {questionOf(term.term).question} {termText(term.term, term.value)}
                    {term.section !== null && <span className="text-muted"> (section {term.section})</span>}
                  </li>
                ))}
              </ul>
              {reading.opinions.length > 0 && (
                <ul className="mt-3 flex flex-col gap-3">
                  {reading.opinions.map((opinion) => (
                    <OpinionLine key={opinion.personId} opinion={opinion} now={now} />
                  ))}
                </ul>
              )}
              {mayGive(reading, personId) && (
                <OpinionForm readingId={reading.id} author={reading.recordedByName} isWaiting={!isCounting} />
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
