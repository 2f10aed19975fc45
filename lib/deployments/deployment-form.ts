import type { Refusal } from '#lib/shared/outcome.ts'

/** A form's fields as they were typed. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

function text(fields: FormFields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** A field that was left empty is not stated. */
function textOrNull(fields: FormFields, name: string): string | null {
  const value = text(fields, name)
  return value.trim() === '' ? null : value
}

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/
/** Thousands set apart; a comma that parts something else might be a decimal comma, and is not guessed at. */
const GROUPED_NUMBER = /^[+-]?\d{1,3}(?:[\s,_'’]\d{3})+$/

/** A number as people write it; what is none stays as typed, so that it is refused as what it is. */
function numberOrText(fields: FormFields, name: string): number | string | null {
  const value = textOrNull(fields, name)?.trim() ?? null
  if (value === null) return null
  if (PLAIN_NUMBER.test(value)) return Number(value)
  return GROUPED_NUMBER.test(value) ? Number(value.replaceAll(/[\s,_'’]/g, '')) : value
}

function revisionOf(fields: FormFields): unknown {
  const kind = text(fields, 'revision.kind')
  return kind === 'unknown'
    ? { kind, reason: text(fields, 'revision.reason') }
    : { kind, value: text(fields, 'revision.value') }
}

/** What a form sends, in the shape the API takes, so that one validation serves both doors. */
export function deploymentOfForm(fields: FormFields): Record<string, unknown> {
  return {
    team: text(fields, 'team'),
    model: text(fields, 'model'),
    revision: revisionOf(fields),
    name: text(fields, 'name'),
    environment: text(fields, 'environment'),
    purpose: text(fields, 'purpose'),
    use: text(fields, 'use'),
    exposure: text(fields, 'exposure'),
    accessChannel: text(fields, 'accessChannel'),
    provider: textOrNull(fields, 'provider'),
    owner: text(fields, 'owner'),
    monthlyActiveUsers: numberOrText(fields, 'monthlyActiveUsers'),
    regions: text(fields, 'regions')
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
    startsOn: textOrNull(fields, 'startsOn'),
  }
}

/** Refusals as a form shows them: all regions stand in one field, so each names its code; what was not chosen is told so. */
export function formRefusals(refusals: readonly Refusal[], fields: FormFields): Refusal[] {
  const codes = deploymentOfForm(fields)['regions']
  return refusals.map((refusal) => {
    const name = refusal.field.slice(1).replaceAll('/', '.')
    const isList = refusal.rule.endsWith('.not-a-choice') || name === 'team'
    const isUnchosen = isList && text(fields, name) === ''
    if (isUnchosen) return { ...refusal, message: 'Nothing is chosen.', remedy: 'Choose one.' }
    const index = /^\/regions\/(\d+)$/.exec(refusal.field)?.[1]
    if (index === undefined || !Array.isArray(codes)) return refusal
    return { ...refusal, field: '/regions', message: `${codes[Number(index)]}: ${refusal.message}` }
  })
}
