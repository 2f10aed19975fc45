import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { listSources } from '#lib/upstream/queries/sources.ts'
import { SourceAges } from '../_components/source-ages.tsx'

export const metadata: Metadata = { title: 'Sources' }

/** The places that are watched, and whether they could be read. */
export default async function SourcesPage() {
  const { db, clock } = await pageCtx('upstream:read')
  const now = clock.now()
  return (
    <>
      <PageHeader
        title="Sources"
        sentence="The places we watch. What a failing source showed last still stands, and is marked as no longer current."
      />
      <SourceAges sources={await listSources(db, now)} now={now} />
    </>
  )
}
