/** The one audience there is: the whole company. */
export const COMPANY = { audienceKind: 'company', audienceKey: '' } as const

/** The formats in which a report is stored and served, with their media types. */
export const REPORT_FORMATS = { json: 'application/json', csv: 'text/csv' } as const
export type ReportFormat = keyof typeof REPORT_FORMATS

/** Whether a word names a format. */
export function isReportFormat(word: string): word is ReportFormat {
  return Object.hasOwn(REPORT_FORMATS, word)
}
