import type { z } from 'zod'
import type { Permission } from '#lib/auth/permissions.ts'

/** What one operation of the API takes and answers, as its own schemas say; the OpenAPI document is made from these. */
export interface RouteContract {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Path below the origin, parameters in braces: `/api/v1/models/{id}`. */
  path: string
  summary: string
  permission: Permission | 'public'
  query?: z.ZodObject
  body?: z.ZodType
  /** What the body is sent as; JSON where nothing is said. */
  bodyMediaType?: string
  /** Answers by status; a problem (RFC 9457) is added for every refusal. */
  answers: Record<number, { says: string; body?: z.ZodType; mediaType?: string }>
  /** The operation takes an Idempotency-Key. */
  isIdempotent?: boolean
}
