import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { findFinding } from '#lib/deployments/queries/find-finding.ts'
import { DecisionSection } from '../_components/decision-section.tsx'
import { EpisodeSection } from '../_components/episode-section.tsx'
import { FindingHeader } from '../_components/finding-header.tsx'
import { RuleSection } from '../_components/rule-section.tsx'
import { WrongSection } from '../_components/wrong-section.tsx'

const loadFinding = cache(async (id: string) => {
  const { db, actor } = await pageCtx('finding:read')
  const finding = await findFinding(db, scopeFor(actor, 'finding:read'), id)
  if (!finding) notFound()
  return finding
})

export async function generateMetadata({ params }: PageProps<'/findings/[id]'>): Promise<Metadata> {
  await pageCtx('finding:read')
  const { title, deployment } = await loadFinding((await params).id)
  return { title: `${title}: ${deployment.name}` }
}

/** One finding: what is wrong, why, how to mend it, how long, and what people said about it. */
export default async function FindingPage({ params }: PageProps<'/findings/[id]'>) {
  const { actor, clock } = await pageCtx('finding:read')
  const finding = await loadFinding((await params).id)
  const now = clock.now()
  return (
    <>
      <FindingHeader finding={finding} now={now} />
      <WrongSection finding={finding} />
      <DecisionSection finding={finding} mayDecide={may(actor, 'finding:decide')} now={now} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <EpisodeSection episodes={finding.episodes} deploymentId={finding.deployment.id} now={now} />
        <RuleSection finding={finding} />
      </div>
    </>
  )
}
