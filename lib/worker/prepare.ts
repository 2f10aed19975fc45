import { offerSetUpLink, setUpUnattended } from '#lib/auth/commands/set-up.ts'
import { loadCatalogue } from '#lib/catalogue/commands/load-catalogue.ts'
import { shippedCatalogue } from '#lib/catalogue/shipped.ts'
import { grantAppRole } from '#lib/db/roles.ts'
import { readEnvironment } from '#lib/environment.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import { ensureHubSource } from '#lib/upstream/commands/sources.ts'
import { automation, installJobQueue, openRuntime } from '#lib/wiring.ts'

export interface PreparedStep {
  name: string
  detail: string
  ms: number
}

/**
 * Makes a migrated database ready to serve: its queue, its roles, the shipped facts, the first administrator or the link that
 * makes one. Idempotent; several instances may do it at once.
 */
export async function prepare(options: {
  databaseUrl: string
}): Promise<{ setUpLink: string | null; steps: PreparedStep[] }> {
  const environment = readEnvironment(process.env)
  const runtime = openRuntime(options.databaseUrl, environment, { poolSize: 4 })
  const ctx = runtime.ctxFor(automation('start'))
  const steps: PreparedStep[] = []
  const step = async <T>(name: string, work: () => Promise<T>, detail: (value: T) => string): Promise<T> => {
    const startedAt = performance.now()
    const value = await work()
    steps.push({ name, detail: detail(value), ms: Math.round(performance.now() - startedAt) })
    return value
  }
  try {
    await step(
      'queue',
      () => installJobQueue(options.databaseUrl),
      () => 'ready',
    )
    await step(
      'roles',
      () => grantAppRole(options.databaseUrl),
      () => 'facts are append-only for the application',
    )
    await step(
      'catalogue',
      () => loadCatalogue(ctx, shippedCatalogue()),
      (load) => (load.isNew ? `${load.models} models, ${load.added} facts` : `${load.version} already loaded`),
    )
    await step(
      'rules',
      () => loadStarterRules(ctx),
      (loaded) => (loaded.isNew ? `${loaded.rules} rules` : 'already loaded'),
    )
    await step(
      'source',
      () => ensureHubSource(ctx, 'Qwen'),
      (source) => `${source.owner} at ${source.endpoint}`,
    )
    const { administrator } = environment
    if (administrator) {
      const outcome = await setUpUnattended(ctx, { ...administrator, name: administrator.email })
      if (!outcome.ok)
        throw new Error(
          outcome.refusals.map((refusal) => `${refusal.field}: ${refusal.message} ${refusal.remedy}`).join(' '),
        )
    }
    const link = await offerSetUpLink(ctx)
    return { setUpLink: link === null ? null : `${environment.publicUrl}/set-up?link=${link}`, steps }
  } finally {
    await runtime.close()
  }
}
