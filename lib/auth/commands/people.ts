import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import type { Role } from '../actor.ts'
import { authorise } from '../permissions.ts'
import { type Grants, listGrants } from '../queries/actors.ts'
import type { PersonChange, PersonInput, TeamInput } from '../schema.ts'
import { issueLink } from './accounts.ts'

/** Adds a person and makes the link by which they set their password, once. */
export async function addPerson(ctx: Ctx, input: PersonInput): Promise<Outcome<{ id: string; link: string }>> {
  authorise(ctx.actor, 'people:manage')
  return ctx.transaction(async (tx) => {
    await oneAtATime(tx)
    if (await tx.user.findUnique({ where: { email: input.email } })) {
      return refused({
        field: '/email',
        rule: 'person.exists',
        message: 'Somebody has this mail address already.',
        remedy: 'Change that person instead.',
      })
    }
    const teams = await resolveTeams(tx, input.teams)
    if (!teams.ok) return teams
    const now = ctx.clock.now()
    const user = await tx.user.create({ data: { email: input.email, name: input.name, createdAt: now } })
    await grant(tx, ctx, user.id, { role: input.role, teamIds: teams.value })
    await record(tx, ctx, {
      action: 'person.added',
      object: { kind: 'person', id: user.id },
      after: { name: input.name, email: input.email, role: input.role, teams: input.teams },
    })
    return ok({ id: user.id, link: await issueLink(tx, 'set_password', user.id, now) })
  })
}

/** Changes a person's role, teams and whether they may sign in; the last administrator stays one. */
export async function changePerson(ctx: Ctx, input: PersonChange): Promise<Outcome<{ id: string }>> {
  authorise(ctx.actor, 'people:manage')
  return ctx.transaction(async (tx) => {
    await oneAtATime(tx)
    const user = await tx.user.findUnique({ where: { id: input.id } })
    if (!user) throw notFound('This person')
    const teams = await resolveTeams(tx, input.teams)
    if (!teams.ok) return teams
    const losesAdministrator = input.role !== 'administrator' || input.isDisabled
    if (losesAdministrator && (await isLastAdministrator(tx, user.id))) {
      return refused({
        field: '/role',
        rule: 'person.last_administrator',
        message: 'This is the last administrator.',
        remedy: 'Make somebody else administrator first.',
      })
    }
    const before = (await listGrants(tx, [user.id])).get(user.id)
    await grant(tx, ctx, user.id, { role: input.role, teamIds: teams.value })
    await tx.user.update({ where: { id: user.id }, data: { isDisabled: input.isDisabled } })
    if (input.isDisabled)
      await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: ctx.clock.now() } })
    await record(tx, ctx, {
      action: 'person.changed',
      object: { kind: 'person', id: user.id },
      before: { role: before?.role ?? 'viewer', teamIds: before?.teamIds ?? [], isDisabled: user.isDisabled },
      after: { role: input.role, teamIds: teams.value, isDisabled: input.isDisabled },
    })
    return ok({ id: user.id })
  })
}

/** A new one-time link for somebody who lost their password. */
export async function renewPasswordLink(ctx: Ctx, userId: string): Promise<string> {
  authorise(ctx.actor, 'people:manage')
  return ctx.transaction(async (tx) => {
    if (!(await tx.user.findUnique({ where: { id: userId } }))) throw notFound('This person')
    await record(tx, ctx, {
      action: 'person.changed',
      object: { kind: 'person', id: userId },
      after: { passwordLink: 'renewed' },
    })
    return issueLink(tx, 'set_password', userId, ctx.clock.now())
  })
}

/** Creates a team. */
export async function createTeam(ctx: Ctx, input: TeamInput): Promise<Outcome<{ id: string; slug: string }>> {
  authorise(ctx.actor, 'people:manage')
  return ctx.transaction(async (tx) => {
    await oneAtATime(tx)
    if (await tx.team.findUnique({ where: { slug: input.slug } })) {
      return refused({
        field: '/slug',
        rule: 'team.exists',
        message: `A team called ${input.slug} exists already.`,
        remedy: 'Take another slug.',
      })
    }
    const team = await tx.team.create({ data: { ...input, createdAt: ctx.clock.now() } })
    await record(tx, ctx, {
      action: 'team.created',
      object: { kind: 'team', id: team.id },
      teamId: team.id,
      after: { slug: team.slug, name: team.name },
    })
    return ok({ id: team.id, slug: team.slug })
  })
}

async function resolveTeams(tx: Tx, slugs: string[]): Promise<Outcome<string[]>> {
  const teams = await tx.team.findMany({ where: { slug: { in: slugs } } })
  const known = new Set(teams.map((team) => team.slug))
  const unknown: Refusal[] = slugs.flatMap((slug, index) =>
    known.has(slug)
      ? []
      : [
          {
            field: `/teams/${index}`,
            rule: 'team.unknown',
            message: `There is no team ${slug}.`,
            remedy: 'Create the team first.',
          },
        ],
  )
  return unknown.length > 0 ? refused(...unknown) : ok(teams.map((team) => team.id))
}

async function grant(tx: Tx, ctx: Ctx, userId: string, wanted: Grants): Promise<void> {
  const now = (await listGrants(tx, [userId])).get(userId)
  const fact = (teamId: string | null, role: Role, isGranted: boolean) => ({
    userId,
    teamId,
    role,
    isGranted,
    recordedAt: ctx.clock.now(),
    recordedBy: ctx.actor.name,
  })
  const changes = [
    ...(now?.role === wanted.role ? [] : [fact(null, wanted.role, true)]),
    ...wanted.teamIds.filter((id) => !now?.teamIds.includes(id)).map((id) => fact(id, 'member', true)),
    ...(now?.teamIds ?? []).filter((id) => !wanted.teamIds.includes(id)).map((id) => fact(id, 'member', false)),
  ]
  if (changes.length > 0) await tx.membership.createMany({ data: changes })
}

async function isLastAdministrator(tx: Tx, userId: string): Promise<boolean> {
  const grants = await listGrants(tx)
  if (grants.get(userId)?.role !== 'administrator') return false
  const others = [...grants].filter(([id, grant]) => id !== userId && grant.role === 'administrator').map(([id]) => id)
  return (await tx.user.count({ where: { id: { in: others }, isDisabled: false } })) === 0
}

/** Changes to people wait for one another: two administrators cannot demote each other, nor two add the same person. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('people', 0))`
}
