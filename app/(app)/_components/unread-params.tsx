import { Banner } from '#app/_ui/banner.tsx'
import type { Refusal } from '#lib/shared/outcome.ts'

/** Parts of an address that could not be read and were left out, so that nobody takes the list for filtered by them. */
export function UnreadParams({ refusals }: { refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null
  return (
    <Banner kind="note">
      {refusals.map((refusal) => (
        <p key={refusal.field}>
          {refusal.field.slice(1)} was left out: {refusal.message} {refusal.remedy}
        </p>
      ))}
    </Banner>
  )
}
