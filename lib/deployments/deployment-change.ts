import { z } from 'zod'
import { type Outcome, ok, type Refusal } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { readDeployment } from './deployment-input.ts'
import type { DeploymentInput } from './schema.ts'

const withVersion = z.looseObject({ version: z.int().min(1).optional() })

const NO_VERSION: Refusal = {
  field: '/version',
  rule: 'version.missing',
  message: 'The version this edit begins from is missing.',
  remedy: 'Send the version you have seen, as If-Match: "3" or as version in the body.',
}
const WRONG_TAG: Refusal = {
  field: '',
  rule: 'if-match.wrong-form',
  message: 'The header If-Match is not a version.',
  remedy: 'Send the ETag of the deployment as it was given, such as "3".',
}

function taggedVersion(tag: string): number | null {
  const digits = /^"([1-9]\d{0,8})"$/.exec(tag.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** An edit as the API takes it: the whole of the deployment, and the version it begins from. */
export function readDeploymentChange(
  raw: unknown,
  tag: string | null,
  now: Date,
  standing: Pick<DeploymentInput, 'startsOn'>,
): Outcome<{ expected: number; input: DeploymentInput }> {
  const outer = withVersion.safeParse(raw)
  if (!outer.success) return { ok: false, refusals: refusalsOf(outer.error, raw) }
  const { version, ...fields } = outer.data
  const tagged = tag === null ? null : taggedVersion(tag)
  if (tag !== null && tagged === null) return { ok: false, refusals: [WRONG_TAG] }
  const read = readDeployment(fields, now, '', standing)
  const expected = tagged ?? version
  if (expected === undefined) return { ok: false, refusals: [NO_VERSION, ...(read.ok ? [] : read.refusals)] }
  return read.ok ? ok({ expected, input: read.value }) : read
}
