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
  for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(['#/components/schemas/Problem', '#/components/schemas/Refusal']).toContain(reference)
  }
})

test('the kinds of change are an enum in it', () => {
  const text = JSON.stringify(openApiDocument('http://127.0.0.1:3000'))
  expect(text).toContain('"enum":["released","revised"')
})
