import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { countDeploymentsByLicence } from '#lib/deployments/queries/licence-use.ts'
import { licenceName, licenceOpenness } from '#lib/licences/licence.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { listLicences } from '#lib/licences/queries/licences.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { PlainTable } from '../_components/plain-table.tsx'
import { TextsTable } from './_components/texts-table.tsx'

export const metadata: Metadata = { title: 'Licences' }

/** Which licences models and deployments stand under, and which texts we hold. */
export default async function LicencesPage() {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const now = clock.now()
  const uses = may(actor, 'deployment:read')
    ? await countDeploymentsByLicence(db, scopeFor(actor, 'deployment:read'))
    : null
  const licences = await listLicences(db)
  const texts = await listHeldTexts(db)
  const ranked = licences.toSorted((a, b) => (uses?.get(b.id) ?? 0) - (uses?.get(a.id) ?? 0))
  return (
    <>
      <PageHeader
        title="Licences"
        sentence="What models stand under, by their text, their declaration or the catalogue, and every licence text that looks have seen, kept byte for byte."
      />
      <Section title="Licences in use or seen" padding="flush">
        {ranked.length === 0 ? (
          <EmptyState
            title="No licence is known yet."
            sentence="The catalogue and the first look at a source bring them in."
            action={<TextLink href="/sources">Sources</TextLink>}
          />
        ) : (
          <PlainTable
            label="Licences"
            head={[
              { label: 'Licence', isWrapping: true },
              { label: 'Weights under it' },
              { label: 'Terms' },
              ...(uses ? [{ label: 'Deployments', align: 'end' as const }] : []),
              { label: 'Models', align: 'end' },
              { label: 'Texts held', align: 'end' },
            ]}
            rows={ranked.map(({ id, models, texts: held }) => ({
              key: id,
              cells: [
                <span key="name" className="flex flex-col py-1">
                  <TextLink href={`/licences/${encodeURIComponent(id)}`}>{licenceName(id)}</TextLink>
                  <code className="font-mono text-xs text-muted">{id}</code>
                </span>,
                <OpennessMark key="open" openness={licenceOpenness(findTermsFor(id, 'MATCH'))} />,
                findTermsFor(id, 'MATCH') === null ? (
                  <span key="terms" className="text-muted">
                    not read
                  </span>
                ) : (
                  'read'
                ),
                ...(uses ? [figure(uses.get(id) ?? 0, `/deployments?licence=${encodeURIComponent(id)}`)] : []),
                figure(models, `/models?licence=${encodeURIComponent(id)}`),
                held.toLocaleString('en'),
              ],
            }))}
          />
        )}
      </Section>
      <Section
        title="Texts held"
        sentence="A text is named only when all of its words are known; of any other it is said what comes closest."
        padding="flush"
      >
        {texts.length === 0 ? (
          <EmptyState
            title="No licence text is held yet."
            sentence="Looks bring them in: every licence, notice and use policy of every repository, once each."
          />
        ) : (
          <TextsTable texts={texts} now={now} />
        )}
      </Section>
    </>
  )
}

function figure(count: number, href: string) {
  if (count === 0) return <span className="text-muted">0</span>
  return <TextLink href={href}>{count.toLocaleString('en')}</TextLink>
}
