import { jsonPointer } from '#lib/shared/json-pointer.ts'
import { type Outcome, ok, type Refusal } from '#lib/shared/outcome.ts'
import { readDeployment, slugOf } from './deployment-input.ts'
import { type DeploymentInput, MAX_BATCH } from './schema.ts'

/** Whether a body holds many deployments rather than one. */
export function isBatch(raw: unknown): raw is { deployments: unknown } {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'deployments')
}

function sizeRefusal(size: number): Refusal | undefined {
  if (size >= 1 && size <= MAX_BATCH) return undefined
  const remedy = `Send between 1 and ${MAX_BATCH} at once.`
  return { field: '/deployments', rule: 'deployments.size', message: `This holds ${size} deployments.`, remedy }
}

function sharedNames(read: readonly Outcome<DeploymentInput>[]): Refusal[] {
  const seen = new Set<string>()
  return read.flatMap((row, index) => {
    if (!row.ok) return []
    const key = `${row.value.team}/${slugOf(row.value.name)}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = 'Another deployment in this request has the same team and name.'
    return { field: `/deployments/${index}/name`, rule: 'name.repeated', message, remedy: 'Give each its own name.' }
  })
}

function strayFields(raw: object): Refusal[] {
  return Object.keys(raw).flatMap((key) => {
    if (key === 'deployments') return []
    const remedy = 'Leave it out; everything about a deployment stands in its entry.'
    return {
      field: jsonPointer([key]),
      rule: 'body.unknown-field',
      message: 'There is no such field.',
      remedy,
    }
  })
}

/** Every deployment of a request body, one or a batch; with any refusal none is given, so that nothing is half done. */
export function readDeployments(raw: unknown, now: Date): Outcome<DeploymentInput[]> {
  if (!isBatch(raw)) {
    const one = readDeployment(raw, now)
    return one.ok ? ok([one.value]) : one
  }
  const rows: unknown = raw.deployments
  if (!Array.isArray(rows)) {
    const remedy = 'Give a list of deployments.'
    return {
      ok: false,
      refusals: [{ field: '/deployments', rule: 'deployments.wrong-type', message: 'This is not a list.', remedy }],
    }
  }
  const size = sizeRefusal(rows.length)
  if (size) return { ok: false, refusals: [size] }
  const read = rows.map((row, index) => readDeployment(row, now, `/deployments/${index}`))
  const refusals = [...read.flatMap((row) => (row.ok ? [] : row.refusals)), ...sharedNames(read), ...strayFields(raw)]
  return refusals.length > 0 ? { ok: false, refusals } : ok(read.flatMap((row) => (row.ok ? [row.value] : [])))
}
