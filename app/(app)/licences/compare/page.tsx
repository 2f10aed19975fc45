import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { buttonClass } from '#app/_ui/button-class.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { EXPORT_FORMATS } from '#lib/licences/compared-texts.ts'
import { COMPARISON_WORDS as SAY } from '#lib/licences/comparison-sentences.en.ts'
import { findComparedTexts } from '#lib/licences/queries/compared-texts.ts'
import { LedgerTabs } from '../_components/ledger-tabs.tsx'
import { BindingNotes } from './_components/binding-notes.tsx'
import { ChooseTexts } from './_components/choose-texts.tsx'
import { Comparison } from './_components/comparison.tsx'
import { requestedTexts } from './_components/requested-texts.ts'

export const metadata: Metadata = { title: 'Compare licence texts' }

const FORMATS = { html: 'HTML', pdf: 'PDF', patch: 'Patch' } as const

/** Any two texts we hold: which terms differ, then clause by clause and word by word. */
export default async function ComparePage({ searchParams }: PageProps<'/licences/compare'>) {
  const ctx = await pageCtx('catalogue:read')
  const { from, to, sides, problems, isAbbreviated } = await requestedTexts(ctx, await searchParams)
  const isNamed = from !== null && to !== null
  if (isNamed && isAbbreviated) redirect(`/licences/compare?from=${from}&to=${to}`)
  const found = isNamed ? await findComparedTexts(ctx.db, from, to, ctx.clock.now()) : null
  const isAsked = isNamed || sides.length > 0 || problems.length > 0
  return (
    <>
      <PageHeader
        title="Compare licence texts"
        sentence={SAY.notice}
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
        actions={
          found?.found === 'both' && (
            <>
              {EXPORT_FORMATS.map((format) => (
                <a
                  key={format}
                  href={`/api/v1/licence-texts/compare?from=${from}&to=${to}&format=${format}`}
                  className={buttonClass('quiet')}
                >
                  {FORMATS[format]}
                </a>
              ))}
              <ButtonLink href={`/licences/compare?from=${to}&to=${from}`}>Swap</ButtonLink>
            </>
          )
        }
      />
      <LedgerTabs current="/licences/compare" />
      {problems.map((problem) => (
        <Banner key={problem} kind="note">
          {problem}
        </Banner>
      ))}
      {sides.length > 0 && (
        <Section title="Which texts were taken" padding="flush">
          <BindingNotes sides={sides} />
        </Section>
      )}
      {found?.found === 'both' && <Comparison ctx={ctx} texts={found.texts} />}
      {(found?.found === 'missing' || found?.found === 'unreadable') && (
        <Banner kind="note">
          {found.found === 'missing'
            ? `The text ${found.sha256} is not held.`
            : `The bytes of ${found.sha256} cannot be read as a text: there is nothing to compare.`}
        </Banner>
      )}
      <Section title={isAsked ? 'Compare others' : 'What to compare'} padding="flush">
        <ChooseTexts from={from ?? undefined} to={to ?? undefined} />
      </Section>
    </>
  )
}
