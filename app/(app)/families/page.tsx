import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { StackedBars } from '#app/_ui/stacked-bars.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { familyShare } from '#lib/catalogue/family-share.ts'
import { listFamilies, listShareModels } from '#lib/catalogue/queries/families.ts'
import { PlainTable } from '../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Families' }

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? 'undated'

/** Families, and how much of what came out had weights. */
export default async function FamiliesPage() {
  const { db } = await pageCtx('catalogue:read')
  const share = familyShare(await listShareModels(db))
  const families = await listFamilies(db)
  return (
    <>
      <PageHeader
        title="Families"
        sentence={`${families.length} families: ${share.weights} models with weights, ${share.apiOnly} offered as an API only.`}
      />
      <StackedBars
        title="How much of what came out has weights?"
        sentence="Models by the quarter of their release, as the catalogue dates them; those without a date stand apart."
        pointLabel="Quarter"
        series={[
          { key: 'weights', label: 'With weights' },
          { key: 'apiOnly', label: 'API only' },
        ]}
        points={share.quarters.map((row) => ({
          label: row.quarter,
          values: { weights: row.weights, apiOnly: row.apiOnly },
        }))}
      />
      <Section title="All families" padding="flush">
        <PlainTable
          label="Families"
          head={[
            { label: 'Family' },
            { label: 'Publisher' },
            { label: 'Models', align: 'end' },
            { label: 'With weights', align: 'end' },
            { label: 'API only', align: 'end' },
            { label: 'Undated', align: 'end' },
            { label: 'First', align: 'end' },
            { label: 'Last', align: 'end' },
          ]}
          rows={families.map((family) => ({
            key: family.id,
            cells: [
              <TextLink key="name" href={`/families/${family.id}`}>
                {family.name}
              </TextLink>,
              <TextLink key="publisher" href={`/publishers/${encodeURIComponent(family.publisher)}`}>
                {family.publisher}
              </TextLink>,
              family.models,
              family.weights,
              family.apiOnly,
              family.undated,
              day(family.firstOn),
              day(family.lastOn),
            ],
          }))}
        />
      </Section>
    </>
  )
}
