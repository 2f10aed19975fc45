import { PageRefused } from '../_components/page-refused.tsx'

export default function AuditForbidden() {
  return <PageRefused permission="audit:read" />
}
