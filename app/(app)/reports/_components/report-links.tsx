import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { AppLink } from '#app/_ui/app-link.tsx'
import { buttonClass } from '#app/_ui/button-class.ts'
import { type IsoWeek, isoWeekBounds, isoWeekOf, previousIsoWeek } from '#lib/shared/iso-week.ts'

/** The weeks beside this one, and the report as files. */
export function ReportLinks({ week, now }: { week: IsoWeek; now: Date }) {
  const previous = previousIsoWeek(week)
  const next = isoWeekOf(isoWeekBounds(week).to)
  return (
    <>
      <AppLink href={`/reports/${previous}`} rel="prev" className={buttonClass('quiet', 'small')}>
        <ChevronLeft aria-hidden className="size-4" />
        {previous}
      </AppLink>
      {next <= isoWeekOf(now) && (
        <AppLink href={`/reports/${next}`} rel="next" className={buttonClass('quiet', 'small')}>
          {next}
          <ChevronRight aria-hidden className="size-4" />
        </AppLink>
      )}
      {(['json', 'csv'] as const).map((format) => (
        <a key={format} href={`/api/v1/reports/${week}.${format}`} className={buttonClass('secondary', 'small')}>
          <Download aria-hidden className="size-4" strokeWidth={1.75} />
          {format.toUpperCase()}
        </a>
      ))}
    </>
  )
}
