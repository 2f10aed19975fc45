import type { Verdict } from './identify.ts'
import { type LicenceOpenness, licenceName, licenceOpenness } from './licence.ts'
import { findTermsFor } from './terms.ts'

/** A licence as the ledger's table lists it. */
export interface LedgerLicence {
  id: string
  name: string
  openness: LicenceOpenness
  /** Whether its terms were read. */
  hasTerms: boolean
  /** Texts recognised as it, whole. */
  texts: number
  /** Texts by what they were found to be of it: also parts of it and altered ones. */
  verdicts: Partial<Record<Verdict, number>>
  models: number
  /** Null where the reader may see no deployment. */
  deployments: number | null
  teams: number | null
  /** When a licence change of a model under it was last seen. */
  lastChangeAt: Date | null
}

/** A licence nothing is on record of, as the table would list it. */
export function unusedLicence(id: string, mayCount: boolean): LedgerLicence {
  const terms = findTermsFor(id, 'MATCH')
  return {
    id,
    name: licenceName(id),
    openness: licenceOpenness(terms),
    hasTerms: terms !== null,
    texts: 0,
    verdicts: {},
    models: 0,
    deployments: mayCount ? 0 : null,
    teams: mayCount ? 0 : null,
    lastChangeAt: null,
  }
}

/** What a list of licences can be ordered by. */
export const LICENCE_SORTS = ['name', 'openness', 'texts', 'models', 'deployments', 'teams', 'lastChangeAt'] as const
export type LicenceSort = (typeof LICENCE_SORTS)[number]

/** The order of a list that asks for none: what most deployments stand under comes first. */
export const DEFAULT_LICENCE_SORT = '-deployments'

export const LICENCE_OPENNESS = ['permissive', 'conditional', 'research', 'unknown'] as const

export interface LicenceFilter {
  /** Part of a name or an id, in any case. */
  q?: string | undefined
  openness?: LicenceOpenness | undefined
  terms?: 'read' | 'unread' | undefined
  /** Only what some deployment, or some model, stands under. */
  use?: 'deployments' | 'models' | undefined
  /** Only what some text was found to be with this verdict. */
  verdict?: Verdict | undefined
}

/** Whether a text names an order. */
export function isLicenceSort(text: string): boolean {
  return LICENCE_SORTS.some((sort) => sort === text.replace(/^-/, ''))
}

/** The licences a view keeps, in its order; what has no value comes last either way. */
export function viewLicences<Row extends LedgerLicence>(
  licences: readonly Row[],
  view: LicenceFilter & { sort?: string | undefined },
): Row[] {
  const text = view.sort ?? DEFAULT_LICENCE_SORT
  const by = LICENCE_SORTS.find((sort) => sort === text.replace(/^-/, '')) ?? 'deployments'
  const direction = text.startsWith('-') ? -1 : 1
  return licences
    .filter((licence) => isKept(licence, view))
    .sort((a, b) => {
      const [one, other] = [sortValue(a, by), sortValue(b, by)]
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byUse(a, b)
      return direction * compare(one, other) || byUse(a, b)
    })
}

/** How many licences a view would keep at each step of openness, whatever step it names. */
export function countByOpenness(licences: readonly LedgerLicence[], view: LicenceFilter): Map<LicenceOpenness, number> {
  const kept = licences.filter((licence) => isKept(licence, { ...view, openness: undefined }))
  return new Map(LICENCE_OPENNESS.map((step) => [step, kept.filter((licence) => licence.openness === step).length]))
}

function isKept(licence: LedgerLicence, { q, openness, terms, use, verdict }: LicenceFilter): boolean {
  const words = `${licence.name} ${licence.id}`.toLowerCase()
  return (
    words.includes((q ?? '').trim().toLowerCase()) &&
    (openness === undefined || licence.openness === openness) &&
    (terms === undefined || licence.hasTerms === (terms === 'read')) &&
    (use === undefined || ((use === 'models' ? licence.models : licence.deployments) ?? 0) > 0) &&
    (verdict === undefined || (licence.verdicts[verdict] ?? 0) > 0)
  )
}

function sortValue(licence: LedgerLicence, by: LicenceSort): string | number | null {
  if (by === 'openness') return LICENCE_OPENNESS.indexOf(licence.openness)
  if (by === 'lastChangeAt') return licence.lastChangeAt?.getTime() ?? null
  return licence[by]
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'en') : Number(a) - Number(b)
}

function byUse(a: LedgerLicence, b: LedgerLicence): number {
  return b.models - a.models || b.texts - a.texts || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)
}
