import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { OPENNESS_ORDER } from '#app/_ui/openness.ts'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { findFamily, listFamilyModels } from '#lib/catalogue/queries/families.ts'
import { catalogueIdSchema } from '#lib/catalogue/schema.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

export const metadata: Metadata = { title: 'Family' }

/** The models of one family. */
export default async function FamilyPage({ params }: PageProps<'/families/[id]'>) {
  const { db } = await pageCtx('catalogue:read')
  const id = catalogueIdSchema.safeParse((await params).id)
  const family = id.success ? await findFamily(db, id.data) : null
  if (family === null) notFound()
  const models = await listFamilyModels(db, family.id)
  return (
    <>
      <PageHeader
        title={family.name}
        sentence={`A family of ${family.publisher}: ${models.length} models on record.`}
        breadcrumbs={[{ label: 'Families', href: '/families' }]}
      />
      <Section title="Models" padding="flush">
        <PlainTable
          label="Models"
          head={[{ label: 'Model' }, { label: 'Openness' }, { label: 'Licence' }, { label: 'Released', align: 'end' }]}
          rows={models.map((model) => ({
            key: model.modelId,
            cells: [
              <TextLink key="name" href={`/models/${model.modelId}`}>
                {model.name}
              </TextLink>,
              <OpennessMark
                key="open"
                openness={OPENNESS_ORDER.find((step) => step === model.openness) ?? 'unknown'}
              />,
              model.licenceId ?? 'none known',
              model.releaseOn?.toISOString().slice(0, 10) ?? 'undated',
            ],
          }))}
        />
      </Section>
    </>
  )
}
