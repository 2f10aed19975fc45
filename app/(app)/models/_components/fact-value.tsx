import { z } from 'zod'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { evidenceText } from '#lib/catalogue/sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { Json } from '#lib/shared/canonical-json.ts'

const released = z.object({ on: z.iso.date(), precision: z.enum(['day', 'month']) })
const licence = z.object({ licenceId: z.string().nullable(), name: z.string().nullable() })
const counterpart = z.object({
  relation: z.enum([
    'none',
    'unknown',
    'flagship_above',
    'larger_sibling_of',
    'closed_successor_of',
    'closed_upgrade_of',
    'hosted_version_of',
    'weights_followed',
    'open_relative_later',
  ]),
  repo: z.string().nullable(),
  note: z.string().nullable(),
})

const WEIGHTS: Readonly<Record<string, string>> = { open: 'Published', 'api-only': 'Not published; API only' }

/** What a claim says, in the form its property has. */
export function FactValue({ property, value }: { property: string; value: Json }) {
  if (property === 'releaseOn') {
    const day = released.safeParse(value).data
    if (day) return <DayMark on={new Date(`${day.on}T00:00:00Z`)} precision={day.precision} />
  }
  if (property === 'licence') {
    const said = licence.safeParse(value).data
    if (said)
      return said.licenceId === null ? (said.name ?? 'Not one of the known licences') : licenceName(said.licenceId)
  }
  if (property === 'counterpart') {
    const said = counterpart.safeParse(value).data
    if (said) {
      const sentence = [`This model ${evidenceText(said.relation)}`, said.repo].filter(Boolean).join(' ')
      return `${sentence}.${said.note ? ` ${said.note}` : ''}`
    }
  }
  if (property.endsWith('On') && z.iso.date().safeParse(value).success) {
    return <DayMark on={new Date(`${value}T00:00:00Z`)} />
  }
  return plainValue(property, value)
}

function plainValue(property: string, value: Json): string {
  if (typeof value === 'number') {
    const figure = value.toLocaleString('en')
    if (property.startsWith('params')) return `${figure} billion`
    return property.startsWith('context') ? `${figure} tokens` : figure
  }
  if (typeof value === 'string') {
    if (property === 'modality') return value.replaceAll('+', ' + ').replace('>', ' → ')
    return property === 'weights' ? (WEIGHTS[value] ?? value) : value
  }
  return Array.isArray(value) ? value.map((one) => plainValue(property, one)).join(', ') : JSON.stringify(value)
}
