import { doorsAreNotImported } from '../rules/doors-are-not-imported.ts'
import { foundationsKnowNoNoun } from '../rules/foundations-know-no-noun.ts'
import { importsAreLiteral } from '../rules/imports-are-literal.ts'
import { libFoldersAreKnown } from '../rules/lib-folders-are-known.ts'
import { libHasNoScreens } from '../rules/lib-has-no-screens.ts'
import { noServerOnly } from '../rules/no-server-only.ts'
import { nounsImportLeft } from '../rules/nouns-import-left.ts'
import { wiringImportsAdapters } from '../rules/wiring-imports-adapters.ts'
import { type Example, inSources } from './example.ts'

export const IMPORT_EXAMPLES: Example[] = [
  inSources(
    nounsImportLeft,
    {
      'lib/policy/verdict.ts':
        "import { a } from '#lib/licences/title.ts'\nimport { b } from '#lib/shared/outcome.ts'\nimport type { Ctx } from '#lib/ctx.ts'",
      'lib/policy/rule.ts': "export * from './verdict.ts'",
    },
    [
      ['lib/licences/title.ts', "import { a } from '#lib/policy/verdict.ts'"],
      ['lib/licences/title.ts', "import { a } from '../policy/verdict.ts'"],
      ['lib/licences/title.ts', "import type { A } from '#lib/policy/verdict.ts'"],
      ['lib/licences/title.ts', "export * from '#lib/reports/week.ts'"],
      ['lib/licences/title.ts', "const a = await import('#lib/reports/week.ts')"],
      ['lib/licences/title.ts', "type A = import('#lib/reports/week.ts').A"],
    ],
  ),
  inSources(
    foundationsKnowNoNoun,
    {
      'lib/audit/vocabulary.ts': "import type { A } from '#lib/policy/audit-events.ts'",
      'lib/ctx.ts': "import type { Actor } from '#lib/auth/actor.ts'\nimport type { Db } from '#lib/db/client.ts'",
      'lib/auth/commands/sign-in.ts': "import { record } from '#lib/audit/record.ts'",
    },
    [
      ['lib/audit/vocabulary.ts', "import { A } from '#lib/policy/audit-events.ts'"],
      ['lib/audit/record.ts', "import type { A } from '#lib/policy/audit-events.ts'"],
      ['lib/auth/permissions.ts', "import { rule } from '#lib/policy/rule.ts'"],
      ['lib/shared/outcome.ts', "import type { A } from '#lib/catalogue/claims.ts'"],
      ['lib/ctx.ts', "import type { HubClient } from '#lib/upstream/hub-client.ts'"],
      ['lib/ctx.ts', "import { connect } from '#lib/db/client.ts'"],
    ],
  ),
  inSources(
    doorsAreNotImported,
    {
      'app/models/page.tsx': "import { Button } from '../_ui/button.tsx'",
      'lib/cli/main.ts': "import { print } from './output.ts'",
      'scripts/weighbridge.mjs': "await import('#lib/cli/main.ts')",
      'tests/commands/cli.test.ts': "import { main } from '#lib/cli/main.ts'",
    },
    [
      ['lib/reports/commands.ts', "import { money } from '#app/_ui/words.ts'"],
      ['lib/worker/main.ts', "import { print } from '#lib/cli/output.ts'"],
      ['app/api/v1/models/route.ts', "import { print } from '#lib/cli/output.ts'"],
      ['lib/wiring.ts', "import { run } from '#lib/worker/run.ts'"],
    ],
  ),
  inSources(
    libFoldersAreKnown,
    { 'lib/policy/rule.ts': '', 'lib/ctx.ts': '', 'lib/environment.test.ts': '', 'lib/adapters/clock.ts': '' },
    [
      ['lib/services/mail.ts', ''],
      ['lib/mail.ts', ''],
    ],
  ),
  inSources(
    libHasNoScreens,
    {
      'lib/adapters/rendering/report.tsx': "import { Page } from 'react'\nexport const a = <p />",
      'app/page.tsx': "import Link from 'next/link'",
    },
    [
      ['lib/reports/report.tsx', 'export const a = <p />'],
      ['lib/reports/report.ts', "import { createElement } from 'react'"],
      ['lib/auth/commands.ts', "import { cookies } from 'next/headers'"],
      ['lib/auth/commands.ts', "export const jar = () => import('next/headers')"],
    ],
  ),
  inSources(
    wiringImportsAdapters,
    {
      'lib/wiring.ts': "import { hub } from '#lib/adapters/hub.ts'",
      'lib/adapters/hub.ts': "import { get } from './transport.ts'",
      'lib/worker/main.ts': "import { openRuntime } from '#lib/wiring.ts'",
      'tests/adapters/hub.test.ts': "import { hub } from '#lib/adapters/hub.ts'",
    },
    [
      ['lib/upstream/commands.ts', "import { hub } from '#lib/adapters/hub.ts'"],
      ['app/_server/request.ts', "import { systemClock } from '#lib/adapters/clock.ts'"],
      ['lib/reports/commands.ts', "import { webRuntime } from '#lib/wiring.ts'"],
    ],
  ),
  inSources(noServerOnly, { 'lib/policy/rule.ts': "import 'zod'" }, [['lib/policy/rule.ts', "import 'server-only'"]]),
  inSources(importsAreLiteral, { 'lib/cli/main.ts': "await import('./run.ts')" }, [
    ['lib/cli/main.ts', 'const name = "./run.ts"\nawait import(name)'],
    ['app/page.tsx', 'await import(`./$' + '{one}.ts`)'],
  ]),
]
