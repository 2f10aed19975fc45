import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TableExport } from '#app/_ui/table-export.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { findReadSide } from '#lib/licences/queries/read-sides.ts'
import { readingLines } from '#lib/licences/reading-view.ts'
import { compareTerms } from '#lib/licences/term-comparison.ts'
import { licencesWithTerms, TERMS_AS_OF, TERMS_NOTICE } from '#lib/licences/terms.ts'
import { LedgerTabs } from '../_components/ledger-tabs.tsx'
import { compareHref } from '../texts/_components/text-href.ts'
import { ComparedTable } from './_components/compared-table.tsx'
import { SidesForm } from './_components/sides-form.tsx'

export const metadata: Metadata = { title: 'Terms side by side' }

function text(value: string | string[] | undefined): string {
  return [value].flat()[0]?.trim() ?? ''
}

/** The two that are asked for: `of` with a comma, or what the form chose. */
function sidesAsked(params: Record<string, string | string[] | undefined>): [string, string] {
  const [left = '', right = ''] = text(params['of']).split(',')
  return [text(params['first']) || left.trim(), text(params['second']) || right.trim()]
}

/** Two licences or texts side by side, term by term, what differs first. */
export default async function TermsPage({ searchParams }: PageProps<'/licences/terms'>) {
  const { db, clock } = await pageCtx('catalogue:read')
  const params = await searchParams
  const [first, second] = sidesAsked(params)
  const isOnly = text(params['only']) === 'differs'
  const [left, right] = [
    first === '' ? null : await findReadSide(db, first),
    second === '' ? null : await findReadSide(db, second),
  ]
  const missing = [first === '' || left ? [] : first, second === '' || right ? [] : second].flat()
  const own = [left, right].flatMap((side) =>
    side && side.ref === side.shown?.sha256 ? [{ value: side.ref, label: side.title }] : [],
  )
  const options = [...own, ...licencesWithTerms().map(({ id, name }) => ({ value: id, label: name }))]
  const all =
    left && right ? compareTerms(readingLines(left.reading, left.shown), readingLines(right.reading, right.shown)) : []
  const rows = isOnly ? all.filter((row) => row.difference !== 'same') : all
  const differing = all.filter((row) => row.difference === 'differs').length
  const unread = all.filter((row) => row.difference === 'unread').length
  const of = `of=${encodeURIComponent(first)},${encodeURIComponent(second)}`
  const view = `/licences/terms?${of}`
  const file = `/api/v1/readings/compare?${of}${isOnly ? '&only=differs' : ''}`
  return (
    <>
      <PageHeader
        title="Terms side by side"
        sentence={`What two licences permit, require and forbid, term by term, as read up to ${TERMS_AS_OF}. ${TERMS_NOTICE}`}
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
      />
      <LedgerTabs current="/licences/terms" />
      {missing.map((ref) => (
        <Banner key={ref} kind="note">
          {ref.slice(0, 130)} is neither a licence known here nor the hash of a text that is held.
        </Banner>
      ))}
      <SidesForm options={options} first={left?.ref ?? ''} second={right?.ref ?? ''} />
      {left && right ? (
        <Section
          title={`${differing} of ${all.length} terms differ${unread === 0 ? '' : `, ${unread} cannot be told`}`}
          sentence={
            unread === 0
              ? 'Both were read in all of them.'
              : 'What cannot be told comes after what differs: a side was not read.'
          }
          padding="flush"
          actions={
            <>
              {left.shown && right.shown && (
                <TextLink href={compareHref(left.shown.sha256, right.shown.sha256)}>Compare their texts</TextLink>
              )}
              <FilterPills
                pills={[
                  {
                    label: unread === 0 ? 'Only what differs' : 'Only what differs or cannot be told',
                    href: isOnly ? view : `${view}&only=differs`,
                    isActive: isOnly,
                    ...(isOnly ? {} : { count: all.filter((row) => row.difference !== 'same').length }),
                  },
                ]}
              />
              <TableExport csvHref={`${file}&format=csv`} jsonHref={`${file}&format=json`} total={rows.length} />
            </>
          }
        >
          {rows.length === 0 ? (
            <EmptyState title="No term differs." sentence="Both read the same in all of them." />
          ) : (
            <ComparedTable rows={rows} left={left} right={right} now={clock.now()} />
          )}
        </Section>
      ) : (
        <Section title="Nothing side by side yet">
          <EmptyState
            title="Choose two licences."
            sentence="A text that is no known licence is laid beside one from its own page of terms."
          />
        </Section>
      )}
    </>
  )
}
