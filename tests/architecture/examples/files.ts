import { fileNames } from '../rules/file-names.ts'
import { fileSizes } from '../rules/file-sizes.ts'
import { licenceSpelling } from '../rules/licence-spelling.ts'
import { noSilencing } from '../rules/no-silencing.ts'
import { pinnedDependencies } from '../rules/pinned-dependencies.ts'
import { makeTree } from '../source-tree.ts'
import { type Example, inSources } from './example.ts'

const lines = (count: number) => '// one\n'.repeat(count)
const asking = (version: string) => makeTree({ manifest: { dependencies: { zod: '4.6.7', one: version } } })

export const FILE_EXAMPLES: Example[] = [
  inSources(
    fileNames,
    {
      'app/(signed-in)/models/[id]/page.tsx': '',
      'app/_ui/time-mark.tsx': '',
      'lib/policy/sentences.en.ts': '',
      'app/api/v1/openapi.json/route.ts': '',
      'scripts/start.mjs': '',
    },
    [
      ['lib/policy/checkRule.ts', ''],
      ['app/_ui/Button.tsx', ''],
      ['lib/Policy/rule.ts', ''],
      ['lib/policy/utils.ts', ''],
      ['lib/shared/helpers/text.ts', ''],
      ['lib/policy/index.ts', ''],
    ],
  ),
  inSources(fileSizes, { 'lib/policy/rule.ts': lines(300) }, [['lib/policy/rule.ts', lines(301)]]),
  inSources(
    noSilencing,
    {
      'lib/policy/rule.ts': "export const says = '@ts-ignore, as any, test.only('",
      'lib/policy/rule.test.ts': "test('only', () => {})",
    },
    [
      ['lib/policy/rule.ts', 'export const a = 1 as any'],
      ['lib/policy/rule.ts', '// @ts-' + 'ignore\nexport const a = 1'],
      ['lib/policy/rule.ts', '// @ts-' + 'expect-error\nexport const a = 1'],
      ['lib/policy/rule.ts', '/* biome-' + 'ignore lint/a: b */\nexport const a = 1'],
      ['lib/policy/rule.test.ts', "test.only('one', () => {})"],
      ['lib/policy/rule.test.ts', "describe.concurrent.only('one', () => {})"],
    ],
  ),
  {
    rule: pinnedDependencies,
    good: asking('1.0.0-beta.17'),
    bad: ['^1.0.0', '~1.0.0', '1.x', '*', 'latest', '>=1', 'github:a/b'].map((version) => [
      'package.json',
      asking(version),
    ]),
  },
  inSources(
    licenceSpelling,
    {
      'lib/adapters/huggingface/license-tag.ts': 'export const license = 1',
      'lib/licences/declared.ts': "export const declared = card['license']",
    },
    [
      ['lib/licences/license.ts', ''],
      ['lib/licences/declared.ts', 'export const readLicense = 1'],
      ['lib/licences/declared.ts', 'export type LicenseText = string'],
    ],
  ),
]
