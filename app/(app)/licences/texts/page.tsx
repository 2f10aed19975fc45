import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TablePages } from '#app/_ui/table-pages.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may } from '#lib/auth/permissions.ts'
import { VERDICTS } from '#lib/licences/identified-text.ts'
import { countTextsByVerdict } from '#lib/licences/queries/current-identifications.ts'
import { listTexts } from '#lib/licences/queries/find-texts.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { UnreadParams } from '../../_components/unread-params.tsx'
import { LedgerTabs } from '../_components/ledger-tabs.tsx'
import { TextsTable } from '../_components/texts-table.tsx'

export const metadata: Metadata = { title: 'Licence texts' }

const PAGE_SIZE = 50
const viewSchema = z.object({
  verdict: z.enum(VERDICTS).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

/** Every licence text that is held, newest first, by what each was found to be. */
export default async function TextsPage({ searchParams }: PageProps<'/licences/texts'>) {
  const { db, clock, actor } = await pageCtx('catalogue:read')
  const params = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, params)
  const page = { offset: (view.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const [{ texts, total }, counts] = await Promise.all([
    listTexts(db, { shas: null, verdict: view.verdict, page }),
    countTextsByVerdict(db),
  ])
  const at = (changes: Record<string, string | null>) => hrefWith('/licences/texts', params, changes)
  return (
    <>
      <PageHeader
        title="Licence texts"
        sentence="Every licence, notice and use policy that looks have seen or people have brought, once each, kept byte for byte."
        actions={may(actor, 'licence:upload') && <ButtonLink href="/licences/texts/new">Bring a text</ButtonLink>}
      />
      <LedgerTabs current="/licences/texts" />
      <UnreadParams refusals={refusals} />
      <Counters
        label="Texts by verdict"
        counters={VERDICTS.map((verdict) => ({
          label: verdict,
          count: counts.get(verdict) ?? 0,
          href: at({ verdict: view.verdict === verdict ? null : verdict }),
          isActive: view.verdict === verdict,
        }))}
      />
      <Section
        title={view.verdict === undefined ? 'Texts held' : `Texts held: ${view.verdict}`}
        sentence="A text is named only when nothing but names, dates and layout differs from a known one; of any other it is said what comes closest."
        padding="flush"
      >
        {texts.length === 0 ? (
          <EmptyState
            title={view.verdict === undefined && view.page === 1 ? 'No licence text is held yet.' : 'No text matches.'}
            sentence="Looks bring them in: every licence, notice and use policy of every repository, once each."
            action={<TextLink href="/licences/texts">All texts</TextLink>}
          />
        ) : (
          <TextsTable texts={texts} now={clock.now()} />
        )}
      </Section>
      <TablePages paging={{ kind: 'pages', page: view.page, pageSize: PAGE_SIZE, total }} hrefOf={at} />
    </>
  )
}
