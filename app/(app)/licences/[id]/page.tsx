import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { countDeploymentsByLicence } from '#lib/deployments/queries/licence-use.ts'
import { isLicenceId } from '#lib/licences/aliases.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { listModelsUnder } from '#lib/licences/queries/licences.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { counted } from '../../_components/counted.ts'
import { ModelsUnder } from '../_components/models-under.tsx'
import { TermsSection } from '../_components/terms-section.tsx'
import { TextsTable } from '../_components/texts-table.tsx'

export async function generateMetadata({ params }: PageProps<'/licences/[id]'>): Promise<Metadata> {
  await pageCtx('catalogue:read')
  return { title: licenceName(decodeURIComponent((await params).id)) }
}

/** One licence: its terms as they were read, the texts recognised as it, and what stands under it. */
export default async function LicencePage({ params }: PageProps<'/licences/[id]'>) {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const id = decodeURIComponent((await params).id)
  if (!isLicenceId(id)) notFound()
  const terms = findTermsFor(id, 'MATCH')
  const texts = await listHeldTexts(db, id)
  const { models, total } = await listModelsUnder(db, id)
  const uses = may(actor, 'deployment:read')
    ? ((await countDeploymentsByLicence(db, scopeFor(actor, 'deployment:read'))).get(id) ?? 0)
    : null
  const query = encodeURIComponent(id)
  return (
    <>
      <PageHeader
        title={licenceName(id)}
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
        marks={<OpennessMark openness={licenceOpenness(terms)} />}
        sentence={
          <>
            <code className="font-mono text-sm">{id}</code> ·{' '}
            <TextLink href={`/models?licence=${query}`}>{counted(total, 'model', 'models')}</TextLink>
            {uses !== null && (
              <>
                {' · '}
                <TextLink href={`/deployments?licence=${query}`}>{counted(uses, 'deployment', 'deployments')}</TextLink>
              </>
            )}
          </>
        }
      />
      {terms === null ? (
        <Section title="Terms">
          <EmptyState
            title="Nobody has read the terms of this licence."
            sentence="Nothing is taken to be allowed by it: a deployment that runs under it needs a review."
          />
        </Section>
      ) : (
        <TermsSection terms={terms} />
      )}
      <Section
        title="Texts recognised as it"
        sentence="The terms hold for a model only where its own text is one of these."
        padding="flush"
      >
        {texts.length === 0 ? (
          <EmptyState
            title="No text of it is held."
            sentence="What stands under it does so by declaration or by the catalogue alone, which decides nothing."
          />
        ) : (
          <TextsTable texts={texts} now={clock.now()} />
        )}
      </Section>
      <ModelsUnder models={models} total={total} href={`/models?licence=${query}`} />
    </>
  )
}
