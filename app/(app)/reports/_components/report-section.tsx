import type { ReactNode } from 'react'
import { SECTION_TITLES, type SectionName, statementText } from '#lib/reports/sentences.en.ts'
import type { Statement } from '#lib/reports/weekly-report.ts'

interface ReportSectionProps {
  name: SectionName
  statement: Statement
  children?: ReactNode
}

/** One section of a report. It says what it holds, or why it holds nothing, before it shows anything. */
export function ReportSection({ name, statement, children }: ReportSectionProps) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="min-w-0 border-t pt-5">
      <h2 id={`${name}-title`} className="text-reading font-semibold">
        {SECTION_TITLES[name]}
      </h2>
      <p className="mt-1 mb-3">{statementText(name, statement)}</p>
      {children}
    </section>
  )
}
