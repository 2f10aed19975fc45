import { describe, expect, test } from 'vitest'
import { deploymentOfForm, type FormFields, formRefusals } from './deployment-form.ts'
import { readDeployment } from './deployment-input.ts'

const now = new Date('2026-11-23T09:00:00Z')
const fields: FormFields = {
  team: 'search',
  model: 'Qwen/Qwen3-8B',
  'revision.kind': 'commit',
  'revision.value': 'main',
  'revision.reason': '',
  name: 'Answers',
  environment: 'production',
  purpose: 'Answers questions.',
  use: 'commercial',
  exposure: 'customers',
  accessChannel: 'own_weights',
  provider: '',
  owner: 'a@example.com',
  monthlyActiveUsers: '',
  regions: '',
  startsOn: '',
}

const rulesOf = (changes: FormFields) => {
  const sent = { ...fields, ...changes }
  const read = readDeployment(deploymentOfForm(sent), now)
  return read.ok ? [] : formRefusals(read.refusals, sent).map((refusal) => `${refusal.field} ${refusal.rule}`)
}

describe('a form', () => {
  test('that leaves out what may be left out registers the same as an API body', () => {
    expect(readDeployment(deploymentOfForm(fields), now)).toMatchObject({
      ok: true,
      value: { revision: { kind: 'commit', value: 'main' }, provider: null, monthlyActiveUsers: null, regions: [] },
    })
  })

  test('may write numbers and lists the way people do', () => {
    const sent = { ...fields, monthlyActiveUsers: '1,200 000', regions: 'de, FR;at' }
    expect(readDeployment(deploymentOfForm(sent), now)).toMatchObject({
      ok: true,
      value: { monthlyActiveUsers: 1_200_000, regions: ['DE', 'FR', 'AT'] },
    })
  })

  test('sends a reason in place of a revision nobody knows', () => {
    const sent = { ...fields, 'revision.kind': 'unknown', 'revision.reason': 'The image was built elsewhere.' }
    expect(deploymentOfForm(sent)['revision']).toEqual({ kind: 'unknown', reason: 'The image was built elsewhere.' })
  })

  test.each<[string, FormFields, string]>([
    ['nothing chosen', { environment: '' }, '/environment environment.not-a-choice'],
    ['no name', { name: '' }, '/name name.empty'],
    ['words for a number', { monthlyActiveUsers: 'many' }, '/monthlyActiveUsers monthlyActiveUsers.wrong-type'],
    ['half a number with a comma', { monthlyActiveUsers: '1,5' }, '/monthlyActiveUsers monthlyActiveUsers.wrong-type'],
    ['negative users', { monthlyActiveUsers: '-5' }, '/monthlyActiveUsers monthlyActiveUsers.too-small'],
    ['a place that is none', { regions: 'DE, UK' }, '/regions regions.code'],
    ['no kind of revision', { 'revision.kind': '' }, '/revision/kind revision.kind.not-a-choice'],
    ['a day that is past', { startsOn: '2020-01-01' }, '/startsOn startsOn.past'],
  ])('with %s is refused at the field that is seen', (_, changes, expected) => {
    expect(rulesOf(changes)).toEqual([expected])
  })

  test('says of a list nothing was chosen from that nothing is chosen, not how its values are spelt', () => {
    const sent = { ...fields, use: '', team: '' }
    const read = readDeployment(deploymentOfForm(sent), now)
    expect(read.ok ? [] : formRefusals(read.refusals, sent)).toMatchObject([
      { field: '/team', message: 'Nothing is chosen.', remedy: 'Choose one.' },
      { field: '/use', message: 'Nothing is chosen.', remedy: 'Choose one.' },
    ])
  })

  test('names the code that is no region', () => {
    const sent = { ...fields, regions: 'DE UK' }
    const read = readDeployment(deploymentOfForm(sent), now)
    expect(read.ok ? [] : formRefusals(read.refusals, sent).map((refusal) => refusal.message)).toEqual([
      'UK: This is not the code of a country or region.',
    ])
  })
})
