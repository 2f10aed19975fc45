import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readDeclaration } from './declared.ts'
import { type Identification, unknownText } from './identification.ts'
import { ENGINE_VERSION } from './identify.ts'
import { compareDeclaredWithBase, compareDeclaredWithIdentified } from './mismatch.ts'
import { compareStatement, repositoryResult, type StatementResult } from './reported-statement.ts'

/** The cases were collected from public sources and read by a person; each has its expected result beside it. */
const QWEN = 'LicenseRef-qwen-2024'
const RESEARCH = 'LicenseRef-qwen-research-2024'
const RESEARCH_2026 = 'LicenseRef-qwen-research-2026'
const TONGYI = 'LicenseRef-tongyi-qianwen-2023'

type Result = StatementResult | 'finding' | 'no difference'

const tag = (license: string) => readDeclaration({ cardData: { license } })
const named = (license_name: string) => readDeclaration({ cardData: { license: 'other', license_name } })

/** A repository whose card says this over a text that is that. */
function over(declaration: ReturnType<typeof tag>, licenceId: string | null): Result {
  const identification: Identification = {
    ...unknownText(ENGINE_VERSION),
    verdict: licenceId === null ? 'UNKNOWN' : 'MATCH',
    licenceId,
    similarity: licenceId === null ? 0.9 : 1,
  }
  const files = [{ path: 'LICENSE', identification }]
  return repositoryResult(compareDeclaredWithIdentified(declaration, files).agreement)
}

/** A repository whose card says this of a copy or derivative of a model under that. */
const onBase = (declaration: ReturnType<typeof tag>, base: string) =>
  repositoryResult(compareDeclaredWithBase(declaration, [base]))

const saysName = (declaration: ReturnType<typeof tag>, ...known: string[]) =>
  compareStatement({ says: 'name', declaration }, known)
const showsText = (licenceId: string | null, ...known: string[]) =>
  compareStatement({ says: 'text', licenceId, alternatives: [] }, known)

const CASES: [subject: string, expected: Result, because: string, () => Result][] = [
  [
    'Ollama qwen2.5:72b',
    'reported contradiction',
    'a registry shows another text than the repository holds',
    () => showsText(RESEARCH, QWEN),
  ],
  [
    'unsloth/Qwen2.5-VL-72B-Instruct-bnb-4bit',
    'finding',
    'a re-upload is tagged otherwise than its base',
    () => onBase(tag('apache-2.0'), QWEN),
  ],
  [
    'vcruz305/Qwen3.8-Flash-Next-NVFP4',
    'finding',
    'a re-upload is tagged otherwise than its base',
    () => onBase(tag('apache-2.0'), 'LicenseRef-qwen-community-1.0'),
  ],
  [
    'OpenGVLab/InternVL2_5-4B',
    'finding',
    'a permissive name over a research base',
    () => onBase(tag('apache-2.0'), RESEARCH),
  ],
  ['bytedance/Dolphin', 'finding', 'a permissive name over a research base', () => onBase(tag('mit'), RESEARCH)],
  [
    'Tencent-Hunyuan/AuK',
    'finding',
    'a permissive name over weights it cannot do without',
    () => onBase(tag('mit'), RESEARCH),
  ],
  [
    'dolphin-2.9.2-qwen2-7b',
    'finding',
    'stricter than its base is a difference too',
    () => onBase(named('tongyi-qianwen'), 'Apache-2.0'),
  ],
  [
    'Public third-party notice of a product',
    'reported contradiction',
    'one blanket statement about two models under other texts',
    () => saysName(tag('apache-2.0'), QWEN, TONGYI),
  ],
  [
    'Cloud-Temple documentation page for qwen2.5vl:3b (text as served by a model registry)',
    'reported contradiction',
    'a provider shows a permissive text for a research model',
    () => showsText('Apache-2.0', RESEARCH),
  ],
  [
    'Cloud-Temple documentation pages for qwen3 and qwq models',
    'UNKNOWN',
    'a copy that stops half way is not the licence, and contradicts nothing',
    () => showsText(null, 'Apache-2.0'),
  ],
  [
    'Qwen/CodeQwen1.5-7B',
    'finding',
    'card and file of one repository',
    () => over(named('tongyi-qianwen-research'), TONGYI),
  ],
  [
    'QwenLM/Qwen3 README 2024-02-05 to 2024-12-24',
    'reported contradiction',
    'a sentence grants what the text asks a licence for',
    () =>
      compareStatement({ says: 'term', term: 'commercial_use', value: 'allowed' }, [
        'LicenseRef-tongyi-qianwen-research-2023',
      ]),
  ],
  [
    'QwenLM/Qwen3 README since 2025-04-28',
    'reported contradiction',
    'a general sentence that passes over exceptions',
    () => saysName(tag('apache-2.0'), RESEARCH, QWEN),
  ],
  [
    'Qwen/QVQ-72B-Preview at release',
    'finding',
    'the tag of the first hours over the text',
    () => over(tag('apache-2.0'), QWEN),
  ],
  [
    'license_name qwen-research',
    'UNKNOWN',
    'one name for two texts decides between none of them',
    () => (named('qwen-research').licenceId === null ? saysName(named('qwen-research')) : 'no difference'),
  ],
  [
    'license other with license_name apache-2.0',
    'UNKNOWN',
    'whoever reads the field alone learns only that it is another licence',
    () => saysName(tag('other'), 'Apache-2.0'),
  ],
  [
    'Qwen2-VL-72B',
    'UNKNOWN',
    'what people call a licence is no name of it',
    () => saysName(named('Qwen license'), TONGYI),
  ],
  [
    'Wikis and model pages on Qwen',
    'UNKNOWN',
    'claims about releases say nothing of a licence',
    () => compareStatement({ says: 'words' }, [QWEN]),
  ],
]

describe('real mismatches, each with the result written beside it', () => {
  test.each(CASES)('%s: %s, for %s', (_, expected, _because, result) => {
    expect(result()).toBe(expected)
  })
  test('both texts of the research name agree with it, so the name alone tells them apart from others only', () => {
    expect([over(named('qwen-research'), RESEARCH), over(named('qwen-research'), RESEARCH_2026)]).toEqual([
      'no difference',
      'no difference',
    ])
    expect(over(named('qwen-research'), QWEN)).toBe('finding')
  })
})

describe('what a statement can be held against', () => {
  test('nothing known of the model leaves it open', () => {
    expect(saysName(tag('apache-2.0'))).toBe('UNKNOWN')
  })
  test('the same licence is an agreement', () => {
    expect(saysName(tag('apache-2.0'), 'Apache-2.0')).toBe('reported agreement')
    expect(showsText('Apache-2.0', 'Apache-2.0')).toBe('reported agreement')
  })
  test('a name that others use as well contradicts nothing', () => {
    expect(saysName(named('modified-mit'), QWEN)).toBe('UNKNOWN')
  })
  test('a term that nobody has read surely contradicts nothing', () => {
    const said = { says: 'term', term: 'business_restriction', value: 'none' } as const
    expect(compareStatement(said, [RESEARCH_2026])).toBe('UNKNOWN')
  })
  test('a card that says nothing of its base is not held against it', () => {
    expect(compareDeclaredWithBase(readDeclaration({}), [QWEN])).toBe('not-comparable')
    expect(compareDeclaredWithBase(tag('apache-2.0'), [])).toBe('not-comparable')
    expect(compareDeclaredWithBase(tag('apache-2.0'), ['Apache-2.0'])).toBe('agree')
  })
})

const COLLECTED = '../shared/data/licence-mismatches.json'

test.runIf(existsSync(COLLECTED))('every collected case has its expected result here', () => {
  const file = z
    .object({ cases: z.array(z.object({ subject: z.string() })) })
    .parse(JSON.parse(readFileSync(COLLECTED, 'utf8')))
  expect(CASES.map(([subject]) => subject)).toEqual(file.cases.map((one) => one.subject))
})
