'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import { passwordLink } from '#app/_server/password-link.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { addPerson, changePerson, createTeam, renewPasswordLink } from '#lib/auth/commands/people.ts'
import { personChange, personInput, teamInput } from '#lib/auth/schema.ts'
import { ok } from '#lib/shared/outcome.ts'

/** Adds a person and shows the link by which they set their password. */
export async function addPersonAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'people:manage',
    input: personInput,
    read: (fields) => ({ ...fields, teams: fields['teams'] ?? [] }),
    run: async (ctx, input) => {
      const outcome = await addPerson(ctx, input)
      return outcome.ok ? ok({ ...outcome.value, name: input.name }) : outcome
    },
  })
  if (value === null) return state
  revalidatePath('/settings/people')
  return { ...state, result: { link: passwordLink(value.link), name: value.name } }
}

/** Changes a person's role, teams and whether they may sign in. */
export async function changePersonAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'people:manage',
    input: personChange,
    read: (fields) => ({ ...fields, teams: fields['teams'] ?? [], isDisabled: fields['isDisabled'] === 'on' }),
    run: changePerson,
  })
  if (value === null) return state
  revalidatePath('/settings/people')
  return { ...state, result: { changed: value.id } }
}

/** A new one-time link for somebody who lost their password; earlier ones no longer work. */
export async function renewLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'people:manage',
    input: z.object({ id: z.uuid() }),
    run: async (ctx, { id }) => ok(await renewPasswordLink(ctx, id)),
  })
  return value === null ? state : { ...state, result: { link: passwordLink(value) } }
}

/** Creates a team. */
export async function createTeamAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, { permission: 'people:manage', input: teamInput, run: createTeam })
  if (value === null) return state
  revalidatePath('/settings/teams')
  return { ...state, result: { slug: value.slug } }
}
