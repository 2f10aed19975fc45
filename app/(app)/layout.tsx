import type { ReactNode } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { AppLink } from '#app/_ui/app-link.tsx'
import { AppShell } from '#app/_ui/app-shell.tsx'
import { Banner } from '#app/_ui/banner.tsx'
import { PersonMenu } from '#app/_ui/person-menu.tsx'
import { readPreferences } from '#app/_ui/preferences.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { countOpenFindings } from '#lib/policy/queries/findings.ts'
import { listSourceFreshness } from '#lib/upstream/queries/source-freshness.ts'
import { webRuntime } from '#lib/wiring.ts'
import { SourceFreshness } from './_components/source-freshness.tsx'
import { navigationFor } from './navigation.ts'
import { signOutAction } from './sign-out.ts'

/** The frame of every signed-in page. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const ctx = await pageCtx('catalogue:read')
  const { environment } = webRuntime()
  const now = ctx.clock.now()
  const [preferences, sources, findings] = await Promise.all([
    readPreferences(),
    listSourceFreshness(ctx.db, now),
    countOpenFindings(ctx.db, scopeFor(ctx.actor, 'finding:read')),
  ])
  return (
    <AppShell
      items={navigationFor(ctx.actor, { findings })}
      preferences={preferences}
      banners={
        environment.isSample || environment.testClock ? (
          <>
            {environment.isSample && (
              <Banner kind="sample" place="frame">
                Sample organisation and a stand-in for the hub: nothing here is real.
              </Banner>
            )}
            {environment.testClock && (
              <Banner kind="test_clock" place="frame">
                A test clock is set: this installation takes it to be {now.toISOString()}.
              </Banner>
            )}
          </>
        ) : undefined
      }
      freshness={<SourceFreshness sources={sources} now={now} />}
      person={
        <PersonMenu name={ctx.actor.name} role={ctx.actor.role}>
          <AppLink href="/settings">Settings</AppLink>
          <form action={signOutAction}>
            <button type="submit">Sign out</button>
          </form>
        </PersonMenu>
      }
    >
      {children}
    </AppShell>
  )
}
