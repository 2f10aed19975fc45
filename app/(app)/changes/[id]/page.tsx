import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { words } from '#app/_ui/words.ts'
import { listComparisonConclusions } from '#lib/licences/queries/comparison-conclusions.ts'
import { findChange } from '#lib/upstream/queries/changes.ts'
import { upstreamIdSchema } from '#lib/upstream/schema.ts'
import { changeSentence, STATUS_WORDS } from '#lib/upstream/sentences.en.ts'
import { TextChange } from '../../reports/_components/text-change.tsx'
import { EvidenceSection } from '../_components/evidence-section.tsx'
import { loadTexts } from '../_components/load-texts.ts'
import { StatusMark } from '../_components/status-mark.tsx'

const loadChange = cache(async (id: string) => {
  const { db } = await pageCtx('upstream:read')
  const change = upstreamIdSchema.safeParse(id).success ? await findChange(db, id) : null
  if (!change) notFound()
  return change
})

export async function generateMetadata({ params }: PageProps<'/changes/[id]'>): Promise<Metadata> {
  const { kind, model } = await loadChange((await params).id)
  return { title: `${words.change[kind]}: ${model.name}` }
}

/** One change: what was before, what is now, and the answers both were read from. */
export default async function ChangePage({ params, searchParams }: PageProps<'/changes/[id]'>) {
  const ctx = await pageCtx('upstream:read')
  const change = await loadChange((await params).id)
  const { id, kind, grade, status, statusAt, model, observedAt, before, after, evidence, statuses } = change
  const [texts, asked] = [await loadTexts(ctx, change), await searchParams]
  const concluded = await Promise.all(
    texts.map(async ({ before: was, after: is }) =>
      was && is ? (await listComparisonConclusions(ctx.db, { from: was.sha256, to: is.sha256 }))[0] : undefined,
    ),
  )
  const here = (view: string) => hrefWith(`/changes/${id}`, asked, { view })
  const now = ctx.clock.now()
  return (
    <>
      <PageHeader
        title={changeSentence({ ...change, model: model.name })}
        breadcrumbs={[{ label: 'Changes', href: '/changes' }]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <ChangeKindMark kind={kind} />
        <span className="inline-flex flex-wrap items-center gap-x-1.5">
          <StatusMark status={status} />
          <TimeMark at={statusAt} now={now} />
        </span>
        <GradeMark
          grade={grade}
          who="This installation"
          at={observedAt}
          now={now}
          href={(evidence.after ?? evidence.before)?.url}
        />
        <span className="inline-flex min-h-6 items-center [overflow-wrap:anywhere]">
          <TextLink href={`/models/${model.id}`}>{model.name}</TextLink>
        </span>
        <span className="inline-flex min-h-6 items-center">
          <TextLink href={`/changes?model=${model.id}&cards=true`}>All changes of this model</TextLink>
        </span>
        <span className="inline-flex min-h-6 items-center">
          <a
            href={`/api/v1/changes/${id}`}
            className="rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
          >
            Evidence as JSON
          </a>
        </span>
      </div>
      {texts.map((pair, at) => (
        <Section key={pair.path} title="The text" sentence="What was shown to differ; never what it means in law.">
          <TextChange
            pair={pair}
            conclusion={concluded[at]}
            view={asked['view'] === 'columns' ? 'columns' : 'inline'}
            viewHrefs={{ inline: here('inline'), columns: here('columns') }}
          />
        </Section>
      ))}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <EvidenceSection title="Before" value={before} seen={evidence.before} none="Nothing was seen before this." />
        <EvidenceSection title="After" value={after} seen={evidence.after} none="No answer stands behind this side." />
      </div>
      <Section
        title="How it stands"
        sentence="What one bad look could fake waits for a second one; what bytes prove does not."
      >
        <ol className="flex flex-col gap-1">
          {statuses.map((said) => (
            <li key={said.status}>
              {STATUS_WORDS[said.status]}{' '}
              <time dateTime={said.at.toISOString()} className="text-muted">
                {formatInstant(said.at)}
              </time>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
