import { browserCode } from '../rules/browser-code.ts'
import { conceptsArePure } from '../rules/concepts-are-pure.ts'
import { databaseAccess } from '../rules/database-access.ts'
import { type Example, inSources } from './example.ts'

const CLIENT = "'use client'\n"

export const PURITY_EXAMPLES: Example[] = [
  inSources(
    databaseAccess,
    {
      'lib/policy/commands.ts': "import { Prisma } from '#generated/prisma/client.ts'",
      'lib/policy/queries/rules.ts': "import type { Db } from '#lib/db/client.ts'",
      'lib/auth/commands/people.ts': "import type { Tx } from '#lib/db/client.ts'",
      'lib/wiring.ts': "import { connect } from '#lib/db/client.ts'",
      'lib/adapters/job-queue.ts': "import type { Tx } from '#lib/db/client.ts'",
    },
    [
      ['lib/policy/verdict.ts', "import type { Rule } from '#generated/prisma/client.ts'"],
      ['lib/auth/permissions.ts', "import type { Db } from '#lib/db/client.ts'"],
      ['app/models/page.tsx', "import { connect } from '#lib/db/client.ts'"],
      ['lib/cli/main.ts', "import { Client } from 'pg'"],
      ['lib/adapters/job-queue.ts', "import { connect } from '#lib/db/client.ts'"],
    ],
  ),
  inSources(
    conceptsArePure,
    {
      'lib/licences/licence-text.ts':
        "import { createHash } from 'node:crypto'\n// Date.now() would be wrong here\nexport const at = (text: string) => new Date(text)",
      'lib/licences/title.ts': "export const says = 'process.env and fetch('",
      'lib/licences/commands.ts': 'export const now = () => Date.now()',
      'lib/licences/title.test.ts': "import { readFileSync } from 'node:fs'",
      'lib/upstream/upstream-ctx.ts': "import type { Ctx } from '#lib/ctx.ts'",
    },
    [
      ['lib/licences/title.ts', "import { readFileSync } from 'node:fs'"],
      ['lib/licences/title.ts', "import { createHash, randomUUID } from 'node:crypto'"],
      ['lib/licences/title.ts', 'export const at = () => Date.now()'],
      ['lib/licences/title.ts', 'export const at = () => new Date()'],
      ['lib/licences/title.ts', 'export const at = () => new Date'],
      ['lib/licences/title.ts', 'export const dice = Math.random'],
      ['lib/licences/title.ts', 'export const id = () => crypto.randomUUID()'],
      ['lib/licences/title.ts', "export const home = process.env['HOME']"],
      ['lib/licences/title.ts', "export const page = () => fetch('https://example.com')"],
      ['lib/licences/title.ts', "import { Client } from 'pg'"],
      ['lib/licences/title.ts', "import { saveText } from './commands.ts'"],
      ['lib/licences/title.ts', "import { record } from '#lib/audit/record.ts'"],
      ['lib/licences/title.ts', "import { hashPassword } from '#lib/auth/password.ts'"],
    ],
  ),
  inSources(
    browserCode,
    {
      'app/models/filter.tsx': `${CLIENT}import { may } from '#lib/auth/permissions.ts'\nimport { register } from './actions.ts'\nimport type { State } from '../_server/action.ts'\nimport './deep.ts'`,
      'app/models/deep.ts': "import { verdict } from '#lib/policy/verdict.ts'",
      'app/models/actions.ts': "'use server'\nimport { runAction } from '../_server/action.ts'",
      'app/models/page.tsx': "import { listModels } from '#lib/catalogue/queries.ts'",
      'lib/policy/verdict.ts': "import { ok } from '#lib/shared/outcome.ts'",
    },
    [
      ['app/models/filter.tsx', `${CLIENT}import { listModels } from '#lib/catalogue/queries.ts'`],
      ['app/models/filter.tsx', `${CLIENT}import { newSecret } from '#lib/auth/secrets.ts'`],
      ['app/models/filter.tsx', `${CLIENT}import { runAction } from '../_server/action.ts'`],
      ['app/models/filter.tsx', `${CLIENT}import { webRuntime } from '#lib/wiring.ts'`],
      ['app/models/filter.tsx', `${CLIENT}import { Role } from '#generated/prisma/enums.ts'`],
      ['app/models/filter.tsx', `${CLIENT}import { headers } from 'next/headers'`],
      [
        'app/models/filter.tsx',
        `${CLIENT}import { a } from './deep.ts'`,
        { 'app/models/deep.ts': "export { a } from '#lib/policy/commands.ts'" },
      ],
      [
        'app/models/filter.tsx',
        `${CLIENT}import { a } from '#lib/licences/licence-text.ts'`,
        { 'lib/licences/licence-text.ts': "import { createHash } from 'node:crypto'" },
      ],
    ],
  ),
]
