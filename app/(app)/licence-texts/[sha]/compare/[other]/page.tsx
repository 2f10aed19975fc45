import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { findHeldText, type HeldText } from '#lib/licences/queries/find-texts.ts'
import { textPair } from '#lib/reports/text-pair.ts'
import { TextChange } from '../../../../reports/_components/text-change.tsx'

export const metadata: Metadata = { title: 'Two licence texts' }

/** Two texts we hold, clause by clause and word by word. */
export default async function ComparePage({ params, searchParams }: PageProps<'/licence-texts/[sha]/compare/[other]'>) {
  const { db } = await pageCtx('catalogue:read')
  const { sha, other } = await params
  const [before, after] = [await findHeldText(db, sha), await findHeldText(db, other)]
  if (before === null || after === null) notFound()
  const asked = await searchParams
  const here = (view: string) => hrefWith(`/licence-texts/${sha}/compare/${other}`, asked, { view })
  return (
    <>
      <PageHeader
        title="Two licence texts"
        sentence="What differs from the first to the second, at the highest level that was shown; never what it means in law."
        breadcrumbs={[
          { label: 'Licences', href: '/licences' },
          { label: `Text ${sha.slice(0, 8)}`, href: `/licence-texts/${sha}` },
        ]}
        actions={<ButtonLink href={`/licence-texts/${other}/compare/${sha}`}>The other way round</ButtonLink>}
      />
      <Section title="What differs">
        <TextChange
          pair={textPair('Text', sideOf(before), sideOf(after))}
          view={asked['view'] === 'columns' ? 'columns' : 'inline'}
          viewHrefs={{ inline: here('inline'), columns: here('columns') }}
        />
      </Section>
    </>
  )
}

function sideOf({ sha256, identification, text }: HeldText) {
  return { sha256, licenceId: identification?.licenceId ?? null, text }
}
