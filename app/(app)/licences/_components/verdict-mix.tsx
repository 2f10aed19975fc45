import type { Verdict } from '#lib/licences/identify.ts'

const WORDS: Record<Verdict, string> = {
  MATCH: 'match',
  CONTAINS: 'contain it',
  PARTIAL: 'in part',
  MODIFIED: 'modified',
  UNKNOWN: 'unknown',
}
const ORDER: readonly Verdict[] = ['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN']

/** What the held texts were found to be of a licence, from the surest: `3 match · 1 modified`. */
export function VerdictMix({ verdicts }: { verdicts: Partial<Record<Verdict, number>> }) {
  const parts = ORDER.flatMap((verdict) => {
    const count = verdicts[verdict] ?? 0
    return count === 0 ? [] : [{ verdict, count }]
  })
  if (parts.length === 0) return <span className="text-muted">no text</span>
  return (
    <span className="tabular-nums">
      {parts.map(({ verdict, count }, index) => (
        <span key={verdict} className={verdict === 'MATCH' || verdict === 'CONTAINS' ? '' : 'text-review'}>
          {index > 0 && <span className="text-muted"> · </span>}
          {count.toLocaleString('en')} {WORDS[verdict]}
        </span>
      ))}
    </span>
  )
}
