import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONTRACTS } from '#app/_server/contracts.ts'
import { openApiDocument } from '#app/_server/openapi.ts'

/** Method and path of everything the handlers serve, as contracts write paths. */
function served(): string[] {
  return readdirSync('app/api/v1', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'route.ts' && !entry.parentPath.endsWith('openapi.json'))
    .flatMap((entry) => {
      const source = readFileSync(`${entry.parentPath}/route.ts`, 'utf8')
      const path = entry.parentPath.replace(/^app/, '').replaceAll(/\[(\w+)\]/g, '{$1}')
      return [...source.matchAll(/export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
        ([, method]) => `${method?.toLowerCase()} ${path}`,
      )
    })
    .sort()
}

test('every operation the handlers serve is described, and nothing else is', () => {
  expect(CONTRACTS.map((contract) => `${contract.method} ${contract.path}`).sort()).toEqual(served())
})

test('the document is OpenAPI 3.1 whose references all lead somewhere', () => {
  const document = openApiDocument('http://127.0.0.1:3000')
  expect(document.openapi).toBe('3.1.0')
  const text = JSON.stringify(document)
  const referred = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
  const named = [...text.matchAll(/"#\/components\/schemas\/\w+"/g)]
  expect(referred.length).toBe(named.length)
  for (const reference of new Set(referred)) {
    const [, schema] = /^#\/components\/schemas\/(\w+)$/.exec(reference ?? '') ?? []
    expect(document, reference).toHaveProperty(['components', 'schemas', schema ?? ''])
  }
})

test('what has a name in the code is described once, under that name', () => {
  const document = openApiDocument('http://127.0.0.1:3000')
  expect(document).toHaveProperty('components.schemas.WeeklyReport.properties.isDraft.type', 'boolean')
  expect(document).toHaveProperty(
    [
      'paths',
      '/api/v1/tokens',
      'get',
      'responses',
      '200',
      'content',
      'application/json',
      'schema',
      'properties',
      'items',
      'items',
    ],
    { $ref: '#/components/schemas/Token' },
  )
})

test('a parameter that may be left out is not required, and every refusal is a problem', () => {
  const document = openApiDocument('http://127.0.0.1:3000')
  const text = JSON.stringify(document)
  // What has a default or may be absent: paging, filters, formats. What is compared or read may not.
  const required = [...text.matchAll(/"name":"(\w+)","in":"query","required":true/g)].map(([, name]) => name)
  expect(new Set(required)).toEqual(new Set(['from', 'of', 'text', 'to']))
  expect(document).toHaveProperty(
    [
      'paths',
      '/api/v1/reports',
      'post',
      'responses',
      'default',
      'content',
      'application/problem+json',
      'schema',
      '$ref',
    ],
    '#/components/schemas/Problem',
  )
})

test('the kinds of change are an enum in it', () => {
  const text = JSON.stringify(openApiDocument('http://127.0.0.1:3000'))
  expect(text).toContain('"enum":["released","revised"')
})
