import { PageRefused } from './_components/page-refused.tsx'

/** Any page whose folder says nothing more exact. */
export default function Forbidden() {
  return <PageRefused />
}
