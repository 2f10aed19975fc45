import type { RouteContract } from '#app/_server/route-contract.ts'
import { newTokenSchema, tokenItemSchema } from '#lib/auth/answer-schema.ts'
import { tokenInput } from '#lib/auth/schema.ts'
import { pageOf, pageQuery } from '#lib/shared/page-query.ts'

export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/tokens',
    summary: 'Your API tokens, newest first; of everybody for an administrator',
    permission: 'token:own',
    query: pageQuery,
    answers: { 200: { says: 'A page of tokens', body: pageOf(tokenItemSchema) } },
  },
  {
    method: 'post',
    path: '/api/v1/tokens',
    summary: 'Makes an API token with your rights; only for a signed-in person, never with a token',
    permission: 'token:own',
    body: tokenInput,
    answers: { 201: { says: 'The token, shown this once', body: newTokenSchema } },
  },
  {
    method: 'delete',
    path: '/api/v1/tokens/{id}',
    summary: 'Revokes a token for good; one that is revoked already stays so',
    permission: 'token:own',
    answers: { 204: { says: 'It is revoked' } },
  },
]
