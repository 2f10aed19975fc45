import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { findAuditEvent } from '#lib/audit/queries.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findTeam } from '#lib/auth/queries/people.ts'
import { actionText } from '../_components/action-words.ts'
import { actorKind } from '../_components/actor-kind.ts'
import { BeforeAfter } from '../_components/before-after.tsx'

export const metadata: Metadata = { title: 'Recorded event' }

const NONE = <span className="text-muted">none</span>

export default async function AuditEventPage({ params }: PageProps<'/audit/[id]'>) {
  const ctx = await pageCtx('audit:read')
  const { id } = await params
  const event = /^\d{1,18}$/.test(id) ? await findAuditEvent(ctx.db, BigInt(id)) : null
  if (event === null) notFound()
  const { actor, object, teamId } = event
  const team = teamId === null ? null : await findTeam(ctx.db, scopeFor(ctx.actor, 'team:read'), teamId)
  return (
    <>
      <PageHeader
        title={actionText(event.action)}
        sentence={`${event.action}, event ${id} of the log`}
        breadcrumbs={[{ label: 'Audit', href: '/audit' }]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Section title="Event">
          <KeyValue
            items={[
              { term: 'When', value: <time dateTime={event.at.toISOString()}>{formatInstant(event.at)}</time> },
              { term: 'Who', value: <PersonMark kind={actorKind(actor.kind)} name={actor.name} /> },
              {
                term: 'Their id then',
                value: actor.id === null ? NONE : <code className="font-mono">{actor.id}</code>,
              },
              {
                term: 'To which thing',
                value: (
                  <>
                    {object.kind} <code className="font-mono">{object.id}</code>
                    {'. '}
                    <TextLink href={`/audit?objectKind=${object.kind}&objectId=${encodeURIComponent(object.id)}`}>
                      All its events
                    </TextLink>
                  </>
                ),
              },
              { term: 'Team', value: team ? <PersonMark kind="team" name={team.name} /> : (teamId ?? NONE) },
              { term: 'Model and revision', value: event.modelRef ?? NONE },
              { term: 'Hash of the event', value: <HashMark hash={event.leafHash} /> },
            ]}
          />
        </Section>
        <Section title="Before and after" padding="flush">
          <BeforeAfter before={event.before} after={event.after} />
        </Section>
      </div>
    </>
  )
}
