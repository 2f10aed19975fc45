import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { countDeploymentsPinnedTo } from '#lib/deployments/queries/pinned-to.ts'
import { differingClauses, nearestRelative } from '#lib/licences/nearest-relative.ts'
import { PROPOSALS_VERSION } from '#lib/licences/proposals.ts'
import { findReadLicence, findReadText } from '#lib/licences/queries/read-sides.ts'
import { listReadingRules, listReadings } from '#lib/licences/queries/readings.ts'
import { needsSecondPersonAt } from '#lib/licences/reading.ts'
import { readingLines, type TermLine } from '#lib/licences/reading-view.ts'
import { TermsSource, termsSentence } from '../../../_components/terms-section.tsx'
import { TermsTable } from '../../../_components/terms-table.tsx'
import { ConcludeForm } from './_components/conclude-form.tsx'
import { NearestSection } from './_components/nearest-section.tsx'
import { ProposeForm } from './_components/propose-form.tsx'
import { ReadingHistory } from './_components/reading-history.tsx'
import { choiceOf, linesAskedFor, PROPOSED } from './_components/term-choices.ts'

const loadSide = cache(async (sha: string) => {
  const { db } = await pageCtx('catalogue:read')
  const side = await findReadText(db, sha)
  if (side === null) notFound()
  return side
})

export async function generateMetadata({ params }: PageProps<'/licences/texts/[sha]/terms'>): Promise<Metadata> {
  return { title: `Terms of ${(await loadSide((await params).sha)).title}` }
}

function actionWord({ basis, proposed, waiting }: TermLine): string {
  if (waiting.length > 0) return 'Conclude anew'
  if (basis !== null) return 'Correct'
  return proposed === null ? 'Conclude' : 'Confirm'
}

/** What one text permits, requires and forbids: whose reading counts, what lies beside it, and the place to conclude. */
export default async function TextTermsPage({ params, searchParams }: PageProps<'/licences/texts/[sha]/terms'>) {
  const { db, actor, clock } = await pageCtx('catalogue:read')
  const side = await loadSide((await params).sha)
  const now = clock.now()
  const { shown, reading, identification } = side
  const sha = side.ref
  const lines = readingLines(reading, shown)
  const readings = (await listReadings(db, [sha])).get(sha) ?? []
  const rules = await listReadingRules(db)
  const mayConclude = may(actor, 'licence:conclude') && shown?.text != null
  const asked = (await searchParams)['term']
  const chosen = mayConclude ? linesAskedFor(lines, [asked].flat()[0]) : []
  const open = linesAskedFor(lines, PROPOSED)
  const isProposed = readings.some((one) => one.engineVersion === PROPOSALS_VERSION)
  const isMachines = lines.every((line) => !line.concluded && !line.proposed && line.waiting.length === 0)
  const relative = nearestRelative(identification)
  const relativeSide = relative && (await findReadLicence(db, relative.licenceId))
  const differing =
    relativeSide?.shown?.text && shown?.text ? differingClauses(relativeSide.shown.text, shown.text) : null
  const deployments = may(actor, 'deployment:read')
    ? await countDeploymentsPinnedTo(db, scopeFor(actor, 'deployment:read'), sha)
    : null
  return (
    <>
      <PageHeader
        title={`Terms of ${side.title}`}
        sentence={
          reading.row
            ? termsSentence(reading.row)
            : 'No shipped reading applies to this text. A term counts here once a person has concluded it. Not legal advice.'
        }
        breadcrumbs={[
          { label: 'Licences', href: '/licences' },
          { label: 'The text', href: `/licences/texts/${sha}` },
        ]}
        actions={<ButtonLink href={`/licences/terms?of=${sha}`}>Beside another licence</ButtonLink>}
      />
      {chosen.length > 0 && (
        <Section
          id="conclude"
          title={chosen.length === 1 ? 'Conclude a term' : `Conclude ${chosen.length} terms`}
          sentence="What you conclude counts for every deployment pinned to this text."
        >
          <ConcludeForm
            key={chosen.map((line) => line.term).join()}
            sha={sha}
            choices={chosen.map(choiceOf)}
            needsSecondPerson={needsSecondPersonAt(rules, now)}
            deployments={deployments}
          />
        </Section>
      )}
      <Section
        title="Terms"
        sentence={
          isMachines && reading.row
            ? 'All of it is the machine’s reading: no person has concluded a term. Low confidence satisfies no rule.'
            : 'What a person concluded counts before the machine’s reading; both stay. Low confidence satisfies no rule.'
        }
        padding="flush"
        actions={
          mayConclude &&
          open.length > 1 && (
            <TextLink href={`/licences/texts/${sha}/terms?term=${PROPOSED}#conclude`}>
              {`Confirm the ${open.length} proposals`}
            </TextLink>
          )
        }
      >
        {reading.row && <TermsSource terms={reading.row} />}
        {mayConclude && reading.row === null && !isProposed && (
          <div className="border-b p-4">
            <ProposeForm sha={sha} />
          </div>
        )}
        <TermsTable
          label="Terms"
          lines={lines}
          sha={sha}
          now={now}
          isPlain={isMachines}
          action={
            mayConclude
              ? (line) => (
                  <TextLink href={`/licences/texts/${sha}/terms?term=${line.term}#conclude`}>
                    {actionWord(line)}
                    <span className="sr-only">: {line.question}</span>
                  </TextLink>
                )
              : undefined
          }
        />
      </Section>
      <ReadingHistory
        readings={readings}
        rules={rules}
        personId={mayConclude && actor.kind === 'person' ? actor.id : null}
        now={now}
      />
      {relative && (
        <NearestSection sha={sha} relative={relative} shown={relativeSide?.shown ?? null} differing={differing} />
      )}
    </>
  )
}
