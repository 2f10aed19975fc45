import { currentSession } from '#app/_server/request.ts'
import { NoPermission } from '#app/_ui/no-permission.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { PERMISSIONS, type Permission } from '#lib/auth/permissions.ts'

/** Stands where a page may not be seen: what is missing, which roles have it, who can grant one. */
export async function PageRefused({ permission }: { permission?: Permission }) {
  const session = await currentSession()
  const role = session ? `your role is ${session.actor.role}` : 'you are not signed in'
  return (
    <>
      <PageHeader title="Not for your role" />
      <NoPermission
        what={
          permission === undefined
            ? `open this page: ${role}`
            : `${PERMISSIONS[permission].says}: ${role}, and it takes ${Object.keys(PERMISSIONS[permission].may).join(' or ')}`
        }
        grantedBy="An administrator"
        action={<TextLink href="/settings/roles">What each role may do</TextLink>}
      />
    </>
  )
}
