import type { RouteContract } from '#app/_server/route-contract.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'
import { lookRequested, sourceDetail, sourceItem } from '#lib/upstream/answer-schema.ts'
import { sourceChangeInput } from '#lib/upstream/schema.ts'

/** Operations on sources. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/sources',
    summary: 'Lists the places that are watched, with their health',
    permission: 'upstream:read',
    query: pageQuery,
    answers: { 200: { says: 'A page of sources', body: pageOf(sourceItem) } },
  },
  {
    method: 'get',
    path: '/api/v1/sources/{id}',
    summary: 'One source with its health, its newest looks and what each could not see',
    permission: 'upstream:read',
    answers: { 200: { says: 'The source', body: sourceDetail } },
  },
  {
    method: 'patch',
    path: '/api/v1/sources/{id}',
    summary: 'Changes how often a source is looked at, how long a doubtful change waits, and whether it is watched',
    permission: 'source:manage',
    body: sourceChangeInput,
    answers: { 200: { says: 'The source as it is now', body: sourceDetail } },
  },
  {
    method: 'post',
    path: '/api/v1/sources/{id}/looks',
    summary: 'Asks for a look now; one waiting request per source is enough',
    permission: 'upstream:look',
    answers: { 202: { says: 'Queued; Location names the source, whose `work` follows the look', body: lookRequested } },
  },
]
