import { Banner } from '#app/_ui/banner.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'
import { reasonText } from '#lib/upstream/sentences.en.ts'

/** What somebody must know before they rely on what is shown of a source. */
export function SourceNotes({ source, hubEndpoint }: { source: SourceRow; hubEndpoint: string }) {
  const { endpoint, health, since, lastLook, lastGood, baselineLookId, pausedAt } = source
  const stands =
    lastGood === null
      ? 'Nothing of it has been seen whole yet.'
      : `What was seen up to ${formatInstant(lastGood.endedAt)} stands and is shown as such.`
  return (
    <>
      {endpoint !== hubEndpoint && (
        <Banner kind="stale">
          It is watched at {endpoint}, and this installation now asks {hubEndpoint}: it is not looked at, since another
          hub's answers say nothing about it. An operator can set HF_ENDPOINT back. {stands}
        </Banner>
      )}
      {health === 'failing' && since && (
        <Banner kind="stale">
          No look has been complete since {formatInstant(since)}
          {lastLook?.reason ? `. ${reasonText(lastLook.reason)}` : ''}. {stands}
        </Banner>
      )}
      {health === 'stale' && since && (
        <Banner kind="stale">
          Nobody has looked for two intervals, since {formatInstant(since)}. {stands}
        </Banner>
      )}
      {pausedAt && (
        <Banner kind="note">
          Paused since {formatInstant(pausedAt)}: it is looked at only when somebody asks, and grows stale meanwhile.
        </Banner>
      )}
      {baselineLookId === null && lastLook !== null && (
        <Banner kind="note">
          No look has been complete yet. Until one is, nothing counts as a change: there is nothing to compare with.
        </Banner>
      )}
    </>
  )
}
