import type { z } from 'zod'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { countDeploymentsByLicence } from '#lib/deployments/queries/licence-use.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { type ListedLicence, listLicences } from '#lib/licences/queries/licences.ts'
import type { licenceDetail, licenceItem } from '#lib/licences/schema.ts'
import { readTerms, termsSource } from '#lib/licences/term-questions.ts'
import { findTermsFor, TERMS_AS_OF, TERMS_NOTICE, type TermsRow } from '#lib/licences/terms.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { itemOf as textItemOf } from '../licence-texts/answers.ts'

type Item = z.input<typeof licenceItem>

/** Every licence in use or seen, with how many deployments the reader may see under each. */
export async function licenceItems(ctx: AppCtx): Promise<Item[]> {
  const uses = await usesFor(ctx)
  return (await listLicences(ctx.db)).map((licence) => itemOf(licence, uses))
}

/** One licence with its terms and texts, whether or not anything stands under it. */
export async function licenceAnswer(ctx: AppCtx, id: string): Promise<z.input<typeof licenceDetail>> {
  const listed = (await listLicences(ctx.db)).find((licence) => licence.id === id) ?? { id, models: 0, texts: 0 }
  const terms = findTermsFor(id, 'MATCH')
  return {
    ...itemOf(listed, await usesFor(ctx)),
    terms: terms && termsOf(terms),
    textsHeld: (await listHeldTexts(ctx.db, id)).map(textItemOf),
  }
}

async function usesFor({ db, actor }: AppCtx): Promise<Map<string, number> | null> {
  return may(actor, 'deployment:read') ? countDeploymentsByLicence(db, scopeFor(actor, 'deployment:read')) : null
}

function itemOf({ id, models, texts }: ListedLicence, uses: ReadonlyMap<string, number> | null): Item {
  const terms = findTermsFor(id, 'MATCH')
  return {
    id,
    name: licenceName(id),
    openness: licenceOpenness(terms),
    hasTerms: terms !== null,
    models,
    texts,
    deployments: uses && (uses.get(id) ?? 0),
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
