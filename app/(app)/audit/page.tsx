import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'

export default async function AuditPage() {
  await pageCtx('audit:read')
  return <PageHeader title="Audit" sentence="Who did what to which thing, in the order it was recorded." />
}
