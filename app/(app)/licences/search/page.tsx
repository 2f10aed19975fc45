import type { Metadata } from 'next'
import { z } from 'zod'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TablePages } from '#app/_ui/table-pages.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { searchTexts } from '#lib/licences/queries/search-ledger.ts'
import { textSearchSchema } from '#lib/licences/schema.ts'
import { termChoices } from '#lib/licences/term-search.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { counted } from '../../_components/counted.ts'
import { UnreadParams } from '../../_components/unread-params.tsx'
import { LedgerTabs } from '../_components/ledger-tabs.tsx'
import { FoundTextItem } from './_components/found-text.tsx'
import { SearchForm } from './_components/search-form.tsx'
import { UnheldLicences } from './_components/unheld-licences.tsx'

export const metadata: Metadata = { title: 'Search licence texts' }

const PAGE_SIZE = 20
const viewSchema = textSearchSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

/** Licence texts by the words of a clause, by what they say on a term, or by both. */
export default async function SearchPage({ searchParams }: PageProps<'/licences/search'>) {
  const { db } = await pageCtx('catalogue:read')
  const params = await searchParams
  const { value: view, refusals } = readPageParams(viewSchema, params)
  const isAsked = view.q !== undefined || view.term !== undefined
  const page = { offset: (view.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const found = isAsked ? await searchTexts(db, view, page) : null
  const choice = termChoices().find((one) => one.key === view.term)
  return (
    <>
      <PageHeader
        title="Search licence texts"
        sentence="By the words of a clause, by what a licence says on a term, or by both. Each find leads to its place in the text."
      />
      <LedgerTabs current="/licences/search" />
      <UnreadParams refusals={refusals} />
      <SearchForm view={view} />
      {found === null ? (
        <Examples />
      ) : (
        <>
          <Section
            title={counted(found.total, 'text', 'texts')}
            sentence={
              choice && (
                <>
                  {choice.question} A text counts only where all of its words are those of a licence whose terms were
                  read.
                </>
              )
            }
            padding="flush"
          >
            {found.items.length === 0 ? (
              <EmptyState
                title={
                  found.isOnlyCommonWords
                    ? 'These words stand in every text, so nothing is searched for by them.'
                    : 'No held text matches.'
                }
                sentence={
                  view.q === undefined
                    ? undefined
                    : 'All words have to stand in one clause. Put words that belong together in quotation marks; a minus in front leaves a word out.'
                }
                action={<TextLink href="/licences/search">Start again</TextLink>}
              />
            ) : (
              <ol>
                {found.items.map((item) => (
                  <FoundTextItem key={item.text.sha256} found={item} />
                ))}
              </ol>
            )}
          </Section>
          <TablePages
            paging={{ kind: 'pages', page: view.page, pageSize: PAGE_SIZE, total: found.total }}
            hrefOf={(changes) => hrefWith('/licences/search', params, changes)}
          />
          <UnheldLicences said={found.unheld} />
        </>
      )}
    </>
  )
}

const EXAMPLES = [
  {
    href: '/licences/search?term=output_training&value=no_other_models',
    says: 'Every licence that forbids training other models on outputs',
  },
  { href: '/licences/search?term=commercial_use&value=forbidden', says: 'Every licence that forbids commercial use' },
  { href: '/licences/search?q=%22monthly+active+users%22', says: 'Clauses on “monthly active users”' },
  { href: '/licences/search?q=indemnify+-patent', says: 'Clauses that say indemnify and not patent' },
]

function Examples() {
  return (
    <Section title="For example">
      <ul className="flex flex-col gap-1">
        {EXAMPLES.map(({ href, says }) => (
          <li key={href} className="min-h-6">
            <TextLink href={href}>{says}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
