import { handle, refusal } from '#app/_server/handler.ts'
import type { ExportFormat } from '#lib/licences/compared-texts.ts'
import { comparisonQuery } from '#lib/licences/comparison-schema.ts'
import { findComparedTexts } from '#lib/licences/queries/compared-texts.ts'
import { notFound } from '#lib/shared/failure.ts'
import { readParams } from '#lib/shared/list-params.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { answerOf } from './answer.ts'

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  patch: 'text/x-diff; charset=utf-8',
}

/** What differs between two held texts: as JSON, or as a file. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db, clock, textJudge }) => {
    const asked = readParams(comparisonQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { from, to, format } = asked.value
    if (from === undefined || to === undefined) {
      return refusal(
        (['from', 'to'] as const).flatMap((name) => (asked.value[name] === undefined ? [needed(name)] : [])),
      )
    }
    const found = await findComparedTexts(db, from, to, clock.now())
    if (found.found === 'missing') throw notFound(`The text ${found.sha256}`)
    if (found.found !== 'both') return refusal([unreadable(found.side === 'before' ? 'from' : 'to')])
    const { texts } = found
    if (format !== undefined) {
      const file = await textJudge.exportComparison(texts, format)
      if (!file.ok) return refusal(file.refusals)
      return fileAnswer(file.value, format, `licence-texts-${from.slice(0, 8)}-${to.slice(0, 8)}`)
    }
    const { before, after } = texts
    const known = { beforeId: before.licenceId, afterId: after.licenceId }
    const compared = await textJudge.compare(before.text, after.text, known)
    if (!compared.ok) return refusal(compared.refusals)
    return Response.json(answerOf(texts, compared.value), { headers: { 'cache-control': 'no-store' } })
  })
}

function fileAnswer(bytes: Uint8Array, format: ExportFormat, name: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      // A publisher wrote what is quoted: no browser may take it for more than a document that does nothing.
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

function needed(name: 'from' | 'to'): Refusal {
  return {
    field: `/${name}`,
    rule: 'required',
    message: 'Two texts are compared: name both.',
    remedy: `Send ${name}=<SHA-256 of a held text>.`,
  }
}

function unreadable(name: 'from' | 'to'): Refusal {
  return {
    field: `/${name}`,
    rule: 'text.unreadable',
    message: 'The bytes of this text cannot be read as a text.',
    remedy: 'Compare the bytes themselves: GET /api/v1/licence-texts/{sha}/raw.',
  }
}
