import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'

export default async function OverviewPage() {
  await pageCtx('catalogue:read')
  return <PageHeader title="Overview" sentence="What this company stands on." />
}
