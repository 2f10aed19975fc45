import { operator, openRuntime } from '#lib/wiring.ts'
import { readEnvironment } from '#lib/environment.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { listSources } from '#lib/upstream/queries/sources.ts'
import { publishWeeklyReport } from '#lib/reports/commands/publish-weekly-report.ts'
const rt = openRuntime('postgresql://weighbridge_app@localhost/dev?host=/tmp/pgdev/sock', readEnvironment({ ...process.env, HF_ENDPOINT: 'http://127.0.0.1:4567' }))
const ctx = rt.ctxFor(operator('operator'))
const hub = async (command: string, body: unknown) => { const r = await fetch(`http://127.0.0.1:4567/__double/${command}`, { method: 'POST', body: JSON.stringify(body) }); console.log(command, r.status, (await r.text()).slice(0, 200)) }
const raw = await (await fetch('http://127.0.0.1:4567/Qwen/QVQ-72B-Preview/resolve/main/LICENSE')).text()
console.log(raw.length)
const edited = raw.replace('100 million', '10 million').replace('Non-commercial', 'Noncommercial').replace(/\n\n([^\n]*indemnif[^\n]*)/i, '\n\nThe licensee pays a yearly fee. $1')
console.log(edited === raw)
await hub('commit', { name: 'Qwen/QVQ-72B-Preview', files: { LICENSE: edited }, title: 'Update LICENSE' })
await hub('commit', { name: 'Qwen/Qwen3-VL-8B-Instruct', files: { LICENSE: raw }, title: 'Update LICENSE' })
await hub('setGated', { name: 'Qwen/Qwen3-8B-FP8', gated: 'auto' })
await hub('addRepository', { name: 'Qwen/Qwen3.9-4B', files: { LICENSE: raw, 'README.md': '# Qwen3.9', 'model.safetensors': { size: 1000, seed: 'x' } }, card: { license: 'apache-2.0' } })
const [source] = await listSources(rt.db, new Date())
console.log(await lookAtSource(ctx, { sourceId: source!.id, trigger: 'command', startedBy: 'operator' }))
console.log(await drainTouched(ctx))
console.log(JSON.stringify(await publishWeeklyReport(ctx, '2026-W47' as never)))
await rt.close()
