import { Check } from 'lucide-react'
import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { ROLES } from '#lib/auth/actor.ts'
import { permissionTable, type Reach } from '#lib/auth/permission-table.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { ROLE_SAYS } from '../_components/role-says.ts'
import { SettingsTabs } from '../_components/settings-tabs.tsx'

export const metadata: Metadata = { title: 'What each role may do' }

export default async function RolesPage() {
  const { actor } = await pageCtx('catalogue:read')
  return (
    <>
      <PageHeader
        title="What each role may do"
        sentence="Pages, forms and the API ask this one table. A token may do what its owner may, within its scope. Administrators give roles."
      />
      <SettingsTabs actor={actor} current="/settings/roles" />
      <Section title="Roles">
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
          {ROLES.map((role) => (
            <div key={role} className="contents">
              <dt className="font-medium">{role}</dt>
              <dd>{ROLE_SAYS[role]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Permissions" padding="flush">
        <PlainTable
          label="What each role may do"
          head={[
            { label: 'To …', isWrapping: true },
            ...ROLES.map((role) => ({ label: role })),
            { label: 'Token scope, at least' },
          ]}
          rows={permissionTable().map(({ permission, says, reach, scope }) => ({
            key: permission,
            cells: [says, ...ROLES.map((role) => <ReachMark key={role} reach={reach[role]} />), scope],
          }))}
        />
      </Section>
    </>
  )
}

function ReachMark({ reach }: { reach: Reach | null }) {
  if (reach === null) return <span className="text-muted">no</span>
  return (
    <span className="inline-flex min-h-6 items-center gap-1.5">
      <Check aria-hidden className="size-4 text-muted" strokeWidth={2} />
      {reach === 'everything' ? 'yes' : 'own teams'}
    </span>
  )
}
