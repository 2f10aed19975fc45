import { writeFile } from 'node:fs/promises'
import { scopeFor } from '#lib/auth/permissions.ts'
import { noticesAnswerOf } from '#lib/deployments/duty-answers.ts'
import { findNotices } from '#lib/deployments/queries/licence-duties.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { asOperator } from './connection.ts'
import { EXIT, printRefusals } from './output.ts'

interface NoticesOptions {
  deployment?: string
  team?: string
  out?: string
  json: boolean
}

/**
 * `weighbridge notices`: assembles the notice file of a deployment, of a team or of all that runs. What cannot be assembled is
 * told on the standard error, and the exit code says that the file is not complete.
 */
export async function noticesCommand(options: NoticesOptions): Promise<number> {
  const { deployment, team, out, json } = options
  if (deployment !== undefined && team !== undefined) return printRefusals(json, [CONFLICT])
  const found = await asOperator((ctx) =>
    findNotices(ctx.db, scopeFor(ctx.actor, 'deployment:read'), { deployment, team }, ctx.hubEndpoint),
  )
  if (found === null) return printRefusals(json, [unknownPlace(deployment, team)])
  const answer = noticesAnswerOf(found)
  const body = json ? `${JSON.stringify(answer)}\n` : (answer.file ?? '')
  if (out === undefined) process.stdout.write(body)
  else if (json || answer.file !== null) await writeFile(out, body)
  for (const { deployment: one, sentence } of answer.gaps) {
    process.stderr.write(`Not in the file: ${one.name} (${one.model}). ${sentence}\n`)
  }
  if (answer.entries.length === 0 && answer.gaps.length === 0)
    process.stderr.write('Nothing runs that needs a notice.\n')
  return answer.isComplete ? EXIT.fine : EXIT.policy
}

const CONFLICT: Refusal = {
  field: '/team',
  rule: 'notices.conflict',
  message: 'A deployment and a team were given.',
  remedy: 'Give one of --deployment and --team.',
}

function unknownPlace(deployment: string | undefined, team: string | undefined): Refusal {
  return deployment === undefined
    ? {
        field: '/team',
        rule: 'team.unknown',
        message: `There is no team ${team}.`,
        remedy: 'Give the slug of a team, as the settings page shows it.',
      }
    : {
        field: '/deployment',
        rule: 'deployment.unknown',
        message: `There is no deployment ${deployment}.`,
        remedy: 'Give the id of a deployment, as its address shows it.',
      }
}
