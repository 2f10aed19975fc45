// `npm run bench -- <name>`: figures beside a bound taken in the same run. Nothing here asserts seconds: machines differ.

const BENCHES: Record<string, () => Promise<{ run(): Promise<void> }>> = {
  start: () => import('./start.ts'),
  list: () => import('./list.ts'),
  licences: () => import('./licences.ts'),
}

const name = process.argv[2] ?? ''
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (!load) {
  console.error(`Name a benchmark: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(2)
}
await (await load()).run()

export {}
