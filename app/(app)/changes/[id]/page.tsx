import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { findHeldText } from '#lib/licences/queries/find-texts.ts'
import { textPair } from '#lib/reports/text-pair.ts'
import type { ChangeValue } from '#lib/upstream/change.ts'
import { type ChangeEvidence, type ChangeRow, findChange } from '#lib/upstream/queries/changes.ts'
import { changeSentence } from '#lib/upstream/sentences.en.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { ChangeValueMark } from '../../_components/change-value-mark.tsx'
import { TextChange } from '../../reports/_components/text-change.tsx'

export const metadata: Metadata = { title: 'Change' }

/** One change with its evidence: what was seen before and after, when and where. */
export default async function ChangePage({ params, searchParams }: PageProps<'/changes/[id]'>) {
  const { db, clock } = await pageCtx('upstream:read')
  const { id } = await params
  const change = await findChange(db, id)
  if (change === null) notFound()
  const now = clock.now()
  const asked = await searchParams
  const pair = change.kind === 'licence_text_changed' ? await pairOf(db, change) : null
  const here = (view: string) => hrefWith(`/changes/${id}`, asked, { view })
  return (
    <>
      <PageHeader
        title={changeSentence(change.kind, change.model.name)}
        breadcrumbs={[{ label: 'Changes', href: '/changes' }]}
        marks={<GradeMark grade={change.grade} who="This installation" at={change.observedAt} now={now} />}
      />
      <WhatChanged change={change} now={now} />
      {pair && (
        <Section title="The texts compared" sentence="What was shown, never what it means in law.">
          <TextChange
            pair={pair}
            view={asked.view === 'columns' ? 'columns' : 'inline'}
            viewHrefs={{ inline: here('inline'), columns: here('columns') }}
          />
        </Section>
      )}
      <Section title="Evidence" sentence="What two looks saw.">
        <div className="grid gap-6 md:grid-cols-2">
          <Evidence title="Before" evidence={change.evidence.before} now={now} />
          <Evidence title="After" evidence={change.evidence.after} now={now} />
        </div>
      </Section>
    </>
  )
}

function WhatChanged({ change, now }: { change: ChangeRow; now: Date }) {
  const status = (
    <>
      {change.status} since <TimeMark at={change.statusAt} now={now} />
    </>
  )
  return (
    <Section title="What changed">
      <KeyValue
        items={[
          { term: 'Kind', value: <ChangeKindMark kind={change.kind} /> },
          { term: 'Model', value: <TextLink href={`/models/${change.model.id}`}>{change.model.name}</TextLink> },
          { term: 'Status', value: status },
          { term: 'Before', value: <ChangeValueMark value={change.before} /> },
          { term: 'After', value: <ChangeValueMark value={change.after} /> },
        ]}
      />
    </Section>
  )
}

function Evidence({ title, evidence, now }: { title: string; evidence: ChangeEvidence | null; now: Date }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      {evidence === null ? (
        <p className="text-muted">Nothing was seen before: the repository was new.</p>
      ) : (
        <KeyValue
          items={[
            { term: 'Seen', value: <TimeMark at={evidence.at} now={now} /> },
            { term: 'Where', value: <span className="[overflow-wrap:anywhere]">{evidence.url}</span> },
            { term: 'HTTP status', value: evidence.status ?? 'told by the list alone' },
            {
              term: 'Body hash',
              value: evidence.bodySha256 === null ? 'no body' : <HashMark hash={evidence.bodySha256} />,
            },
            { term: 'Observation', value: <HashMark hash={evidence.observationId} /> },
          ]}
        />
      )}
    </div>
  )
}

async function pairOf(db: AppCtx['db'], { before, after, part }: ChangeRow) {
  return textPair(part, await textOf(db, before), await textOf(db, after))
}

async function textOf(db: AppCtx['db'], value: ChangeValue) {
  const sha = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.sha256 : null
  const held = typeof sha === 'string' ? await findHeldText(db, sha) : null
  if (held === null) return null
  return { sha256: held.sha256, licenceId: held.identification?.licenceId ?? null, text: held.text }
}
