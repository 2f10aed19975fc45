import type { Queryable } from '#lib/db/client.ts'
import { type IsoWeek, isoWeekBounds, isoWeekOf, parseIsoWeek, previousIsoWeek } from '#lib/shared/iso-week.ts'
import { COMPANY, type ReportFormat } from '../published-report.ts'
import type { WeeklyReport } from '../weekly-report.ts'
import { findFirstLookAt } from './week-looks.ts'

/** A week there is, or could be, a report of. */
export interface ReportWeek {
  week: IsoWeek
  from: Date
  to: Date
  /** `running` has a draft; `unpublished` is over and waits for the schedule or for somebody to publish it. */
  state: 'published' | 'running' | 'unpublished'
  publishedAt: Date | null
  publishedBy: string | null
  edition: number | null
}

export interface PublishedReport {
  reportId: string
  week: IsoWeek
  edition: number
  publishedAt: Date
  publishedBy: string
  /** The document as it was published. */
  report: WeeklyReport
  /** SHA-256 of everything it quotes, from which it can be assembled again. */
  inputsSha256: string
  renditions: { format: string; sha256: string; size: number; mediaType: string }[]
}

/** Every week with a published report, the running one, and those since the first look that still lack one; newest first. */
export async function listReports(db: Queryable, now: Date): Promise<ReportWeek[]> {
  const rows = await db.report.findMany({
    where: COMPANY,
    select: { isoWeek: true, edition: true, publishedAt: true, publishedBy: true },
    orderBy: { edition: 'asc' },
  })
  const published = new Map(rows.map((row) => [row.isoWeek, row]))
  const running = isoWeekOf(now)
  const weeks = new Set([running, ...published.keys(), ...weeksSince(await findFirstLookAt(db), running)])
  return [...weeks]
    .flatMap((name) => parseIsoWeek(name) ?? [])
    .sort()
    .reverse()
    .map((week) => {
      const row = published.get(week)
      return {
        week,
        ...isoWeekBounds(week),
        state: row ? 'published' : week === running ? 'running' : 'unpublished',
        publishedAt: row?.publishedAt ?? null,
        publishedBy: row?.publishedBy ?? null,
        edition: row?.edition ?? null,
      }
    })
}

/** A week's newest published report with the hashes of its renditions; null where there is none. */
export async function findReport(db: Queryable, week: IsoWeek): Promise<PublishedReport | null> {
  const row = await db.report.findFirst({
    where: { ...COMPANY, isoWeek: week },
    orderBy: { edition: 'desc' },
    include: {
      renditions: { include: { blob: { select: { size: true, mediaType: true } } }, orderBy: { format: 'asc' } },
    },
  })
  const document = row === null ? null : await findRendition(db, week, 'json')
  if (row === null || document === null) return null
  return {
    reportId: row.id,
    week,
    edition: row.edition,
    publishedAt: row.publishedAt,
    publishedBy: row.publishedBy,
    report: JSON.parse(Buffer.from(document.bytes).toString('utf8')),
    inputsSha256: row.inputsSha,
    renditions: row.renditions.map(({ format, sha256, blob }) => ({ format, sha256, ...blob })),
  }
}

/** The bytes of a week's newest published report in one format, as they were published; null where there are none. */
export async function findRendition(
  db: Queryable,
  week: IsoWeek,
  format: ReportFormat,
): Promise<{ bytes: Uint8Array; sha256: string; mediaType: string } | null> {
  const rendition = await db.rendition.findFirst({
    where: { format, report: { ...COMPANY, isoWeek: week } },
    orderBy: { report: { edition: 'desc' } },
    include: { blob: { select: { bytes: true, mediaType: true } } },
  })
  if (rendition === null) return null
  return { bytes: rendition.blob.bytes, sha256: rendition.sha256, mediaType: rendition.blob.mediaType }
}

function weeksSince(firstLookAt: Date | null, last: IsoWeek): IsoWeek[] {
  if (firstLookAt === null) return []
  const first = isoWeekOf(firstLookAt)
  const weeks: IsoWeek[] = []
  for (let week = last; week >= first; week = previousIsoWeek(week)) weeks.push(week)
  return weeks
}
