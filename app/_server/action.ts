import type { z } from 'zod'
import { type FormState, FRESH_FORM } from '#app/_ui/form-state.ts'
import { may, type Permission } from '#lib/auth/permissions.ts'
import { Failure } from '#lib/shared/failure.ts'
import type { Outcome, Refusal } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { type AppCtx, webRuntime } from '#lib/wiring.ts'
import { ANONYMOUS, currentSession } from './request.ts'

const SECRET_FIELDS = new Set(['password', 'link'])

/** A form's fields as one object; a field named `x[]` is a list. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const all = form.getAll(name).filter((value) => typeof value === 'string')
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = all
    else fields[name] = all[0] ?? ''
  }
  return fields
}

function typedValues(fields: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !SECRET_FIELDS.has(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : value]),
  )
}

interface ActionOptions<S extends z.ZodType, T> {
  /** `public` for the few forms that come before a sign-in. */
  permission: Permission | 'public'
  input: S
  /** Turns the form's strings into what the schema expects. */
  read?: (fields: Record<string, string | string[]>) => unknown
  run: (ctx: AppCtx, input: z.output<S>) => Promise<Outcome<T>>
}

/**
 * The door of every form: finds the actor, asks for the permission, parses, runs the command and turns the outcome into the
 * form's state. Returns the value as well, for the action to redirect or show it.
 */
export async function runAction<S extends z.ZodType, T>(
  form: FormData,
  options: ActionOptions<S, T>,
): Promise<{ state: FormState; value: T | null }> {
  const fields = fieldsOf(form)
  const refuse = (refusals: Refusal[]) => ({
    state: { refusals, values: typedValues(fields), result: null },
    value: null,
  })
  const session = options.permission === 'public' ? null : await currentSession()
  if (options.permission !== 'public' && !session) {
    return refuse([
      {
        field: '',
        rule: 'session.ended',
        message: 'You are signed out.',
        remedy: 'Sign in again in another tab, then send this form once more.',
      },
    ])
  }
  const actor = session?.actor ?? ANONYMOUS
  if (options.permission !== 'public' && !may(actor, options.permission)) {
    return refuse([
      {
        field: '',
        rule: 'permission.missing',
        message: `Your role (${actor.role}) does not allow this.`,
        remedy: 'An administrator can grant it.',
      },
    ])
  }
  const parsed = options.input.safeParse(options.read ? options.read(fields) : fields)
  if (!parsed.success) return refuse(refusalsOf(parsed.error))
  try {
    const outcome = await options.run(webRuntime().ctxFor(actor), parsed.data)
    return outcome.ok ? { state: FRESH_FORM, value: outcome.value } : refuse(outcome.refusals)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return refuse([{ field: '', rule: error.code, message: error.message, remedy: 'Nothing was changed.' }])
  }
}
