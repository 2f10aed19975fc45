import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { SourceFreshness as Freshness } from '#lib/upstream/queries/source-freshness.ts'

/** One line for the top bar: whether what is shown from outside is current. */
export function SourceFreshness({ sources, now }: { sources: Freshness[]; now: Date }) {
  const never = sources.filter((source) => source.health === 'never-looked')
  const [bad] = sources.filter((source) => source.health === 'failing' || source.health === 'stale')
  if (sources.length === 0) return null
  if (bad?.since) {
    return (
      <TextLink href="/sources">
        {bad.owner} {bad.health} since <TimeMark at={bad.since} now={now} />
      </TextLink>
    )
  }
  if (never.length > 0)
    return (
      <TextLink href="/sources">
        {never.length} of {sources.length} sources never looked at
      </TextLink>
    )
  const oldest = sources.flatMap((source) => source.lastGoodAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
  if (!oldest) return null
  return (
    <TextLink href="/sources">
      Oldest look at a source: <TimeMark at={oldest} now={now} />
    </TextLink>
  )
}
