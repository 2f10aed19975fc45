import { Prisma } from '#generated/prisma/client.ts'
import { daysOfQuarter, type ModelFilter, NO_DATE, NO_LICENCE } from '../model-list.ts'

/** A filter as a condition on the rows of `model_current m`. */
export function modelConditions(filter: ModelFilter): Prisma.Sql {
  const { q, name, publisher, family, openness, licence, kind, state, released } = filter
  const conditions = [
    // Not `like`: what people search for may hold its wildcards.
    q ? Prisma.sql`strpos(lower(m.name), lower(${q})) > 0` : null,
    name ? Prisma.sql`m.model_id in (${named(name)})` : null,
    publisher ? Prisma.sql`m.publisher = ${publisher}` : null,
    family ? Prisma.sql`m.family = ${family}` : null,
    openness ? Prisma.sql`m.openness = ${openness}` : null,
    licence === NO_LICENCE ? Prisma.sql`m.licence_id is null` : licence ? Prisma.sql`m.licence_id = ${licence}` : null,
    kind ? Prisma.sql`m.kind = ${kind}::"ModelKind"` : null,
    state === 'unseen' ? Prisma.sql`m.state is null` : state ? Prisma.sql`m.state = ${state}` : null,
    filter.isMismatched ? Prisma.sql`m.has_mismatch` : null,
    released ? releasedIn(released) : null,
  ].filter((condition) => condition !== null)
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}

function named(name: string): Prisma.Sql {
  return Prisma.sql`
    select n.model_id from model_names n left join model_name_ends e on e.model_name_id = n.id
    where n.name = ${name} and e.model_name_id is null`
}

function releasedIn(released: string): Prisma.Sql {
  if (released === NO_DATE) return Prisma.sql`m.release_on is null`
  const days = daysOfQuarter(released)
  // What is no quarter holds no model.
  return days === null
    ? Prisma.sql`false`
    : Prisma.sql`m.release_on >= ${days.from}::date and m.release_on < ${days.before}::date`
}
