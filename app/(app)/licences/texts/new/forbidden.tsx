import { PageRefused } from '../../../_components/page-refused.tsx'

export default function Forbidden() {
  return <PageRefused permission="licence:upload" />
}
