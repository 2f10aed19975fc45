import type { z } from 'zod'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listLicenceLedger } from '#lib/deployments/queries/licence-ledger.ts'
import { VERDICTS } from '#lib/licences/identified-text.ts'
import { type LedgerLicence, unusedLicence } from '#lib/licences/licence-view.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import type { licenceDetail, licenceItem } from '#lib/licences/schema.ts'
import { readTerms, termsSource } from '#lib/licences/term-questions.ts'
import { findTermsFor, TERMS_AS_OF, TERMS_NOTICE, type TermsRow } from '#lib/licences/terms.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { itemOf as textItemOf } from '../licence-texts/answers.ts'

type Item = z.input<typeof licenceItem>

/** The columns of an export, in one order for every view. */
export const LICENCE_COLUMNS: readonly CsvColumn<Item>[] = [
  { header: 'id', value: (item) => item.id },
  { header: 'name', value: (item) => item.name },
  { header: 'openness', value: (item) => item.openness },
  { header: 'has_terms', value: (item) => item.hasTerms },
  { header: 'texts', value: (item) => item.texts },
  ...VERDICTS.map((verdict) => ({
    header: `texts_${verdict.toLowerCase()}`,
    value: (item: Item) => item.verdicts[verdict] ?? 0,
  })),
  { header: 'models', value: (item) => item.models },
  { header: 'deployments', value: (item) => item.deployments },
  { header: 'teams', value: (item) => item.teams },
  { header: 'last_change_at', value: (item) => item.lastChangeAt },
]

/** A licence as lists and files give it. */
export function itemOf({ lastChangeAt, verdicts, ...licence }: LedgerLicence): Item {
  return { ...licence, verdicts: { ...verdicts }, lastChangeAt: lastChangeAt?.toISOString() ?? null }
}

/** One licence with its terms and texts, whether or not anything stands under it. */
export async function licenceAnswer(ctx: AppCtx, id: string): Promise<z.input<typeof licenceDetail>> {
  const terms = findTermsFor(id, 'MATCH')
  const scope = may(ctx.actor, 'deployment:read') ? scopeFor(ctx.actor, 'deployment:read') : null
  const listed = (await listLicenceLedger(ctx.db, scope)).find((licence) => licence.id === id)
  return {
    ...itemOf(listed ?? unusedLicence(id, scope !== null)),
    terms: terms && termsOf(terms),
    textsHeld: (await listHeldTexts(ctx.db, id)).map(textItemOf),
  }
}

function termsOf(row: TermsRow) {
  const { says, isRehosted } = termsSource(row)
  return {
    notice: TERMS_NOTICE,
    name: row.name,
    licensor: row.licensor,
    date: row.date,
    read: row.read,
    asOf: TERMS_AS_OF,
    source: says,
    isRehosted,
    sha256: row.sha256 ?? null,
    warning: row.warning ?? null,
    items: readTerms(row).map(({ value, ...term }) => ({ ...term, value: rawOf(row, term.key), says: value })),
  }
}

function rawOf(row: TermsRow, key: string) {
  const value = row.terms[key]?.value ?? null
  return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value
}
