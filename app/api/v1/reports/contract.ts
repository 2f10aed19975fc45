import type { RouteContract } from '#app/_server/route-contract.ts'
import {
  publicationSchema,
  reportFormatQuery,
  reportWeekSchema,
  weeklyReportSchema,
} from '#lib/reports/answer-schema.ts'
import { reportWeekInput } from '#lib/reports/schema.ts'
import { fileQuery, pageOf } from '#lib/shared/page-query.ts'

export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/reports',
    summary: 'Every week with a report, the running one, and those that wait for theirs; newest first',
    permission: 'report:read',
    query: fileQuery,
    answers: { 200: { says: 'A page of weeks', body: pageOf(reportWeekSchema) } },
  },
  {
    method: 'post',
    path: '/api/v1/reports',
    summary: 'Publishes the report of a finished week, once',
    permission: 'report:publish',
    body: reportWeekInput,
    answers: {
      200: { says: 'It had been published before; nothing was written', body: publicationSchema },
      201: { says: 'It was published', body: publicationSchema },
    },
  },
  {
    method: 'get',
    path: '/api/v1/reports/{week}',
    summary: 'A week’s report as it was published, byte for byte; a draft where it is not',
    permission: 'report:read',
    query: reportFormatQuery,
    answers: {
      200: { says: 'The document; as `text/csv` with `format=csv`', body: weeklyReportSchema },
      304: { says: 'You hold these bytes already' },
    },
  },
]
