import type { Instant, ReportLook, ReportSource } from './report-input.ts'
import type { Gap, GapKind, SourceCoverage } from './weekly-report.ts'

/** The part of a week that is over: to its end, or to now in a draft. */
export interface Window {
  from: Date
  to: Date
  isOver: boolean
}

/** A look may run late by one interval before its source counts as stale. */
const STALE_AFTER_INTERVALS = 2

function gapKind(
  source: ReportSource,
  since: Date | null,
  until: Date,
  tried: readonly ReportLook[],
): GapKind | undefined {
  if (since === null) return 'before-first-look'
  const isLate = until.getTime() - since.getTime() > STALE_AFTER_INTERVALS * source.intervalSeconds * 1_000
  // A look that failed for a reason is worth saying however soon the next one saw again.
  if (tried.some((look) => look.outcome === 'failed' || look.outcome === 'interrupted')) return 'failed'
  if (tried.some((look) => look.outcome === 'partial')) return 'partial'
  if (!isLate) return undefined
  return source.pausedAt !== null && new Date(source.pausedAt) < until ? 'paused' : 'stale'
}

function later(first: Date, second: Date): Date {
  return first > second ? first : second
}

function gapBetween(
  source: ReportSource,
  since: Date | null,
  until: Date | null,
  looks: readonly ReportLook[],
  window: Window,
): Gap[] {
  const start = later(window.from, new Date(source.createdAt))
  const end = until ?? window.to
  const tried = looks.filter((look) => {
    const at = new Date(look.startedAt)
    return look.outcome !== null && look.outcome !== 'complete' && (since === null || at >= since) && at < end
  })
  const kind = gapKind(source, since, end, tried)
  const from = since === null ? start : later(start, since)
  if (kind === undefined || from >= end) return []
  return [
    {
      kind,
      from: from.toISOString(),
      to: until === null && !window.isOver ? null : end.toISOString(),
      lastSeenAt: since?.toISOString() ?? null,
      attempts: tried.length,
      reasons: [...new Set(tried.map((look) => look.reason ?? look.outcome ?? 'unknown'))].sort(),
    },
  ]
}

function instant(at: Instant): Date {
  return new Date(at)
}

/** What of a week one source was seen in, and where it was not: why, from when to when, and when it was last seen. */
export function coverageOf(source: ReportSource, looks: readonly ReportLook[], window: Window): SourceCoverage {
  const own = looks.filter((look) => look.sourceId === source.id)
  const seenAt = own
    .flatMap((look) => (look.outcome === 'complete' && look.endedAt !== null ? [instant(look.endedAt)] : []))
    .filter((at) => at >= window.from && at < window.to)
    .sort((first, second) => first.getTime() - second.getTime())
  let since = source.lastCompleteBeforeAt === null ? null : instant(source.lastCompleteBeforeAt)
  const gaps: Gap[] = []
  for (const at of seenAt) {
    gaps.push(...gapBetween(source, since, at, own, window))
    since = at
  }
  gaps.push(...gapBetween(source, since, null, own, window))
  return { source: { id: source.id, name: source.name }, completeLooks: seenAt.length, gaps }
}
