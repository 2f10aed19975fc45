import type { RouteContract } from '#app/_server/route-contract.ts'
import { passwordLinkSchema, personItemSchema } from '#lib/auth/answer-schema.ts'
import { personChange, personInput } from '#lib/auth/schema.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/people',
    summary: 'Everybody with an account, by name',
    permission: 'people:manage',
    query: pageQuery,
    answers: { 200: { says: 'A page of people', body: pageOf(personItemSchema) } },
  },
  {
    method: 'post',
    path: '/api/v1/people',
    summary: 'Adds a person and makes the link by which they set their password',
    permission: 'people:manage',
    body: personInput,
    answers: { 201: { says: 'The link, shown this once', body: passwordLinkSchema } },
  },
  {
    method: 'patch',
    path: '/api/v1/people/{id}',
    summary: 'Changes a person’s role, teams and whether they may sign in',
    permission: 'people:manage',
    body: personChange.omit({ id: true }),
    answers: { 204: { says: 'It is so' } },
  },
  {
    method: 'post',
    path: '/api/v1/people/{id}/link',
    summary: 'A new one-time link for somebody who lost their password',
    permission: 'people:manage',
    answers: { 201: { says: 'The link, shown this once; earlier ones no longer work', body: passwordLinkSchema } },
  },
]
