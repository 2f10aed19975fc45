import { readdirSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'

/** Route patterns of every signed-in page, from the folders themselves: a new page is walked without being listed. */
export function pagePatterns(): string[] {
  return readdirSync('app/(app)', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'page.tsx')
    .map((entry) => entry.parentPath.replace(/^app\/\(app\)/, '') || '/')
    .sort()
}

type Examples = Record<string, string>

/** Real values for each parameter, taken from what the journey left behind. */
async function examples(request: APIRequestContext): Promise<Record<string, Examples>> {
  const first = async (path: string) => (await (await request.get(path)).json()).items[0]
  const deployment = await first('/api/v1/deployments')
  const change = await first('/api/v1/changes?kind=licence_text_changed')
  const finding = await first('/api/v1/findings')
  const source = await first('/api/v1/sources')
  const family = await first('/api/v1/families')
  const event = await first('/api/v1/audit')
  const model = await first('/api/v1/models?name=Qwen/Qwen3-8B')
  return {
    '/deployments': { id: deployment.id },
    '/changes': { id: change.id },
    '/findings': { id: finding.id },
    '/sources': { id: source.id },
    '/models': { id: model.id },
    '/families': { id: family.id },
    '/audit': { id: event.id },
    '/publishers': { name: 'Qwen' },
    '/licences': { id: 'Apache-2.0', sha: change.before.sha256 },
    '/reports': { week: '2026-W47' },
    // Pages that show nothing much until they are asked for something.
    '/licences/compare': { query: `from=${change.before.sha256}&to=${change.after.sha256}` },
    '/licences/terms': { query: 'of=Apache-2.0,MIT' },
    '/licences/search': { query: 'q=license' },
    '/licences/bindings': { query: 'licence=Apache-2.0' },
  }
}

/** The address of every page, with its parameters filled in. Throws for a parameter nobody has an example of. */
export async function pagesToVisit(request: APIRequestContext): Promise<string[]> {
  const known = await examples(request)
  return pagePatterns().map((pattern) => {
    const query = known[pattern]?.['query']
    const path = fill(pattern, known[`/${pattern.split('/')[1] ?? ''}`] ?? {})
    return query === undefined ? path : `${path}?${query}`
  })
}

function fill(pattern: string, values: Examples): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${pattern}: no example for ${name}`)
    return encodeURIComponent(value)
  })
}
