import { Command, CommanderError } from 'commander'
import { EXIT, printFailure } from './output.ts'

// Each command's code is loaded when it is run, so that a small one starts quickly.

const program = new Command('weighbridge')
  .description('Which open-weight models this company stands on, under which licence, and what changed.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })

const settle = async (asJson: boolean, run: () => Promise<number>): Promise<void> => {
  process.exitCode = await run().catch((error: unknown) => printFailure(asJson, error))
}

const token = program.command('token').description('API tokens')
token
  .command('create')
  .description('make an API token with an administrator’s rights, within its scope; printed once')
  .requiredOption('--name <name>', 'what it is for')
  .requiredOption('--scope <scope>', 'read, write or admin')
  .option('--expires-in-days <days>', 'how long it counts (1 to 730)', '90')
  .option('--json', 'print JSON', false)
  .action((options: { name: string; scope: string; expiresInDays: string; json: boolean }) =>
    settle(options.json, async () => (await import('./token.ts')).createTokenCommand(options)),
  )

const licence = program.command('licence').description('licence texts')
licence
  .command('identify')
  .description('say what files are as licence texts; works without a server and keeps nothing')
  .argument('<file...>', 'files, or - for the standard input')
  .option('--json', 'print JSON', false)
  .action((files: string[], options: { json: boolean }) =>
    settle(options.json, async () => (await import('./licence.ts')).identifyCommand(files, options)),
  )

program
  .command('sync')
  .description('look upstream now and print what was found')
  .option('--source <source>', 'only this source: its id or its organisation')
  .option('--json', 'print JSON', false)
  .action((options: { source?: string; json: boolean }) =>
    settle(options.json, async () => (await import('./sync.ts')).syncCommand(options)),
  )

program
  .command('report')
  .description('publish the licence-change report of a finished ISO week, once, and print it')
  .requiredOption('--week <week>', 'such as 2026-W47')
  .option('--format <format>', 'json or csv', 'json')
  .option('--json', 'print JSON', false)
  .action((options: { week: string; format: string; json: boolean }) =>
    settle(options.json, async () => (await import('./report.ts')).reportCommand(options)),
  )

program
  .command('notices')
  .description('assemble the notice file of what runs: attributions, licence texts and NOTICE files')
  .option('--deployment <id>', 'only this deployment')
  .option('--team <slug>', 'only what this team runs')
  .option('--out <file>', 'write to this file')
  .option('--json', 'print JSON', false)
  .action((options: { deployment?: string; team?: string; out?: string; json: boolean }) =>
    settle(options.json, async () => (await import('./notices.ts')).noticesCommand(options)),
  )

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage
}
