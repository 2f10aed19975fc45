import { Banner } from '#app/_ui/banner.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may } from '#lib/auth/permissions.ts'
import { clauseNotesOf } from '#lib/licences/clause-notes.ts'
import { type ComparedText, type ComparedTexts, nameOfText } from '#lib/licences/compared-texts.ts'
import { clauseAt, comparisonRows } from '#lib/licences/comparison-rows.ts'
import { COMPARISON_WORDS as SAY } from '#lib/licences/comparison-sentences.en.ts'
import { comparisonView } from '#lib/licences/comparison-view.ts'
import { listComparisonConclusions } from '#lib/licences/queries/comparison-conclusions.ts'
import { placeOfTerm, readPlaces } from '#lib/licences/term-place.ts'
import type { ReadTerm } from '#lib/licences/term-questions.ts'
import { isTermKey } from '#lib/licences/term-values.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { textHref } from '../../texts/_components/text-href.ts'
import { ClauseList } from './clause-list.tsx'
import { ComparedSides } from './compared-sides.tsx'
import { ConclusionSection } from './conclusion-section.tsx'
import { TermTable } from './term-table.tsx'

/** Two texts laid beside each other: the whole, the terms, the clauses. */
export async function Comparison({ ctx, texts }: { ctx: AppCtx; texts: ComparedTexts }) {
  const { before, after, terms } = texts
  const known = { beforeId: before.licenceId, afterId: after.licenceId }
  const compared = await ctx.textJudge.compare(before.text, after.text, known)
  if (!compared.ok) {
    return compared.refusals.map(({ rule, message, remedy }) => (
      <Banner key={rule} kind="note">
        {message} {remedy}
      </Banner>
    ))
  }
  const comparison = compared.value
  const pair = { from: before.sha256, to: after.sha256 }
  const conclusions = await listComparisonConclusions(ctx.db, pair)
  const clauses = comparisonView(comparison, before.text, after.text)
  // Terms are known only of texts that match a known one or that a person has read, which are short enough to be searched here.
  const places = terms === null ? null : { before: placesIn(before), after: placesIn(after) }
  const clauseOf = (side: 'before' | 'after', term: ReadTerm) => {
    const place = places?.[side](term) ?? null
    return place === null ? null : clauseAt(clauses, side, place.start)
  }
  return (
    <>
      <Section title="What differs" padding="flush">
        <ComparedSides texts={texts} comparison={comparison} conclusion={conclusions[0] ?? null} />
      </Section>
      <Section
        title="Terms"
        sentence={terms === null ? undefined : 'As read in either text, in the order that matters.'}
        padding="flush"
        actions={
          terms !== null && (
            <TextLink href={`/licences/terms?of=${before.sha256},${after.sha256}`}>All terms side by side</TextLink>
          )
        }
      >
        {terms === null ? (
          <p className="flex flex-wrap gap-x-4 gap-y-1 p-4 leading-6 text-muted">
            {SAY.termsNotRead}
            <TextLink href={`${textHref(before.sha256)}/terms`}>Terms of the earlier text</TextLink>
            <TextLink href={`${textHref(after.sha256)}/terms`}>Terms of the later text</TextLink>
          </p>
        ) : terms.length === 0 ? (
          <p className="p-4 text-muted">{SAY.noTermDiffers}</p>
        ) : (
          <TermTable terms={terms} clauseOf={clauseOf} />
        )}
      </Section>
      <Section title="Clauses" sentence="Keys: n next change, p previous." padding="flush">
        <ClauseList rows={comparisonRows(clauses)} before={nameOfText(before)} after={nameOfText(after)} />
      </Section>
      <ConclusionSection
        {...pair}
        conclusions={conclusions}
        mayConclude={may(ctx.actor, 'licence:conclude') && pair.from !== pair.to}
        now={ctx.clock.now()}
      />
    </>
  )
}

/** Finds where a text says what a term was read to be. */
function placesIn({ text, sha256, licenceId }: ComparedText) {
  const [placed, notes] = [readPlaces(text), clauseNotesOf(sha256, licenceId)]
  return ({ key, section, evidence }: ReadTerm) =>
    isTermKey(key) ? placeOfTerm(placed, key, { section, ...(evidence === null ? {} : { evidence }) }, notes) : null
}
