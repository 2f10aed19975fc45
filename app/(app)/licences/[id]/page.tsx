import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { findLicenceUse } from '#lib/deployments/queries/licence-users.ts'
import { isLicenceId } from '#lib/licences/aliases.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listConclusions } from '#lib/licences/queries/conclusions.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { listModelsUnder } from '#lib/licences/queries/licences.ts'
import { findReadLicence } from '#lib/licences/queries/read-sides.ts'
import { listClaimedDates } from '#lib/licences/queries/text-record.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { counted } from '../../_components/counted.ts'
import { ConclusionsSection } from '../_components/conclusions-section.tsx'
import { DeploymentsUnder } from '../_components/deployments-under.tsx'
import { ModelsUnder } from '../_components/models-under.tsx'
import { TermsSection } from '../_components/terms-section.tsx'
import { TextVersions } from '../_components/text-versions.tsx'

export async function generateMetadata({ params }: PageProps<'/licences/[id]'>): Promise<Metadata> {
  await pageCtx('catalogue:read')
  return { title: licenceName(decodeURIComponent((await params).id)) }
}

/** One licence: its terms as they were read, its texts along time, what stands under it and what people concluded. */
export default async function LicencePage({ params }: PageProps<'/licences/[id]'>) {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const id = decodeURIComponent((await params).id)
  if (!isLicenceId(id)) notFound()
  const now = clock.now()
  const scope = may(actor, 'deployment:read') ? scopeFor(actor, 'deployment:read') : null
  const terms = findTermsFor(id, 'MATCH')
  const [held, { models, total }, use, read] = await Promise.all([
    listHeldTexts(db, id),
    listModelsUnder(db, id),
    scope && findLicenceUse(db, scope, id),
    findReadLicence(db, id),
  ])
  const texts = held.toSorted((a, b) => seenAt(b) - seenAt(a))
  const textShas = texts.map((text) => text.sha256)
  const [claims, conclusions] = await Promise.all([
    listClaimedDates(db, textShas),
    listConclusions(db, { textShas, licenceId: id }),
  ])
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
            {use && (
              <>
                {' · '}
                <TextLink href={`/deployments?licence=${query}`}>
                  {counted(use.total, 'deployment', 'deployments')}
                </TextLink>
              </>
            )}
          </>
        }
        actions={
          <>
            <ButtonLink href={`/licences/terms?of=${query}`}>Terms beside another</ButtonLink>
            <ButtonLink href={`/licences/bindings?licence=${query}`}>Who is bound</ButtonLink>
          </>
        }
      />
      <Section
        title="Texts recognised as it"
        sentence="By when each was first seen. The terms hold for a model only where its own text is one of these."
        padding="flush"
      >
        {texts.length === 0 ? (
          <EmptyState
            title="No text of it is held."
            sentence="What stands under it does so by declaration or by the catalogue alone, which decides nothing."
          />
        ) : (
          <TextVersions texts={texts} claims={claims} now={now} />
        )}
      </Section>
      {terms === null ? (
        <Section title="Terms">
          <EmptyState
            title="Nobody has read the terms of this licence."
            sentence="Nothing is taken to be allowed by it: a deployment that runs under it needs a review."
          />
        </Section>
      ) : (
        <TermsSection terms={terms} shown={read?.shown ?? null} />
      )}
      {use && <DeploymentsUnder use={use} licenceId={id} isOwnOnly={scope?.teamIds !== 'all'} />}
      <ModelsUnder models={models} total={total} href={`/models?licence=${query}`} />
      <ConclusionsSection conclusions={conclusions} now={now} />
    </>
  )
}

function seenAt(text: { firstSeen: { at: Date } | null; recordedAt: Date }): number {
  return (text.firstSeen?.at ?? text.recordedAt).getTime()
}
